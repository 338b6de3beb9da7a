package view

import (
	"context"
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
)

// fitPage is the Fit page in a language, as it is written natively.
func fitPage(l text.Lang, s scenario.Scenario, w *scenario.Work) string {
	c := Context{T: text.In(l), State: scenario.NewState(s), Outcome: scenario.Eval(s), Work: w, Send: func(scenario.Msg) {}, Draw: &Drawer{}}
	return h.HTMLString(Fit(c))
}

// worked is the work of the scenario, done here.
func worked(t *testing.T, s scenario.Scenario, more ...job.Op) *scenario.Work {
	t.Helper()
	w := &scenario.Work{Replies: map[string]job.Reply{}}
	var session job.Session
	do := func(key string, r job.Request) {
		reply := session.Do(context.Background(), r, func(int, int) {})
		if reply.Error != nil {
			t.Fatalf("%s: %v", key, reply.Error)
		}
		w.Replies[key] = reply
	}
	r := w.Request(s)
	do(scenario.WorkFit, r)
	for _, op := range more {
		r.Op = op
		r.Budget, r.Allowance = 1e22, 1e21
		key := string(op)
		if op == job.OpProfile {
			r.Coef = "α"
			key = scenario.WorkProfile + r.Coef
		}
		do(key, r)
	}
	return w
}

// complain reports what no page may say.
func complain(t *testing.T, name, page string) {
	t.Helper()
	words := tex.ReplaceAllString(page, "")
	for _, bad := range []string{"NaN", "Inf", "{0}", "{1}", "{2}", "%!", "figure:", `<span>\`} {
		if i := strings.Index(words, bad); i >= 0 {
			t.Errorf("%s: the page says %q: …%s…", name, bad, words[max(0, i-80):min(len(words), i+80)])
		}
	}
}

// The page of the first visit has its numbers, figures and tables without a
// script, in both languages.
func TestFitPage(t *testing.T) {
	s := scenario.Default()
	s.Fit.Bootstrap = "0"
	w := worked(t, s, job.OpRead, job.OpProfile, job.OpBackTest, job.OpCompare, job.OpNext)
	for _, l := range text.Langs() {
		page := fitPage(l, s, w)
		complain(t, string(l), page)
		for _, id := range []string{"fit-data", "fit-file", "fit-paste", "fig-fit-D-box", "fit-coefs", "fit-how", "fit-outliers", "fit-backtest", "fit-families",
			"fit-next", "fit-card", "fit-formula", "fit-program", "fit-adopt", "fig-profile-u945-box"} {
			if !strings.Contains(page, `id="`+id+`"`) {
				t.Errorf("%s: no %s", l, id)
			}
		}
		// Besiroglu et al. 2024: 240 runs. The Huber optimum on them has E = 1.817218.
		for _, want := range []string{`data-quantity="runs"`, `>240<`, `>1.817<`, `>0.3473<`, `>0.3672<`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page does not say %s", l, want)
			}
		}
	}
}
