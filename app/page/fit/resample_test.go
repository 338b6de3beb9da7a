package fit

import (
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// Of 1,000 resamples 601 fail and 399 do not, as with Gadre's runs: the total is said,
// and on what the intervals rest.
func TestResamplesThatFailed(t *testing.T) {
	for _, l := range languages.All() {
		words := languages.In(l)
		v := view{Context: ui.Context{T: words}, txt: &words.Fit, f: &job.FitReply{Resamples: 399, Failed: 601}}
		said := resampled(v)
		if !strings.HasPrefix(said, "1,000") || !strings.Contains(said, "601") || !strings.Contains(said, "399") {
			t.Errorf("%s: %s", l, said)
		}
	}
}

// A law with more coefficients than the runs allow a score has none, and no ΔAICc of 0:
// with Gadre's runs that are 7 of 10.
func TestNoScoreIsNoZero(t *testing.T) {
	words := languages.In(languages.English)
	w := &scenario.Work{Replies: map[string]job.Reply{scenario.WorkCompare: {Compare: &job.CompareReply{Rows: []job.Compared{
		{Law: "chinchilla", AICc: -50}, {Law: "kaplan-nd"},
	}}}}}
	v := view{Context: ui.Context{T: words, Work: w, Send: func(scenario.Msg) {}}, w: w, txt: &words.Fit}
	if n := strings.Count(h.HTMLString(families(v)), `data-quantity="daicc"`); n != 1 {
		t.Errorf("%d values of ΔAICc, one law has a score", n)
	}
}
