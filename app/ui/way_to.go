package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// GuideAt is the way to a place of the Guide.
func GuideAt(id string) string { return string(scenario.Guide) + "?" + scenario.KeyAt + "=" + id }

// Way is a link to another page, or place of it, with the reader's state.
func (c Context) Way(to, label string) h.UI {
	if c.Follow == nil {
		return h.Text(label)
	}
	return &Way{Label: label, Href: c.Href(to), To: to, Go: c.Follow}
}
