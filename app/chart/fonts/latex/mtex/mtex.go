// Package mtex has the names of go-latex's parser of formulas.
package mtex

import (
	"errors"

	"codeberg.org/go-latex/latex/drawtex"
	"codeberg.org/go-latex/latex/font/ttf"
	"codeberg.org/go-latex/latex/tex"
)

// Renderer draws a formula.
type Renderer interface {
	Render(width, height, dpi float64, c *drawtex.Canvas) error
}

// ErrNone is the error of every formula.
var ErrNone = errors.New("mtex: there is no LaTeX in this build")

// Parse returns ErrNone.
func Parse(expr string, fontSize, dpi float64, backend *ttf.Backend) (tex.Node, error) {
	return nil, ErrNone
}
