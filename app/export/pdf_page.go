package export

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// page is the content of a page of PDF, in the coordinates of the picture.
type page struct {
	b         []byte
	w, h      float64  // of the picture in pixels
	opacities []string // the states that the page needs, by their names G0, G1, …
	now       struct{ fill, stroke, width, dash, state string }
}

// elem is an element of a picture: its name, its attributes as they stand, its
// text.
type elem struct{ name, attrs, text string }

// get returns the value of an attribute, or "" where the element lacks it.
func (e *elem) get(name string) string {
	_, v, ok := strings.Cut(e.attrs, " "+name+`="`)
	if !ok {
		return ""
	}
	v, _, _ = strings.Cut(v, `"`)
	return v
}

// num returns an attribute as a number, 0 for none.
func (e *elem) num(name string) float64 {
	v, err := strconv.ParseFloat(e.get(name), 64)
	if err != nil {
		return 0
	}
	return v
}

// errPicture is the error of a picture that no figure made.
func errPicture(what string) error { return errors.New("export: PDF of a picture with " + what) }

// draw writes what a picture shows. The svg element is the only one that has
// others inside.
func (p *page) draw(svg string) error {
	for svg != "" {
		rest, ok := strings.CutPrefix(svg, "<")
		if !ok {
			return errPicture("text outside of text elements")
		}
		tag, rest, ok := strings.Cut(rest, ">")
		if !ok {
			return errPicture("no end")
		}
		svg = rest
		if tag == "/svg" {
			continue
		}
		e := elem{}
		tag, empty := strings.CutSuffix(tag, "/")
		e.name, e.attrs, _ = strings.Cut(tag, " ")
		e.attrs = " " + e.attrs
		if !empty && e.name != "svg" {
			if e.text, svg, ok = strings.Cut(svg, "</"+e.name+">"); !ok {
				return errPicture("an open <" + clipped(e.name) + ">")
			}
		}
		if err := p.element(&e); err != nil {
			return err
		}
	}
	if p.w == 0 {
		return errPicture("no size")
	}
	return nil
}

func (p *page) element(e *elem) error {
	switch e.name {
	case "svg":
		return p.begin(e)
	case "title", "desc", "metadata":
	case "rect": // the ground
		p.paint(e)
		p.op("re f", e.num("x"), e.num("y"), p.w, p.h)
	case "path":
		p.paint(e)
		if !p.path(e.get("d")) {
			return errPicture("a path that is none: " + clipped(e.get("d")))
		}
		if e.get("stroke") != "" {
			p.b = append(p.b, "S\n"...)
		} else {
			p.b = append(p.b, "f\n"...)
		}
	case "text":
		p.text(e)
	default:
		return errPicture("an element <" + clipped(e.name) + ">")
	}
	return nil
}

// begin turns the page's coordinates, points from the bottom left, into those of
// the picture.
func (p *page) begin(e *elem) error {
	var box [4]float64
	for i, s := range strings.SplitN(e.get("viewBox"), " ", 4) {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return errPicture("no viewBox")
		}
		box[i] = v
	}
	if p.w, p.h = box[2], box[3]; !(p.w > 0 && p.h > 0 && p.w+p.h < 1e6) || p.b != nil {
		return errPicture("no viewBox, or several")
	}
	p.op("cm", perPixel, 0, 0, -perPixel, -box[0]*perPixel, (box[1]+p.h)*perPixel)
	p.b = append(p.b, "1 j\n"...)
	return nil
}

// paint sets colours, opacity, width and dashes, those that are not set yet.
func (p *page) paint(e *elem) {
	opacity := "1"
	if s := e.get("stroke"); s != "" {
		p.set(&p.now.stroke, colour(s)+" RG")
		width := "1"
		if e.get("stroke-width") != "" {
			width = short(e.num("stroke-width"))
		}
		p.set(&p.now.width, width+" w")
		offset := "0"
		if e.get("stroke-dashoffset") != "" {
			offset = short(e.num("stroke-dashoffset"))
		}
		p.set(&p.now.dash, "["+e.get("stroke-dasharray")+"] "+offset+" d")
		if v := e.num("stroke-opacity"); v > 0 {
			opacity = short(v)
		}
	}
	if s := e.get("fill"); s != "none" {
		p.set(&p.now.fill, colour(s)+" rg")
		if v := e.num("fill-opacity"); v > 0 {
			opacity = short(v)
		}
	}
	i := slices.Index(p.opacities, opacity)
	if i < 0 {
		i = len(p.opacities)
		p.opacities = append(p.opacities, opacity)
	}
	p.set(&p.now.state, "/G"+strconv.Itoa(i)+" gs")
}

// set writes an operation, unless it is the last one of its kind.
func (p *page) set(last *string, op string) {
	if *last != op {
		*last = op
		p.b = append(append(p.b, op...), '\n')
	}
}

// states are the opacities as graphics states.
func (p *page) states() string {
	var b strings.Builder
	for i, o := range p.opacities {
		b.WriteString("/G" + strconv.Itoa(i) + "<</ca " + o + "/CA " + o + ">>")
	}
	return b.String()
}

// op writes an operator after its numbers.
func (p *page) op(name string, vs ...float64) {
	for _, v := range vs {
		p.b = append(append(p.b, short(v)...), ' ')
	}
	p.b = append(append(p.b, name...), '\n')
}

// colour is #rrggbb as three numbers from 0 to 1.
func colour(hex string) string {
	v, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 24)
	if err != nil {
		v = 0
	}
	part := func(n uint64) string { return short(float64(n&255) / 255) }
	return part(v>>16) + " " + part(v>>8) + " " + part(v)
}

// short writes v with at most four decimals.
func short(v float64) string {
	s := strconv.FormatFloat(v, 'f', 4, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// clipped is the beginning of something that an error shows.
func clipped(s string) string {
	if len(s) > 24 {
		return s[:24] + "…"
	}
	return s
}
