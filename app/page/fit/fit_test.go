package fit

import (
	"context"
	"regexp"
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
	"lossline/engine/dataset"
)

// fitPage is the Fit page in a language, as it is written natively.
func fitPage(l text.Lang, s scenario.Scenario, w *scenario.Work) string {
	c := ui.Context{T: languages.In(l), State: scenario.NewState(s), Outcome: scenario.Eval(s), Work: w, Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}
	return h.HTMLString(Draw(c))
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

// alttext is the TeX that a formula has beside its drawing.
var alttext = regexp.MustCompile(`alttext="[^"]*"`)

// complain reports what no page may say.
func complain(t *testing.T, name, page string) {
	t.Helper()
	words := alttext.ReplaceAllString(page, "")
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
	for _, l := range languages.All() {
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

// Before there is a fit the page says what it does, how far it is, or what is
// wrong and where.
func TestFitStates(t *testing.T) {
	s := scenario.Default()
	failed := &job.Error{Code: "bad-cell", Message: "English", Args: []string{"1", "no-number", "abc"}, Row: 12, Column: "loss"}
	for name, c := range map[string]struct {
		w    *scenario.Work
		want []string
	}{
		"none":    {nil, []string{"of your own"}},
		"working": {&scenario.Work{Tasks: map[string]scenario.Task{scenario.WorkFit: {Running: true, Done: 300, Total: 1000}}}, []string{"Fitting Chinchilla", "300 of 1,000", `id="fit-cancel"`}},
		"failed":  {&scenario.Work{Tasks: map[string]scenario.Task{scenario.WorkFit: {Err: failed}}}, []string{"could not be fitted", "Row 12, column loss", "abc"}},
	} {
		page := fitPage(languages.English, s, c.w)
		complain(t, name, page)
		for _, want := range c.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page does not say %q", name, want)
			}
		}
	}
}

// A table that waits for an answer is shown with a menu a column, its problems by
// row and column, and what can be done about them.
func TestFitMapping(t *testing.T) {
	table := "model,params,D,loss\n"
	for i := range 30 {
		cell := "2.9"
		if i%3 == 0 {
			cell = "abc"
		}
		table += "m,1e9,2e10," + cell + "\n"
	}
	var session job.Session
	reply := session.Do(context.Background(), job.Request{Op: job.OpRead, Text: table}, func(int, int) {})
	if reply.Error != nil {
		t.Fatal(reply.Error)
	}
	w := &scenario.Work{File: scenario.File{Name: "runs.csv"}, Read: reply.Read}
	page := fitPage(languages.English, scenario.Default(), w)
	complain(t, "mapping", page)
	for _, want := range []string{"runs.csv: 30 rows, of which 20", `id="fit-col-0"`, `id="fit-col-3-scale"`, "Row 2, column loss", `id="fit-drop-bad"`, `id="fit-drop-dup"`, `id="fit-agree"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// The data sets of which the published fit left runs out are those that have such
// a choice.
func TestFitLeavesOut(t *testing.T) {
	for _, l := range dataset.All() {
		d, err := l.Load()
		if err != nil {
			t.Fatal(err)
		}
		s := scenario.Default()
		s.Fit.Data = l.ID
		v := newView(ui.Context{T: languages.In(languages.English), State: scenario.NewState(s)})
		if want := len(d.Used()) < len(d.Runs); leavesOut(v) != want {
			t.Errorf("%s: %d of %d runs used, and the choice is there: %v", l.ID, len(d.Used()), len(d.Runs), leavesOut(v))
		}
	}
}

// Other data sets bring other laws and approaches, and every one has its page.
func TestFitOtherData(t *testing.T) {
	for id, want := range map[string]string{
		"porian-isoflops": `id="fig-isoflop-box"`, "porian-optima": `id="fig-optima-box"`, "gadre": `id="fig-fit-D-box"`,
		"nanogpt": `data-coefficient="α_N"`, "rectified": `data-coefficient="D_l"`,
	} {
		s := scenario.Default()
		s.Fit.Data, s.Fit.Bootstrap = id, "0"
		w := worked(t, s, job.OpRead)
		for _, l := range languages.All() {
			page := fitPage(l, s, w)
			complain(t, id, page)
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %s", id, want)
			}
		}
	}
}
