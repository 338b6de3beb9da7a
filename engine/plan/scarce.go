package plan

import (
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// Way names a way to train when there is less data than a plan asks for.
type Way string

// The ways. All are judged by one law, that of Muennighoff et al. 2023, so that
// their losses can be compared with each other.
const (
	Unlimited  Way = "unlimited" // as if there were data enough: what is lost against it is the price of scarcity
	SmallerRun Way = "smaller"   // one pass, the size that is optimal for the data: costs less than the budget
	LargerOnce Way = "larger"    // one pass, all of the budget put into a larger model
	Repeat     Way = "repeat"    // several passes, at the best size for the budget
	FourEpochs Way = "four"      // four passes, at the size that the budget then pays for
)

// WayOut is one way to train on scarce data and what it gives.
type WayOut struct {
	Way       Way
	N         unit.Params
	D         unit.Tokens // seen, repetitions counted
	Epochs    float64
	Effective unit.Tokens // what they are worth in new tokens, D'
	Cost      unit.FLOPs  // 6·N·D
	Loss      unit.Loss
	Beyond    []law.Warning // how far outside the law's fitted range
}

// Scarcity is a budget with too little data and the ways out of it.
type Scarcity struct {
	Unique unit.Tokens
	Set    *law.Set
	Ways   []WayOut // Unlimited first, then by loss
}

// Scarce compares the ways to spend the compute c on u unique tokens, all by the
// law DataConstrained. The ways that repeat are searched on 6·N·D = c.
func Scarce(c unit.FLOPs, u unit.Tokens) Scarcity {
	l, s := Method{}.set("muennighoff2023.1")
	w := waysOut{l: l, theta: s.Theta, c: float64(c), u: u}
	out := Scarcity{Unique: u, Set: s, Ways: []WayOut{w.unlimited()}}
	rest := []WayOut{w.repeat(), w.passes(FourEpochs, 4), w.passes(LargerOnce, 1), w.smaller()}
	for len(rest) > 0 {
		best := 0
		for i := range rest {
			if rest[i].Loss < rest[best].Loss {
				best = i
			}
		}
		out.Ways = append(out.Ways, rest[best])
		rest = append(rest[:best:best], rest[best+1:]...)
	}
	for i, way := range out.Ways {
		out.Ways[i].Beyond = extrapolation(s, law.Point{N: way.N, D: way.D, U: u})
	}
	return out
}

type waysOut struct {
	l     *law.Law
	theta []float64
	c     float64
	u     unit.Tokens
}

// at is a run of n parameters and d tokens; u = 0 for data without limit.
func (w waysOut) at(way Way, n, d float64, u unit.Tokens) WayOut {
	p := law.Point{N: unit.Params(n), D: unit.Tokens(d), U: u}
	out := WayOut{Way: way, N: p.N, D: p.D, Epochs: 1, Cost: unit.FLOPs(6 * n * d), Loss: w.l.Loss(w.theta, p),
		Effective: law.EffectiveTokens(w.theta, p.D, u)}
	if u > 0 {
		out.Epochs = d / float64(u)
	}
	return out
}

func (w waysOut) unlimited() WayOut {
	n := w.best(func(n float64) float64 { return float64(w.at(Unlimited, n, w.c/(6*n), 0).Loss) })
	return w.at(Unlimited, n, w.c/(6*n), 0)
}

func (w waysOut) repeat() WayOut {
	// Not fewer tokens than there are: a part left unused is never repeated.
	loss := func(n float64) float64 { return float64(w.at(Repeat, n, w.c/(6*n), w.u).Loss) }
	n := min(w.best(loss), w.c/(6*float64(w.u)))
	return w.at(Repeat, n, w.c/(6*n), w.u)
}

func (w waysOut) passes(way Way, epochs float64) WayOut {
	d := epochs * float64(w.u)
	return w.at(way, w.c/(6*d), d, w.u)
}

func (w waysOut) smaller() WayOut {
	n := min(float64(law.DataOptimalParams(w.theta, w.u)), w.c/(6*float64(w.u)))
	return w.at(SmallerRun, n, float64(w.u), w.u)
}

// best minimises f over n > 0 by golden-section search in ln n, over the sizes
// for which a budget can be planned. The losses here have one minimum each.
func (w waysOut) best(f func(n float64) float64) float64 {
	const ratio = 0.6180339887498949
	lo, hi := num.Log(1.0), num.Log(1e20)
	a, b := hi-ratio*(hi-lo), lo+ratio*(hi-lo)
	fa, fb := f(num.Exp(a)), f(num.Exp(b))
	for range 100 {
		if fa <= fb {
			hi, b, fb = b, a, fa
			a = hi - ratio*(hi-lo)
			fa = f(num.Exp(a))
		} else {
			lo, a, fa = a, b, fb
			b = lo + ratio*(hi-lo)
			fb = f(num.Exp(b))
		}
	}
	return num.Exp((lo + hi) / 2)
}
