package transfer

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
)

// lawNum is a number of the law of transfer, which can be asked where a formula
// gives it.
func (v view) lawNum(exact, quantity, set, shown string) h.UI {
	x := ui.Num(exact, quantity, set, shown)
	if !scenario.TransferAsks(quantity) {
		return x
	}
	return v.Ask(quantity, set, x)
}

// whyCard is the card of the number that is asked.
func (v view) whyCard() (ui.WhyCard, bool) {
	quantity, set, _ := strings.Cut(v.State.Why, "~")
	for _, r := range v.o.Sources {
		if r.Losses.Set.ID != set {
			continue
		}
		w, ok := scenario.WhyTransfer(v.State.Scenario, r, quantity)
		for _, row := range tableRows(v) {
			if ok && row.id == quantity {
				return v.transferCard(w, r, row), true
			}
		}
	}
	return ui.WhyCard{}, false
}

func (v view) transferCard(w scenario.Why, r scenario.SourceOutcome, row transferRow) ui.WhyCard {
	t, set := v.T, r.Losses.Set
	k := ui.WhyCard{Key: v.State.Why, Result: row.label, Value: w.Value, Formulas: w.Formulas, Spans: w.Spans, Effects: w.Effects, Sure: t.Why.NoInterval}
	k.Title = text.Fill(t.Why.Title, row.label, row.show(w.Value), t.SourceName(r.ID == scenario.SourceMix))
	k.Sources = []h.UI{ui.WorkCited(v.Context, set.Ref, set.Grade), transferCoefs(v)}
	for _, s := range w.Sets { // of the placeholder for the from-scratch law
		l, _, _ := law.SetByID(s.ID)
		k.Sources = append(k.Sources, h.P().Class("note").Text(t.Transfer.WhyBasePlaceholder), ui.Source(v.Context, l, s))
	}
	return k
}
