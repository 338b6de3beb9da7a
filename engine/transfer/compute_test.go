package transfer

import (
	"errors"
	"math"
	"slices"
	"testing"

	"lossline/engine/unit"
)

func hasCode(notes []Note, c Code) bool {
	return slices.ContainsFunc(notes, func(n Note) bool { return n.Code == c })
}

// Computed in double precision by another program: the data by bisection of
// D_F + D_T = D_E, the compute as 6·N·D/4.3, for 40M parameters.
func TestComputeValues(t *testing.T) {
	l := textOnWebText2()
	for _, c := range []struct {
		target                             unit.Loss
		scratchData, fineData, scratch, ft float64
	}{
		{4.0, 116846679.40411629, 99629.10213264314, 6521675129532072, 5560694072519.617},
		{3.5, 503600172.85198736, 99147818.93662925, 2.810791662429697e16, 5533831754602563},
		{3.2, 1825071298.9750583, 1192248098.825942, 1.0186444459395675e17, 6.654407993447118e16},
	} {
		got, err := l.Compute(4e7, c.target, Assume(l.Set))
		if err != nil || !got.Reachable {
			t.Fatalf("target %v: %+v, %v", c.target, got, err)
		}
		near(t, "data from scratch", float64(got.ScratchData), c.scratchData, 1e-9)
		near(t, "data to fine-tune on", float64(got.FineTuneData), c.fineData, 1e-7)
		near(t, "compute from scratch", float64(got.Scratch), c.scratch, 1e-9)
		near(t, "compute to fine-tune", float64(got.FineTune), c.ft, 1e-7)
		near(t, "pre-training", float64(got.Pretrain), 1.3395348837209303e18, exact) // 24e9 characters, section 2
		near(t, "reuses", got.Reuses, 1.3395348837209303e18/(c.scratch-c.ft), 1e-7)
		if !hasCode(got.Notes, PlaceholderBase) || !hasCode(got.Notes, AssumedChars) || !hasCode(got.Notes, AssumedEpochs) {
			t.Errorf("an assumption is silent: %v", got.Notes)
		}
	}
}

// What fine-tuning reaches is D_E from scratch, by eq. B.1, to the last digits also where
// the loss differs from its limit by less than they do: an inverted loss gave 2.0532011e26
// on one machine and 2.0531954e26 on another.
func TestComputeLike(t *testing.T) {
	l := textOnWebText2()
	a := Assume(l.Set)
	for _, dF := range []unit.Chars{1e5, 99629.10213264314, 3e7, 3.478510034920758e19} {
		got, err := l.ComputeLike(4e7, dF, a)
		if err != nil || !got.Reachable {
			t.Fatalf("D_F %v: %+v, %v", dF, got, err)
		}
		scratch := float64(dF) + 1.9e4*math.Pow(float64(dF), 0.18)*math.Pow(4e7, 0.38) // Table 1 of Hernandez 2021
		near(t, "data from scratch", float64(got.ScratchData), scratch, exact)
		near(t, "compute from scratch", float64(got.Scratch), 6*4e7*scratch/float64(a.CharsPerToken), exact)
		near(t, "data to fine-tune on", float64(got.FineTuneData), float64(dF), exact)
		if dF > 1e10 {
			continue
		}
		inverted, err := l.Compute(4e7, l.FineTuned(4e7, dF), a)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "compute by its loss", float64(inverted.Scratch), float64(got.Scratch), 1e-9)
	}
	if _, err := l.ComputeLike(4e7, -1, a); err == nil {
		t.Error("less than no data is taken")
	}
}

func TestComputeFollowsItsAssumptions(t *testing.T) {
	l := textOnWebText2()
	a := Assume(l.Set)
	one, _ := l.Compute(4e7, 3.5, a)
	a.ScratchEpochs, a.FineTuneEpochs, a.PretrainEpochs = 10, 2, 3
	many, _ := l.Compute(4e7, 3.5, a)
	near(t, "from scratch", float64(many.Scratch/one.Scratch), 10, exact)
	near(t, "fine-tuning", float64(many.FineTune/one.FineTune), 2, exact)
	near(t, "pre-training", float64(many.Pretrain/one.Pretrain), 3, exact)
	if many.ScratchData != one.ScratchData {
		t.Error("passes over the data change the data")
	}
	a.CharsPerToken = 2 * WebText2Chars
	half, _ := l.Compute(4e7, 3.5, a)
	near(t, "twice the characters per token", float64(half.Scratch/many.Scratch), 0.5, exact)
}

func TestComputeEnds(t *testing.T) {
	l := textOnWebText2()
	// The limit at 40M is 2.9615; 3 needs 3.375e7, 2.9 needs more than 4e7.
	got, err := l.Compute(4e7, 2.9, Assume(l.Set))
	if err != nil || got.Reachable || got.Scratch != 0 || got.FineTune != 0 {
		t.Errorf("below the limit: %+v, %v", got, err)
	}
	if !hasCode(got.Notes, TargetNeedsParams) {
		t.Errorf("no size is named: %v", got.Notes)
	}
	// At 40M the pre-training alone is worth 1.47e7 characters, a loss of 4.93.
	got, err = l.Compute(4e7, 5, Assume(l.Set))
	if err != nil || !got.Reachable || got.FineTuneData != 0 || got.FineTune != 0 || got.Scratch == 0 {
		t.Errorf("a target that zero-shot meets: %+v, %v", got, err)
	}
	if !hasCode(got.Notes, ZeroShotEnough) {
		t.Errorf("zero-shot is not named: %v", got.Notes)
	}
	mix := Losses{MixToPython(), WebText2(0)}
	got, err = mix.Compute(4e7, 3.5, Assume(mix.Set))
	if err != nil || got.Pretrain != 0 || got.Reuses != 0 || !hasCode(got.Notes, PretrainUnknown) {
		t.Errorf("a pre-training of unknown size has a cost: %+v, %v", got, err)
	}
}

// Where both pass over their data equally often, fine-tuning costs less: the
// paper's finding for the low-data regime (section 3.2), pre-training left out.
func TestFineTuningCostsLess(t *testing.T) {
	for _, s := range Sets() {
		l := Losses{s, WebText2(0)}
		for n := unit.Params(1e6); n < 1e10; n *= 10 {
			for _, over := range []unit.Loss{1.02, 1.1, 1.5} {
				c, err := l.Compute(n, l.Limit(n)*over, Assume(s))
				if err != nil || !(c.FineTune < c.Scratch) {
					t.Errorf("%s, N %v, %v times the limit: %+v, %v", s.ID, n, over, c, err)
				}
			}
		}
	}
}

func TestComputeRefuses(t *testing.T) {
	l := textOnWebText2()
	for field, f := range map[string]func(*unit.Params, *unit.Loss, *Assumptions){
		"N":                      func(n *unit.Params, _ *unit.Loss, _ *Assumptions) { *n = 0 },
		"target loss":            func(_ *unit.Params, l *unit.Loss, _ *Assumptions) { *l = -1 },
		"characters per token":   func(_ *unit.Params, _ *unit.Loss, a *Assumptions) { a.CharsPerToken = 0 },
		"epochs from scratch":    func(_ *unit.Params, _ *unit.Loss, a *Assumptions) { a.ScratchEpochs = math.NaN() },
		"epochs of fine-tuning":  func(_ *unit.Params, _ *unit.Loss, a *Assumptions) { a.FineTuneEpochs = -1 },
		"epochs of pre-training": func(_ *unit.Params, _ *unit.Loss, a *Assumptions) { a.PretrainEpochs = 0 },
		"pre-training data":      func(_ *unit.Params, _ *unit.Loss, a *Assumptions) { a.Pretrain = -1 },
		"characters per token of the pre-training data": func(_ *unit.Params, _ *unit.Loss, a *Assumptions) {
			a.PretrainedChars = CharsPerToken(math.Inf(1))
		},
	} {
		n, loss, a := unit.Params(4e7), unit.Loss(3.5), Assume(l.Set)
		f(&n, &loss, &a)
		var bad *InputError
		if _, err := l.Compute(n, loss, a); !errors.As(err, &bad) || bad.Field != field {
			t.Errorf("bad %s: %v", field, err)
		}
	}
	if _, err := (Losses{Set: TextToPython()}).Compute(4e7, 3.5, Assume(l.Set)); err == nil {
		t.Error("no base is accepted")
	}
	if _, err := (Losses{TextToPython(), (*LawBase)(nil)}).Compute(4e7, 3.5, Assume(l.Set)); err == nil {
		t.Error("a nil base is accepted")
	}
}
