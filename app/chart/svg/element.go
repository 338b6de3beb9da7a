package svg

import (
	"image/color"
	"math"
	"strconv"
	"unicode/utf8"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// head writes the svg element's opening, its name and its ground.
func (c *Canvas) head() {
	b := append(c.buf, `<svg xmlns="http://www.w3.org/2000/svg"`...)
	b = attr(b, "class", c.opt.Class)
	m := 0.0
	if c.opt.Standalone {
		m = c.opt.Margin.Points()
	}
	w, h := c.w+2*m, c.h+2*m
	for _, a := range [...]struct {
		name string
		v    float64
	}{{` width="`, w}, {`" height="`, h}, {`" viewBox="`, -m}, {" ", -m}, {" ", w}, {" ", h}} {
		b = append(b, a.name...)
		b = appendNumber(b, a.v)
	}
	b = append(b, `" stroke-linejoin="round"`...)
	if c.opt.Standalone {
		b = attr(b, "font-family", c.opt.Font)
	}
	if c.opt.Title != "" {
		b = append(b, ` role="img"`...)
	}
	c.buf = c.names(b)
	if c.opt.Standalone && c.opt.Paper != nil {
		c.buf = append(c.buf, "<rect"...)
		c.num(` x="`, -m)
		c.num(` y="`, -m)
		c.buf = append(c.buf, ` width="100%" height="100%"`...)
		c.colour(c.opt.Paper, "", false)
		c.buf = append(c.buf, "/>"...)
	}
}

// names ends the opening tag with the reference to the name and the
// description, and writes these.
func (c *Canvas) names(b []byte) []byte {
	id, title, desc := c.opt.ID, c.opt.Title, c.opt.Desc
	if id != "" && title != "" {
		b = append(b, ` aria-labelledby="`...)
		b = append(appendText(b, id), "-t"...)
		if desc != "" {
			b = append(appendText(append(b, ' '), id), "-d"...)
		}
		b = append(b, '"')
	}
	b = append(b, '>')
	b = named(b, "title", id, "-t", title)
	return named(b, "desc", id, "-d", desc)
}

// named writes <tag id="id+suffix">text</tag>, or nothing for no text.
func named(b []byte, tag, id, suffix, text string) []byte {
	if text == "" {
		return b
	}
	b = append(append(b, '<'), tag...)
	if id != "" {
		b = append(b, ` id="`...)
		b = append(append(appendText(b, id), suffix...), '"')
	}
	b = appendText(append(b, '>'), text)
	return append(append(append(b, "</"...), tag...), '>')
}

// attr writes an attribute, or nothing for an empty value.
func attr(b []byte, name, value string) []byte {
	if value == "" {
		return b
	}
	b = append(append(append(b, ' '), name...), `="`...)
	return append(appendText(b, value), '"')
}

// colour writes the attributes of a stroke or a fill of clr, with more as a
// further class.
func (c *Canvas) colour(clr color.Color, more string, stroke bool) {
	name := ` fill`
	if stroke {
		name = ` stroke`
	}
	_, _, _, a := clr.RGBA()
	cl, ok := clr.(Classer)
	ok = ok && !c.opt.Standalone
	switch {
	case ok && more != "":
		c.buf = append(append(append(append(append(c.buf, ` class="`...), cl.Class()...), ' '), more...), '"')
	case ok:
		c.buf = attr(c.buf, "class", cl.Class())
	default:
		if !c.opt.Standalone {
			c.buf = attr(c.buf, "class", more)
		}
	}
	c.buf = append(append(c.buf, name...), `="`...)
	if ok {
		c.buf = append(c.buf, "currentColor"...)
	} else {
		c.buf = appendHex(c.buf, clr)
	}
	c.buf = append(c.buf, '"')
	if a != 0xffff {
		c.buf = append(append(c.buf, name...), "-opacity"...)
		c.num(`="`, float64(a)/0xffff)
	}
}

// appendHex writes a colour as #rrggbb, its alpha undone.
func appendHex(b []byte, clr color.Color) []byte {
	const digits = "0123456789abcdef"
	n := color.NRGBAModel.Convert(clr).(color.NRGBA)
	b = append(b, '#')
	for _, v := range [...]uint8{n.R, n.G, n.B} {
		b = append(b, digits[v>>4], digits[v&15])
	}
	return b
}

// FillString implements vg.Canvas.
func (c *Canvas) FillString(f font.Face, pt vg.Point, text string) {
	c.Text(Text{Face: f, At: pt, Text: text})
}

// Text is a line of text.
type Text struct {
	Face   font.Face
	At     vg.Point // on the baseline
	Text   string
	Anchor float64     // what part of the text lies left of At: 0, 0.5 or 1
	Class  string      // of the style sheet, which then decides the size and weight; else they are written
	Halo   color.Color // shines around the text in a file of its own; elsewhere that is for the class
}

// Text writes a line of text in the current colour.
func (c *Canvas) Text(t Text) {
	size := t.Face.Font.Size.Points() * c.now.m.scale()
	x, y, ok := c.tenths(t.At)
	if size <= 0 || t.Text == "" || !ok {
		return
	}
	c.endPath()
	c.buf = append(c.buf, "<text"...)
	c.colour(c.now.color, t.Class, false)
	c.buf = append(appendTenths(append(c.buf, ` x="`...), x), '"')
	c.buf = append(appendTenths(append(c.buf, ` y="`...), y), '"')
	switch t.Anchor {
	case 0.5:
		c.buf = append(c.buf, ` text-anchor="middle"`...)
	case 1:
		c.buf = append(c.buf, ` text-anchor="end"`...)
	}
	if t.Class == "" || c.opt.Standalone {
		c.num(` font-size="`, size)
		if w := int(t.Face.Font.Weight); w != 0 {
			c.buf = append(strconv.AppendInt(append(c.buf, ` font-weight="`...), int64(400+100*w), 10), '"')
		}
	}
	if t.Halo != nil && c.opt.Standalone {
		c.buf = append(appendHex(append(c.buf, ` paint-order="stroke" stroke="`...), t.Halo), `" stroke-width="3"`...)
	}
	if a := c.now.m.angle(); a != 0 {
		c.num(` transform="rotate(`, -a*180/math.Pi)
		c.buf[len(c.buf)-1] = ' '
		c.buf = append(appendTenths(append(appendTenths(c.buf, x), ' '), y), `)"`...)
	}
	c.buf = append(appendText(append(c.buf, '>'), t.Text), "</text>"...)
}

// appendText writes s escaped for text and for attributes in double quotes.
// What XML has no place for becomes U+FFFD.
func appendText(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '"':
			b = append(b, "&quot;"...)
		case r < ' ' && r != '\t' && r != '\n', r == 0xfffe, r == 0xffff:
			b = append(b, "\uFFFD"...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}
