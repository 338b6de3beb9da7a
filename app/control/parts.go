package control

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Parts are the parts of a page that are drawn apart from it: what each would draw
// now, how often the page has been drawn, and how often it has come to rest.
type Parts struct {
	drawn, rests int
	draw         map[string]func() h.UI

	held    bool // parts are empty until they are released
	waiting []*part
	next    *part // is being drawn
	then    func()
	page    h.Context
}

// Begin says that the page is drawn anew, and whether something on it moves.
func (p *Parts) Begin(moving bool) {
	p.drawn++
	if !moving {
		p.rests++
	}
}

// Stage returns the part named id, which draws itself whenever the page is drawn.
// It is a part so that it can be held.
func (p *Parts) Stage(id string, draw func() h.UI) h.UI { return p.part(id, p.drawn, draw) }

// Calm returns the part named id, which draws itself when the page rests and
// stays as it is while a slider moves: tables and sentences that nobody reads
// during a drag would take the time of the figures that everybody watches.
func (p *Parts) Calm(id string, draw func() h.UI) h.UI { return p.part(id, p.rests, draw) }

func (p *Parts) part(id string, version int, draw func() h.UI) h.UI {
	if p.draw == nil {
		p.draw = map[string]func() h.UI{}
	}
	p.draw[id] = draw
	return &part{ID: id, Version: version, Parts: p}
}

// Hold leaves parts empty when the page is first drawn, so that this does not
// keep the browser from everything else in one piece. Release fills them.
func (p *Parts) Hold() { p.held, starting = true, true }

// starting is whether the page is still hidden, onceShown what waits for its end.
var (
	starting  bool
	onceShown []func()
)

// Shown does f once the page is shown, such as scrolling to something on it.
func Shown(f func()) {
	if starting {
		onceShown = append(onceShown, f)
		return
	}
	f()
}

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
		p.held, starting = false, false
		p.then()
		for _, f := range onceShown {
			f()
		}
		onceShown = nil
		return
	}
	p.next.ctx.Dispatch(func(ctx h.Context) {
		keep(p.page) // only the part itself is drawn
		p.next.free = true
		// Parts within this one wait as well once they have been mounted, of which
		// this dispatch comes behind those that tell.
		ctx.Defer(func(h.Context) {
			p.page.Dispatch(func(ctx h.Context) {
				keep(ctx)
				p.release()
			})
		})
	})
}

// part is one of them. go-app draws it again when Version differs: of the same
// place on a page the other fields never do.
type part struct {
	h.Compo
	ID      string
	Version int
	Parts   *Parts

	ctx   h.Context
	free  bool // it may be drawn although others are held
	empty bool // it was held when it was drawn
}

// Render draws the part as it is now.
func (c *part) Render() h.UI {
	if c.empty = c.Parts.held && !c.free; c.empty {
		return h.Div()
	}
	return c.Parts.draw[c.ID]()
}

// OnMount waits with the others while parts are held.
func (c *part) OnMount(ctx h.Context) {
	if c.empty && !c.Parts.held {
		return // they were released meanwhile: it is drawn now
	}
	keep(ctx)
	if c.empty {
		c.ctx = ctx
		c.Parts.waiting = append(c.Parts.waiting, c)
	}
}

// OnDismount lets the others go on where the reader left the page meanwhile.
func (c *part) OnDismount() {
	if c.Parts.next == c && !c.free {
		c.Parts.release()
	}
}
