package control

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Parts are the parts of a page that wait for a pause: what each would draw now,
// and how often the page has come to rest.
type Parts struct {
	Rests int
	draw  map[string]func() h.UI

	held    bool // parts are empty until they are released
	waiting []*calm
	next    *calm // is being drawn
	then    func()
	page    h.Context
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

// Hold leaves parts empty when the page is first drawn, so that this does not
// keep the browser from everything else in one piece. Release fills them.
func (p *Parts) Hold() { p.held = true }

// Release draws the parts that were held, one after the other with the browser's
// own work in between, and calls then. The context is that of the page.
func (p *Parts) Release(page h.Context, then func()) {
	p.page, p.then = page, then
	p.release()
}

func (p *Parts) release() {
	p.next = nil
	for p.next == nil && len(p.waiting) > 0 {
		if c := p.waiting[0]; c.Mounted() {
			p.next = c
		}
		p.waiting = p.waiting[1:]
	}
	if p.next == nil {
		p.held = false
		p.then()
		return
	}
	p.next.ctx.Dispatch(func(ctx h.Context) {
		keep(p.page) // only the part itself is drawn
		p.next.free = true
		ctx.Defer(func(h.Context) { p.release() })
	})
}

// calm is one part. go-app draws it again when Rests differs: the other fields
// never do.
type calm struct {
	h.Compo
	ID    string
	Rests int
	Parts *Parts

	ctx  h.Context
	free bool // it may be drawn although others are held
}

// Render draws the part as it is now.
func (c *calm) Render() h.UI {
	if c.Parts.held && !c.free {
		return h.Div()
	}
	return c.Parts.draw[c.ID]()
}

// OnMount waits with the others while parts are held.
func (c *calm) OnMount(ctx h.Context) {
	keep(ctx)
	if c.Parts.held {
		c.ctx = ctx
		c.Parts.waiting = append(c.Parts.waiting, c)
	}
}

// OnDismount lets the others go on where the reader left the page meanwhile.
func (c *calm) OnDismount() {
	if c.Parts.next == c && !c.free {
		c.Parts.release()
	}
}
