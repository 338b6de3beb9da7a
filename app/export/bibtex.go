package export

import (
	"strings"

	"lossline/engine/cite"
)

// bibKey is the key of Lossline itself.
const bibKey = "lossline"

// BibTeX has the entry of Lossline, with the permalink as its address, and one
// for each work that the numbers rest on, once.
func BibTeX(m Meta) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			b.WriteString("  " + name + strings.Repeat(" ", max(0, 7-len(name))) + " = {" + value + "},\n")
		}
	}
	b.WriteString("@misc{" + bibKey + ",\n")
	field("title", "{"+App+": a scaling-law planner}")
	field("author", "{"+App+" contributors}")
	year, _, _ := strings.Cut(m.Date, "-")
	field("year", plainName(year))
	note := "Version " + m.Version
	if m.Version == "" {
		note = ""
	}
	field("note", latex(note))
	field("url", address(m.Permalink))
	field("urldate", latex(m.Date))
	b.WriteString("}\n")
	for _, s := range m.sources() {
		b.WriteString("\n" + s.BibTeX())
	}
	return b.String()
}

// address returns a link with everything percent-encoded that an address does not
// have: no brace, quotation mark, angle bracket, backslash, space or line break.
func address(link string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(link); i++ {
		c := link[i]
		if c > ' ' && c < 0x7f && strings.IndexByte("\"<>\\^`{|}", c) < 0 {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1])
		}
	}
	return b.String()
}

// sources are the works that the numbers rest on, each once.
func (m *Meta) sources() []*cite.Source {
	var out []*cite.Source
	seen := map[*cite.Source]bool{nil: true}
	for _, u := range m.Uses {
		if !seen[u.Ref.Source] {
			seen[u.Ref.Source] = true
			out = append(out, u.Ref.Source)
		}
	}
	return out
}
