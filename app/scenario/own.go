package scenario

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
)

// OwnLaw is a law that somebody fitted to runs of their own: all that plans and
// links need of it, without the runs. It is comparable; the zero OwnLaw stands
// for none.
type OwnLaw struct {
	Law   string // ID of the family
	Theta [8]float64
	// Cov is the covariance of the working coefficients (logarithms where
	// law.Coef.Log), the lower triangle row by row; all 0 where it is not known.
	Cov      [36]float64
	N, D, C  [2]float64 // the ranges of the runs; 0: not one that the law reads
	Counting float64    // a law.Counting; 0: not said
	Rows     float64    // how many runs
	Digest   string     // of the runs: 16 hexadecimal digits
	// Resamples is how many resamples of a bootstrap Cov is the covariance of; 0 where
	// it is that of the fit alone.
	Resamples float64
}

// Coefs is how many coefficients the law has, 0 without a law.
func (o OwnLaw) Coefs() int {
	if l, ok := law.ByID(o.Law); ok {
		return len(l.Coefs)
	}
	return 0
}

// Set is the fit as a coefficient set of its law, and false without one.
func (o OwnLaw) Set() (*law.Law, *law.Set, bool) {
	l, ok := law.ByID(o.Law)
	if !ok {
		return nil, nil, false
	}
	counting := law.Counting(o.Counting)
	if counting != law.NonEmbedding {
		counting = law.Total
	}
	s := &law.Set{ID: plan.OwnID, Theta: append([]float64(nil), o.Theta[:len(l.Coefs)]...), Grade: cite.GradeU, Counting: counting}
	s.Ref = cite.Ref{Where: "runs with the digest " + o.Digest}
	for _, r := range []struct {
		of law.Symbol
		at [2]float64
	}{{law.N, o.N}, {law.D, o.D}, {law.C, o.C}} {
		if r.at[1] > 0 {
			s.Domain = append(s.Domain, law.Span{Symbol: r.of, Lo: r.at[0], Hi: r.at[1], Grade: cite.GradeU})
		}
	}
	if o.Cov != [36]float64{} {
		for i, c := range l.Coefs {
			se := math.Sqrt(o.Cov[i*(i+1)/2+i])
			if c.Log { // to first order: the covariance is that of the logarithm
				se *= s.Theta[i]
			}
			s.SE = append(s.SE, se)
		}
	}
	return l, s, true
}

// Method is the fit as a method of allocation, and false where there is none or
// where its law divides no budget, or no budget into sizes that can be.
func (o OwnLaw) Method() (plan.Method, bool) {
	l, s, ok := o.Set()
	if !ok {
		return plan.Method{}, false
	}
	m, ok := plan.Own(l, s)
	return m, ok && dividesAll(l, s.Theta)
}

// Plans reports whether the fit can divide a budget.
func (o OwnLaw) Plans() bool {
	_, ok := o.Method()
	return ok
}

// CovMatrix is the covariance as a matrix, nil where it is not known.
func (o OwnLaw) CovMatrix() [][]float64 {
	n := o.Coefs()
	if n == 0 || o.Cov == [36]float64{} {
		return nil
	}
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	for i := range n {
		for j := range i + 1 {
			m[i][j] = o.Cov[i*(i+1)/2+j]
			m[j][i] = m[i][j]
		}
	}
	return m
}

// Methods lists the published methods and, last, the fit of one's own where it
// divides budgets.
func (s Scenario) Methods() []plan.Method {
	if m, ok := s.Own.Method(); ok {
		return append(append([]plan.Method(nil), plan.Methods()...), m)
	}
	return plan.Methods()
}

// Method finds a method by its ID, the fit of one's own too.
func (s Scenario) Method(id string) (plan.Method, bool) {
	if id == plan.OwnID {
		return s.Own.Method()
	}
	return plan.MethodByID(id)
}
