package app

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
)

// A run is off by loss/law − 1, of which the logarithm is another number: the loss of row
// 3 of Epoch's digitised runs is 4.665 where the fit has 3.417, row 283 of Muennighoff's
// is more than three times what its law has. Losses as in the data files.
func TestOffBy(t *testing.T) {
	for data, want := range map[string]struct{ off, within float64 }{
		"chinchilla-epoch": {4.665/3.417 - 1, 5e-4},
		"muennighoff":      {2.28, 5e-3},
	} {
		s := scenario.Default()
		s.Fit.Data = data
		found := false
		for _, line := range said(share.Link{Page: scenario.Fit, Scenario: s}) {
			if value, ok := strings.CutPrefix(line, "off-by own "); ok {
				v, err := strconv.ParseFloat(value, 64)
				found = found || err == nil && math.Abs(v-want.off) < want.within
			}
		}
		if !found {
			t.Errorf("%s: no run is off by %+.3f", data, want.off)
		}
	}
}
