//go:build !js

package shape

import "testing"

// The sample is the full data at its tokens, digit for digit.
func TestGemstonesSample(t *testing.T) {
	sample, err := GemstonesSample()
	if err != nil {
		t.Fatal(err)
	}
	full, err := Gemstones()
	if err != nil {
		t.Fatal(err)
	}
	if len(sample) != len(full) {
		t.Fatalf("%d runs of %d", len(sample), len(full))
	}
	tokens := GemstoneTokens(full)
	if first, last := tokens[0], tokens[len(tokens)-1]; len(GemstoneTokens(sample)) != 3 ||
		GemstoneTokens(sample)[0] != first || GemstoneTokens(sample)[2] != last {
		t.Errorf("the sample is at %v, the data from %g to %g", GemstoneTokens(sample), first, last)
	}
	for i, g := range sample {
		if g.Run != full[i].Run || g.Shape != full[i].Shape {
			t.Errorf("run %d is %s, not %s", i, g.Run, full[i].Run)
		}
		for _, c := range g.Checkpoints {
			if want, ok := full[i].at(c.Tokens); !ok || c != want {
				t.Errorf("%s at %g tokens: %+v, want %+v", g.Run, c.Tokens, c, want)
			}
		}
	}
}
