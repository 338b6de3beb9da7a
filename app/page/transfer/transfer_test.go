package transfer

import (
	"testing"

	"lossline/app/mathml"
	"lossline/app/ui"
)

// The formulas of the Transfer page are within the subset of TeX that MathML is
// made of.
func TestTransferFormulas(t *testing.T) {
	for _, tex := range []string{ui.TexTransfer, texUnified, texRegime, texCompute, texKim} {
		if _, err := mathml.From(tex, true); err != nil {
			t.Error(err)
		}
	}
}
