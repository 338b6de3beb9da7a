package control

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// File is a button that chooses a file, and takes one that is dropped anywhere on
// the page: somebody who misses a small target would otherwise lose the page to
// the browser's own way of opening files. What is in it goes on as
// scenario.Opened; nothing is sent anywhere.
type File struct {
	h.Compo
	ID, Label, Button, Help string
	Several, Unread         string // what is said of more than one file, and of one that cannot be read
	Send                    Send

	over   bool   // something is held over the page
	failed string // why nothing was read
	stop   func() // ends listening to the page
}

// fileTypes are the endings of tables.
const fileTypes = ".csv,.tsv,.txt,.json,.jsonl"

// Render draws the button in its zone.
func (f *File) Render() h.UI {
	zone := h.Div().Class("field").Class("drop")
	if f.over {
		zone = zone.Class("over")
	}
	return zone.Body(
		h.Span().Class("label").ID(f.ID+"-label").Text(f.Label),
		h.Div().Body(
			h.Input().Type("file").ID(f.ID).Class("sr").Accept(fileTypes).
				Attr("aria-labelledby", f.ID+"-label "+f.ID+"-button").Attr("aria-describedby", f.ID+"-said"),
			h.Label().For(f.ID).ID(f.ID+"-button").Class("button").Text(f.Button),
		),
		h.P().ID(f.ID+"-said").Class("help").Text(f.Help),
		h.P().Class("error").Role("status").Hidden(f.failed == "").Text(f.failed),
	)
}

// OnMount listens to the button and to what is dropped on the page.
func (f *File) OnMount(ctx h.Context) {
	f.stop = listen(f.ID, fileEvents{
		over: func(on bool) { ctx.Dispatch(func(h.Context) { f.over = on }) },
		read: func(name string, bytes int, data any) {
			ctx.Dispatch(func(h.Context) {
				f.failed = ""
				f.Send(scenario.Opened{Name: name, Bytes: bytes, Data: data})
			})
		},
		failed: func(several bool) {
			ctx.Dispatch(func(h.Context) {
				f.failed = f.Unread
				if several {
					f.failed = f.Several
				}
			})
		},
	})
}

// OnDismount stops listening.
func (f *File) OnDismount() {
	if f.stop != nil {
		f.stop()
	}
}

// fileEvents are what listen tells of.
type fileEvents struct {
	over   func(on bool)
	read   func(name string, bytes int, data any)
	failed func(several bool)
}

// Paste is a box into which a table is pasted, which reads it at once, or
// written.
type Paste struct {
	h.Compo
	ID, Label, Button, Name string
	Send                    Send
}

// Render draws the box and the button that reads what was written.
func (p *Paste) Render() h.UI {
	return h.Div().Class("field").Body(
		h.Label().For(p.ID).Text(p.Label),
		h.Textarea().ID(p.ID).Rows(3).Spellcheck(false).
			Placeholder("N, D, loss").On("paste", p.pasted),
		h.Button().Type("button").ID(p.ID+"-read").Text(p.Button).OnClick(p.read),
	)
}

// mostShown is how much pasted text is put into the box: more makes it slow.
const mostShown = 1 << 16

func (p *Paste) pasted(ctx h.Context, e h.Event) {
	text := e.Get("clipboardData").Call("getData", "text").String()
	if ctx.JSSrc().Get("value").String() != "" || text == "" {
		return // a piece of what is being written
	}
	if len(text) > mostShown {
		e.PreventDefault()
	}
	p.open(text)
}

func (p *Paste) read(ctx h.Context, e h.Event) {
	if el := h.Window().GetElementByID(p.ID); el.Truthy() {
		p.open(el.Get("value").String())
	}
}

func (p *Paste) open(text string) {
	if text != "" {
		p.Send(scenario.Opened{Name: p.Name, Bytes: len(text), Data: text})
	}
}
