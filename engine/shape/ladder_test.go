//go:build !js

package shape

import (
	"fmt"
	"slices"
	"testing"

	"lossline/engine/law"
)

// What the page says of the Gemstones: of the six groups of near-equal N whose aspect
// ratios differ twofold, after 350B tokens, the model nearest the ladder has the lowest
// FineWeb-Edu loss at equal N in four, and 0.8 % and 0.17 % more in the two of N near
// 0.88B and 1.72B. From the released losses of McLeish et al. 2025.
func TestLadderAgainstGemstones(t *testing.T) {
	gs, err := Gemstones()
	if err != nil {
		t.Fatal(err)
	}
	tokens := GemstoneTokens(gs)
	groups, err := AspectCheck(gs, tokens[len(tokens)-1], OnFineWebEdu, law.NonEmbedding, 0.1)
	if err != nil {
		t.Fatal(err)
	}
	var excess []string
	for _, g := range groups {
		if g.AspectFold < 2 {
			continue
		}
		near := slices.MinFunc(g.Points, func(a, b AspectPoint) int { return sign(offLadder(a.Shape) - offLadder(b.Shape)) })
		best := slices.MinFunc(g.Points, func(a, b AspectPoint) int { return sign(float64(a.LossAtEqual - b.LossAtEqual)) })
		excess = append(excess, fmt.Sprintf("%.2f", 100*float64(near.LossAtEqual/best.LossAtEqual-1)))
	}
	if want := []string{"0.00", "0.00", "0.00", "0.00", "0.80", "0.17"}; !slices.Equal(excess, want) {
		t.Errorf("%v %% above the lowest, want %v", excess, want)
	}
}
