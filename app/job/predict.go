package job

import (
	"fmt"
	"math"
	"slices"

	"lossline/engine/fit"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// asked is the law that a request speaks of, with its coefficients: a published
// set, or a law with theta and perhaps a covariance, or a law's default set.
func (r Request) asked() (*law.Law, *law.Set, *fit.Result, error) {
	var l *law.Law
	var set *law.Set
	var ok bool
	if r.Set != "" {
		if l, set, ok = law.SetByID(r.Set); !ok {
			return nil, nil, nil, fail("unknown-set", []string{r.Set}, "no coefficient set %q", r.Set)
		}
		return l, set, &fit.Result{Law: l, Theta: set.Theta}, nil
	}
	if l, ok = law.ByID(r.Law); !ok {
		return nil, nil, nil, fail("unknown-law", []string{r.Law}, "no law %q", r.Law)
	}
	res := &fit.Result{Law: l, Theta: r.Theta, Settings: fit.Settings{Objective: fit.Huber, Delta: fit.DefaultDelta}}
	if r.Theta == nil {
		if len(l.Sets) == 0 {
			return nil, nil, nil, fail("bad-theta", []string{l.ID}, "the law %s has no published coefficients: theta is needed", l.ID)
		}
		set = &l.Sets[0]
		res.Theta = set.Theta
	}
	n := len(l.Coefs)
	if len(res.Theta) != n || slices.ContainsFunc(res.Theta, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }) {
		return nil, nil, nil, fail("bad-theta", []string{l.ID}, "theta: the law %s has %d coefficients", l.ID, n)
	}
	if r.Cov == nil {
		return l, set, res, nil
	}
	if len(r.Cov) != n*n {
		return nil, nil, nil, fail("bad-theta", []string{l.ID}, "cov: %d numbers, want %d", len(r.Cov), n*n)
	}
	for i := range n {
		res.Cov = append(res.Cov, r.Cov[i*n:(i+1)*n])
		if res.Cov[i][i] > 0 {
			res.Free++
		}
	}
	res.Rows = r.Rows
	if res.Rows == 0 {
		res.Rows = 1 << 30
	}
	return l, set, res, nil
}

// predict answers OpPredict: the law's value at each point.
func predict(r Request) ([]Interval, error) {
	l, _, res, err := r.asked()
	if err != nil {
		return nil, err
	}
	u := sureness{res, nil, r.level()}
	out := make([]Interval, len(r.At))
	for i, at := range r.At {
		p := at.point(l)
		if _, err := l.Eval(res.Theta, p); err != nil {
			e := asError(err)
			e.Message = fmt.Sprintf("point %d: %s", i+1, e.Message)
			e.Row = i + 1
			return nil, e
		}
		out[i] = u.at(p)
		if v := out[i].Value; math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fail("bad-coordinate", nil, "point %d: the law %s has no value there", i+1, l.ID)
		}
	}
	return out, nil
}

// point is the engine's, completed by C = 6ND where the law reads what is missing.
func (p Point) point(l *law.Law) law.Point {
	q := law.Point{
		N: unit.Params(p.N), D: unit.Tokens(p.D), C: unit.FLOPs(p.C), B: unit.Tokens(p.B),
		S: unit.Steps(p.S), U: unit.Tokens(p.U), L: unit.Loss(p.Loss),
	}
	switch {
	case q.D == 0 && q.C > 0 && q.N > 0:
		q.D = unit.Tokens(p.C / (6 * p.N))
	case q.N == 0 && q.C > 0 && q.D > 0:
		q.N = unit.Params(p.C / (6 * p.D))
	case q.C == 0 && q.N > 0 && q.D > 0:
		q.C = law.Compute(q.N, q.D)
	}
	if q.U == 0 && slices.Contains(l.Needs, law.U) {
		q.U = q.D
	}
	return q
}

// planOf answers OpPlan: the budget divided by the law, or as the method of that
// published set does.
func planOf(r Request) (*PlanReply, error) {
	if err := plan.BudgetLimits.Check(r.Budget, text(r.Budget), unit.KindFLOPs); err != nil {
		return nil, fail("limit", []string{"budget", text(plan.BudgetLimits.Lo), text(plan.BudgetLimits.Hi)}, "budget: %v", err)
	}
	l, _, res, err := r.asked()
	if err != nil {
		return nil, err
	}
	c := unit.FLOPs(r.Budget)
	m, ok := plan.MethodByID(r.Set)
	if !ok {
		if m, ok = plan.Own(l, &law.Set{ID: plan.OwnID, Theta: res.Theta}); !ok {
			return nil, fail("no-frontier", []string{l.ID}, "the law %s divides no budget", l.ID)
		}
	}
	a := plan.Usual(m, c)
	out := &PlanReply{
		C: r.Budget, N: float64(a.N), D: float64(a.D), B: float64(a.B), S: float64(a.S),
		Loss: Interval{Value: float64(a.Loss)}, Flat: [2]float64{float64(a.Flat[0]), float64(a.Flat[1])},
	}
	for _, v := range []float64{out.N, out.D, out.B, out.S, out.Loss.Value, out.Flat[0], out.Flat[1]} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fail("no-frontier", []string{l.ID}, "the law %s has no best size for %g FLOP", l.ID, r.Budget)
		}
	}
	if res.Cov != nil && a.HasLoss() {
		out.Loss = sureness{res, nil, r.level()}.at(law.Point{N: a.N, D: a.D, C: c})
	}
	return out, nil
}
