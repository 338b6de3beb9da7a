package export

import (
	"strings"
	"testing"

	"lossline/app/share"
)

const (
	sessionState = "v=1&p=fit&fdata=own&flaw=power-n&z=0"
	sessionRuns  = "N,D,loss\n1e9,2e10,3.1415926\n\n2e9,4e10,2.9e0\n"
)

// A session file gives back state and runs as they were, and is no picture's state.
func TestSessionRoundTrip(t *testing.T) {
	data := Session(sessionState, sessionRuns)
	state, runs, is, ok := RestoreSession(data)
	if !is || !ok || state != sessionState || runs != sessionRuns {
		t.Errorf("%v %v %q %q", is, ok, state, runs)
	}
	if f, ok := Restore("a.json", data); ok {
		t.Errorf("read as a figure's file: %q", f)
	}
	if _, _, is, _ := RestoreSession([]byte(`{"meta":{"app":"Lossline","permalink":"https://a.example/#v=1"}}`)); is {
		t.Error("a figure's file is read as a session")
	}
}

// A session file that is damaged, newer or hostile is known as one and not read.
func TestSessionRefused(t *testing.T) {
	with := func(old, new string) []byte {
		return []byte(strings.Replace(string(Session(sessionState, sessionRuns)), old, new, 1))
	}
	for name, data := range map[string][]byte{
		"newer":     with(`"1"`, `"2"`),
		"cut":       Session(sessionState, sessionRuns)[:120],
		"script":    with("N,D,loss", `<img src=x>`),
		"word":      with("2e10", "abc"),
		"formula":   with("2e10", "=1+1"),
		"no state":  with("v=1&", "javascript:"),
		"bad state": with("fdata=own", `fdata=\"><b>`),
		"no runs":   Session(sessionState, ""),
		"no rows":   Session(sessionState, "N,D,loss\n"),
		"long":      Session(sessionState, "N,loss\n"+strings.Repeat("1", 5<<20)),
		"long link": Session("v=1&c="+strings.Repeat("1", share.MaxLen), sessionRuns),
	} {
		if state, runs, is, ok := RestoreSession(data); !is || ok || state != "" || runs != "" {
			t.Errorf("%s: is %v, ok %v, %.40q %.40q", name, is, ok, state, runs)
		}
	}
	for name, text := range map[string]string{"nothing": "", "a table": "N,D,loss\n1,2,3", "a list": "[1]", "other": `{"format":"other","runs":"N,loss\n1,2"}`} {
		if _, _, is, ok := RestoreSession([]byte(text)); is || ok {
			t.Errorf("%s is a session", name)
		}
	}
}

func FuzzRestoreSession(f *testing.F) {
	f.Add(Session(sessionState, sessionRuns))
	f.Fuzz(func(t *testing.T, data []byte) {
		state, runs, is, ok := RestoreSession(data)
		if ok && (!is || !share.ValidRows(runs) || strings.ContainsAny(state, "<>\"' #%")) {
			t.Errorf("%q %q", state, runs)
		}
	})
}
