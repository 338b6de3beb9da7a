//go:build !js

package app

import (
	"slices"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/engine/plan"
)

const (
	someRuns  = "N,loss\n1e6,5.5\n1e7,3.9\n1e8,2.9\n1e9,2.3\n1e10,1.95\n"
	otherRuns = "N,loss\n1e6,5.1\n1e7,3.8\n1e8,2.8\n1e9,2.2\n1e10,1.85\n"
)

// fittedWith is a page's work with runs of the reader's own, fitted here.
func fittedWith(rows string) (*fitting, scenario.Scenario) {
	s := scenario.Default()
	s.Fit.Data, s.Fit.Rows, s.Fit.Bootstrap, s.Fit.Law = scenario.OwnData, rows, "0", "power-n"
	f := newFitting(&direct{})
	f.follow(scenario.NewState(s))
	return f, s
}

// The fit of one's own is the reader's where its runs are here; else it is one from a
// link, with the beginning of their digest, in both languages.
func TestWhoseFitItIs(t *testing.T) {
	f, _ := fittedWith(someRuns)
	own, ok := f.own()
	if !ok || own.Rows != 5 {
		t.Fatalf("no fit: %+v", f.work.Tasks)
	}
	for _, l := range languages.All() {
		if got := f.held.words(l, own).Method(plan.OwnID); got != languages.In(l).Fit.Own {
			t.Errorf("with the runs it is called %q", got)
		}
		foreign := own
		foreign.Digest, foreign.Rows = "ab12cd34ab12cd34", 12
		got := f.held.words(l, foreign).Method(plan.OwnID)
		if strings.Contains(got, languages.In(l).Fit.Own) || !strings.Contains(got, "12") || !strings.HasSuffix(got, "ab12") {
			t.Errorf("without the runs it is called %q", got)
		}
		foreign.Digest = ""
		if got := f.held.words(l, foreign).Method(plan.OwnID); got != languages.In(l).Private.LinkFitBare {
			t.Errorf("without a digest it is called %q", got)
		}
	}
	if got := f.held.words(languages.English, scenario.OwnLaw{}).Method(plan.OwnID); got != languages.In(languages.English).Fit.Own {
		t.Errorf("where there is none it is called %q", got)
	}
}

// An address without runs finds them where this page has them. Under the fit of others
// the runs that are here are not fitted, until the reader opens a table again.
func TestAddressFindsItsRuns(t *testing.T) {
	f, mine := fittedWith(someRuns)
	own, _ := f.own()
	at := mine
	at.Own, at.Fit.Rows = own, ""
	f.arrive(&at)
	if f.work.Foreign || at.Fit.Rows != someRuns {
		t.Errorf("the runs of this page: foreign %v, %q", f.work.Foreign, at.Fit.Rows)
	}
	at.Own.Digest, at.Fit.Rows = "ab12cd34ab12cd34", ""
	f.arrive(&at)
	f.follow(scenario.NewState(at))
	if !f.work.Foreign || at.Fit.Rows != "" || f.work.FitReply() != nil {
		t.Errorf("of others' runs: foreign %v, %q, %+v", f.work.Foreign, at.Fit.Rows, f.work.FitReply())
	}
	f.open(scenario.Opened{Name: "a.csv", Bytes: len(otherRuns), Data: otherRuns})
	f.work.Taken = true
	at.Fit.Rows = otherRuns
	f.rows = otherRuns
	f.follow(scenario.NewState(at))
	f.match()
	if m := f.work.Matches; m.Link != at.Own.Digest || m.Here != f.work.FitReply().Digest {
		t.Errorf("the digests compared are %+v", m)
	}
	// A step back has its own runs again.
	at = mine
	f.follow(scenario.NewState(at))
	if got, _ := f.own(); got != own {
		t.Errorf("undone, the fit is %+v, was %+v", got, own)
	}
}

// A link to Fit without the runs has the fit, and a digest that whoever opens it can
// compute.
func TestLinkHasFitWithoutRuns(t *testing.T) {
	f, s := fittedWith(someRuns)
	w := &workspace{state: scenario.NewState(s), fit: f}
	carried := w.carried(scenario.Fit)
	digest := scenario.DigestOwn(carried)
	link := share.Encode(share.Link{Page: scenario.Fit, Scenario: carried, Digest: digest})
	if strings.Contains(link, "&rows=") || !strings.Contains(link, "&odig=") {
		t.Errorf("the link is %s", link)
	}
	l, notices := share.Decode(link)
	if len(notices) > 0 || digest == "" || l.Digest != digest || scenario.DigestOwn(l.Scenario) != digest {
		t.Errorf("%v: %q is computed as %q", notices, digest, scenario.DigestOwn(l.Scenario))
	}
	if l.Scenario.Own.Theta[0] = 9; scenario.DigestOwn(l.Scenario) == digest {
		t.Error("another coefficient has the same digest")
	}
	if w.carried(scenario.Plan).Own != (scenario.OwnLaw{}) {
		t.Error("a plan has a fit that nobody adopted")
	}
}

// Two tabs leave each other's moments alone; a page's own last moment is replaced
// within a minute.
func TestTimelineOfTwoTabs(t *testing.T) {
	a1, b1, a2 := moment{100, "v=1&c=1e21"}, moment{110, "v=1&c=1e22"}, moment{120, "v=1&c=1e23"}
	all := merged(nil, moment{}, a1)
	all = merged(all, moment{}, b1) // the other tab
	all = merged(all, a1, a2)
	if want := []moment{a2, b1}; !slices.Equal(all, want) {
		t.Errorf("the timeline is %v, want %v", all, want)
	}
	if late := (moment{a2.Time + sameMoment + 1, "v=1&c=1e24"}); !slices.Equal(merged(all, a2, late), []moment{late, a2, b1}) {
		t.Errorf("after more than a minute it is %v", merged(all, a2, late))
	}
	for i := range 40 {
		all = merged(all, moment{}, moment{1000 + int64(i), "v=1&c=" + strings.Repeat("1", i+1)})
	}
	if len(all) != maxMoments {
		t.Errorf("%d moments", len(all))
	}
}

// What earlier versions kept loses its runs, and nothing else.
func TestOldMomentsLoseTheirRuns(t *testing.T) {
	s := scenario.Default()
	s.Fit.Data, s.Fit.Rows, s.Fit.Law = scenario.OwnData, "N,loss\n1e9,3.1415926\n", "power-n"
	old := []moment{{1, share.Encode(share.Link{Page: scenario.Fit, Scenario: s, WithRows: true})}, {2, "v=1&p=plan&c=1e22&z=5"}}
	if !strings.Contains(old[0].Fragment, "&rows=") {
		t.Fatal("the old moment has no runs")
	}
	got, had := withoutRuns(old)
	if !had || strings.Contains(got[0].Fragment, "&rows=") || got[1] != old[1] {
		t.Errorf("%v %v", had, got)
	}
	l, notices := share.Decode(got[0].Fragment)
	if s.Fit.Rows = ""; len(notices) > 0 || l.Scenario != s {
		t.Errorf("%v: the moment says something else: %+v", notices, l.Scenario.Fit)
	}
	if _, had := withoutRuns(got); had {
		t.Error("runs are found again")
	}
}
