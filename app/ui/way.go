package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Way is a link to a place of the site with a state of its own. It is a real link,
// which can be opened elsewhere and works before the program is there; a plain click
// goes there in place.
type Way struct {
	h.Compo
	ID, Label, Href string
	Kind            string // a class, "" for none
	To              string // what Go is told
	Go              func(to string)
}

// Render draws the link.
func (w *Way) Render() h.UI {
	Breathe()
	a := h.A().Href(w.Href).Text(w.Label).OnClick(w.clicked)
	if w.ID != "" {
		a = a.ID(w.ID)
	}
	if w.Kind != "" {
		a = a.Class(w.Kind)
	}
	return a
}

func (w *Way) clicked(ctx h.Context, e h.Event) {
	if w.Go == nil || OpensElsewhere(e) {
		return
	}
	e.PreventDefault()
	w.Go(w.To)
}

// OpensElsewhere reports whether the reader asked for a new window or tab.
func OpensElsewhere(e h.Event) bool {
	for _, key := range []string{"ctrlKey", "metaKey", "shiftKey", "altKey"} {
		if e.Get(key).Truthy() {
			return true
		}
	}
	return e.Get("button").Truthy() // any but the main one
}
