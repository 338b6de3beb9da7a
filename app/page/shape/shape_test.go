package shape

import (
	"testing"

	"lossline/app/mathml"
)

func TestShapeFormulas(t *testing.T) {
	for _, tex := range []string{texGPT, texT5, texFLOPs} {
		if _, err := mathml.From(tex, true); err != nil {
			t.Error(err)
		}
	}
}
