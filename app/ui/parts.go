package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Parts are the parts of a page that are drawn apart from it: what each would draw
// now, and how often the page has come to rest.
type Parts struct {
	rests int
	draw  map[string]func() h.UI
}

// Begin says that the page is drawn anew, and whether something on it moves.
func (p *Parts) Begin(moving bool) {
	if !moving {
		p.rests++
	}
}

// Calm returns the part named id, which draws itself when the page rests and
// stays as it is while a slider moves: tables and sentences that nobody reads
// during a drag would take the time of the figures that everybody watches.
func (p *Parts) Calm(id string, draw func() h.UI) h.UI {
	if p.draw == nil {
		p.draw = map[string]func() h.UI{}
	}
	p.draw[id] = draw
	return &part{ID: id, Version: p.rests, Parts: p}
}

// part is one of them. go-app draws it again when Version differs: of the same
// place on a page the other fields never do.
type part struct {
	h.Compo
	ID      string
	Version int
	Parts   *Parts
}

// Render draws the part as it is now.
func (c *part) Render() h.UI {
	Breathe()
	return c.Parts.draw[c.ID]()
}
