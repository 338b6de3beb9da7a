// Package drawtex has the names of go-latex's drawing operations, and none of
// its drawing.
package drawtex

import "golang.org/x/image/font/sfnt"

// Op is a drawing operation.
type Op interface{ isOp() }

// GlyphOp draws a glyph.
type GlyphOp struct {
	X, Y  float64
	Glyph Glyph
}

// RectOp fills a rectangle.
type RectOp struct{ X1, Y1, X2, Y2 float64 }

func (GlyphOp) isOp() {}
func (RectOp) isOp()  {}

// Glyph is a glyph of a font.
type Glyph struct {
	Font   *sfnt.Font
	Size   float64
	Symbol string
}

// Canvas records nothing.
type Canvas struct{}

// New returns a canvas.
func New() *Canvas { return &Canvas{} }

// Ops is always empty.
func (*Canvas) Ops() []Op { return nil }
