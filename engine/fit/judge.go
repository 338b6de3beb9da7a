package fit

import (
	"lossline/engine/law"
	"math"
)

// judge makes the Result of the best end of the searches.
func (f *fitter) judge(o *objective, u *vector, value float64, status Status, values []float64) (*Result, error) {
	s, t := f.all, f.all.table
	r := &Result{
		Law: f.law, Settings: f.set, Value: value, Status: status,
		Rows: t.rows(), Free: f.free(), Starts: len(values), Domain: domain(f.law, t),
	}
	for _, v := range values {
		if v <= value*(1+agreement) {
			r.Agree++
		}
	}
	r.Theta = make([]float64, s.n)
	for i := range r.Theta {
		r.Theta[i] = outOf(&f.law.Coefs[i], u[i])
		if s.pinned[i] {
			r.Theta[i] = f.set.Pinned[i]
		}
		if s.atBound(u, i) {
			r.Bounds = append(r.Bounds, i)
		}
	}
	r.Residuals = make([]float64, t.rows())
	s.kern.residuals(o, t, u, r.Residuals)
	if f.set.Objective == LAD {
		r.Value = 0
		for i, d := range r.Residuals {
			r.Value += float64(t.w[i] * math.Abs(d))
		}
	}
	sp, err := s.spreadAt(o, u, r.Residuals)
	if err != nil {
		return nil, err
	}
	r.uncertainty(&sp)
	r.quality(o, t)
	r.warn()
	return r, nil
}

func (r *Result) warn() {
	add := func(code law.Code, coefs []int, values ...float64) {
		r.Warnings = append(r.Warnings, Warning{code, coefs, values})
	}
	if r.Status == Stopped {
		add(WarnStopped, nil)
	}
	if r.Bounds != nil {
		add(WarnBound, r.Bounds)
	}
	for _, g := range r.Weak {
		add(WarnWeak, g)
	}
	if math.IsInf(r.Condition, 1) {
		add(WarnSingular, nil)
	}
	if r.Rows == r.Free {
		add(WarnExact, nil, float64(r.Rows))
	}
	if r.Starts > 2 && r.Agree == 1 {
		add(WarnDisagree, nil, float64(r.Agree), float64(r.Starts))
	}
}
