//go:build browser

package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"lossline/app"
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/share/sharetest"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// mutant is an address to load: the path of a page below the site's root, and a
// fragment that something was done to.
type mutant struct {
	path, fragment string
	name           string // what was done
	embed          *ui.Embedded
	lang           text.Lang // of the embedded figure
}

func (m mutant) String() string {
	return fmt.Sprintf("%s, %s: #%.300s", orDot(m.path), m.name, m.fragment)
}

// mutated returns the i-th mutant. Its kind of page and what is done to it take turns,
// at different paces; the rest is drawn from a seed that is the number.
func mutated(i int) mutant {
	r := rand.New(rand.NewPCG(12, uint64(i)))
	m := places(r)[i%kindsOfPlaces]
	all := mutations()
	do := all[(i/kindsOfPlaces*7+i*5)%len(all)]
	m.name, m.fragment = do.Name, do.mutate(r, m.fragment)
	return m
}

// kindsOfPlaces is how many kinds of pages take turns: six pages in two languages, a
// preset, an embedded figure and the offline copy.
const kindsOfPlaces = 15

// places returns a page of each kind with a link to it.
func places(r *rand.Rand) []mutant {
	var out []mutant
	for _, l := range languages.All() {
		for _, s := range page.All() {
			out = append(out, mutant{path: page.Path(l, s), fragment: someLink(r, s.ID)})
		}
	}
	l := languages.All()[r.IntN(2)]
	p, f := app.Presets()[r.IntN(len(app.Presets()))], page.Embeds()[r.IntN(len(page.Embeds()))]
	single := someLink(r, page.All()[r.IntN(len(page.All()))].ID)
	if l != languages.English {
		single = languages.In(l).Dir + "&" + single
	}
	return append(out,
		mutant{path: app.PresetPath(l, p), fragment: someLink(r, p.Page)},
		mutant{path: app.EmbedPath(l, f), fragment: someLink(r, f.Page), embed: &f, lang: l},
		mutant{path: copyName, fragment: single})
}

// someLink is a link to a page, shared or written by hand, with numbers of its own. The
// Fit page keeps its data set: fits are not what is tested.
func someLink(r *rand.Rand, p scenario.Page) string {
	l := share.Link{Page: p, Scenario: scenario.Default()}
	between := func(limits plan.Limits) float64 { return limits.Lo * math.Pow(limits.Hi/limits.Lo, r.Float64()) }
	if r.IntN(3) == 0 {
		l.Scenario.Budget = plan.Budget{Device: "h100", Count: float64(1 + r.IntN(5000)), Time: unit.Duration(1e5 * (1 + r.IntN(40))), Utilisation: 0.4}
	} else {
		l.Scenario.Budget.FLOPs = unit.FLOPs(between(plan.BudgetLimits))
	}
	for _, q := range scenario.Quantities() {
		if q.Page == p && p != scenario.Fit && r.IntN(3) == 0 {
			*q.At(&l.Scenario) = between(q.Limits)
		}
	}
	if p == scenario.Plan && r.IntN(3) == 0 {
		l.Scenario.Lanes, _ = share.Pin(scenario.Default())
	}
	link := share.Encode(l)
	if r.IntN(4) > 0 {
		return link
	}
	link = strings.TrimPrefix(link, "v=1&")
	return link[:strings.LastIndex(link, "&z=")]
}

// mutation is something that is done to a fragment.
type mutation struct {
	Name   string
	mutate func(r *rand.Rand, s string) string
}

// mutations returns what programs do to links, and damage of every kind.
func mutations() []mutation {
	var out []mutation
	for _, m := range sharetest.Mangles() {
		out = append(out, mutation{m.Name, func(_ *rand.Rand, s string) string { return m.Do(s) }})
	}
	insert := func(what string) mutation {
		return mutation{fmt.Sprintf("%q inside", what), func(r *rand.Rand, s string) string {
			at := r.IntN(len(s))
			return s[:at] + what + s[at:]
		}}
	}
	out = append(out,
		insert("%"), insert("%zz"), insert("%2"), insert("%u0041"), insert("%%%"), insert("%25"), insert("%00"), insert("%E4%B8"), insert("%FF"),
		insert("\x01"), insert("\x00"), insert("\x7f"), insert("\t"), insert("\u2028"), insert("<script>"), insert("&&==&"), insert("=1&"), insert("&__proto__=1"))
	for range 9 { // a long link's prefixes are each another case
		out = append(out, mutation{"cut", func(r *rand.Rand, s string) string { return s[:1+r.IntN(len(s)-1)] }})
	}
	return append(out,
		mutation{"ends in a percent sign", func(_ *rand.Rand, s string) string { return s + "%" }},
		mutation{"a value in percent", func(_ *rand.Rand, s string) string { return "mfu=40%&" + s }},
		mutation{"64 KiB of one key", func(_ *rand.Rand, s string) string { return s + "&x=" + strings.Repeat("y", 64<<10) }},
		mutation{"just below 64 KiB", func(_ *rand.Rand, s string) string {
			return s + "&" + strings.Repeat("c=1e21&", (share.MaxLen-len(s))/7-1)
		}},
		mutation{"a character is another", func(r *rand.Rand, s string) string {
			at := r.IntN(len(s))
			return s[:at] + string('0'+rune(r.IntN(10))) + s[at+1:]
		}},
		mutation{"in capitals", func(_ *rand.Rand, s string) string { return strings.ToUpper(s) }},
		mutation{"bytes at random", func(r *rand.Rand, s string) string {
			b := []byte(s)
			for range 5 {
				b[r.IntN(len(b))] = byte(32 + r.IntN(95))
			}
			return string(b)
		}},
		mutation{"a newer version", func(_ *rand.Rand, s string) string { return strings.Replace(s, "v=1&", "v=2&", 1) }},
	)
}
