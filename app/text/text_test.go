package text

import (
	"slices"
	"testing"
)

func TestSplit(t *testing.T) {
	pieces, slots := Split("With {0}, train {2}.")
	if !slices.Equal(pieces, []string{"With ", ", train ", "."}) || !slices.Equal(slots, []int{0, 2}) {
		t.Errorf("%q %v", pieces, slots)
	}
}
