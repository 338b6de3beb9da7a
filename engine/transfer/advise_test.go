package transfer

import (
	"errors"
	"math"
	"testing"

	"lossline/engine/unit"
)

func advise(t *testing.T, l Losses, q Question) Advice {
	t.Helper()
	a, err := l.Advise(q)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The scenario of Fig. 1: 40M parameters and 3e5 characters of Python. The
// numbers are those of TestComputedValues and TestLossValues.
func TestAdviseFig1(t *testing.T) {
	a := advise(t, textOnWebText2(), Question{N: 4e7, DF: 3e5})
	if a.Action != FineTune || a.Reasons[0].Code != PretrainingHelps || a.Regime != LowData {
		t.Errorf("action %v, regime %v, reasons %v", a.Action, a.Regime, a.Reasons)
	}
	const tol = 1e-9
	near(t, "D_T", float64(a.DT), 142369914.26527733, tol)
	near(t, "D_E", float64(a.DE), 142669914.26527733, tol)
	near(t, "multiplier", a.Multiplier, 475.56638088425784, tol)
	near(t, "fraction", a.Fraction, 474.56638088425784/475.56638088425784, tol)
	near(t, "N*", float64(a.Half), 3.623875187070629, tol)
	near(t, "zero-shot", float64(a.ZeroShot), 1.9e4*math.Pow(4e7, 0.38), tol)
	near(t, "gap", a.Gap, 0.8738907770453808, tol)
	near(t, "break-even", float64(a.BreakEven), 2699484589.9305224, tol)
	near(t, "break-even multiplier", float64(a.BreakEvenMultiplier), 9128727454.191725, tol)
	near(t, "D(N)", float64(a.DataNeeded), 19963638164.670944, tol)
	near(t, "low-data limit", float64(a.LowDataLimit), 1996363816.4670944, tol)
	for _, c := range []Code{BelowBreakEven, DataLimited, MoreDataLowers, LargerModelLowers} {
		if !hasCode(a.Reasons, c) {
			t.Errorf("no reason %s: %v", c, a.Reasons)
		}
	}
	for _, c := range []Code{PlaceholderBase, AssumedChars, Tentative, BaseData} {
		if !hasCode(a.Warnings, c) {
			t.Errorf("no warning %s: %v", c, a.Warnings)
		}
	}
	for _, c := range []Code{ParamsOutside, DataOutside, BeyondLowData, OssificationRisk, OssificationSeen, LossImplausible, CountingDiffers} {
		if hasCode(a.Warnings, c) {
			t.Errorf("warning %s inside its range: %v", c, a.Warnings)
		}
	}
}

func TestAdviseActions(t *testing.T) {
	l := textOnWebText2()
	for _, c := range []struct {
		what   string
		q      Question
		action Action
		first  Code
	}{
		{"little data", Question{N: 1e9, DF: 1e6}, FineTune, PretrainingHelps},
		// Break-even at 40M and 1 % is 2.70e9 characters, at 1M 2.93e8.
		{"just below break-even", Question{N: 4e7, DF: 2.6e9}, FineTune, PretrainingHelps},
		{"just above break-even", Question{N: 4e7, DF: 2.8e9}, TrainFromScratch, GapWithin},
		{"a wider tolerance", Question{N: 4e7, DF: 2.6e9, Tolerance: 0.02}, TrainFromScratch, GapWithin},
		{"small model, seen to ossify", Question{N: 1e6, DF: 2e8}, TrainFromScratch, OssificationSeen},
		{"above D(N)", Question{N: 4e7, DF: 3e10, Tolerance: 1e-6}, TrainFromScratch, OssificationRisk},
		{"no data", Question{N: 4e7}, CollectData, NoTargetData},
		// At 40M zero-shot is worth 1.47e7 characters, a loss of 4.93.
		{"no data and none needed", Question{N: 4e7, Target: 5}, FineTune, NoTargetData},
		{"no data and some needed", Question{N: 4e7, Target: 4}, CollectData, TargetNeedsData},
		// 3e5 characters reach 3.9234; 3.5 needs 9.91e7, see TestComputeValues.
		{"target met", Question{N: 4e7, DF: 3e5, Target: 3.95}, FineTune, PretrainingHelps},
		{"target missed", Question{N: 4e7, DF: 3e5, Target: 3.5}, CollectData, TargetNeedsData},
		// L(40M,∞) is 2.9615.
		{"target too low for the size", Question{N: 4e7, DF: 3e5, Target: 2.9}, FineTune, PretrainingHelps},
		{"target missed from scratch", Question{N: 1e6, DF: 2e8, Target: 4.1}, CollectData, TargetNeedsData},
	} {
		a := advise(t, l, c.q)
		if a.Action != c.action || a.Reasons[0].Code != c.first {
			t.Errorf("%s: %v because of %v, want %v because of %s", c.what, a.Action, a.Reasons, c.action, c.first)
		}
	}
}

func TestAdviseTargetNumbers(t *testing.T) {
	l := textOnWebText2()
	a := advise(t, l, Question{N: 4e7, DF: 3e5, Target: 3.5})
	near(t, "needed", a.Reasons[0].Value.Amount, 99147818.93662925, 1e-7)
	near(t, "at hand", a.Reasons[0].Limit.Amount, 3e5, 0)
	near(t, "from scratch", float64(a.TargetScratch), 503600172.85198736, 1e-9)
	a = advise(t, l, Question{N: 4e7, DF: 3e5, Target: 2.9})
	if a.TargetScratch != 0 || a.TargetFineTuned != 0 || !hasCode(a.Reasons, TargetNeedsParams) {
		t.Errorf("a target below the limit: %+v", a)
	}
	// Where pre-training hurts the data is that of training from scratch.
	a = advise(t, l, Question{N: 1e6, DF: 2e8, Target: 4.1})
	near(t, "needed from scratch", a.Reasons[0].Value.Amount, float64(a.TargetScratch), 0)
	near(t, "loss from scratch on it", float64(l.FromScratch(1e6, a.TargetScratch)), 4.1, 1e-9)
	a = advise(t, l, Question{N: 4e7})
	if a.DF != 1 || a.DT != a.ZeroShot || !hasCode(a.Warnings, AtOneCharacter) {
		t.Errorf("no data is not read at one character: %+v", a)
	}
	// From scratch on one character the placeholder gives 26.9 nats; guessing
	// among 50257 tokens has 10.82.
	if !hasCode(a.Warnings, LossImplausible) || a.Scratch < 10.82 {
		t.Errorf("from scratch on one character %v, warnings %v", a.Scratch, a.Warnings)
	}
}

func TestAdviseWarnings(t *testing.T) {
	own, err := FromLaw(&additive, besiroglu, 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		base Scratch
		q    Question
		want Code
	}{
		{WebText2(0), Question{N: 1e11, DF: 1e6}, ParamsOutside},
		{WebText2(0), Question{N: 1e11, DF: 1e6}, BaseParams},
		{WebText2(0), Question{N: 1e8, DF: 1e4}, DataOutside},
		{WebText2(0), Question{N: 1e8, DF: 1e10}, DataOutside},
		{WebText2(0), Question{N: 1e8, DF: 1e12}, BaseData},
		{WebText2(0), Question{N: 1e6, DF: 1.5e8}, BeyondLowData},
		{WebText2(0), Question{N: 1e6, DF: 1.5e8}, OssificationSeen},
		{WebText2(0), Question{N: 1e6, DF: 2e9}, OssificationRisk},
		{own, Question{N: 1e8, DF: 1e6}, CountingDiffers},
	} {
		if a := advise(t, Losses{TextToPython(), c.base}, c.q); !hasCode(a.Warnings, c.want) {
			t.Errorf("%+v: no warning %s in %v", c.q, c.want, a.Warnings)
		}
	}
	if a := advise(t, Losses{TextToPython(), own}, Question{N: 1e8, DF: 1e6}); hasCode(a.Warnings, PlaceholderBase) {
		t.Error("the user's own law is called a placeholder")
	}
}

func TestAdviseRefuses(t *testing.T) {
	l := textOnWebText2()
	for _, c := range []struct {
		field string
		q     Question
	}{
		{"N", Question{DF: 1e6}}, {"N", Question{N: unit.Params(math.NaN()), DF: 1e6}},
		{"D_F", Question{N: 1e6, DF: -1}}, {"D_F", Question{N: 1e6, DF: 0.5}},
		{"D_F", Question{N: 1e6, DF: inf}}, {"D_F", Question{N: 1e6, DF: unit.Chars(math.NaN())}},
		{"target loss", Question{N: 1e6, DF: 1e6, Target: -1}},
		{"tolerance", Question{N: 1e6, DF: 1e6, Tolerance: -0.1}},
		{"tolerance", Question{N: 1e6, DF: 1e6, Tolerance: math.NaN()}},
		{"tolerance", Question{N: 1e6, DF: 1e6, Tolerance: 1}},
	} {
		var bad *InputError
		if _, err := l.Advise(c.q); !errors.As(err, &bad) || bad.Field != c.field {
			t.Errorf("%+v: %v, want an error about %s", c.q, err, c.field)
		}
	}
	broken := l
	broken.Set.K = 0
	if _, err := broken.Advise(Question{N: 1e6, DF: 1e6}); err == nil {
		t.Error("a set without k is accepted")
	}
}

// Whatever is accepted is answered, in finite numbers that keep their order.
func FuzzAdvise(f *testing.F) {
	f.Add(4e7, 3e5, 0.0, 0.0, 0.18, 4.3)
	f.Add(1e6, 2e9, 4.1, 0.01, 0.096, 2.0)
	f.Add(1.75e11, 0.0, 2.0, 0.5, 0.5, 1.0)
	f.Add(1e12, 1e15, 1.0, 0.001, 0.9, 8.0)
	f.Fuzz(func(t *testing.T, n, d, target, tol, alpha, cpt float64) {
		s := TextToPython()
		s.Alpha = alpha
		a, err := Losses{s, WebText2(CharsPerToken(cpt))}.Advise(
			Question{N: unit.Params(n), DF: unit.Chars(d), Target: unit.Loss(target), Tolerance: tol})
		if err != nil || n > 1e15 || n < 1 || d > 1e18 || alpha < 1e-3 || alpha > 0.99 || cpt > 100 || cpt < 0.01 {
			return
		}
		if a.Action == 0 || len(a.Reasons) == 0 {
			t.Fatalf("no answer: %+v", a)
		}
		for what, v := range map[string]float64{
			"D_T": float64(a.DT), "D_E": float64(a.DE), "from scratch": float64(a.Scratch),
			"fine-tuned": float64(a.FineTuned), "limit": float64(a.Limit), "D(N)": float64(a.DataNeeded),
		} {
			if !positive(v) {
				t.Errorf("%s = %v", what, v)
			}
		}
		if !(a.Gap >= -1e-12) || !(a.FineTuned >= a.Limit*(1-1e-12)) || a.Fraction < 0 || a.Fraction > 1 {
			t.Errorf("out of order: %+v", a)
		}
	})
}
