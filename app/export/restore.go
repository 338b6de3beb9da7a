package export

import (
	"bytes"
	"encoding/binary"
	"strings"

	"lossline/app/share"
)

// maxFile is the largest file that Restore looks into, in bytes: a PNG of four
// pixels each way for one of a very large figure.
const maxFile = 64 << 20

// Restore reads the state of the page back from a file that was exported: SVG,
// PNG, PDF or JSON, whichever its bytes are. A file whose name is that of a table
// (.csv, .tsv, .txt, .jsonl) is left to the reader of runs.
//
// The file may come from anybody. Nothing is taken from it but a fragment, whose
// characters are those of a link; what it says is for share.Decode to check. ok
// is false for all else.
func Restore(name string, data []byte) (fragment string, ok bool) {
	for _, ext := range [...]string{".csv", ".tsv", ".txt", ".jsonl"} {
		if strings.HasSuffix(strings.ToLower(name), ext) {
			return "", false
		}
	}
	if len(data) > maxFile {
		return "", false
	}
	start := bytes.TrimLeft(data[:min(len(data), 4<<10)], "\ufeff \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return restorePNG(data)
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return restorePDF(data)
	case bytes.HasPrefix(start, []byte("{")):
		return restoreJSON(data)
	case bytes.HasPrefix(start, []byte("<")) && bytes.Contains(start, []byte("<svg")):
		return restoreSVG(data)
	}
	return "", false
}

// fragmentOf is the fragment of a permalink, if it may be one.
func fragmentOf(permalink string) (string, bool) {
	_, f, ok := strings.Cut(permalink, "#")
	if !ok || len(f) > share.MaxLen || !strings.HasPrefix(f, "v=") {
		return "", false
	}
	for i := range len(f) {
		c := f[i]
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("-._~&=", c) >= 0) {
			return "", false
		}
	}
	return f, true
}

// restoreSVG looks into the metadata elements; a program that saved the file
// again may have put its own before ours.
func restoreSVG(data []byte) (string, bool) {
	for range 8 {
		_, after, ok := bytes.Cut(data, []byte("<metadata"))
		if !ok {
			break
		}
		body, rest, ok := bytes.Cut(after, []byte("</metadata>"))
		if !ok {
			break
		}
		data = rest
		if at := bytes.IndexByte(body, '{'); at >= 0 && len(body) < 2*share.MaxLen {
			text := xmlPlain.Replace(strings.ReplaceAll(string(body[at:]), "&#34;", `"`))
			if f, ok := restoreJSON([]byte(text)); ok {
				return f, true
			}
		}
	}
	return "", false
}

// restorePNG looks for the text chunk of the permalink.
func restorePNG(data []byte) (string, bool) {
	data = data[len(pngSignature):]
	for len(data) >= 12 {
		n := binary.BigEndian.Uint32(data)
		if uint64(n) > uint64(len(data)-12) {
			break
		}
		kind, body := string(data[4:8]), data[8:8+n]
		data = data[12+n:]
		text, ok := bytes.CutPrefix(body, []byte(pngLink+"\x00"))
		if !ok || len(text) > 2*share.MaxLen {
			continue
		}
		if kind == "iTXt" { // no compression, a language, the keyword translated
			if text, ok = bytes.CutPrefix(text, []byte{0, 0}); ok {
				_, text, _ = bytes.Cut(text, []byte{0})
				_, text, _ = bytes.Cut(text, []byte{0})
			}
		}
		if kind == "tEXt" || kind == "iTXt" && ok {
			if f, ok := fragmentOf(string(text)); ok {
				return f, true
			}
		}
	}
	return "", false
}

// restorePDF looks for the permalink in the document's information, of which the
// last is the one in force.
func restorePDF(data []byte) (string, bool) {
	for range 8 {
		at := bytes.LastIndex(data, []byte(pdfLink))
		if at < 0 {
			break
		}
		rest := bytes.TrimLeft(data[at+len(pdfLink):], " \r\n")
		data = data[:at]
		if len(rest) == 0 || rest[0] != '(' {
			continue
		}
		if f, ok := fragmentOf(literal(rest[1:min(len(rest), 2*share.MaxLen)])); ok {
			return f, true
		}
	}
	return "", false
}

// literal is the beginning of b up to the parenthesis that ends a string of PDF.
func literal(b []byte) string {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case ')':
			return string(b[:i])
		}
	}
	return ""
}
