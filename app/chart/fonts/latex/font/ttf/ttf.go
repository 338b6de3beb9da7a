// Package ttf has the names of go-latex's font back end.
package ttf

import (
	"codeberg.org/go-latex/latex/drawtex"
	"golang.org/x/image/font/sfnt"
)

// Fonts are the faces of a formula.
type Fonts struct{ Default, Rm, It, Bf, BfIt *sfnt.Font }

// Backend draws nothing.
type Backend struct{}

// NewFrom returns a back end.
func NewFrom(*drawtex.Canvas, *Fonts) *Backend { return &Backend{} }
