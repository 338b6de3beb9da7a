package shape

import "testing"

// The totals are the parameters of the released checkpoints, T5 v1.1 among them;
// those of the first T5 follow from the released configurations, whose cards state
// them within 0.15 % (TestT5Counts).
func TestPresets(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Presets() {
		if err := p.Shape.Validate(); err != nil {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		if got := p.Shape.Count().Total(); p.Stored != 0 && got != p.Stored {
			t.Errorf("%s: %.0f parameters, stored %.0f", p.Name, got, p.Stored)
		}
		if seen[p.ID] {
			t.Errorf("%s stands twice", p.ID)
		}
		seen[p.ID] = true
	}
}
