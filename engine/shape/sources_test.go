package shape

import (
	"testing"

	"lossline/engine/cite"
)

// A key stands for one work in the exported bibliography.
func TestSourceKeys(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range append(cite.All(), Sources()...) {
		if seen[s.Key] {
			t.Errorf("%s stands twice", s.Key)
		}
		seen[s.Key] = true
	}
}
