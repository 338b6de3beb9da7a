package share

import (
	"slices"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/engine/plan"
)

// Runs are in a link only where it was made with them; a link that had them says so
// when it is read.
func TestRunsOnlyWhereAsked(t *testing.T) {
	l := Link{Page: scenario.Fit, Scenario: scenario.Default()}
	l.Scenario.Fit.Data, l.Scenario.Fit.Rows = scenario.OwnData, "N,D,loss\n1e9,2e10,3.1415926\n"
	packed := packRows(l.Scenario.Fit.Rows)
	for _, l.Page = range scenario.Pages() {
		l.WithRows = false
		if link := Encode(l); strings.Contains(link, "rows=") || strings.Contains(link, packed) {
			t.Errorf("the link of %s has runs that nobody asked for: %s", l.Page, link)
		}
		l.WithRows = true
		link := Encode(l)
		if got, notices := Decode(link); got != l || len(notices) > 0 {
			t.Errorf("the link of %s with runs: %v, %+v", l.Page, notices, got)
		}
		if want := len(link) - RowsLen(l.Scenario.Fit.Rows); want != len(Encode(Link{Page: l.Page, Scenario: l.Scenario})) {
			t.Errorf("%s: the runs are said to take %d characters", l.Page, RowsLen(l.Scenario.Fit.Rows))
		}
	}
	lanes, _ := Pin(l.Scenario)
	if l.Scenario.Lanes = lanes; strings.Contains(lanes, "rows") {
		t.Errorf("a pinned plan has runs: %s", lanes)
	}
}

const (
	goodTheta = "own=chinchilla&oth=1.8_480_0.35_2000_0.37"
	goodCov   = "&ocov=1e-4_0_0.1_0_0_1e-3_0_0_0_0.1_0_0_0_0_1e-3"
	goodOwn   = goodTheta + goodCov
)

// A fit whose law or coefficients cannot be computed with is refused whole, and the
// key is named.
func TestBadOwnLaw(t *testing.T) {
	if l, notices := Decode(goodOwn + "&law=own"); len(notices) > 0 || l.Scenario.Head != plan.OwnID || !l.Scenario.Own.Plans() {
		t.Errorf("a good fit: %v %+v", notices, l.Scenario.Own)
	}
	for bad, key := range map[string]string{
		"law=own": "own", "own=chinchilla&law=own": "oth", "own=chinchilla&oth=1.8_480_0.35_2000_9e59": "oth",
		"own=none&oth=1": "own", "oth=1_2": "own", "own=chinchilla&oth=NaN_1_1_1_1": "oth",
		"own=chinchilla&oth=" + strings.Repeat("1_", 20) + "1": "oth",
	} {
		l, notices := Decode(bad)
		if !named(notices, key) || l.Scenario.Own != (scenario.OwnLaw{}) || l.Scenario.Head == plan.OwnID {
			t.Errorf("%q: %v, own %+v", bad, notices, l.Scenario.Own)
		}
	}
}

func named(notices []Notice, key string) bool {
	return slices.ContainsFunc(notices, func(n Notice) bool {
		return n.Code == Ignored && slices.Contains(strings.Split(n.Keys, ", "), key)
	})
}

// Of a fit with a covariance, range or count that cannot be, only that part is left
// out, under its key.
func TestBadPartOfOwnLaw(t *testing.T) {
	cov := func(text string) string { return goodTheta + "&ocov=" + text }
	whole, _ := Decode(goodTheta)
	for bad, key := range map[string]string{
		cov("-1_0_0.1"):                        "ocov", // a negative variance
		cov("1e60"):                            "ocov",
		cov("1000001"):                         "ocov",
		cov("1_2_1"):                           "ocov", // an eigenvalue of -1
		cov("1_1.0001_1"):                      "ocov",
		cov("1_0_1_0.9_0.9_1"):                 "ocov",
		cov("0_0.5_0"):                         "ocov",
		cov("0_0_0_0_0_0_0_0_0_0_0_0_0_0_0_1"): "ocov", // of a sixth coefficient
		goodTheta + "&on=5_1":                  "on",
		goodTheta + "&od=-5_1":                 "od",
		goodTheta + "&oc=1e-9_1":               "oc",
		goodTheta + "&oc=1_1e59":               "oc",
		goodTheta + "&on=0_5":                  "on",
		goodTheta + "&oct=0.5":                 "oct",
		goodTheta + "&orows=1e60":              "orows",
		goodTheta + "&orows=-1":                "orows",
		goodTheta + "&ocb=0.5":                 "ocb",
	} {
		l, notices := Decode(bad)
		if !named(notices, key) || l.Scenario.Own != whole.Scenario.Own {
			t.Errorf("%q: %v, own %+v", bad, notices, l.Scenario.Own)
		}
	}
	for _, good := range []string{cov("1_1_1"), cov("1_1_1_0_0_1e6"), cov("1e-4_0_0_0_0_1e-3"), goodTheta + "&on=1e6_1e6", goodOwn + "&ocb=4000&orows=12"} {
		if _, notices := Decode(good); len(notices) > 0 {
			t.Errorf("%q: %v", good, notices)
		}
	}
}

// Links once gave covariances with seven digits: what those round away stays within
// what is read.
func TestShortCovarianceIsRead(t *testing.T) {
	const link = goodTheta + "&ocov=1_1.234568_1.524158" // 1.524158 is 1.234568² less 2e-7
	if l, notices := Decode(link); len(notices) > 0 || l.Scenario.Own.CovMatrix() == nil {
		t.Errorf("%v", notices)
	}
	if _, notices := Decode(link[:len(link)-1] + "2000000001"); !named(notices, "ocov") {
		t.Error("the same is read of ten digits, which say it better")
	}
}
