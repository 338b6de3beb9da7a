package ui

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/export"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/dataset"
)

// File is a button that chooses a file. A table in it goes on as scenario.Opened,
// a state of the page that was exported as scenario.Restored; nothing is sent
// anywhere.
type File struct {
	h.Compo
	ID, Label, Button, Help string
	Types                   string // endings of files; "" for tables and what is exported
	Page                    bool   // it also takes what is dropped anywhere on the page
	T                       *text.Strings
	Send                    Send

	failed string // why nothing was read
	stop   func() // ends listening to the page
}

// exportTypes are the endings of files that hold a state, fileTypes those of
// tables as well.
const (
	ExportTypes = ".svg,.png,.pdf,.json"
	fileTypes   = ".csv,.tsv,.txt,.jsonl,.gz," + ExportTypes
)

// Render draws the button in its zone.
func (f *File) Render() h.UI {
	Breathe()
	types := f.Types
	if types == "" {
		types = fileTypes
	}
	return h.Div().Class("field").Class("drop").Body(
		h.Span().Class("label").ID(f.ID+"-label").Text(f.Label),
		h.Div().Body(
			h.Input().Type("file").ID(f.ID).Class("sr").Accept(types).
				Attr("aria-labelledby", f.ID+"-label "+f.ID+"-button").Attr("aria-describedby", f.ID+"-said"),
			h.Label().For(f.ID).ID(f.ID+"-button").Class("button").Text(f.Button),
		),
		h.P().ID(f.ID+"-said").Class("help").Text(f.Help),
		h.P().Class("error").Role("status").Hidden(f.failed == "").Text(f.failed),
	)
}

// OnMount listens to the button and, where it is the page's, to what is dropped:
// somebody who misses a small target would otherwise lose the page to the
// browser's own way of opening files.
func (f *File) OnMount(ctx h.Context) {
	keep(ctx)
	f.stop = listen(f.ID, f.Page, fileEvents{
		read: func(name string, bytes int, data any) {
			ctx.Dispatch(func(h.Context) { f.read(name, bytes, data) })
		},
		failed: func(why refusal) {
			ctx.Dispatch(func(h.Context) { f.failed = f.say(why) })
		},
	})
}

// read hands on what a file is: what is no table and has no state is named.
func (f *File) read(name string, bytes int, data any) {
	f.failed = ""
	picture := isPicture(name)
	if hasEnd(name, ".json") {
		state, runs, is, ok := export.RestoreSession(contents(data))
		switch {
		case ok:
			f.Send(scenario.Restored{Fragment: state, Rows: runs})
			return
		case is:
			f.failed = text.Fill(f.T.Private.SessionBad, name)
			return
		}
	}
	if picture || hasEnd(name, ".json") {
		if fragment, ok := export.Restore(name, contents(data)); ok {
			f.Send(scenario.Restored{Fragment: fragment})
			return
		}
	}
	if picture {
		f.failed = text.Fill(f.T.Export.NoState, name)
		return
	}
	f.Send(scenario.Opened{Name: name, Bytes: bytes, Data: data})
}

// refusal is why nothing of a file was read.
type refusal int

const (
	unreadable refusal = iota
	several            // more files than one
	tooLarge           // beyond dataset.MaxText
)

// say is the sentence for a refusal.
func (f *File) say(why refusal) string {
	switch why {
	case several:
		return f.T.Fit.FileOne
	case tooLarge:
		return f.T.FileError(dataset.CodeTooBig)
	}
	return f.T.Fit.FileFailed
}

// isPicture reports whether a file's name is that of a picture, which is no table.
func isPicture(name string) bool {
	return hasEnd(name, ".svg") || hasEnd(name, ".png") || hasEnd(name, ".pdf")
}

func hasEnd(name, end string) bool { return strings.HasSuffix(strings.ToLower(name), end) }

// OnDismount stops listening.
func (f *File) OnDismount() {
	if f.stop != nil {
		f.stop()
	}
}

// fileEvents are what listen tells of.
type fileEvents struct {
	read   func(name string, bytes int, data any)
	failed func(why refusal)
}

// opened counts the files and tables that were opened.
var opened int

// opening counts one more, and returns a function that reports whether it is still the
// last one: a file that takes longer to read than what was opened after it is not taken.
func opening() (last func() bool) {
	opened++
	mine := opened
	return func() bool { return mine == opened }
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
	Breathe()
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
		opening()
		p.Send(scenario.Opened{Name: p.Name, Bytes: len(text), Data: text})
	}
}
