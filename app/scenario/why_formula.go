package scenario

import (
	"strings"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// planFormulas are the equations of a plan's numbers.
type planFormulas struct {
	s  Scenario
	a  plan.Allocation
	at law.Point // the frontier's point, with the compute that the laws speak of
}

func (f planFormulas) of(quantity string) []Formula {
	a, batch := f.a, f.s.Batch > 0
	n, d := given("N", float64(a.N)), given("D", float64(a.D))
	perBatch := Formula{`S=\frac{D}{B}`, []law.Lever{d, given("B", float64(a.B))}, ""}
	switch quantity {
	case "params":
		return []Formula{f.frontier("N")}
	case "tokens":
		if a.Method.OwnRun() && !batch {
			return []Formula{f.frontier("D")}
		}
		if a.Method.OwnRun() {
			return []Formula{{`D=BS`, []law.Lever{given("B", float64(a.B)), given("S", float64(a.S))}, ""}}
		}
		return []Formula{{`D=\frac{C}{6N}`, []law.Lever{given("C", float64(a.Budget)), n}, ""}}
	case "tokens-per-param":
		return []Formula{{`\frac{D}{N}`, []law.Lever{d, n}, ""}}
	case "batch-tokens":
		switch {
		case batch:
			return nil // it was chosen
		case a.Method.OwnRun():
			return []Formula{f.frontier("B")}
		}
		b := law.KaplanBatches[0]
		return []Formula{{`B=\frac{B_*}{L^{\frac{1}{\alpha_B}}}`, []law.Lever{{Symbol: "B_*", At: float64(b.BStar)},
			{Symbol: "α_B", At: b.AlphaB}, given("L", float64(a.Loss))}, ""}}
	case "steps":
		if a.Method.OwnRun() && f.s.Kaplan == plan.AsPrinted && !batch {
			return []Formula{f.frontier("S")}
		}
		return []Formula{perBatch}
	case "flops":
		if f.s.Ask.Given == GivenData {
			return []Formula{f.frontier("D")}
		}
		return []Formula{f.loss()}
	}
	return []Formula{f.loss()}
}

// frontier is the equation of one coordinate of the method's best point.
func (f planFormulas) frontier(of string) Formula {
	m := f.a.Method
	s := m.Sets()[0]
	l := m.LawOf(s)
	c, days := given("C", float64(f.at.C)), ""
	if l == law.KaplanAllocation {
		c.At, days = float64(f.at.C/unit.PFDay), "C"
	}
	values := append(coefValues(l, s), c, given("N", float64(f.a.N)))
	for _, part := range strings.Split(l.FrontierTeX, `,\quad `) {
		if strings.HasPrefix(part, of+"=") {
			return Formula{part, values, days}
		}
	}
	return Formula{`D=\frac{C}{6N}`, values, ""}
}

// loss is the equation of the plan's loss.
func (f planFormulas) loss() Formula {
	m := f.a.Method
	if m.LossOfC != "" {
		s := setOf(m, m.LossOfC)
		return Formula{law.KaplanCMin.TeX, append(coefValues(law.KaplanCMin, s), given("C_min", float64(f.at.C/unit.PFDay))), `C_{\min}`}
	}
	s := setOf(m, m.Loss)
	return lossFormula(m.LawOf(s), s, law.Point{N: f.a.N, D: f.a.D})
}

// lossFormula is the equation of a law of N and D at a point.
func lossFormula(l *law.Law, s *law.Set, at law.Point) Formula {
	n, d := float64(at.N), float64(at.D)
	tex, values := l.TeX, append(coefValues(l, s), given("N", n), given("D", d))
	switch l {
	case law.DataConstrained: // no token is seen twice, for which it is the additive law
		tex = law.Chinchilla.TeX
	case law.OverTraining:
		tex, _, _ = strings.Cut(tex, `,\quad `)
		values = append(values, given("M", d/n), given("C", float64(law.Compute(at.N, at.D))))
	}
	return Formula{tex, values, ""}
}

// given is the value of what is no coefficient.
func given(symbol string, v float64) law.Lever { return law.Lever{Symbol: symbol, At: v, Chosen: true} }

// coefValues are the coefficients of a set.
func coefValues(l *law.Law, s *law.Set) []law.Lever {
	var out []law.Lever
	for i, c := range l.Coefs {
		out = append(out, law.Lever{Symbol: c.Symbol, At: s.Theta[i]})
	}
	return out
}

// spans are the fitted ranges that a quantity of the plan depends on.
func (f planFormulas) spans(quantity string) []SpanAt {
	m, at := f.a.Method, law.Point{N: f.a.N, D: f.a.D, C: f.at.C}
	switch quantity {
	case "loss":
		if m.LossOfC != "" {
			return spansAt(setOf(m, m.LossOfC), law.Point{C: f.at.C})
		}
		return spansAt(setOf(m, m.Loss), at)
	case "batch-tokens", "steps":
		if byCritical(m, f.s.Options()) {
			b := law.KaplanBatches[0]
			loss := SpanAt{law.Span{Symbol: law.L, Lo: float64(b.Lo), Hi: float64(b.Hi), Grade: cite.GradeA}, float64(f.a.Loss)}
			return append(spansAt(m.Sets()[0], at), loss)
		}
	}
	return spansAt(m.Sets()[0], at)
}
