package page

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"lossline/app/mathml"
	"lossline/app/scenario"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/plan"
)

// calculator evaluates formulas of numbers in TeX: sums, products, \frac, \sqrt,
// powers and brackets.
type calculator struct{ in string }

func (c *calculator) skip() {
	for {
		c.in = strings.TrimLeft(c.in, " ")
		if rest, ok := strings.CutPrefix(c.in, `\left`); ok {
			c.in = rest
		} else if rest, ok := strings.CutPrefix(c.in, `\right`); ok {
			c.in = rest
		} else {
			return
		}
	}
}

func (c *calculator) take(prefix string) bool {
	c.skip()
	rest, ok := strings.CutPrefix(c.in, prefix)
	if ok {
		c.in = rest
	}
	return ok
}

func (c *calculator) sum() float64 {
	v := c.product()
	for {
		switch {
		case c.take("+"):
			v += c.product()
		case c.take("-"):
			v -= c.product()
		default:
			return v
		}
	}
}

func (c *calculator) product() float64 {
	v := c.power()
	for {
		c.take(`\cdot`)
		if c.skip(); c.in == "" || strings.ContainsAny(c.in[:1], "+-)]}") {
			return v
		}
		v *= c.power()
	}
}

func (c *calculator) power() float64 {
	v := c.factor()
	if c.take("^") {
		return math.Pow(v, c.group())
	}
	return v
}

func (c *calculator) group() float64 {
	if c.take("{") {
		v := c.sum()
		if !c.take("}") {
			return math.NaN()
		}
		return v
	}
	return c.factor()
}

func (c *calculator) factor() float64 {
	for _, b := range []string{"(", "["} {
		if c.take(b) {
			v := c.sum()
			if !c.take(")") && !c.take("]") {
				return math.NaN()
			}
			return v
		}
	}
	switch {
	case c.take("{"):
		c.in = "{" + c.in
		return c.group()
	case c.take("-"):
		return -c.power()
	case c.take(`\frac`):
		a := c.group()
		return a / c.group()
	case c.take(`\sqrt`):
		return math.Sqrt(c.group())
	}
	n := 0
	for n < len(c.in) && (c.in[n] >= '0' && c.in[n] <= '9' || c.in[n] == '.') {
		n++
	}
	v, err := strconv.ParseFloat(c.in[:n], 64)
	if err != nil {
		c.in = ""
		return math.NaN() // a symbol was left without a value
	}
	c.in = c.in[n:]
	return v
}

// holds evaluates the right side of a formula with its values.
func holds(t *testing.T, name string, f plan.Formula, value float64) {
	t.Helper()
	tex := ui.WithValues(f, value)
	if _, err := mathml.From(tex, true); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	right, result, _ := strings.Cut(tex, `\approx `)
	if strings.Contains(f.TeX, "=") {
		_, right, _ = strings.Cut(right, "=")
	}
	for _, part := range []string{right, result} {
		c := calculator{part}
		if got := c.sum(); !(math.Abs(got/value-1) < 2e-3) || c.in != "" {
			t.Errorf("%s: %s is %g, the number is %g", name, part, got, value)
		}
	}
}

// What the cards print is arithmetic: every formula with its values gives the
// number that it stands for, computed here from the TeX.
func TestFormulasGiveTheirNumbers(t *testing.T) {
	quantities := []string{"params", "tokens", "tokens-per-param", "batch-tokens", "steps", "loss"}
	n := 0
	for _, kaplan := range []plan.KaplanBudget{plan.AtCritical, plan.AsPrinted} {
		for _, batch := range []float64{0, 3e6} {
			for _, s := range withOwn() {
				s.Kaplan = kaplan
				for _, q := range scenario.Quantities() {
					if q.Field == scenario.FieldBatch {
						*q.At(&s) = batch
					}
				}
				o := scenario.Eval(s)
				for _, a := range o.Rows {
					for _, q := range quantities {
						s.Why = scenario.WhyKey(q, a.Method.ID)
						w, ok := scenario.EvalWhy(s, o)
						if !ok {
							continue
						}
						n++
						for _, f := range w.Formulas {
							holds(t, q+" by "+a.Method.ID+" "+a.Method.Law().ID, f, w.Value)
						}
						if len(w.Effects) == 0 || len(w.Spans) == 0 && !a.Method.IsOwn() {
							t.Errorf("%s: %d effects, %d ranges", s.Why, len(w.Effects), len(w.Spans))
						}
					}
				}
				for _, l := range o.Losses {
					s.Why = scenario.WhyKey(scenario.PointLoss, l.Method.ID)
					w, ok := scenario.EvalWhy(s, o)
					if !ok {
						t.Fatalf("%s: no card", s.Why)
					}
					holds(t, s.Why, w.Formulas[0], float64(l.Loss))
				}
			}
		}
	}
	if n < 400 {
		t.Errorf("%d numbers", n)
	}
}

// withOwn are scenarios with all laws shown and, one a scenario, a fit of each
// family that divides budgets.
func withOwn() []scenario.Scenario {
	var out []scenario.Scenario
	for _, x := range []struct {
		law   *law.Law
		theta []float64
	}{
		{law.Chinchilla, []float64{1.8172, 482.01, 0.3478, 2085.43, 0.3658}},
		{law.KaplanND, []float64{6.4e13, 0.076, 1.8e13, 0.103}},
		{law.KaplanNDFloor, []float64{1.5, 6.4e13, 0.2, 1.8e13, 0.25}},
		{law.OverTraining, []float64{1.84, 212, 367, 0.136}},
		{law.DataConstrained, []float64{1.869, 520.8, 0.3526596, 1487.7, 0.3526596, 15.39, 5.31}},
		{law.PowerAllocation, []float64{0.1, 0.5}},
	} {
		s := scenario.Default()
		s.Own = scenario.OwnLaw{Law: x.law.ID, N: [2]float64{1e7, 1e10}}
		copy(s.Own.Theta[:], x.theta)
		for _, m := range s.Methods() {
			s.Shown = s.Shown.With(m.ID, true)
		}
		out = append(out, s)
	}
	return out
}

// A link may ask for anything: what there is no number for has no card, and none
// is computed where nothing is asked.
func TestNoCardForNoNumber(t *testing.T) {
	s := scenario.Default()
	for _, key := range []string{"", "~", "params~", "~besiroglu2024.1", "params~nobody", "bytes~besiroglu2024.1", "flops~besiroglu2024.1",
		"params~own", "loss~hoffmann2022.a1", "point-loss~hoffmann2022.a1"} {
		s.Why = key
		if _, ok := scenario.EvalWhy(s, scenario.Eval(s)); ok {
			t.Errorf("%q has a card", key)
		}
	}
	for key, want := range map[string]bool{"params~besiroglu2024.1": true, "params": false, "a~b~c": false, "params~<b>": false, "": false, strings.Repeat("a", 90) + "~b": false} {
		if scenario.ValidWhy(key) != want {
			t.Errorf("ValidWhy(%q) = %v", key, !want)
		}
	}
}

// The numbers of Transfer are what their formulas give, and the elasticities of
// D_T are its exponents: α to D_F, β to N, 1 to k.
func TestTransferNumbersFollow(t *testing.T) {
	for _, base := range []string{scenario.BaseKaplan, scenario.BaseBesiroglu} {
		s := scenario.Default()
		s.Transfer.Base = base
		for _, r := range scenario.EvalTransfer(s).Sources {
			for quantity, want := range map[string]float64{
				"chars-transferred": float64(r.Advice.DT), "chars-effective": float64(r.Advice.DE), "multiplier": r.Advice.Multiplier,
				"fraction": r.Advice.Fraction, "zero-shot": float64(r.Advice.ZeroShot), "data-times": r.DataTimes,
				"loss-tuned": float64(r.Advice.FineTuned), "loss-unified": float64(r.Advice.Unified), "loss-scratch": float64(r.Advice.Scratch),
			} {
				w, ok := scenario.WhyTransfer(s, r, quantity)
				if !ok || !scenario.TransferAsks(quantity) || math.Abs(w.Value/want-1) > 1e-12 {
					t.Errorf("%s: %g, on the page %g", quantity, w.Value, want)
				}
				for _, f := range w.Formulas {
					holds(t, base+" "+quantity, f, w.Value)
				}
			}
			w, _ := scenario.WhyTransfer(s, r, "chars-transferred")
			for _, e := range w.Effects {
				want := map[string]float64{"D_F": r.Losses.Set.Alpha, "N": r.Losses.Set.Beta, "k": 1}[e.Symbol]
				if want != 0 && math.Abs(e.Elasticity-want) > 1e-8 {
					t.Errorf("%s: elasticity to %s %g, want %g", r.ID, e.Symbol, e.Elasticity, want)
				}
			}
			if len(w.Effects) != 5 {
				t.Errorf("%d effects", len(w.Effects))
			}
		}
	}
}

// The counts of listed shapes are what the formulas give, of decoders gated or
// not, tied or not, with grouped keys, and of T5.
func TestShapeNumbersFollow(t *testing.T) {
	n := 0
	for _, family := range []string{"gpt", scenario.ShapeT5} {
		for _, head := range []string{"tied", "own"} {
			for _, ff := range []string{"gated", "plain"} {
				s := scenario.Default()
				s.Shape.Family, s.Shape.Head, s.Shape.FeedForward, s.Shape.Group = family, head, ff, "4"
				s.Shape.Params = 1e9
				o := scenario.EvalShape(s)
				for i, k := range o.Advice.Candidates {
					for quantity, want := range map[string]float64{"params": float64(k.Total), "params-non-embedding": float64(k.NonEmbedding),
						"flops": float64(k.Forward.Matrices()), "flops-context": float64(k.Forward.Context), "aspect-ratio": k.AspectRatio} {
						w, ok := scenario.WhyShape(o, quantity, strconv.Itoa(i+1))
						if !ok {
							continue
						}
						if n++; math.Abs(w.Value/want-1) > 1e-12 {
							t.Errorf("%s %s %s, shape %d: %s is %g, counted %g", family, head, ff, i+1, quantity, w.Value, want)
						}
						holds(t, family+" "+quantity, w.Formulas[0], w.Value)
					}
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("%d counts", n)
	}
}
