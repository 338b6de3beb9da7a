package page

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/page/fit"
	"lossline/app/page/guide"
	"lossline/app/page/plan"
	"lossline/app/page/pretraining"
	"lossline/app/page/shape"
	"lossline/app/page/transfer"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
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
	Origin      func(ui.Context) ui.Origin              // of what its figures and tables are made
	Part        func(t *text.Strings, id string) string // the title of a part that a way opens, "" for none; nil: it has none
	Embeds      []ui.Embedded                           // the figures of it that other sites can show

	// Digest returns the numbers by which a reader of a link learns whether they are
	// the same; nil while there are none. The fit is that of the page, nil for none.
	Digest Numbers
	First  Numbers // of links of before 2026-12; nil: as Digest
}

// Numbers returns numbers of a page.
type Numbers func(s scenario.Scenario, o scenario.Outcome, fit *job.FitReply) []float64

// All lists the pages in the order of the navigation: a new page is one folder
// beside this file and one row here.
func All() []Page {
	return []Page{
		{
			ID:          scenario.Plan,
			Path:        "",
			Name:        func(t *text.Strings) string { return t.PlanName },
			Title:       func(t *text.Strings) string { return t.PlanTitle },
			Description: func(t *text.Strings) string { return t.PlanDescription },
			Draw:        plan.Draw,
			Origin:      plan.Origin,
			Digest:      plan.Digest,
			First:       plan.FirstDigest,
			Embeds:      plan.Embeds(),
		},
		{
			ID:          scenario.Pretraining,
			Path:        "pretraining",
			Name:        func(t *text.Strings) string { return t.PretrainingName },
			Title:       func(t *text.Strings) string { return t.PretrainingTitle },
			Description: func(t *text.Strings) string { return t.PretrainingDescription },
			Draw:        pretraining.Draw,
			Origin:      pretraining.Origin,
			Part:        pretraining.Part,
			Digest:      pretraining.Digest,
			First:       plan.FirstDigest,
			Embeds:      pretraining.Embeds(),
		},
		{
			ID:          scenario.Transfer,
			Path:        "transfer",
			Name:        func(t *text.Strings) string { return t.TransferName },
			Title:       func(t *text.Strings) string { return t.TransferTitle },
			Description: func(t *text.Strings) string { return t.TransferDescription },
			Draw:        transfer.Draw,
			Origin:      transfer.Origin,
			Digest:      transfer.Digest,
			Embeds:      transfer.Embeds(),
		},
		{
			ID:          scenario.Shape,
			Path:        "shape",
			Name:        func(t *text.Strings) string { return t.ShapeName },
			Title:       func(t *text.Strings) string { return t.ShapeTitle },
			Description: func(t *text.Strings) string { return t.ShapeDescription },
			Draw:        shape.Draw,
			Origin:      shape.Origin,
			Digest:      shape.Digest,
			First:       shape.FirstDigest,
		},
		{
			ID:          scenario.Fit,
			Path:        "fit",
			Name:        func(t *text.Strings) string { return t.FitName },
			Title:       func(t *text.Strings) string { return t.FitTitle },
			Description: func(t *text.Strings) string { return t.FitDescription },
			Draw:        fit.Draw,
			Origin:      fit.Origin,
			Part:        fit.Part,
			Digest:      fit.Digest,
			Embeds:      fit.Embeds(),
		},
		{
			ID:          scenario.Guide,
			Path:        "guide",
			Name:        func(t *text.Strings) string { return t.Guide.Name },
			Title:       func(t *text.Strings) string { return t.Guide.Title },
			Description: func(t *text.Strings) string { return t.Guide.Description },
			Draw:        guide.Draw,
			Origin:      guide.Origin,
			Digest:      guide.Digest,
		},
	}
}

// Screen draws the page.
func (p Page) Screen(c ui.Context) h.UI {
	c.Of = p.Origin(c)
	c.NameOf = func(of scenario.Page, part string) (name, about string) {
		to := Of(of)
		if to.Part != nil {
			about = to.Part(c.T, part)
		}
		return to.Name(c.T), about
	}
	return p.Draw(c)
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
	if d := languages.In(l).Dir; d != "" {
		p = d + "/"
	}
	if s.Path != "" {
		p += s.Path + "/"
	}
	return p
}
