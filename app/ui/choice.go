package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// Option is one choice of a Select.
type Option struct{ Value, Label string }

// Select is a menu of one choice.
type Select struct {
	h.Compo
	ID, Label, Help string
	Quiet           bool // the label is for ears only, as in a table
	Value           string
	Options         []Option
	Make            func(value string) scenario.Msg
	Send            Send
}

// Render draws label and menu.
func (s *Select) Render() h.UI {
	Breathe()
	menu := h.Select().ID(s.ID).OnChange(s.chosen).Body(
		h.Range(s.Options).Slice(func(i int) h.UI {
			o := s.Options[i]
			return h.Option().Value(o.Value).Selected(o.Value == s.Value).Text(o.Label)
		}),
	)
	body := []h.UI{label(s.ID, s.Label, s.Quiet), menu}
	if s.Help != "" {
		menu.Attr("aria-describedby", s.ID+"-said")
		body = append(body, h.P().ID(s.ID+"-said").Class("help").Text(s.Help))
	}
	return h.Div().Class("field").Body(body...)
}

func (s *Select) chosen(ctx h.Context, e h.Event) {
	s.Send(s.Make(ctx.JSSrc().Get("value").String()))
}

// Check is one box to tick, with the colour of its law before the label.
type Check struct {
	h.Compo
	ID, Label string
	Quiet     bool   // the label is for ears only, as in a table
	Key       string // class of the colour key, "" for none
	On, Fixed bool
	Make      func(on bool) scenario.Msg
	Send      Send
}

// Render draws box, key and label.
func (c *Check) Render() h.UI {
	Breathe()
	said := h.Span()
	if c.Quiet {
		said = said.Class("sr")
	}
	return h.Label().Class("check").For(c.ID).Body(
		h.Input().Type("checkbox").ID(c.ID).Checked(c.On).Disabled(c.Fixed).OnChange(c.ticked),
		said.Body(
			h.If(c.Key != "", func() h.UI { return h.Span().Class("key").Class(c.Key).Attr("aria-hidden", "true") }),
			h.Text(c.Label),
		),
	)
}

func (c *Check) ticked(ctx h.Context, e h.Event) {
	c.Send(c.Make(ctx.JSSrc().Get("checked").Bool()))
}

// Button does one thing.
type Button struct {
	h.Compo
	ID, Label, Kind string // Kind is a class: "", "primary", "link", "icon"
	Sign            string // shown instead of the label, which is then spoken and a tip
	Expanded        string // aria-expanded, "" for none
	Off             bool   // it can do nothing now
	Do              func()
}

// Render draws the button.
func (b *Button) Render() h.UI {
	Breathe()
	e := h.Button().Type("button").OnClick(b.clicked).Disabled(b.Off)
	if b.Sign == "" {
		e = e.Text(b.Label)
	} else {
		e = e.Text(b.Sign).Attr("aria-label", b.Label).Title(b.Label)
	}
	if b.ID != "" {
		e = e.ID(b.ID)
	}
	if b.Kind != "" {
		e = e.Class(b.Kind)
	}
	if b.Expanded != "" {
		e = e.Attr("aria-expanded", b.Expanded)
	}
	return e
}

func (b *Button) clicked(ctx h.Context, e h.Event) { b.Do() }
