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
	field("url", bibURL.Replace(oneLine(m.Permalink)))
	field("urldate", latex(m.Date))
	b.WriteString("}\n")
	for _, s := range m.sources() {
		b.WriteString("\n" + s.BibTeX())
	}
	return b.String()
}

// bibURL keeps an address inside the braces of its field.
var bibURL = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20")

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
