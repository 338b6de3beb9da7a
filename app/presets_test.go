package app

import (
	"strings"
	"testing"

	"lossline/app/share"
	"lossline/app/text/languages"
)

// Every preset is understood word by word, says what it is in every language, and
// is found by its path.
func TestPresets(t *testing.T) {
	seen := map[share.Link]string{}
	for _, p := range Presets() {
		l, notices := share.Decode(p.State)
		if len(notices) > 0 {
			t.Errorf("%s: %v", p.ID, notices)
		}
		l.Page = p.Page
		if other := seen[l]; other != "" {
			t.Errorf("%s and %s are the same", p.ID, other)
		}
		seen[l] = p.ID
		en, zh := languages.In(languages.English).Presets[p.ID], languages.In(languages.Chinese).Presets[p.ID]
		if en.Title == "" || en.Description == "" || zh.Title == "" || zh.Description == "" || (en.Outcome == "") != (zh.Outcome == "") {
			t.Errorf("%s lacks words: %q %q", p.ID, en, zh)
		}
		if got := presetAt(strings.Trim(PresetPath(languages.English, p), "/")); got == nil || *got != p {
			t.Errorf("%s is not found: %v", p.ID, got)
		}
	}
	if presetAt("presets/none") != nil || presetAt("gpt-3") != nil {
		t.Error("a preset that there is not")
	}
}

// What was built used the compute of the preset: C = 6·N·D with the sizes that the
// papers print, to the digits that they print (Brown et al. 2020, Table D.1 and
// 2.1; Grattafiori et al. 2024, section 3.2). Hoffmann et al. count more than 6·N·D.
func TestPresetBudgets(t *testing.T) {
	for id, built := range map[string][2]float64{"gpt-3": {1.746e11, 3e11}, "llama-3-405b": {4.05e11, 1.56e13}} {
		for _, p := range Presets() {
			if c := float64(p.Scenario().Compute()); p.ID == id && (c < 0.99*6*built[0]*built[1] || c > 1.01*6*built[0]*built[1]) {
				t.Errorf("%s has %g FLOPs, what was built %g", id, c, 6*built[0]*built[1])
			}
		}
	}
}
