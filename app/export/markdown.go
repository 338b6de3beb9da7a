package export

import "strings"

// Markdown writes the sheet as a table of GitHub-flavoured Markdown, with what
// it rests on below it. Texts are shown as they are: none is taken for markup.
func (s *Sheet) Markdown(m Meta) string {
	var b strings.Builder
	if s.Title != "" {
		b.WriteString("**" + markdown(s.Title) + "**\n\n")
	}
	b.WriteByte('|')
	for _, h := range s.Heads {
		b.WriteString(" " + markdown(h) + " |")
	}
	b.WriteString("\n|")
	for i := range s.Heads {
		if s.numeric(i) {
			b.WriteString(" ---: |")
		} else {
			b.WriteString(" :--- |")
		}
	}
	for _, r := range s.Rows {
		b.WriteString("\n|")
		for i := range s.Heads {
			cell := ""
			if i < len(r) {
				cell = markdown(r[i].Text)
			}
			b.WriteString(" " + cell + " |")
		}
	}
	b.WriteString("\n\n")
	if s.Note != "" {
		b.WriteString(markdown(s.Note) + "\n\n")
	}
	b.WriteString(m.markdownSource())
	return b.String()
}

// markdownSource is where something comes from, a line: the program, linked to
// the permalink, the date, what numbers rest on.
func (m *Meta) markdownSource() string {
	s := markdown(m.program())
	if m.Permalink != "" {
		s = "[" + s + "](<" + address(m.Permalink) + ">)"
	}
	if m.Date != "" {
		s += ", " + markdown(m.Date)
	}
	for _, u := range m.Uses {
		s += "; " + markdown(u.String())
	}
	return s + "\n"
}

// MarkdownImage is a picture in Markdown, with the words for those who do not
// see it, and its origin below.
func MarkdownImage(file string, m Meta) string {
	return "![" + markdown(m.Alt) + "](" + file + ")\n\n" + m.markdownSource()
}

// markdown escapes what Markdown would take for markup, an address for a link, math
// on GitHub, and the expressions that MDX, Jekyll and Pandoc run.
func markdown(s string) string { return markdownEscape.Replace(oneLine(s)) }

var markdownEscape = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "|", `\|`, "[", `\[`, "]", `\]`, "~", `\~`, "$", `\$`, "#", `\#`, "!", `\!`,
	"{", `\{`, "}", `\}`, "^", `\^`, "@", `\@`, "://", `:\//`, "www.", `www\.`, "<", "&lt;", ">", "&gt;", "&", "&amp;")
