package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/ui"
)

// navItem is a page in the navigation.
type navItem struct {
	Page       scenario.Page
	Name, Href string
	Current    bool
}

// nav is the navigation between pages. Its links are real ones, with the state
// in them: a plain click changes the page without loading it again.
type nav struct {
	h.Compo
	Label string
	Items []navItem
	Go    func(scenario.Page)
}

// Render draws the list of links.
func (n *nav) Render() h.UI {
	var links []h.UI
	for _, it := range n.Items {
		links = append(links, &navLink{Item: it, Go: n.Go})
	}
	return h.Nav().Class("nav").Attr("aria-label", n.Label).Body(links...)
}

// navLink is one link: a component of its own, so that its handler reads its
// own page.
type navLink struct {
	h.Compo
	Item navItem
	Go   func(scenario.Page)
}

// Render draws the link.
func (l *navLink) Render() h.UI {
	a := h.A().Href(l.Item.Href).Text(l.Item.Name).OnClick(l.clicked)
	if l.Item.Current {
		a = a.Attr("aria-current", "page")
	}
	return a
}

func (l *navLink) clicked(ctx h.Context, e h.Event) {
	if ui.OpensElsewhere(e) {
		return
	}
	e.PreventDefault()
	l.Go(l.Item.Page)
}
