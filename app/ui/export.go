package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/text"
)

// Menu is a button beside a figure or table and, while it is open, what can be
// saved and copied of it. Its parts stand in the grid around it, in which the
// open menu has a row of its own.
type Menu struct {
	h.Compo
	ID     string
	Of     string // what it is of
	T      *text.Strings
	Groups func() []Group // asked only while the menu is open

	ctx   h.Context // of the last click
	open  bool
	said  string
	spare string // what the clipboard refused
}

// Group is the things that a Menu offers under a heading.
type Group struct {
	Label string
	Note  string // what to know of them, "" for nothing
	Deeds []Deed
}

// Deed saves or copies something. It is for the handler of a click and may tell
// later how it went; what the clipboard refused it tells as well.
type Deed struct {
	ID, Label string
	Do        func(tell Tell)
}

// Tell takes what there is to say of a deed, and the text that could not be copied.
type Tell func(said, refused string)

// Render draws the button and, where open, the deeds.
func (m *Menu) Render() h.UI {
	Breathe()
	button := h.Button().Type("button").ID(m.ID).Class("saves").Aria("expanded", m.open).OnClick(m.toggle).Body(
		h.Text(m.T.Export.Menu), h.Span().Class("sr").Text(m.T.Colon+m.Of))
	if !m.open {
		return h.Div().Class("menu").Body(button)
	}
	var body []h.UI
	for _, g := range m.Groups() {
		deeds := []h.UI{h.Span().Class("label").Text(g.Label)}
		for _, d := range g.Deeds {
			deeds = append(deeds, &Button{ID: m.ID + "-" + d.ID, Label: d.Label, Do: func() { d.Do(m.tell) }})
		}
		body = append(body, h.Div().Class("row").Role("group").Attr("aria-label", g.Label).Body(deeds...))
		if g.Note != "" {
			body = append(body, h.P().Class("help").Text(g.Note))
		}
	}
	return h.Div().Class("menu").On("keydown", m.pressed).Body(button,
		h.Div().Class("saving").Role("group").Attr("aria-label", m.T.Export.Menu+m.T.Colon+m.Of).Body(append(body,
			h.P().Class("help").Role("status").Text(m.said),
			h.If(m.spare != "", func() h.UI {
				return h.Textarea().ID(m.ID+"-text").ReadOnly(true).Rows(6).Spellcheck(false).Attr("aria-label", m.said)
			}))...))
}

func (m *Menu) toggle(ctx h.Context, e h.Event) {
	m.ctx, m.open, m.said, m.spare = ctx, !m.open, "", ""
}

func (m *Menu) pressed(ctx h.Context, e h.Event) {
	if e.Get("key").String() != "Escape" {
		return
	}
	m.open, m.said, m.spare = false, "", ""
	if el := h.Window().GetElementByID(m.ID); el.Truthy() {
		el.Call("focus")
	}
}

// tell says what became of a deed; a text that was refused is put into a field and
// selected, so that it can be copied by hand.
func (m *Menu) tell(said, refused string) {
	m.ctx.Dispatch(func(ctx h.Context) {
		m.said, m.spare = said, refused
		if refused == "" {
			return
		}
		ctx.Defer(func(h.Context) {
			if el := h.Window().GetElementByID(m.ID + "-text"); el.Truthy() {
				el.Set("value", refused)
				el.Call("select")
			}
		})
	})
}
