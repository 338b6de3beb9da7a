package isoflop

import (
	"errors"
	"fmt"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
)

// Power is a fitted power law y = Coef·C^Exponent. Its intervals are those of
// Student's t for the scatter of the optima about the line in logarithms; without
// scatter to judge by (two optima) SE is 0 and the intervals are zero.
type Power struct {
	Coef     float64
	Exponent float64
	SE       float64      // of Exponent
	Interval law.Interval // of Exponent
	R2       float64      // of ln y, without weights
	Points   int
	Lo, Hi   float64 // the C between which it was fitted

	x0, y0      float64 // the line passes through ln y = y0 at ln C = x0
	varY, varB  float64 // variances of ln y there and of the slope
	level, half float64 // half is the quantile of Student's t
}

// At returns y for the compute c.
func (p Power) At(c float64) float64 {
	return num.Exp(p.y0 + p.Exponent*(num.Log(c)-p.x0))
}

// Band returns the interval of At(c), the scatter of single optima about the line
// not included.
func (p Power) Band(c float64) law.Interval {
	if p.level == 0 {
		return law.Interval{}
	}
	d := num.Log(c) - p.x0
	half := p.half * math.Sqrt(p.varY+d*d*p.varB)
	return law.Interval{Lo: p.At(c) * num.Exp(-half), Hi: p.At(c) * num.Exp(half), Level: p.level}
}

// newPower reads the line of ln y over ln C; varY and varB are its variances and
// dof their degrees of freedom.
func newPower(l line, varY, varB float64, dof int, x []float64, level float64) Power {
	p := Power{Coef: num.Exp(l.at(0)), Exponent: l.slope, R2: l.r2, Points: len(x), x0: l.x0, y0: l.y0}
	lo, hi := x[0], x[0]
	for _, v := range x {
		lo, hi = min(lo, v), max(hi, v)
	}
	p.Lo, p.Hi = num.Exp(lo), num.Exp(hi)
	if dof < 1 {
		return p
	}
	p.varY, p.varB = varY, varB
	p.level, p.half = level, studentQuantile(level, dof)
	p.SE = math.Sqrt(varB)
	p.Interval = law.Interval{Lo: l.slope - p.half*p.SE, Hi: l.slope + p.half*p.SE, Level: level}
	return p
}

// ErrFewOptima is returned where no power law can be drawn.
var ErrFewOptima = errors.New("want optima at two different budgets at least")

// Regress fits ln N* = ln k + a·ln C, and ln D* likewise, to optima by least
// squares with the weights 1/SE²; all alike if o says so, or if an SE is not
// known. The standard errors come from the scatter of the optima about the line:
// SE says which of them count more, not how far all of them are off. Nil options
// stand for the defaults.
//
// It is an error if an optimum is not of positive finite numbers, which it names,
// or ErrFewOptima.
func Regress(optima []Optimum, o *Options) (*Allocation, error) {
	f := o.filled()
	if err := f.check(); err != nil {
		return nil, err
	}
	a := &Allocation{Optima: optima, Weighted: !f.Unweighted}
	x, n, d, w := make([]float64, len(optima)), make([]float64, len(optima)), make([]float64, len(optima)), make([]float64, len(optima))
	for i, p := range optima {
		x[i], n[i], d[i] = num.Log(float64(p.C)), num.Log(float64(p.N)), num.Log(float64(p.tokens()))
		if s := x[i] + n[i] + d[i]; math.IsNaN(s) || math.IsInf(s, 0) || !(p.SE >= 0) || p.D < 0 {
			return nil, fmt.Errorf("optimum %d: C = %g, N = %g, D = %g, SE = %g: want positive numbers",
				i+1, float64(p.C), float64(p.N), float64(p.D), p.SE)
		}
		w[i] = 1 / (p.SE * p.SE)
		a.Weighted = a.Weighted && w[i] > 0 && !math.IsInf(w[i], 0)
	}
	if !a.Weighted {
		for i := range w {
			w[i] = 1
		}
		if !f.Unweighted {
			a.warn(NotWeighted, 0, 0)
		}
	}
	if len(x) < 2 || fitLine(x, n, w).varB == 0 {
		return nil, ErrFewOptima
	}
	a.Params, a.Tokens = regress(x, n, w, f.Level), regress(x, d, w, f.Level)
	if a.Params.level == 0 {
		a.warn(NoInterval, 0, 0)
	}
	return a, nil
}

// regress draws the line of y over x with variances from its residuals.
func regress(x, y, w []float64, level float64) Power {
	l := fitLine(x, y, w)
	dof := len(x) - 2
	s2 := l.chi2 / float64(max(dof, 1))
	return newPower(l, s2*l.varY, s2*l.varB, dof, x, level)
}

func (a *Allocation) warn(c law.Code, value, of float64) {
	a.Warnings = append(a.Warnings, law.Warning{Code: c, Value: value, Limit: of})
}

// Optima reads runs that are themselves optima, as those of dataset.PorianOptima:
// a Weight is 1/SE² of ln N.
func Optima(runs []dataset.Run) []Optimum {
	out := make([]Optimum, len(runs))
	for i, r := range runs {
		out[i] = Optimum{C: Compute(r), N: r.N, D: r.D, Loss: r.Loss}
		if r.Weight > 0 {
			out[i].SE = 1 / math.Sqrt(r.Weight)
		}
	}
	return out
}
