package plan

import (
	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// Hint is what a paper would choose for a hyper-parameter of a run.
type Hint struct {
	ID     string // "deepseek2024"
	Ref    cite.Ref
	Grade  cite.Grade
	LR     float64       // peak learning rate; 0 if the paper has no rule
	Batch  unit.Tokens   // tokens per batch; 0 if the paper has no rule
	Beyond []law.Warning // how far outside the range on which the rule was fitted
}

// Hints returns the published rules for learning rate and batch at a run of n
// parameters, embeddings left out, on d tokens. They hold for their own optimizer, schedule and
// parametrisation, and disagree.
//
//	Kaplan 2020      LR = 0.003239 − 0.0001395·ln N (Adam; clamped)        B = 2.1e8/L^(1/0.21)
//	DeepSeek 2024    LR = 0.3118·C^−0.1250        B = 0.2920·C^0.3271       C = 6ND in FLOP
//	Step Law 2025    LR = 1.79·N^−0.713·D^0.307   B = 0.58·D^0.571
func Hints(n unit.Params, d unit.Tokens, loss unit.Loss) []Hint {
	c := 6 * float64(n) * float64(d)
	out := []Hint{{
		ID: "deepseek2024", Ref: cite.Ref{Source: cite.DeepSeek2024, Where: "scaling laws for hyper-parameters"}, Grade: cite.GradeA,
		LR: 0.3118 * num.Pow(c, -0.1250), Batch: unit.Tokens(0.2920 * num.Pow(c, 0.3271)),
		Beyond: spanned(law.C, c, 1e17, 2e19),
	}, {
		ID: "steplaw2025", Ref: cite.Ref{Source: cite.StepLaw2025, Where: "dense models"}, Grade: cite.GradeA,
		LR:    1.79 * num.Pow(float64(n), -0.713) * num.Pow(float64(d), 0.307),
		Batch: unit.Tokens(0.58 * num.Pow(float64(d), 0.571)), Beyond: spanned(law.N, float64(n), 59e6, 1e9),
	}}
	kaplan := Hint{ID: "kaplan2020", Ref: cite.Ref{Source: cite.Kaplan2020, Where: "eq. D.1; eq. 5.3, Table 5"}, Grade: cite.GradeA,
		Beyond: spanned(law.N, float64(n), 768, 1.5e9)}
	if lr, err := law.KaplanLearningRate(n); err == nil {
		kaplan.LR = float64(lr.Rate)
	}
	if loss > 0 {
		kaplan.Batch = law.CriticalBatch(loss)
	}
	return append(out, kaplan)
}

func spanned(s law.Symbol, v, lo, hi float64) []law.Warning {
	return extrapolation(&law.Set{Domain: []law.Span{{Symbol: s, Lo: lo, Hi: hi}}}, law.Point{}.With(s, v))
}
