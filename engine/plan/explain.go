package plan

import (
	"strings"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// Formula is an equation, and the values of the symbols on its right side.
type Formula struct {
	TeX    string
	Values []law.Lever
	Days   string // the symbol of the compute, where it is in PF-days
}

// SpanAt is a range on which a law was fitted and where a number's point is.
type SpanAt struct {
	law.Span
	At float64
}

// Explanation is what stands behind a number of a plan.
type Explanation struct {
	Value    float64
	Formulas []Formula
	Sets     []*law.Set    // that it rests on
	Batch    *law.BatchLaw // that it rests on too; nil: on none
	Spans    []SpanAt
}

// numbers of a plan, by the names that data elements and links have.
var numbers = map[string]func(Allocation) float64{
	"params":           func(a Allocation) float64 { return float64(a.N) },
	"tokens":           func(a Allocation) float64 { return float64(a.D) },
	"tokens-per-param": Allocation.TokensPerParam,
	"batch-tokens":     func(a Allocation) float64 { return float64(a.B) },
	"steps":            func(a Allocation) float64 { return float64(a.S) },
	"loss":             func(a Allocation) float64 { return float64(a.Loss) },
	"flops":            func(a Allocation) float64 { return float64(a.Budget) },
}

// Number returns the function that reads a quantity off a plan, nil for another word.
func Number(quantity string) func(Allocation) float64 { return numbers[quantity] }

// Explain returns the formulas, sets and fitted ranges behind a quantity of the plan: of
// "params", "tokens", "tokens-per-param", "batch-tokens", "steps" and "loss", and of "flops"
// where the compute follows from a loss or, with forTokens, from data. They are those of the
// computation in Allocate. It reports false where the plan has no such number, or where it was
// chosen.
func (a Allocation) Explain(quantity string, forTokens bool) (Explanation, bool) {
	of, m := numbers[quantity], a.Method
	if of == nil || of(a) == 0 {
		return Explanation{}, false
	}
	x := Explanation{Value: of(a), Sets: m.Sets()}
	if m.LossOfC != "" { // sizes and losses have laws of their own
		x.Sets = []*law.Set{m.Set(m.Allocation)}
		if quantity == "loss" {
			x.Sets = []*law.Set{m.Set(m.LossOfC)}
		}
	}
	if (quantity == "batch-tokens" || quantity == "steps") && a.ByCritical() {
		x.Batch = &law.KaplanBatches[0]
	}
	x.Formulas, x.Spans = a.formulas(quantity, forTokens), a.spans(quantity)
	return x, x.Formulas != nil
}

// ByCritical reports whether the batch is the critical one at the plan's loss, and neither
// chosen nor the method's own.
func (a Allocation) ByCritical() bool { return a.Options.Batch == 0 && !a.Method.OwnRun() }

func (a Allocation) formulas(quantity string, forTokens bool) []Formula {
	m := a.Method
	n, d := Chosen("N", float64(a.N)), Chosen("D", float64(a.D))
	if m.ways != nil && m.ways.explain != nil {
		if f, ok := m.ways.explain(a, quantity); ok {
			return f
		}
	}
	switch quantity {
	case "params":
		return []Formula{a.frontier("N")}
	case "tokens":
		return []Formula{{`D=\frac{C}{6N}`, []law.Lever{Chosen("C", float64(a.Budget)), n}, ""}}
	case "tokens-per-param":
		return []Formula{{`\frac{D}{N}`, []law.Lever{d, n}, ""}}
	case "batch-tokens":
		if a.Options.Batch > 0 {
			return nil
		}
		b := law.KaplanBatches[0]
		return []Formula{{`B=\frac{B_*}{L^{\frac{1}{\alpha_B}}}`, []law.Lever{{Symbol: "B_*", At: float64(b.BStar)},
			{Symbol: "α_B", At: b.AlphaB}, Chosen("L", float64(a.Loss))}, ""}}
	case "steps":
		return []Formula{{`S=\frac{D}{B}`, []law.Lever{d, Chosen("B", float64(a.B))}, ""}}
	case "flops":
		if forTokens {
			return []Formula{a.frontier("D")}
		}
	}
	return []Formula{a.loss()}
}

// frontier is the equation of one coordinate of the method's best point.
func (a Allocation) frontier(of string) Formula {
	s := a.Method.Sets()[0]
	l := a.Method.LawOf(s)
	c, days := Chosen("C", float64(a.Given)), ""
	if l == law.KaplanAllocation {
		c.At, days = float64(a.Given/unit.PFDay), "C"
	}
	values := append(Coefficients(l, s), c, Chosen("N", float64(a.N)))
	for _, part := range strings.Split(l.FrontierTeX, `,\quad `) {
		if strings.HasPrefix(part, of+"=") {
			return Formula{part, values, days}
		}
	}
	return Formula{`D=\frac{C}{6N}`, values, ""}
}

// loss is the equation of the plan's loss.
func (a Allocation) loss() Formula {
	m := a.Method
	if m.LossOfC != "" {
		s := m.Set(m.LossOfC)
		return Formula{law.KaplanCMin.TeX, append(Coefficients(law.KaplanCMin, s), Chosen("C_min", float64(a.Given/unit.PFDay))), `C_{\min}`}
	}
	s := m.Set(m.Loss)
	return LossFormula(m.LawOf(s), s, law.Point{N: a.N, D: a.D})
}

// LossFormula returns the equation of a law of N and D at a point.
func LossFormula(l *law.Law, s *law.Set, at law.Point) Formula {
	n, d := float64(at.N), float64(at.D)
	tex, values := l.TeX, append(Coefficients(l, s), Chosen("N", n), Chosen("D", d))
	switch l {
	case law.DataConstrained: // no token is seen twice, for which it is the additive law
		tex = law.Chinchilla.TeX
	case law.OverTraining:
		tex, _, _ = strings.Cut(tex, `,\quad `)
		values = append(values, Chosen("M", d/n), Chosen("C", float64(law.Compute(at.N, at.D))))
	}
	return Formula{tex, values, ""}
}

// Chosen returns the value of what is no coefficient.
func Chosen(symbol string, v float64) law.Lever {
	return law.Lever{Symbol: symbol, At: v, Chosen: true}
}

// Coefficients returns those of a set.
func Coefficients(l *law.Law, s *law.Set) []law.Lever {
	var out []law.Lever
	for i, c := range l.Coefs {
		out = append(out, law.Lever{Symbol: c.Symbol, At: s.Theta[i]})
	}
	return out
}

// spans are the fitted ranges that a quantity of the plan depends on.
func (a Allocation) spans(quantity string) []SpanAt {
	m, at := a.Method, law.Point{N: a.N, D: a.D, C: a.Given}
	switch quantity {
	case "loss":
		if m.LossOfC != "" {
			return SpansAt(m.Set(m.LossOfC), law.Point{C: a.Given})
		}
		return SpansAt(m.Set(m.Loss), at)
	case "batch-tokens", "steps":
		if a.ByCritical() {
			b := law.KaplanBatches[0]
			loss := SpanAt{law.Span{Symbol: law.L, Lo: float64(b.Lo), Hi: float64(b.Hi), Grade: cite.GradeA}, float64(a.Loss)}
			return append(SpansAt(m.Sets()[0], at), loss)
		}
	}
	return SpansAt(m.Sets()[0], at)
}

// SpansAt returns the ranges of a set that p has a coordinate of.
func SpansAt(s *law.Set, p law.Point) []SpanAt {
	var out []SpanAt
	for _, x := range s.Domain {
		if v := p.Get(x.Symbol); v > 0 {
			out = append(out, SpanAt{x, v})
		}
	}
	return out
}

// Equation returns a formula without a compute in PF-days.
func Equation(tex string, values ...law.Lever) Formula { return Formula{TeX: tex, Values: values} }
