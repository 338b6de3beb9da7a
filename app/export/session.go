package export

import "lossline/app/share"

// sessionFormat is what a session file says that it is, sessionVersion in which form.
const (
	sessionFormat  = "lossline-session"
	sessionVersion = "1"
)

// Session writes the state of a page and the reader's own runs, as links have them,
// as one file:
//
//	{"format": "lossline-session", "version": "1", "state": "v=1&…", "runs": "N,D,loss\n…"}
func Session(state, runs string) []byte {
	b := quote([]byte(`{"format":`), sessionFormat)
	b = field(b, "version", sessionVersion)
	b = field(b, "state", state)
	b = field(b, "runs", runs)
	return append(b, "}\n"...)
}

// RestoreSession reads what Session wrote. is reports whether the file says that it is
// a session, ok whether it can be read. It may come from anybody: the state is a
// fragment for share.Decode to check, the runs a text of numbers for the reader of
// tables.
func RestoreSession(data []byte) (state, runs string, is, ok bool) {
	if len(data) > maxFile {
		return "", "", false, false
	}
	said := map[string]string{}
	r := jsonReader{s: data}
	ok = r.object(func(key string) bool {
		switch key {
		case "format", "version", "state", "runs":
			text, is := r.text()
			said[key] = text
			return is
		}
		return r.skip(0)
	})
	if said["format"] != sessionFormat {
		return "", "", false, false
	}
	state, good := fragmentOf("#" + said["state"])
	if !ok || !good || said["version"] != sessionVersion || !share.ValidRows(said["runs"]) {
		return "", "", true, false
	}
	return state, said["runs"], true, true
}
