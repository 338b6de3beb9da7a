package export

import (
	"bytes"
	"errors"
	"strings"

	"lossline/app/chart"
)

// Look says how a figure is drawn for a file; it need not be how the page draws
// it.
type Look struct {
	Theme    chart.Theme
	Size     chart.Size // in CSS pixels, margin included
	Clear    bool       // no ground: what lies behind the picture shines through
	Untitled bool       // without title and subtitle, for a place that has a caption
}

// SVG draws f as a file of its own: text as text, colours and sizes written out,
// name and description for readers who do not see it, and m, as JSON, in its
// metadata element. The file has no script, no style sheet, no font and no
// address that would be fetched. The error is that of drawing f.
func SVG(f *chart.XY, l Look, m Meta) ([]byte, error) {
	drawn := *f
	drawn.Bare = l.Untitled
	im, err := chart.File(&drawn, l.Theme, l.Size)
	if err != nil {
		return nil, err
	}
	at := headEnd(im.SVG)
	if at < 0 {
		return nil, errors.New("export: the figure is no SVG")
	}
	rest := im.SVG[at:]
	if end := bytes.Index(rest, []byte("/>")); l.Clear && end > 0 && bytes.HasPrefix(rest, []byte("<rect ")) {
		rest = rest[end+2:]
	}
	out := append([]byte(nil), im.SVG[:at]...)
	out = append(out, "<metadata>"...)
	out = append(out, xmlEscape.Replace(string(m.json()))...)
	out = append(out, "</metadata>"...)
	return append(out, rest...), nil
}

var xmlEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD")

// headEnd returns where what is drawn begins: after the opening of the svg
// element, its title and its description. It is -1 in something else.
func headEnd(svg []byte) int {
	at := bytes.IndexByte(svg, '>') + 1
	if at == 0 || !bytes.HasPrefix(svg, []byte("<svg ")) {
		return -1
	}
	for _, tag := range [...]string{"title", "desc"} {
		if !bytes.HasPrefix(svg[at:], []byte("<"+tag)) {
			continue
		}
		end := "</" + tag + ">"
		n := bytes.Index(svg[at:], []byte(end))
		if n < 0 {
			return -1
		}
		at += n + len(end)
	}
	return at
}

// Alt is what a figure shows in words, for the alternative text of a picture.
func Alt(f *chart.XY) string {
	_, _, desc := f.Name()
	return desc
}
