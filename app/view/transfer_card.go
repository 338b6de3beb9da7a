package view

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
)

// lawNum is a number of the law of transfer, which can be asked where a formula
// gives it.
func (v transferView) lawNum(exact, quantity, set, shown string) h.UI {
	x := control.Num(exact, quantity, set, shown)
	if !scenario.TransferAsks(quantity) {
		return x
	}
	return v.ask(quantity, set, x)
}

// whyCard is the card of the number that is asked.
func (v transferView) whyCard() (card, bool) {
	quantity, set, _ := strings.Cut(v.State.Why, "~")
	for _, r := range v.o.Sources {
		if r.Losses.Set.ID != set {
			continue
		}
		w, ok := scenario.WhyTransfer(v.State.Scenario, r, quantity)
		for _, row := range v.rows() {
			if ok && row.id == quantity {
				return v.transferCard(w, r, row), true
			}
		}
	}
	return card{}, false
}

func (v transferView) transferCard(w scenario.Why, r scenario.SourceOutcome, row transferRow) card {
	t, set := v.T, r.Losses.Set
	k := card{key: v.State.Why, result: row.label, value: w.Value, formulas: w.Formulas, spans: w.Spans, effects: w.Effects, sure: t.Why.NoInterval}
	k.title = text.Fill(t.Why.Title, row.label, row.show(w.Value), t.SourceName(r.ID == scenario.SourceMix))
	k.sources = []h.UI{v.work(set.Ref, set.Grade), v.transferCoefs()}
	for _, s := range w.Sets { // of the placeholder for the from-scratch law
		l, _, _ := law.SetByID(s.ID)
		k.sources = append(k.sources, h.P().Class("note").Text(t.Transfer.WhyBasePlaceholder), v.source(l, s))
	}
	return k
}
