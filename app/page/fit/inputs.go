package fit

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/dataset"
	"lossline/engine/law"
)

// inputs are the runs: those that ship, or a file of one's own.
func inputs(v view) []h.UI {
	out := []h.UI{dataMenu(v)}
	if r := v.read(); r != nil && len(r.Groups) > 1 {
		out = append(out, groupMenu(v, r.Groups))
	}
	return append(out,
		&ui.File{ID: "fit-file", Label: v.txt.FileLabel, Button: v.txt.FileButton, Help: v.txt.FileHelp,
			Page: true, T: v.T, Send: v.Send},
		&ui.Paste{ID: "fit-paste", Label: v.txt.PasteLabel, Button: v.txt.PasteRead, Name: v.txt.PasteName, Send: v.Send},
		h.P().Class("help").ID("fit-private").Text(v.txt.Private),
		keeping(v),
	)
}

func dataMenu(v view) h.UI {
	var options []ui.Option
	for _, l := range dataset.All() {
		d, runs, _ := dataset.About(l.ID)
		options = append(options, ui.Option{Value: l.ID, Label: text.Fill(v.txt.DataCount, v.T.Said(d.Name), v.T.Whole(float64(runs)))})
	}
	if v.own() || v.w.Taken || v.State.Fit.Rows != "" {
		name := v.w.File.Name
		switch {
		case v.w.Foreign:
			name = v.T.Private.LinkRuns
		case name == "":
			name = v.txt.PasteName
		}
		options = append(options, ui.Option{Value: scenario.OwnData, Label: text.Fill(v.txt.DataOwn, name)})
	}
	return &ui.Select{ID: "fit-data", Label: v.txt.DataLabel, Value: v.State.Fit.Data, Options: options, Send: v.Send,
		Make: func(id string) scenario.Msg { return scenario.Choose{Key: scenario.KeyFitData, Value: id} }}
}

// groupMenu is the groups of the runs. Those of a data set of which one is opened
// first cannot be compared, so that they are not fitted together.
func groupMenu(v view, groups []string) h.UI {
	at := v.State.Fit.Group
	if at == "" {
		at = dataset.Slug(v.data.Group)
	}
	var options []ui.Option
	if v.data.Group == "" {
		options = append(options, ui.Option{Label: v.txt.GroupAll})
	}
	for _, g := range groups {
		options = append(options, ui.Option{Value: dataset.Slug(g), Label: g})
	}
	return &ui.Select{ID: "fit-group", Label: v.txt.GroupLabel, Value: at, Options: options, Send: v.Send,
		Make: func(slug string) scenario.Msg { return scenario.ChooseGroup{Slug: slug} }}
}

// controls are the law and how it is fitted.
func controls(v view) []h.UI {
	t := v.txt
	out := []h.UI{v.Choice(scenario.KeyFitLaw, "fit-law", t.LawLabel, "", lawNames(v))}
	if !byApproach(v) {
		out = append(out, fitting(v)...)
	}
	if leavesOut(v) {
		out = append(out, v.Choice(scenario.KeyFitAll, "fit-all", t.All, "", ui.Labels{"no": t.AllNo, "yes": t.AllYes}))
	}
	if r := v.read(); r != nil && r.Curves > 0 || v.State.Fit.Final == "yes" {
		out = append(out, v.Choice(scenario.KeyFinal, "fit-final", t.Final, "", ui.Labels{"no": t.FinalNo, "yes": t.FinalYes}))
	}
	return append(out, h.Details().ID("more").Body(
		h.Summary().Text(v.T.More),
		field(v, scenario.FieldFitBudget, "fit-budget", t.Budget, t.BudgetHelp, ""),
		field(v, scenario.FieldAllowance, "fit-allowance", t.Allowance, t.AllowHelp, ""),
		v.Choice(scenario.KeyLevel, "fit-level", t.Level, "", levels(v)),
		field(v, scenario.FieldSeed, "fit-seed", t.Seed, t.SeedHelp, "1"),
	))
}

// byApproach reports whether approach 1 or 2 is taken, which minimise nothing of
// what a person could choose.
func byApproach(v view) bool {
	l := v.State.Fit.Law
	return l == scenario.ApproachIsoFLOP || l == scenario.ApproachEnvelope || l == "" && v.f != nil && v.f.Approach != nil
}

// fitting is what is minimised, and where intervals come from.
func fitting(v view) []h.UI {
	t, f := v.txt, v.State.Fit
	out := []h.UI{v.Choice(scenario.KeyObjective, "fit-objective", t.Objective, "", objectives(v))}
	if f.Objective == "huber" {
		out = append(out, field(v, scenario.FieldDelta, "fit-delta", t.Delta, t.DeltaHelp, "0.001"))
	}
	out = append(out, v.Choice(scenario.KeyBootstrap, "fit-bootstrap", t.Bootstrap, "", resamples(v)))
	if f.Bootstrap != "0" {
		out = append(out, v.Choice(scenario.KeyScheme, "fit-scheme", t.Scheme, "", ui.Labels{"rows": t.SchemeRows, "sizes": t.SchemeSizes}))
	}
	return out
}

func field(v view, f scenario.Field, id, label, help, unset string) h.UI {
	return &ui.TextField{ID: id, Label: label, Help: help, Placeholder: unset, Field: f, Send: v.Send,
		Text: v.FieldText(f), Error: v.FieldError(f)}
}

// lawNames names the laws that runs can be fitted with, and "" for what suits the runs.
func lawNames(v view) ui.Labels {
	out := ui.Labels{"": v.txt.LawAuto, scenario.ApproachIsoFLOP: v.txt.Isoflop, scenario.ApproachEnvelope: v.txt.Envelope}
	for _, l := range law.Fittable() {
		out[l.ID] = v.T.LawName(l)
	}
	return out
}

func objectives(v view) ui.Labels {
	return ui.Labels{"huber": v.txt.Huber, "lad": v.txt.LAD, "squares": v.txt.Squares, "linear": v.txt.Linear}
}

func resamples(v view) ui.Labels {
	return ui.Labels{"1000": "1000", "0": v.txt.BootNone, "200": "200", "4000": "4000", "10000": v.T.Whole(10000)}
}

func levels(v view) ui.Labels {
	return ui.Labels{"0.95": v.T.Percent(.95), "0.8": v.T.Percent(.8), "0.9": v.T.Percent(.9), "0.99": v.T.Percent(.99)}
}

// leavesOut reports whether the published fit of the data set left runs out.
func leavesOut(v view) bool {
	switch v.State.Fit.Data {
	case "chinchilla-epoch", "gadre", "muennighoff", "olmo-ladder":
		return true
	}
	return false
}
