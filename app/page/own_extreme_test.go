package page

import (
	"fmt"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page/fit"
	"lossline/app/page/plan"
	"lossline/app/page/pretraining"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/app/ui"
	"lossline/engine/law"
)

// extremes are fits at the edges of what a link may say: coefficients at their bounds,
// variances of nearly nothing and of a million, ranges of everything.
func extremes(l *law.Law) (out []scenario.OwnLaw) {
	for at := range 1 << len(l.Coefs) {
		o := scenario.OwnLaw{Law: l.ID, Rows: 1e9, Digest: "ffffffffffffffff", N: [2]float64{1e-6, 1e40}, D: [2]float64{1e40, 1e40}}
		for i, c := range l.Coefs {
			if o.Theta[i] = c.Min; at>>i&1 == 1 {
				o.Theta[i] = c.Max
			}
			o.Cov[i*(i+1)/2+i] = []float64{1e-300, 1e6}[at>>i&1]
		}
		out = append(out, o)
		for i := range l.Coefs {
			o.Cov[i*(i+1)/2+i] = 1e6
		}
		out = append(out, o)
	}
	return out
}

// Whatever fit a link may have, no page shows Inf or NaN for it.
func TestNoFitOfALinkPrintsInf(t *testing.T) {
	for _, l := range law.Fittable() {
		for i, own := range extremes(l) {
			if !own.Plans() && i%16 > 0 {
				continue // of those that no plan rests on a few are enough
			}
			s := scenario.Update(scenario.NewState(scenario.Default()), scenario.Adopt{Own: own}).Scenario
			s.Fit.Data = scenario.OwnData
			read, notices := share.Decode(share.Encode(share.Link{Page: scenario.Plan, Scenario: s}))
			if len(notices) > 0 || read.Scenario.Own != own {
				t.Fatalf("%s %d: %v", l.ID, i, notices)
			}
			c := ui.Context{T: languages.In(languages.English), State: scenario.NewState(s), Outcome: scenario.Eval(s), Work: &scenario.Work{}, Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}
			for name, draw := range map[string]func(ui.Context) h.UI{"plan": plan.Draw, "pretraining": pretraining.Draw, "fit": fit.Draw} {
				nonsense(t, fmt.Sprintf("%s %d of %s: %+v", name, i, l.ID, own.Theta), h.HTMLString(draw(c)))
			}
			if t.Failed() {
				return
			}
		}
	}
}
