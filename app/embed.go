package app

import (
	"encoding/json"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// Embed is the component of a page that stands in a frame of another site: one
// figure and at most its main control. It keeps nothing, and never writes its
// address: a browser gives a frame back the address it had last when the page
// around it is loaded again, and the figure would no longer be the author's.
type Embed struct {
	h.Compo

	lang    text.Lang
	figure  ui.Embedded
	base    string // from the page to the site's root; in the browser the whole address of it
	frame   page.EmbedFrame
	ws      *workspace
	draw    ui.Drawer
	browser browser
	live    bool // the static page has been taken over
}

// NewEmbed returns the page as it is first seen: a figure of the default
// scenario. base leads from the page to the root of the site.
func NewEmbed(l text.Lang, f ui.Embedded, base string) *Embed {
	e := &Embed{lang: l, figure: f, base: base, ws: newWorkspace(scenario.Default())}
	e.frame.Controls = true
	e.follow()
	return e
}

// Context is what the page is drawn from.
func (e *Embed) Context() ui.Context {
	return ui.Context{T: e.ws.fit.held.words(e.lang, e.ws.state.Own), State: e.ws.state, Outcome: e.ws.outcome, Send: e.send,
		Draw: &e.draw, Work: &e.ws.fit.work}
}

// EmbedPath is where the page of an embedded figure stands: "zh/embed/budget/".
func EmbedPath(l text.Lang, f ui.Embedded) string {
	return page.Path(l, page.Page{Path: "embed/" + f.ID})
}

// Title is that of the document.
func (e *Embed) Title() string {
	if f := page.EmbedFigure(e.Context(), e.figure); f != nil {
		return f.Title
	}
	return page.Of(e.figure.Page).Title(languages.In(e.lang))
}

// Render draws the figure and what belongs to it.
func (e *Embed) Render() h.UI {
	e.draw.Parts.Begin(e.ws.state.Moving())
	e.frame.Href = e.open()
	if !h.IsServer && e.frame.Width > 0 { // mounted: the first reply may have come
		e.takeOver()
	}
	root := h.Div().Body(page.Embed(e.Context(), e.figure, e.frame))
	if h.IsServer {
		return root.ID("static")
	}
	return root.ID("live").Hidden(true)
}

// open is the address of the whole page with the state of this one.
func (e *Embed) open() string {
	fragment := share.Encode(share.Link{Page: e.figure.Page, Scenario: e.ws.state.Scenario})
	if strings.HasPrefix(e.base, "file:") { // where there are no folders with pages: the offline copy
		if d := languages.In(e.lang).Dir; d != "" {
			fragment = d + "&" + fragment
		}
		return e.base + "lossline.html#" + fragment
	}
	return e.base + page.Path(e.lang, page.Of(e.figure.Page)) + "#" + fragment
}

// Replies are the replies that the page shows, as JSON; nil if there are none.
func (e *Embed) Replies() ([]byte, error) {
	reply, ok := e.ws.fit.work.Replies[scenario.WorkFit]
	if !ok {
		return nil, nil
	}
	return json.Marshal(map[string]keptReply{scenario.WorkFit: {e.ws.fit.asked[scenario.WorkFit], reply}})
}

// RunEmbed starts an embedded figure in the browser and does not return.
func RunEmbed() { start(func() h.Composer { return newLiveEmbed() }) }

// newLiveEmbed is the figure that embed.js asks for.
func newLiveEmbed() *Embed {
	site := window().Get("lossline")
	asked := site.Get("embed")
	f, ok := page.EmbeddedByID(asked.Get("figure").String())
	if !ok {
		f = page.Embeds()[0]
	}
	e := NewEmbed(languages.For(asked.Get("lang").String()), f, site.Get("base").String())
	e.frame.Controls = asked.Get("controls").Truthy()
	e.ws.fit = newFitting(e.browser.workers())
	e.showLink(share.Decode(asked.Get("state").String()))
	e.ws.fit.load(embedded(repliesID), e.ws.state.Scenario)
	return e
}

// OnMount takes the page over from the static one.
func (e *Embed) OnMount(ctx h.Context) {
	e.browser.ctx = ctx
	e.measure()
	e.follow()
	ctx.Dispatch(func(h.Context) { e.takeOver() })
}

// OnResize takes the layout that fits.
func (e *Embed) OnResize(ctx h.Context) { e.measure() }

func (e *Embed) measure() { e.frame.Width = window().Get("innerWidth").Float() }

// takeOver puts the static page away once there is a figure.
func (e *Embed) takeOver() {
	if e.live {
		return
	}
	if page.EmbedFigure(e.Context(), e.figure) == nil {
		if e.ws.fit.work.Tasks[scenario.WorkFit].Err == nil {
			return // the fit is under way
		}
		e.frame.Notice = languages.In(e.lang).Embed.Unopened
	}
	e.live = true
	e.browser.ctx.Defer(func(h.Context) {
		e.browser.entitle(e.Title(), string(e.lang))
		live()
		ui.Started()
	})
}

// send is the one way in which the state changes.
func (e *Embed) send(m scenario.Msg) {
	next := scenario.Update(e.ws.state, m)
	if next == e.ws.state {
		return
	}
	changed := next.Scenario != e.ws.state.Scenario
	e.ws.state = next
	if changed {
		e.ws.set(next)
		e.browser.after(linkDelay, func() {
			e.ws.state = scenario.Update(e.ws.state, scenario.Settle{})
			e.follow()
		})
	}
	e.follow()
}

// follow has the fit done where it is what is looked at; what judges it is for
// the whole page.
func (e *Embed) follow() {
	s := e.ws.state
	if e.figure.Page != scenario.Fit || s.Moving() || s.Bad() {
		return
	}
	if s.Fit.Data == scenario.OwnData && !e.ws.fit.ready(s.Fit.Rows) {
		return
	}
	e.ws.fit.ask(scenario.WorkFit, e.ws.fit.work.Request(s.Scenario), func(job.Reply) {})
}
