package app

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
)

// Preset is a scenario with a page and an address of its own: the state in a
// fragment reaches no server, so that a preview of a link can only know its path.
type Preset struct {
	ID    string // its folder below presets/
	Page  scenario.Page
	State string // as a link has it, written by hand
}

// Presets lists the presets. Their IDs stand in links: they stay.
//
// The budgets are those of the papers: 3640 PF-days of Brown et al. 2020, Gopher's
// 5.76e23 in Hoffmann et al. 2022, 3.8e25 of Grattafiori et al. 2024. 40 M
// parameters on 300 thousand characters are the case of Fig. 1 of Hernandez et
// al. 2021.
func Presets() []Preset {
	return []Preset{
		{"gpt-3", scenario.Plan, "c=3.14e23"},
		{"chinchilla", scenario.Plan, "c=5.76e23"},
		{"llama-3-405b", scenario.Plan, "c=3.8e25"},
		{"eight-gpus-one-week", scenario.Plan, "dev=h100&cnt=8&sec=604800&mfu=0.4"},
		{"chinese-30gb", scenario.Plan, "ask=data&gb=3e10&txt=chinese"},
		{"python-from-english", scenario.Transfer, "tn=4e7&td=3e5&tsrc=text"},
		{"t5-base-small-16l", scenario.Shape, "shfam=t5&shpre=small-16l"},
	}
}

// presetFolder is where the presets stand in the site.
const presetFolder = "presets/"

// PresetPath is where the page of a preset stands: "zh/presets/gpt-3/".
func PresetPath(l text.Lang, p Preset) string {
	return page.Path(l, page.Page{Path: presetFolder + p.ID})
}

// Scenario is what the preset stands for.
func (p Preset) Scenario() scenario.Scenario {
	l, _ := share.Decode(p.State)
	return l.Scenario
}

// link is the preset as the fragment of a link.
func (p Preset) link() string { return p.State + "&p=" + string(p.Page) }

// presetOf finds the preset whose link a fragment is, nil if it is none.
func presetOf(fragment string) *Preset {
	for _, p := range Presets() {
		if fragment == p.link() || fragment == p.State {
			return &p
		}
	}
	return nil
}

// is reports whether a scenario is that of the preset, but for what a preset leaves
// as it is.
func (p Preset) is(s scenario.Scenario) bool {
	x := p.Scenario()
	x.Fit, x.Own, x.Lanes, x.Guide, x.Study.Open = s.Fit, s.Own, s.Lanes, s.Guide, s.Study.Open
	return x == s
}

// presetAt finds the preset of a folder of the site, nil if it is none.
func presetAt(dir string) *Preset {
	id, ok := strings.CutPrefix(dir, presetFolder)
	for _, p := range Presets() {
		if ok && p.ID == id {
			return &p
		}
	}
	return nil
}

// NewPreset returns the page of a preset as it is first seen.
func NewPreset(l text.Lang, p Preset, base string) *Root {
	return newRoot(&address{lang: l, screen: page.Of(p.Page), base: base, preset: &p}, p.Scenario())
}

// presetNote says what the preset is and what was built in fact, as long as
// nothing of it has been changed.
func (a *address) presetNote() h.UI {
	if a.preset == nil || !a.preset.is(a.ws.state.Scenario) || a.screen.ID != a.preset.Page {
		return h.Div()
	}
	p := languages.In(a.lang).Presets[a.preset.ID]
	said := p.Title + languages.In(a.lang).SentenceEnd
	if p.Outcome != "" {
		said = text.Fill(languages.In(a.lang).Embed.PresetOutcome, p.Outcome)
	}
	return h.Div().Body(h.Section().Attr("aria-label", p.Title).Body(h.P().Class("notice").ID("preset").TabIndex(-1).Text(said)))
}
