package chart

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"
)

// element is an element of an SVG as read back.
type element struct {
	name string
	attr map[string]string
	text string
}

// parseSVG reads an SVG and fails if it is not well-formed XML.
func parseSVG(t testing.TB, svg []byte) []element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	var out []element
	var open []int
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				if _, twice := e.attr[a.Name.Local]; twice {
					t.Fatalf("attribute %s twice in %s", a.Name.Local, e.name)
				}
				e.attr[a.Name.Local] = a.Value
			}
			open = append(open, len(out))
			out = append(out, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if n := len(open); n > 0 {
				out[open[n-1]].text += string(tok)
			}
		}
	}
}

// number returns a numeric attribute, 0 if it is missing.
func (e element) number(t testing.TB, name string) float64 {
	t.Helper()
	if e.attr[name] == "" {
		return 0
	}
	v, err := strconv.ParseFloat(e.attr[name], 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// xy is a point of a path in pixels from the top left; what begins a subpath is
// marked.
type xy struct {
	x, y float64
	move bool
}

// parsePath returns the ends of the segments of path data.
func parsePath(t testing.TB, d string) []xy {
	t.Helper()
	var out []xy
	var x, y float64
	s := scanner{t: t, s: d}
	for cmd := byte(0); !s.end(); {
		cmd = s.command(cmd)
		rel := cmd >= 'a'
		move := cmd == 'M' || cmd == 'm'
		nx, ny := x, y
		switch cmd | 0x20 {
		case 'z':
			continue
		case 'h':
			nx = s.number()
			if rel {
				nx += x
			}
		case 'v':
			ny = s.number()
			if rel {
				ny += y
			}
		case 'a':
			for range 5 {
				s.number()
			}
			fallthrough
		case 'm', 'l':
			nx, ny = s.number(), s.number()
			if rel {
				nx, ny = nx+x, ny+y
			}
		default:
			t.Fatalf("path command %q in %s", cmd, d)
		}
		x, y = nx, ny
		out = append(out, xy{x, y, move})
	}
	return out
}

// scanner reads path data.
type scanner struct {
	t testing.TB
	s string
}

func (s *scanner) end() bool {
	s.s = strings.TrimLeft(s.s, " ,\n")
	return s.s == ""
}

// command reads a command letter, or repeats the last one before a number.
func (s *scanner) command(last byte) byte {
	if c := s.s[0]; c|0x20 >= 'a' && c|0x20 <= 'z' {
		s.s = s.s[1:]
		return c
	}
	return last
}

func (s *scanner) number() float64 {
	s.t.Helper()
	s.end()
	n := 0
	if n < len(s.s) && s.s[n] == '-' {
		n++
	}
	for dot := false; n < len(s.s) && (s.s[n] >= '0' && s.s[n] <= '9' || s.s[n] == '.' && !dot || s.s[n] == 'e'); n++ {
		dot = dot || s.s[n] == '.'
	}
	v, err := strconv.ParseFloat(s.s[:n], 64)
	if err != nil {
		s.t.Fatalf("number in path: %q: %v", s.s, err)
	}
	s.s = s.s[n:]
	return v
}

// distinct drops the points that lie less than a tenth of a pixel from the one
// before, as our canvas does.
func distinct(pts []xy) []xy {
	var out []xy
	for _, p := range pts {
		if n := len(out); n > 0 && !p.move && math.Hypot(p.x-out[n-1].x, p.y-out[n-1].y) < 0.15 {
			continue
		}
		out = append(out, p)
	}
	return out
}
