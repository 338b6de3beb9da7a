package export

import (
	"math"
	"slices"
	"strings"
)

// fontID is a font of the page, F0 to F3.
type fontID byte

const (
	helvetica fontID = iota
	helveticaBold
	symbolFont
	chineseFont
)

// piece is a run of text in one font. Raised and lowered pieces are smaller.
type piece struct {
	font  fontID
	raise int8   // 1 for an exponent, -1 for an index
	codes string // in the encoding of the font; for Chinese the text itself
	width float64
}

// The look of exponents and indices, in ems: the base-14 fonts have no glyphs for
// them but 1, 2 and 3.
const scriptSize, superRise, subRise = 0.62, 0.36, -0.12

const (
	superscript, superPlain = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni"
	subscript, subPlain     = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙₜₘₚ", "0123456789+−=()aeoxntmp"
)

// windows are the characters that WinAnsiEncoding has from 0x80 to 0x9f, those
// of Windows code page 1252. Where it has none stands a space.
var windows = []rune("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")

// pieces breaks s into runs.
func pieces(s string, bold bool) []piece {
	var out []piece
	for _, r := range s {
		next := glyph(r, bold)
		if n := len(out); n > 0 && out[n-1].font == next.font && out[n-1].raise == next.raise {
			out[n-1].codes += next.codes
			out[n-1].width += next.width
			continue
		}
		out = append(out, next)
	}
	return out
}

// glyph is a piece of one character.
func glyph(r rune, bold bool) piece {
	for _, script := range [...]struct {
		from, to string
		raise    int8
	}{{superscript, superPlain, 1}, {subscript, subPlain, -1}} {
		if i := runeIndex(script.from, r); i >= 0 {
			p := glyph([]rune(script.to)[i], bold)
			p.raise, p.width = script.raise, p.width*scriptSize
			return p
		}
	}
	if c := winAnsi(r); c != 0 {
		font := helvetica
		if bold {
			font = helveticaBold
		}
		return piece{font: font, codes: string([]byte{c}), width: float64(latinWidths[font][c-32]) / 1000}
	}
	for i := range symbols {
		if k := runeIndex(symbols[i].chars, r); k >= 0 {
			return piece{font: symbolFont, codes: string([]byte{symbols[i].code + byte(k)}), width: float64(symbols[i].widths[k]) / 1000}
		}
	}
	return piece{font: chineseFont, codes: string(r), width: 1}
}

// winAnsi is the code of r in WinAnsiEncoding, 0 if it has none.
func winAnsi(r rune) byte {
	switch {
	case r >= ' ' && r < 0x7f, r >= 0xa0 && r <= 0xff:
		return byte(r)
	case r < ' ', r == 0x2009, r == 0x202f: // controls, thin spaces
		return ' '
	}
	for i, w := range windows {
		if w == r {
			return byte(0x80 + i)
		}
	}
	return 0
}

// runeIndex is the place of r among the characters of s, -1 if it is not there.
func runeIndex(s string, r rune) int {
	i := 0
	for _, c := range s {
		if c == r {
			return i
		}
		i++
	}
	return -1
}

// text writes a text element: what shines around it first, then the text.
func (p *page) text(e *elem) {
	s := xmlPlain.Replace(e.text)
	bold := e.num("font-weight") >= 600
	run := pieces(s, bold)
	size := e.num("font-size")
	width := 0.0
	for _, r := range run {
		width += r.width * size
	}
	x, y := e.num("x"), e.num("y")
	angle := 0.0
	if v, ok := strings.CutPrefix(e.get("transform"), "rotate("); ok {
		angle, _, _ = leadingNumber(v)
	}
	sin, cos := math.Sincos(angle * math.Pi / 180)
	switch e.get("text-anchor") {
	case "middle":
		x, y = x-width/2*cos, y-width/2*sin
	case "end":
		x, y = x-width*cos, y-width*sin
	}
	p.paint(e)
	scripts := slices.ContainsFunc(run, func(r piece) bool { return r.raise != 0 })
	if scripts { // so that 10²¹ is not copied as 1021
		p.b = append(p.b, "/Span<</ActualText<feff"+hexUTF16(s)+">>>BDC\n"...)
	}
	if e.get("stroke") != "" { // a halo
		p.line(run, size, halo, x, y, sin, cos)
	}
	mode := plain
	if bold {
		mode = thick
	}
	p.line(run, size, mode, x, y, sin, cos)
	if scripts {
		p.b = append(p.b, "EMC\n"...)
	}
}

var xmlPlain = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&")

// mode says how letters are painted (ISO 32000-1, table 106).
type mode byte

const (
	plain mode = '0' // filled
	halo  mode = '1' // outlined, below the same text filled
	thick mode = '2' // filled, and outlined where the font has no bold letters
)

// line shows the pieces of a text from x, y on. Text is drawn upright in
// coordinates that point down.
func (p *page) line(run []piece, size float64, how mode, x, y, sin, cos float64) {
	p.b = append(p.b, "BT\n"...)
	p.op("Tm", cos, sin, sin, -cos, x, y)
	for _, r := range run {
		s, rise := size, 0.0
		switch r.raise {
		case 1:
			s, rise = size*scriptSize, size*superRise
		case -1:
			s, rise = size*scriptSize, size*subRise
		}
		paint := how
		if how == thick && r.font != chineseFont {
			paint = plain
		}
		if paint == thick {
			p.set(&p.now.stroke, strings.ToUpper(p.now.fill))
			p.set(&p.now.width, short(size*boldStroke)+" w")
		}
		p.b = append(p.b, string([]byte{byte(paint)})+" Tr /F"+string('0'+rune(r.font))+" "...)
		p.op("Tf", s)
		p.op("Ts", rise)
		if r.font == chineseFont {
			p.b = append(p.b, "<"+hexUTF16(r.codes)+">Tj\n"...)
		} else {
			p.b = append(p.b, "("+pdfEscape.Replace(r.codes)+")Tj\n"...)
		}
	}
	p.b = append(p.b, "ET\n"...)
}

// boldStroke makes letters about as heavy as a bold font's, in ems.
const boldStroke = 0.035
