package dataset

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode returns text as UTF-8 without a byte order mark, with the code of a
// note if that was not as simple as it sounds.
func decode(text []byte) (string, Code, error) {
	if len(text) > MaxText {
		return "", "", &ReadError{Code: CodeTooBig}
	}
	text, err := Unpack(text)
	switch {
	case err != nil:
		return "", "", err
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
		return decode16(text[2:], 1, 0), NoteUTF16, nil
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return decode16(text[2:], 0, 1), NoteUTF16, nil
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if bytes.IndexByte(text, 0) >= 0 {
		return "", "", &ReadError{Code: CodeBinary}
	}
	if !utf8.Valid(text) {
		return string(text), NoteEncoding, nil
	}
	return string(text), "", nil
}

// decode16 decodes UTF-16 whose code units have their high and low byte at these
// offsets.
func decode16(text []byte, high, low int) string {
	var b strings.Builder
	b.Grow(len(text) / 2)
	for i := 0; i+1 < len(text); i += 2 {
		u := rune(text[i+high])<<8 | rune(text[i+low])
		if utf16.IsSurrogate(u) && i+3 < len(text) {
			if r := utf16.DecodeRune(u, rune(text[i+2+high])<<8|rune(text[i+2+low])); r != utf8.RuneError {
				u = r
				i += 2
			}
		}
		b.WriteRune(u)
	}
	return b.String()
}

// records cuts a text into records of cells. After next, row is the place of the
// record, cells are its cells (until the next call) and bad is what is wrong
// with it as a whole.
type records struct {
	text string
	pos  int
	line int // at pos, from 1

	format    Format
	delimiter string
	first     byte // of delimiter
	gap       int  // of Blanks: spaces that part cells

	row      int
	cells    []string
	bad      Code
	comments int
	remark   int // offset of the last comment

	keys  map[string]int // of JSON: the cell of a key
	learn bool           // add keys that are not there
	count int            // of JSON elements
}

func newRecords(text string, m *Mapping) *records {
	r := &records{text: text, line: 1, format: m.Format, gap: len(m.Delimiter), remark: -1}
	switch m.Format {
	case Delimited:
		r.delimiter, r.first = m.Delimiter, m.Delimiter[0]
	case JSON, JSONL:
		r.keys = map[string]int{}
		for i, c := range m.Columns {
			r.keys[c.Name] = i
		}
	}
	return r
}

// next reads the next record that is no comment, and reports false at the end.
func (r *records) next() (bool, error) {
	r.bad = ""
	if r.format == JSON || r.format == JSONL {
		return r.object()
	}
	for r.pos < len(r.text) {
		if r.text[r.pos] != '#' && !r.rule() {
			break
		}
		r.comments++
		r.remark = r.pos
		r.pos = r.lineEnd(r.pos)
		r.newline()
	}
	if r.pos >= len(r.text) {
		return false, nil
	}
	r.row, r.cells = r.line, r.cells[:0]
	if r.format == Blanks {
		return true, r.fields()
	}
	return true, r.delimited()
}

// rule says whether the line at pos only draws a line, as tables in Markdown and
// on terminals have.
func (r *records) rule() bool {
	if r.format == Delimited && r.first != '|' {
		return false
	}
	dashes := 0
	for i := r.pos; i < len(r.text); i++ {
		switch r.text[i] {
		case '-', '=':
			dashes++
		case '\n', '\r':
			return dashes > 2
		case '|', '+', ':', ' ', '\t':
		default:
			return false
		}
	}
	return dashes > 2
}

// lineEnd is the offset of the end of the line at i.
func (r *records) lineEnd(i int) int {
	for i < len(r.text) && r.text[i] != '\n' && r.text[i] != '\r' {
		i++
	}
	return i
}

// newline steps over LF, CR or CR LF at pos.
func (r *records) newline() {
	if r.pos >= len(r.text) {
		return
	}
	if r.text[r.pos] == '\r' && r.pos+1 < len(r.text) && r.text[r.pos+1] == '\n' {
		r.pos++
	}
	r.pos++
	r.line++
}

// add appends a cell.
func (r *records) add(cell string) error {
	switch {
	case len(cell) > MaxCell:
		return &ReadError{Code: CodeCell, Row: r.row}
	case len(r.cells) == MaxColumns:
		return &ReadError{Code: CodeColumns, Row: r.row}
	}
	r.cells = append(r.cells, cell)
	return nil
}

// trim is strings.TrimSpace, faster where there is nothing to trim.
func trim(s string) string {
	if s == "" || s[0] > ' ' && s[0] < utf8.RuneSelf && s[len(s)-1] > ' ' && s[len(s)-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimSpace(s)
}

// delimited reads the record at pos.
func (r *records) delimited() error {
	for {
		cell, end := "", -1
		if i := r.blanks(r.pos); i < len(r.text) && r.text[i] == '"' {
			cell, end = r.quoted(i)
		}
		if end < 0 {
			end = r.pos
			for end < len(r.text) && !r.cellEnd(end) {
				end++
			}
			cell = trim(r.text[r.pos:end])
		}
		r.pos = end
		if err := r.add(cell); err != nil {
			return err
		}
		if r.pos >= len(r.text) || r.text[r.pos] != r.first {
			r.newline()
			return nil
		}
		if r.pos += len(r.delimiter); r.pos == len(r.text) { // a delimiter ends the text
			return r.add("")
		}
	}
}

// cellEnd says whether a delimiter or the end of the line is at i.
func (r *records) cellEnd(i int) bool {
	c := r.text[i]
	return c == '\n' || c == '\r' || c == r.first && (len(r.delimiter) == 1 || strings.HasPrefix(r.text[i:], r.delimiter))
}

// blanks is the offset of the first byte from i that is no space and no tab
// between cells.
func (r *records) blanks(i int) int {
	for i < len(r.text) && (r.text[i] == ' ' || r.text[i] == '\t' && r.first != '\t') {
		i++
	}
	return i
}

// quoted reads the cell whose quotation mark is at i, up to the delimiter or the
// end of a line. Its end is -1 if it is not quoted well; the cell is then taken
// as it stands.
func (r *records) quoted(i int) (cell string, end int) {
	start, doubled, lines := i+1, false, 0
	for i++; ; i++ {
		if i >= len(r.text) || i-start > MaxCell {
			r.bad = CodeQuote
			return "", -1
		}
		c := r.text[i]
		if c == '\n' || c == '\r' && (i+1 == len(r.text) || r.text[i+1] != '\n') {
			lines++
		}
		if c != '"' {
			continue
		}
		if i+1 < len(r.text) && r.text[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		break
	}
	cell = r.text[start:i]
	end = r.blanks(i + 1)
	if end < len(r.text) && !r.cellEnd(end) {
		r.bad = CodeQuote
		return "", -1
	}
	if doubled {
		cell = strings.ReplaceAll(cell, `""`, `"`)
	}
	r.line += lines
	return cell, end
}

// fields reads the line at pos, cut at blanks: at tabs and at gap or more spaces.
func (r *records) fields() error {
	end := r.lineEnd(r.pos)
	line := r.text[r.pos:end]
	r.pos = end
	r.newline()
	for i := 0; i < len(line); {
		if line[i] == ' ' || line[i] == '\t' {
			i++
			continue
		}
		j := i
		if k := strings.IndexByte(line[i+1:], '"'); line[i] == '"' && k >= 0 {
			if err := r.add(line[i+1 : i+1+k]); err != nil {
				return err
			}
			i += k + 2
			continue
		}
		for j < len(line) && line[j] != '\t' && !r.gapAt(line, j) {
			j++
		}
		if err := r.add(trim(line[i:j])); err != nil {
			return err
		}
		i = j
	}
	return nil
}

func (r *records) gapAt(line string, j int) bool {
	return line[j] == ' ' && (r.gap < 2 || j+1 == len(line) || line[j+1] == ' ' || line[j+1] == '\t')
}
