package page

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page/fit"
	"lossline/app/page/guide"
	"lossline/app/page/plan"
	"lossline/app/page/pretraining"
	"lossline/app/page/shape"
	"lossline/app/page/transfer"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
)

// Page is a page of the site.
type Page struct {
	ID          scenario.Page
	Path        string // its folder in the site, "" for the front page
	Name        func(*text.Strings) string
	Title       func(*text.Strings) string
	Description func(*text.Strings) string
	Draw        func(ui.Context) h.UI
}

// All is the table of views, in the order of the navigation: a new view is
// one folder in app/page and one row here.
func All() []Page {
	return []Page{
		{scenario.Plan, "", func(t *text.Strings) string { return t.PlanName },
			func(t *text.Strings) string { return t.PlanTitle },
			func(t *text.Strings) string { return t.PlanDescription }, plan.Draw},
		{scenario.Pretraining, "pretraining", func(t *text.Strings) string { return t.PretrainingName },
			func(t *text.Strings) string { return t.PretrainingTitle },
			func(t *text.Strings) string { return t.PretrainingDescription }, pretraining.Draw},
		{scenario.Transfer, "transfer", func(t *text.Strings) string { return t.TransferName },
			func(t *text.Strings) string { return t.TransferTitle },
			func(t *text.Strings) string { return t.TransferDescription }, transfer.Draw},
		{scenario.Shape, "shape", func(t *text.Strings) string { return t.ShapeName },
			func(t *text.Strings) string { return t.ShapeTitle },
			func(t *text.Strings) string { return t.ShapeDescription }, shape.Draw},
		{scenario.Fit, "fit", func(t *text.Strings) string { return t.FitName },
			func(t *text.Strings) string { return t.FitTitle },
			func(t *text.Strings) string { return t.FitDescription }, fit.Draw},
		{scenario.Guide, "guide", func(t *text.Strings) string { return t.Guide.Name },
			func(t *text.Strings) string { return t.Guide.Title },
			func(t *text.Strings) string { return t.Guide.Description }, guide.Draw},
	}
}

// Of finds the screen of a page; every page has one, as a test checks.
func Of(p scenario.Page) Page {
	for _, s := range All() {
		if s.ID == p {
			return s
		}
	}
	return All()[0]
}

// Path is where a screen stands in the site for a language: "zh/pretraining/".
func Path(l text.Lang, s Page) string {
	p := ""
	if d := l.Dir(); d != "" {
		p = d + "/"
	}
	if s.Path != "" {
		p += s.Path + "/"
	}
	return p
}
