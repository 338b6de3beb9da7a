package control

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Parts are the parts of a page that wait for a pause: what each would draw now,
// and how often the page has come to rest.
type Parts struct {
	Rests int
	draw  map[string]func() h.UI
}

// Calm returns the part named id, which draws itself when the page rests and
// stays as it is while a slider moves: tables and sentences that nobody reads
// during a drag would take the time of the figures that everybody watches.
func (p *Parts) Calm(id string, draw func() h.UI) h.UI {
	if p.draw == nil {
		p.draw = map[string]func() h.UI{}
	}
	p.draw[id] = draw
	return &calm{ID: id, Rests: p.Rests, Parts: p}
}

// calm is one part. go-app draws it again when Rests differs: the other fields
// never do.
type calm struct {
	h.Compo
	ID    string
	Rests int
	Parts *Parts
}

// Render draws the part as it is now.
func (c *calm) Render() h.UI { return c.Parts.draw[c.ID]() }
