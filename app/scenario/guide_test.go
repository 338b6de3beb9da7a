package scenario

import (
	"math"
	"testing"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// The exponents that Pearce & Song 2024 print, from the choices of a first visit.
func TestGuideGivesThePrintedExponents(t *testing.T) {
	o := EvalGuide(Default())
	for _, l := range o.Laws {
		if math.Round(l.Fitted*100) != l.Printed*100 {
			t.Errorf("%s: %.4f, printed %.2f", l.Set.ID, l.Fitted, l.Printed)
		}
	}
	closeTo(t, "own exponent", o.Laws[0].Own, 0.5126, 1e-4)  // Besiroglu et al. 2024
	closeTo(t, "γ", o.Gamma, float64(law.PearceGamma), 5e-4) // Pearce & Song 2024, rounded
	// The formula in Python, inverted by interpolation.
	closeTo(t, "smallest model", float64(o.Laws[0].NLo), 3284.81, 1e-3)
	closeTo(t, "largest model", float64(o.Laws[0].NHi), 1.866186e9, 1e-3)
}

// Where the range is that of large models, or the vocabulary is tiny, the exponent is
// the law's own; a range given backwards is the same one.
func TestGuideFollowsItsInputs(t *testing.T) {
	at := func(change func(*GuideChoice)) Reconciled {
		s := Default()
		change(&s.Guide)
		return EvalGuide(s).Laws[0]
	}
	large := at(func(g *GuideChoice) { g.Lo, g.Hi = 1e24, 1e28 })
	closeTo(t, "large models", large.Fitted, large.Own, 2e-3)
	tiny := at(func(g *GuideChoice) { g.Vocab = 1 })
	closeTo(t, "no vocabulary", tiny.Fitted, tiny.Own, 5e-3)
	if a, b := at(func(g *GuideChoice) { g.Lo, g.Hi = 1e16, 1e20 }), at(func(g *GuideChoice) { g.Lo, g.Hi = 1e20, 1e16 }); a != b {
		t.Errorf("backwards: %+v, want %+v", b, a)
	}
	one := at(func(g *GuideChoice) { g.Lo, g.Hi = 1e18, 1e18 })
	closeTo(t, "one budget: the local exponent", one.Fitted, law.PearceExponent(one.Set.Theta, EvalGuide(Default()).Gamma, one.NLo), 1e-12)
}

// GPT-2 as its checkpoints store it; GPT-3 has 174.6B parameters in Brown et al.
// 2020, Table D.1, and 12·96·12288² of them are not embeddings.
func TestGuideCounts(t *testing.T) {
	o := EvalGuide(Default())
	want := map[string][2]float64{"gpt2": {84934656, 124439808}, "gpt2-xl": {1474560000, 1557611200}, "gpt3": {173946175488, 174.6e9}}
	for _, c := range o.Counts {
		w, ok := want[c.ID]
		if !ok {
			continue
		}
		delete(want, c.ID)
		closeTo(t, c.ID+" without embeddings", float64(c.NonEmbedding), w[0], 1e-12)
		closeTo(t, c.ID, float64(c.Total), w[1], 4e-4)
		if c.FLOPsNonEmbedding != unit.FLOPs(6*c.NonEmbedding) || c.FLOPsCounted <= c.FLOPsNonEmbedding {
			t.Errorf("%s: %g FLOPs a token by 6N, %g counted", c.ID, float64(c.FLOPsNonEmbedding), float64(c.FLOPsCounted))
		}
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}
