package ui

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/text"
	"lossline/engine/law"
)

// Footnotes collects warnings as numbered notes: the same sentence has the same
// number wherever it is said.
type Footnotes struct{ said []string }

// Number returns the number of the note that says a sentence.
func (f *Footnotes) Number(sentence string) int {
	for i, s := range f.said {
		if s == sentence {
			return i + 1
		}
	}
	f.said = append(f.said, sentence)
	return len(f.said)
}

// Refs is the superscript that leads from a number to its notes.
func (f *Footnotes) Refs(t *text.Strings, ws []law.Warning) h.UI {
	var links []h.UI
	for _, said := range t.Warnings(ws) {
		n := strconv.Itoa(f.Number(said))
		links = append(links, h.A().Href("#note-"+n).DataSet("note", n).Attr("aria-label", t.NoteLabel+" "+n).Text(n))
	}
	return h.Sup().Body(links...)
}

// List is the notes in the order of their numbers.
func (f *Footnotes) List(t *text.Strings) h.UI {
	var items []h.UI
	for i, s := range f.said {
		items = append(items, h.Li().ID("note-"+strconv.Itoa(i+1)).TabIndex(-1).Text(s))
	}
	return h.Section().Attr("aria-label", t.Footnotes).Body(
		h.H2().Class("label").Text(t.Footnotes),
		h.Ol().Class("notes").Body(items...),
	)
}
