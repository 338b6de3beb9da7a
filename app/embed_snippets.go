package app

import (
	"html"
	"strings"

	"lossline/app/page"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// Snippet is a piece of text that shows a figure in a page of another site.
type Snippet struct{ Name, Code string }

// Snippets are the ways to show the figure with an ID of page.Embeds in the pages
// of others, by the link to the whole page with its state, as it is shared. Nil if
// the figure is not known or the link has no address before its fragment.
//
// What no script follows, Markdown and LaTeX, shows the default state and leads
// to that of the link.
func Snippets(figure, link string) []Snippet {
	f, ok := page.EmbeddedByID(figure)
	address, state, _ := strings.Cut(link, "#")
	if !ok || address == "" {
		return nil
	}
	l := languages.First()
	for _, other := range languages.All()[1:] {
		if strings.HasSuffix(address, "/"+page.Path(other, page.Of(f.Page))) {
			l = other
		}
	}
	path := page.Path(l, page.Of(f.Page))
	s := snippet{base: strings.TrimSuffix(address, path), link: link, t: &languages.In(l).Embed, title: embedTitle(l, f)}
	s.at = s.base + strings.TrimSuffix(EmbedPath(l, f), "/")
	s.src = s.at + "/"
	if state != "" {
		s.src += "#" + state
	}
	return []Snippet{
		{s.t.SnippetFrame, s.frame()},
		{s.t.SnippetHeight, s.frame() + "\n" + `<script async src="` + esc(s.base) + `embed-host.js"></script>`},
		{s.t.SnippetElement, s.element(f, l, state)},
		{s.t.SnippetMDX, s.mdx()},
		{s.t.SnippetMarkdown, s.markdown()},
		{s.t.SnippetQuarto, "```{=html}\n" + s.frame() + "\n```"},
		{s.t.SnippetMkDocs, s.frame()},
		{s.t.SnippetWordPress, s.wordPress()},
		{s.t.SnippetLaTeX, s.latex(f)},
		{s.t.SnippetPinned, s.pinned(s.tag(f, l, state))},
	}
}

// snippet is what all of them are made of.
type snippet struct {
	base, at, src, link, title string
	t                          *text.EmbedText
}

func esc(s string) string { return html.EscapeString(s) }

// embedTitle names the figure where it is not drawn.
func embedTitle(l text.Lang, f ui.Embedded) string {
	return "Lossline" + languages.In(l).Colon + page.Of(f.Page).Name(languages.In(l))
}

func (s snippet) frame() string {
	return `<iframe class="lossline" src="` + esc(s.src) + `" title="` + esc(s.title) +
		`" width="640" height="375" loading="lazy" referrerpolicy="no-referrer" style="width:100%;border:0"></iframe>`
}

func (s snippet) element(f ui.Embedded, l text.Lang, state string) string {
	return s.script("element.js", "") + "\n" + s.tag(f, l, state)
}

// script includes a script of the site, with more attributes.
func (s snippet) script(name, attributes string) string {
	return `<script async src="` + esc(s.base) + name + `"` + attributes + `></script>`
}

// tag is the element that the script defines.
func (s snippet) tag(f ui.Embedded, l text.Lang, state string) string {
	code := `<lossline-figure figure="` + f.ID + `"`
	if d := languages.In(l).Dir; d != "" {
		code += ` lang="` + d + `"`
	}
	if state != "" {
		code += ` state="` + esc(state) + `"`
	}
	return code + "></lossline-figure>"
}

// mdx is the frame where styles are objects and attributes have other names.
func (s snippet) mdx() string {
	return `<iframe className="lossline" src="` + esc(s.src) + `" title="` + esc(s.title) +
		`" width="640" height="375" loading="lazy" referrerPolicy="no-referrer" style={{width: "100%", border: 0}} />`
}

// markdown is a picture that follows the reader's theme and leads to the page: what
// GitHub and others leave of HTML.
func (s snippet) markdown() string {
	return `<a href="` + esc(s.link) + `"><picture>` +
		`<source media="(prefers-color-scheme: dark)" srcset="` + esc(s.at) + `.dark.svg">` +
		`<img alt="` + esc(s.title) + `" src="` + esc(s.at) + `.light.svg"></picture></a>`
}

// wordPress is a block of HTML: WordPress takes the address alone only of sites
// that it knows.
func (s snippet) wordPress() string {
	return "<!-- wp:html -->\n" + s.frame() + "\n<!-- /wp:html -->"
}

func (s snippet) latex(f ui.Embedded) string {
	// Within \url and \href, # and % are what they are only with a backslash.
	link := strings.NewReplacer("%", `\%`, "#", `\#`, "&", `\&`, "_", `\_`).Replace(s.link)
	return "% " + s.at + ".light.svg, as PDF: inkscape --export-type=pdf lossline-" + f.ID + ".svg\n" +
		"\\begin{figure}\n  \\centering\n  \\includegraphics[width=\\linewidth]{lossline-" + f.ID + "}\n" +
		"  \\caption{\\href{" + link + "}{" + s.t.LaTeXCaption + "}}\n\\end{figure}"
}
