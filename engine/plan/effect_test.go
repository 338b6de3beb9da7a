package plan

import (
	"math"
	"testing"

	"lossline/engine/law"
)

func effectOf(t *testing.T, es []law.Effect, symbol string) law.Effect {
	t.Helper()
	for _, e := range es {
		if e.Symbol == symbol {
			return e
		}
	}
	t.Fatalf("no effect of %s", symbol)
	return law.Effect{}
}

// The elasticities of N = G·(C/6)^(β/(α+β)), G = (αA/(βB))^(1/(α+β)), by hand:
//
//	C: β/(α+β)    A: 1/(α+β)    B: −1/(α+β)    E: none
//	α: α·(1/(α(α+β)) − ln(αA/(βB))/(α+β)² − ln(C/6)·β/(α+β)²)
func TestEffectsOnParams(t *testing.T) {
	const a, alpha, b, beta, c = 482.01, 0.3478, 2085.43, 0.3658, 5.76e23
	es := BudgetEffects(method(t, "besiroglu2024.1"), c, Options{}, func(a Allocation) float64 { return float64(a.N) })
	sum := alpha + beta
	lnG := math.Log(alpha * a / (beta * b))
	for symbol, want := range map[string]float64{
		"C": beta / sum, "A": 1 / sum, "B": -1 / sum,
		"α": alpha * (1/(alpha*sum) - lnG/(sum*sum) - math.Log(c/6)*beta/(sum*sum)),
		"β": beta * (-1/(beta*sum) - lnG/(sum*sum) + math.Log(c/6)*alpha/(sum*sum)),
	} {
		near(t, symbol, effectOf(t, es, symbol).Elasticity, want, 1e-8)
	}
	if len(es) != 5 {
		t.Errorf("%d effects: E does not move N", len(es))
	}
	// 10 % more compute gives 1.1^a times the parameters; 1 % more β
	// is put into the closed form.
	near(t, "10 % more compute", effectOf(t, es, "C").Change, math.Pow(1.1, beta/sum)-1, 1e-9)
	size := func(beta float64) float64 {
		return math.Pow(alpha*a/(beta*b), 1/(alpha+beta)) * math.Pow(c/6, beta/(alpha+beta))
	}
	near(t, "1 % more β", effectOf(t, es, "β").Change, size(beta*1.01)/size(beta)-1, 1e-9)
	for i := range es[1:] {
		if math.Abs(es[i].Change) < math.Abs(es[i+1].Change) {
			t.Errorf("%s before %s", es[i].Symbol, es[i+1].Symbol)
		}
	}
}

// The loss of the additive law at a point: −αA·N^−α/L for N, E/L for E.
func TestEffectsAtPoint(t *testing.T) {
	const e, a, alpha, b, beta, n, d = 1.8172, 482.01, 0.3478, 2085.43, 0.3658, 7e9, 1.4e12
	x, y := a*math.Pow(n, -alpha), b*math.Pow(d, -beta)
	es := PointEffects(method(t, "besiroglu2024.1"), n, d)
	for symbol, want := range map[string]float64{
		"N": -alpha * x / (e + x + y), "D": -beta * y / (e + x + y), "E": e / (e + x + y),
		"α": -alpha * math.Log(n) * x / (e + x + y),
	} {
		near(t, symbol, effectOf(t, es, symbol).Elasticity, want, 1e-8)
	}
	if PointEffects(method(t, "hoffmann2022.a1"), n, d) != nil {
		t.Error("approach 1 predicts no loss")
	}
}

// On the frontier L − E ∝ C^−γ, γ = αβ/(α+β): the compute for a loss L has the
// elasticity −L/(γ·(L − E)).
func TestEffectsOnBudget(t *testing.T) {
	const e, alpha, beta = 1.8172, 0.3478, 0.3658
	es := LossEffects(method(t, "besiroglu2024.1"), 2, Options{})
	near(t, "L", effectOf(t, es, "L").Elasticity, -2/((2-e)*alpha*beta/(alpha+beta)), 1e-6)
}

// Kaplan's plan has its exponents as elasticities, at the critical batch too.
func TestEffectsOnKaplan(t *testing.T) {
	m := method(t, "kaplan2020.1")
	for quantity, of := range map[string]func(Allocation) float64{
		"N_1": func(a Allocation) float64 { return float64(a.N) }, "D_1": func(a Allocation) float64 { return float64(a.D) }} {
		es := BudgetEffects(m, 1e22, Options{}, of)
		near(t, quantity, effectOf(t, es, quantity).Elasticity, 1, 1e-9)
		near(t, quantity+" of C", effectOf(t, es, "C").Elasticity, map[string]float64{"N_1": 0.73, "D_1": 0.27}[quantity], 1e-8)
	}
	es := BudgetEffects(m, 1e22, Options{}, func(a Allocation) float64 { return float64(a.Loss) })
	near(t, "loss", effectOf(t, es, "C").Elasticity, -0.05, 1e-8)
	if e := effectOf(t, es, "α_C^min"); e.SE != 0 || e.Step != law.CoefStep {
		t.Errorf("%+v", e)
	}
	es = BudgetEffects(m, 1e22, Options{Batch: 1e6}, func(a Allocation) float64 { return float64(a.N) })
	if effectOf(t, es, "B").Change >= 0 { // a larger batch leaves less C_min
		t.Error("a larger batch does not cost")
	}
}
