package isoflop

import (
	"math"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// Profile is the runs of one budget and the parabola through their losses:
//
//	y = Coef[0] + Coef[1]·x + Coef[2]·x²    x = ln N − Center
//
// where y is the loss or its logarithm.
type Profile struct {
	Optimum       // N, D, Loss and SE are 0 unless OK
	Runs    []int // indexes of those that the parabola was fitted to
	Skipped []int // indexes of those outside of Options.Window
	Lo, Hi  unit.Params
	Reason  law.Code // why there is no optimum; "" if there is one

	Center  float64
	Coef    [3]float64 // zeros with FewSizes
	LogLoss bool

	rss float64 // weighted sum of squared residuals
	dof int
	unc float64 // standard error of ln N* for residuals of variance 1
}

// OK reports whether the profile has a minimum between its smallest and its
// largest model.
func (p *Profile) OK() bool { return p.Reason == "" }

// At returns the parabola's loss for n parameters.
func (p *Profile) At(n unit.Params) unit.Loss {
	x := num.Log(float64(n)) - p.Center
	y := p.Coef[0] + x*(p.Coef[1]+x*p.Coef[2])
	if p.LogLoss {
		y = num.Exp(y)
	}
	return unit.Loss(y)
}

// profile fits the parabola to the runs with the indexes idx.
func profile(runs []dataset.Run, idx []int, o Options) Profile {
	p := Profile{LogLoss: o.LogLoss}
	p.Runs, p.Skipped = window(runs, idx, o.Window)
	var x, y, w, lnC []float64
	p.Lo, p.Hi = runs[p.Runs[0]].N, runs[p.Runs[0]].N
	for _, i := range p.Runs {
		r := runs[i]
		p.Lo, p.Hi = min(p.Lo, r.N), max(p.Hi, r.N)
		x, lnC = append(x, num.Log(float64(r.N))), append(lnC, num.Log(float64(Compute(r))))
		w = append(w, weight(r))
		if o.LogLoss {
			y = append(y, num.Log(float64(r.Loss)))
		} else {
			y = append(y, float64(r.Loss))
		}
	}
	p.C = unit.FLOPs(num.Exp(mean(lnC, w)))
	if sizes(runs, p.Runs) < 3 {
		p.Reason = FewSizes
		return p
	}
	p.fit(x, y, w)
	if p.OK() {
		p.D = p.tokensAt(runs)
		p.Loss = p.At(p.N)
	}
	return p
}

// fit fits y = c₀ + c₁x + c₂x² with weights w by polynomials that are orthogonal
// over the runs. With t = (x − x̄)/s, so that ∑w·t = 0 and ∑w·t² = W = ∑w, and
// m = ∑w·t³/W,
//
//	y = a₀ + a₁·t + a₂·q    q = t² − m·t − 1
//	a₁ = ∑w·y·t/W    a₂ = ∑w·y·q/Q    Q = ∑w·q²
//	t* = m/2 − a₁/(2a₂)
//
// a₁ and a₂ are uncorrelated, so that by the delta method
//
//	var t* = σ²·(1/W + (a₁/a₂)²/Q)/(4a₂²)
func (p *Profile) fit(x, y, w []float64) {
	xbar, ybar := mean(x, w), mean(y, w)
	var total, s2, s3 float64
	for i := range x {
		d := x[i] - xbar
		total += w[i]
		s2 += w[i] * d * d
		s3 += w[i] * d * d * d
	}
	s := math.Sqrt(s2 / total)
	m := s3 / total / (s * s * s)
	q := func(t float64) float64 { return t*t - m*t - 1 }
	var a1, a2, norm float64
	for i := range x {
		t := (x[i] - xbar) / s
		dy := y[i] - ybar // keeps the digits of small differences
		a1 += w[i] * dy * t / total
		a2 += w[i] * dy * q(t)
		norm += w[i] * q(t) * q(t)
	}
	a2 /= norm
	for i := range x {
		t := (x[i] - xbar) / s
		r := y[i] - ybar - a1*t - a2*q(t)
		p.rss += w[i] * r * r
	}
	p.dof = len(x) - 3
	p.Center = xbar
	p.Coef = [3]float64{ybar - a2, (a1 - a2*m) / s, a2 / (s * s)}
	p.minimum(xbar+s*(m/2-a1/(2*a2)), a2)
	p.unc = s * math.Sqrt((1/total+(a1/a2)*(a1/a2)/norm)/(4*a2*a2))
}

// minimum accepts a vertex that is a minimum inside of the runs.
func (p *Profile) minimum(lnN, curvature float64) {
	n := unit.Params(num.Exp(lnN))
	switch {
	case !(curvature > 0):
		p.Reason = NoMinimum
	case !(n > p.Lo):
		p.Reason = BelowRuns
	case !(n < p.Hi):
		p.Reason = AboveRuns
	default:
		p.N = n
	}
}

// tokensAt reads D at the optimum off the runs: ln(6ND/C) is 0 where C = 6ND,
// and else, for instance where C counts attention, nearly a line in ln N.
func (p *Profile) tokensAt(runs []dataset.Run) unit.Tokens {
	var x, y, w []float64
	for _, i := range p.Runs {
		if r := runs[i]; r.D > 0 {
			x = append(x, num.Log(float64(r.N)))
			y = append(y, num.Log(6*float64(r.N)*float64(r.D)/float64(Compute(r))))
			w = append(w, weight(r))
		}
	}
	share := 0.0
	if len(x) > 0 {
		l := fitLine(x, y, w)
		share = l.at(num.Log(float64(p.N)))
	}
	return unit.Tokens(num.Exp(share) * float64(p.C) / (6 * float64(p.N)))
}

// window splits idx into the runs within the factor of the best one and the rest.
func window(runs []dataset.Run, idx []int, factor float64) (in, out []int) {
	if factor == 0 {
		return idx, nil
	}
	best := idx[0]
	for _, i := range idx {
		if runs[i].Loss < runs[best].Loss {
			best = i
		}
	}
	n := runs[best].N
	for _, i := range idx {
		if float64(max(runs[i].N/n, n/runs[i].N)) <= factor {
			in = append(in, i)
		} else {
			out = append(out, i)
		}
	}
	return in, out
}

// sizes counts the different N, up to 3.
func sizes(runs []dataset.Run, idx []int) int {
	var seen []unit.Params
	for _, i := range idx {
		known := false
		for _, n := range seen {
			known = known || n == runs[i].N
		}
		if !known {
			seen = append(seen, runs[i].N)
		}
		if len(seen) == 3 {
			break
		}
	}
	return len(seen)
}

func weight(r dataset.Run) float64 {
	if r.Weight == 0 {
		return 1
	}
	return r.Weight
}
