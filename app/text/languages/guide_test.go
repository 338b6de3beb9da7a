package languages

import "testing"

// Every entry of the Guide is there once. That the languages have the same ones in the
// same order is TestComplete.
func TestGuideEntries(t *testing.T) {
	seen := map[string]bool{}
	for _, list := range In(English).Entries {
		for _, e := range list {
			if seen[e.ID] {
				t.Errorf("%q is there twice", e.ID)
			}
			seen[e.ID] = true
		}
	}
}
