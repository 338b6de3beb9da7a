package ui

import h "github.com/maxence-charriere/go-app/v10/pkg/app"

// Printed is what a page on paper has at its end: what its numbers rest on and
// where they live. It is not seen on a screen.
func (c Context) Printed() h.UI {
	if h.IsServer || c.Link == nil {
		return h.Div().Class("paper")
	}
	var uses []h.UI
	for _, u := range c.Of.Uses() {
		uses = append(uses, h.Li().Text(u.String()))
	}
	return h.Section().Class("paper").Body(
		h.H2().Class("label").Text(c.T.Export.Sources), h.Ul().Body(uses...),
		h.H2().Class("label").Text(c.T.Export.Link), h.P().Text(c.Link()))
}

// Files takes what is dropped on a page, and files that are chosen, on pages that
// do not do so themselves.
func Files(c Context) h.UI {
	return &File{ID: "open-file", Label: c.T.Export.Open, Button: c.T.Fit.FileButton, Help: c.T.Export.OpenHelp,
		Types: ExportTypes, Page: true, T: c.T, Send: c.Send}
}
