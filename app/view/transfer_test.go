package view

import (
	"testing"

	"lossline/app/mathml"
)

// The formulas of the Transfer page are within the subset of TeX that MathML is
// made of.
func TestTransferFormulas(t *testing.T) {
	for _, tex := range []string{texTransfer, texUnified, texRegime, texCompute, texKim} {
		if _, err := mathml.From(tex, true); err != nil {
			t.Error(err)
		}
	}
}
