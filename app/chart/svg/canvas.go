// Package svg is a vg.Canvas that writes SVG for a web page: few elements, few
// bytes, and colours that the page's style sheet decides.
//
//   - Coordinates are rounded to a tenth of a pixel and point down, as SVG's do;
//     the transforms of vg are applied to them, so that the image has no groups.
//   - One path of vg is one subpath. Paths that follow each other with the same
//     paint share one element: all ticks, all grid lines, all markers.
//   - A color.Color that is a Classer is written as its class and currentColor.
//   - Text is text, anchored where it was aligned.
//
// One unit of vg.Length is one CSS pixel. The same calls give the same bytes.
package svg

import (
	"errors"
	"image"
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// Classer is a color.Color that the style sheet knows by a class.
type Classer interface {
	color.Color
	Class() string
}

// Options say what the svg element is and how colours are written.
type Options struct {
	ID          string // stem of the ids of title and desc; "" if they are to have none
	Title, Desc string // accessible name and description
	Class       string // of the svg element

	// Standalone writes colours, sizes and the font as attributes, for a file
	// that no style sheet comes with. The rest is for this case.
	Standalone bool
	Font       string      // font-family
	Paper      color.Color // the ground, nil for none
	Margin     vg.Length   // of ground around the canvas
}

// Canvas is a vg.Canvas. Reset must be called before anything is drawn.
type Canvas struct {
	buf   []byte
	opt   Options
	w, h  float64
	now   state
	stack []state
	done  bool
	err   error
	pen   pen

	// The open path element, to which a path of the same paint is added.
	open bool
	last paint
}

var _ vg.CanvasSizer = (*Canvas)(nil)

// state is what Push saves.
type state struct {
	color color.Color
	width vg.Length
	dash  []vg.Length
	offs  vg.Length
	m     matrix
}

// paint is what two paths must have in common to share an element.
type paint struct {
	stroke bool
	color  color.Color
	width  vg.Length
	dash   *vg.Length // patterns are shared slices: the same one or another
	offs   vg.Length
}

// errImage is an error and not a picture: figures have no images, and a PNG
// encoder would have to be sent to every reader.
var errImage = errors.New("svg: images are not supported")

// errNumber says that a coordinate was NaN, infinite or beyond any screen.
var errNumber = errors.New("svg: a coordinate is not a number on the canvas")

// Reset begins an image of w by h pixels. Memory is kept.
func (c *Canvas) Reset(w, h vg.Length, o Options) {
	*c = Canvas{buf: c.buf[:0], stack: c.stack[:0], opt: o, w: w.Points(), h: h.Points()}
	c.now.m = identity
	vg.Initialize(c)
	c.head()
}

// Size returns the size given to Reset.
func (c *Canvas) Size() (w, h vg.Length) { return vg.Length(c.w), vg.Length(c.h) }

// Bytes ends the image and returns it; it is overwritten after the next Reset.
func (c *Canvas) Bytes() ([]byte, error) {
	if !c.done {
		c.endPath()
		c.buf = append(c.buf, "</svg>"...)
		c.done = true
	}
	return c.buf, c.err
}

// SetLineWidth implements vg.Canvas.
func (c *Canvas) SetLineWidth(w vg.Length) { c.now.width = w }

// SetLineDash implements vg.Canvas. The pattern must not change afterwards.
func (c *Canvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	c.now.dash, c.now.offs = pattern, offset
}

// SetColor implements vg.Canvas.
func (c *Canvas) SetColor(clr color.Color) {
	if clr == nil {
		clr = color.Black
	}
	c.now.color = clr
}

// Rotate implements vg.Canvas.
func (c *Canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	c.now.m = c.now.m.mul(matrix{cos, sin, -sin, cos, 0, 0})
}

// Translate implements vg.Canvas.
func (c *Canvas) Translate(pt vg.Point) {
	c.now.m = c.now.m.mul(matrix{1, 0, 0, 1, pt.X.Points(), pt.Y.Points()})
}

// Scale implements vg.Canvas. Line widths are not scaled.
func (c *Canvas) Scale(x, y float64) { c.now.m = c.now.m.mul(matrix{x, 0, 0, y, 0, 0}) }

// Push implements vg.Canvas.
func (c *Canvas) Push() { c.stack = append(c.stack, c.now) }

// Pop implements vg.Canvas.
func (c *Canvas) Pop() {
	if n := len(c.stack); n > 0 {
		c.now, c.stack = c.stack[n-1], c.stack[:n-1]
	}
}

// DrawImage implements vg.Canvas; images are not supported, as Bytes will say.
func (c *Canvas) DrawImage(vg.Rectangle, image.Image) { c.err = errImage }

// Stroke implements vg.Canvas.
func (c *Canvas) Stroke(p vg.Path) {
	if c.now.width <= 0 || len(p) == 0 {
		return
	}
	s := paint{stroke: true, color: c.now.color, width: c.now.width, offs: c.now.offs}
	if len(c.now.dash) > 0 {
		s.dash = &c.now.dash[0]
	}
	c.begin(s)
	c.path(p)
}

// Fill implements vg.Canvas.
func (c *Canvas) Fill(p vg.Path) {
	if len(p) == 0 {
		return
	}
	c.begin(paint{color: c.now.color})
	c.path(p)
}

// Break ends the open element: what follows gets its own even if its paint is
// the same.
func (c *Canvas) Break() { c.endPath() }

// begin opens a path element of the paint s, unless one is open.
func (c *Canvas) begin(s paint) {
	if c.open && s == c.last {
		return
	}
	c.endPath()
	c.buf = append(c.buf, "<path"...)
	c.colour(s.color, "", s.stroke)
	if s.stroke {
		c.buf = append(c.buf, ` fill="none"`...)
		if s.width != 1 {
			c.num(` stroke-width="`, s.width.Points())
		}
		c.dashes()
	}
	c.buf = append(c.buf, ` d="`...)
	c.open, c.last, c.pen = true, s, pen{}
}

// endPath closes the open element.
func (c *Canvas) endPath() {
	if c.open {
		c.buf = append(c.buf, `"/>`...)
		c.open = false
	}
}

// dashes writes the dash pattern, if there is one.
func (c *Canvas) dashes() {
	for i, d := range c.now.dash {
		if i == 0 {
			c.buf = append(c.buf, ` stroke-dasharray="`...)
		} else {
			c.buf = append(c.buf, ' ')
		}
		c.buf = appendNumber(c.buf, d.Points())
	}
	if len(c.now.dash) == 0 {
		return
	}
	c.buf = append(c.buf, '"')
	if c.now.offs != 0 {
		c.num(` stroke-dashoffset="`, c.now.offs.Points())
	}
}

// num writes an attribute, opened by name, with a number.
func (c *Canvas) num(name string, v float64) {
	c.buf = append(c.buf, name...)
	c.buf = appendNumber(c.buf, v)
	c.buf = append(c.buf, '"')
}
