package page

import (
	"context"
	"regexp"
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	planpage "lossline/app/page/plan"
	"lossline/app/page/pretraining"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/app/ui"
	"lossline/engine/plan"
)

// nonsense reports what no page may say, but for the TeX of its formulas.
func nonsense(t *testing.T, name, page string) {
	t.Helper()
	words := regexp.MustCompile(`alttext="[^"]*"`).ReplaceAllString(page, "")
	for _, bad := range []string{"NaN", "Inf", "{0}", "{1}", "{2}", "%!", "figure:", `<span>\`} {
		if i := strings.Index(words, bad); i >= 0 {
			t.Errorf("%s: the page says %q: …%s…", name, bad, words[max(0, i-80):min(len(words), i+80)])
		}
	}
}

// A fit of one's own stands in the tables of the other pages, with its intervals
// and where it comes from.
func TestOwnFitOnOtherPages(t *testing.T) {
	s := scenario.Default()
	s.Fit.Bootstrap = "0"
	w := &scenario.Work{Replies: map[string]job.Reply{}}
	w.Replies[scenario.WorkFit] = new(job.Session).Do(context.Background(), w.Request(s), func(int, int) {})
	own, ok := scenario.OwnFrom(w.FitReply())
	if !ok {
		t.Fatal("no law")
	}
	state := scenario.Update(scenario.NewState(s), scenario.Adopt{Own: own})
	for _, l := range languages.All() {
		c := ui.Context{T: languages.In(l), State: state, Outcome: scenario.Eval(state.Scenario), Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}
		for name, draw := range map[string]func(ui.Context) h.UI{"plan": planpage.Draw, "pretraining": pretraining.Draw} {
			page := h.HTMLString(draw(c))
			nonsense(t, string(l)+" "+name, page)
			for _, want := range []string{c.T.Method(plan.OwnID), `id="why-own"`, own.Digest, `data-quantity="loss-lo"`, `id="show-own"`} { // go-app orders attributes at random
				if !strings.Contains(page, want) {
					t.Errorf("%s %s: the page does not have %s", l, name, want)
				}
			}
		}
	}
}
