package share

import (
	"slices"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share/sharetest"
)

// shared are links that the mangles are tried on: short, with hardware, with plans
// beside it, with a fit of one's own and its runs.
func shared() []Link {
	base := Link{Page: scenario.Pretraining, Scenario: scenario.Default(), Digest: "4z9"}
	base.Scenario.Budget.FLOPs = 3.14e23
	lanes := base
	lanes.Page = scenario.Plan
	lanes.Scenario.Lanes = "same~~c..1e22"
	runs := Link{Page: scenario.Fit, Scenario: scenario.Default(), WithRows: true}
	runs.Scenario.Fit.Data, runs.Scenario.Fit.Rows = scenario.OwnData, "N,D,loss\n1e9,2e10,2.5\n2e9,3e10,2.4\n"
	return []Link{base, lanes, runs}
}

// Whatever a program did to a link, it is read as it was shared, with its page and
// the digest of its numbers, and the repair is said.
func TestMangledLinks(t *testing.T) {
	for _, m := range sharetest.Mangles() {
		for _, l := range shared() {
			link := Encode(l)
			mangled := m.Do(link)
			if mangled == link {
				continue
			}
			got, notices := Decode("#" + mangled)
			var want []Notice
			if m.Undone != "" {
				want = []Notice{{Repaired, m.Undone}}
			}
			if got != l || !slices.Equal(notices, want) {
				t.Errorf("%s: %v, want %v, same %v\n%q\n%q", m.Name, notices, want, got == l, mangled, Plain(mangled))
			}
			if plain := Plain("#" + mangled); plain != link {
				t.Errorf("%s: plain text %q, want %q", m.Name, plain, link)
			}
		}
	}
}

// A mangled link that is damaged besides is read as far as possible, never said to be
// of a newer version, and its numbers are not compared with those that were shared.
func TestMangledAndDamaged(t *testing.T) {
	for _, m := range sharetest.Mangles() {
		for _, l := range shared()[:2] {
			link := Encode(l)
			mangled := m.Do(strings.Replace(link, "c=3.14e23", "c=3.15e23", 1))
			got, notices := Decode("#" + mangled)
			if got.Digest != "" || got.Scenario.Budget.FLOPs == 3.14e23 {
				t.Errorf("%s: digest %q, budget %g", m.Name, got.Digest, got.Scenario.Budget.FLOPs)
			}
			said := slices.ContainsFunc(notices, func(n Notice) bool { return n.Code == Damaged || n.Code == Incomplete })
			if newer := slices.Contains(notices, Notice{Code: Newer}); !said || newer {
				t.Errorf("%s: %v\n%q", m.Name, notices, mangled)
			}
		}
	}
}

// What was written by hand is mended too, and what remains unknown is named.
func TestMangledByHand(t *testing.T) {
	for fragment, want := range map[string]struct {
		c      float64
		notice string
	}{
		"c=3.14e23#?secret=x":             {3.14e23, ""},
		"theme=dark&c=3.14e23#?secret=x":  {3.14e23, "ignored theme"},
		"c=3.14e23&utm_source=x":          {3.14e23, ""},
		"fbclid=9&c=3.14e23":              {3.14e23, ""},
		"?c=3.14e23":                      {3.14e23, ""},
		"c=3.14e%2B23":                    {3.14e23, "repaired escapes"},
		"c=3.14e+23":                      {3.14e23, ""},
		"c%3D3.14e23%26n%3D7e9":           {3.14e23, "repaired escapes"},
		"c=3D3.14e23&n=3D7e9":             {3.14e23, "repaired escapes"},
		"c=3D3.14e23&n=7e9":               {3.14e23, "repaired escapes"},
		"n=7e9&amp;c=3.14e23":             {3.14e23, "repaired escapes"},
		"amp;c=3.14e23":                   {3.14e23, ""},
		"c＝3.14e23＆n=7e9":                 {3.14e23, "repaired wide"},
		"c=3.14e23%E3%80%82":              {3.14e23, "repaired escapes,tail"},
		"c=3.14e23，见图":                    {3.14e23, "repaired wide,tail"},
		"c=3.14e23).":                     {3.14e23, "repaired tail"},
		"c=3.14%20e23":                    {3.14e23, "repaired escapes,spaces"},
		"c=3.14\u200be23":                 {3.14e23, "repaired spaces"},
		"c=3.14e23%":                      {5.76e23, "ignored c"},
		"c=3.14e23&mfu=40%25":             {3.14e23, "ignored mfu"},
		"c=3.14e23&n=7e9%zz":              {3.14e23, "ignored n"},
		"c=3.14e23#n=7e9":                 {3.14e23, "repaired tail"},
		"zh&c=3.14e23":                    {3.14e23, ""},
		"v=2&c=3.14e23":                   {5.76e23, "incomplete"},
		"c=3.14e23&z=4":                   {3.14e23, "damaged"},
		"v=3D1&c=3D3.14e23&z=3D?":         {3.14e23, "repaired escapes; damaged"},
		"v=2&c=3.14e23&z=?":               {3.14e23, "damaged"},
		"v=1&p=plan&c=3.1&fbclid=IwAR0":   {5.76e23, "incomplete"},
		"v=1&p=plan&c=3.1…":               {5.76e23, "incomplete"},
		"v=banana&z=" + check("v=banana"): {5.76e23, "damaged"},
	} {
		l, notices := Decode(fragment)
		var said []string
		for _, n := range notices {
			said = append(said, strings.TrimSpace(string(n.Code)+" "+n.Keys))
		}
		if got := strings.Join(said, "; "); got != want.notice || float64(l.Scenario.Budget.FLOPs) != want.c {
			t.Errorf("%q: budget %g, %q; want %g, %q", fragment, l.Scenario.Budget.FLOPs, got, want.c, want.notice)
		}
	}
}

// No key of a link is taken for one that networks append.
func TestTrackersAreNoKeys(t *testing.T) {
	for _, f := range fields {
		if tracking(f.key) {
			t.Errorf("the key %s would be dropped", f.key)
		}
	}
}

// A link whose text is whole is left alone whatever its values look like.
func TestWholeLinkIsLeftAlone(t *testing.T) {
	l := Link{Page: scenario.Fit, Scenario: scenario.Default()}
	for _, group := range []string{"3D", "3Dmodels", "amp", "a.", "utm_source", "26"} {
		l.Scenario.Fit.Group = group
		if got, notices := Decode(Encode(l)); got != l || len(notices) > 0 {
			t.Errorf("group %q: %v %q", group, notices, got.Scenario.Fit.Group)
		}
	}
}
