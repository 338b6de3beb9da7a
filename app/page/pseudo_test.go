package page

import (
	"context"
	"html"
	"regexp"
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text/en"
	"lossline/app/text/texttest"
	"lossline/app/ui"
)

// Every page can be drawn in a language that it was not written for, and says nothing
// in English there but programs and what stands in englishEverywhere.
func TestPagesInAnotherLanguage(t *testing.T) {
	pseudo := texttest.Pseudo()
	s := scenario.Default()
	s.Fit.Bootstrap = "0"
	w := &scenario.Work{Replies: map[string]job.Reply{}}
	w.Replies[scenario.WorkFit] = new(job.Session).Do(context.Background(), w.Request(s), func(int, int) {})
	for _, p := range All() {
		c := ui.Context{T: pseudo, State: scenario.NewState(s), Outcome: scenario.Eval(s), Work: w, Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}
		page := h.HTMLString(p.Screen(c))
		if got := strings.Count(page, texttest.Open); got < 20 {
			t.Errorf("%s: only %d strings of the language", p.ID, got)
		}
		c.T = &en.Strings
		english := sentences(h.HTMLString(p.Screen(c)))
		for said := range sentences(page) {
			if english[said] && !strings.Contains(said, texttest.Open) && !englishEverywhere.MatchString(said) {
				t.Errorf("%s: in English in every language: %q", p.ID, said)
			}
		}
	}
}

var (
	between = regexp.MustCompile(`>([^<]+)<|(?:aria-label|title|placeholder)="([^"]*)"`)
	words   = regexp.MustCompile(`[a-z]{3,} [a-z]{2,}`)

	program = regexp.MustCompile(`(?s)<code.*?</code>`)

	// The literature is cited in its own words, as are the data sheets of hardware.
	englishEverywhere = regexp.MustCompile(`et al\. |^(Pearce & Song 2024|Kim 2021), |` +
		`^(the refitted law; standard errors|scaling laws for hyper-parameters$|dense models$|BFLOAT16 Tensor Core)`)
)

// sentences are the texts of a page in which two words of small letters follow each other.
func sentences(page string) map[string]bool {
	out := map[string]bool{}
	for _, m := range between.FindAllStringSubmatch(program.ReplaceAllString(page, ""), -1) {
		if said := strings.TrimSpace(html.UnescapeString(m[1] + m[2])); words.MatchString(said) {
			out[said] = true
		}
	}
	return out
}
