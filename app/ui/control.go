// Package ui has what the pages are composed of: leaf components, which take a value
// and send a message, and the pieces that pages share, such as tables, explained
// numbers, notes and menus.
//
// What a component shows comes from its fields, never from what a person did to the
// element; so a page can be drawn again at any time. Numbers come from the scenario's
// Outcome, words from text.
package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// Send hands a message to the page.
type Send func(scenario.Msg)

// Num is a number on the screen: text for the reader and, in the data element,
// the exact value for scripts, tests and assistive tools. The law may be empty.
func Num(exact, quantity, law, shown string) h.UI {
	Breathe()
	d := h.Data().Value(exact).DataSet("quantity", quantity)
	if law != "" {
		d = d.DataSet("law", law)
	}
	return d.Text(shown)
}

// Mix puts elements where a template has its placeholders: pieces and slots
// come from text.Split.
func Mix(pieces []string, slots []int, elems ...h.UI) []h.UI {
	var out []h.UI
	for i, p := range pieces {
		if p != "" {
			out = append(out, h.Text(p))
		}
		if i < len(slots) && slots[i] < len(elems) {
			out = append(out, elems[slots[i]])
		}
	}
	return out
}

// keep has go-app leave the page as it is after a component has seen to its own
// element in OnMount: it would draw the component and all around it once more. It
// takes back what a dispatch asked for, so it belongs in dispatched functions and
// handlers only: OnUpdate is none of them.
func keep(ctx h.Context) { ctx.PreventUpdate() }

// label is that of the element with the given id; a quiet one is not seen.
func label(id, said string, quiet bool) h.UI {
	l := h.Label().For(id).Text(said)
	if quiet {
		l = l.Class("sr")
	}
	return l
}
