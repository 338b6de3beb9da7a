package cite

import "testing"

// A key stands for one work, and the works come in order of year, as the
// exported bibliography has them.
func TestAll(t *testing.T) {
	seen := map[string]bool{}
	year := 0
	for _, s := range All() {
		if seen[s.Key] {
			t.Errorf("%s stands twice", s.Key)
		}
		seen[s.Key] = true
		if s.Year < year {
			t.Errorf("%s of %d comes after one of %d", s.Key, s.Year, year)
		}
		year = s.Year
		if s.Link() == "" || s.Title == "" || len(s.Authors) == 0 {
			t.Errorf("%s is incomplete: %+v", s.Key, s)
		}
	}
}
