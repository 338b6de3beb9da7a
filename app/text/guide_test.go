package text

import "testing"

// The Guide has the same entries in both languages, in the same order, each once.
func TestGuideEntries(t *testing.T) {
	seen := map[string]bool{}
	for i := range guideEn {
		if len(guideEn[i]) != len(guideZh[i]) {
			t.Fatalf("list %d: %d entries in English, %d in Chinese", i, len(guideEn[i]), len(guideZh[i]))
		}
		for j, e := range guideEn[i] {
			z := guideZh[i][j]
			if e.ID != z.ID || seen[e.ID] {
				t.Errorf("%q in English, %q in Chinese, or twice", e.ID, z.ID)
			}
			if e.Title == "" || e.Text == "" || z.Title == "" || z.Text == "" {
				t.Errorf("%s lacks words", e.ID)
			}
			seen[e.ID] = true
		}
	}
	for i, s := range tourEn {
		if z := tourZh[i]; s.Title == "" || s.Text == "" || z.Title == "" || z.Text == "" {
			t.Errorf("stop %d lacks words", i+1)
		}
	}
}
