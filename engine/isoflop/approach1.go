package isoflop

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// EnvelopeSteps is how many budgets approach 1 looks at, evenly spaced in ln C
// (Hoffmann et al. 2022, section 3.1: 1500).
const EnvelopeSteps = 1500

// Step is one budget of the envelope of training curves: the run which has the
// least loss after C, and where it stands then.
type Step struct {
	Optimum
	Curve  string
	Reason law.Code // why it is left out of the power law; "" if it counts
}

// ErrNoCurves is returned for runs without learning curves.
var ErrNoCurves = errors.New("approach 1 wants learning curves: several checkpoints of each run")

// Approach1 is approach 1 of Hoffmann et al. 2022 (section 3.1): at each budget
// the best of all training curves, and power laws through its N and D. Loss and
// D between two checkpoints are interpolated as power laws of C. Runs without
// Curve or with a single checkpoint are passed over; C is 6ND where it is not
// recorded.
//
// A step does not count
//   - between the first two and the last two checkpoints of the best curve: there
//     it wins or loses because it warms up, or because it happens to stop;
//   - unless the next smaller and the next larger model were both being trained
//     at this C, and lost: else the best size may be one that nobody tried, or
//     one whose curve has already ended.
//
// Neighbours on the envelope are points of the same curve and no independent
// observations, so standard errors are robust to clusters, a curve each:
// V = (XᵀX)⁻¹·(∑ Xgᵀrg·rgᵀXg)·(XᵀX)⁻¹·G/(G−1) with G − 2 degrees of freedom.
//
// Its errors name the run or the option, or say that ctx was done; ErrNoCurves,
// or an *EnvelopeError if too few steps count. Of o only Level is read.
func Approach1(ctx context.Context, runs []dataset.Run, o *Options) (*Allocation, error) {
	f := o.filled()
	if err := f.check(); err != nil {
		return nil, err
	}
	if err := checkRuns(runs); err != nil {
		return nil, err
	}
	curves, err := gather(runs)
	if err != nil {
		return nil, err
	}
	steps, err := envelope(ctx, curves)
	if err != nil {
		return nil, err
	}
	a := &Allocation{Envelope: steps}
	var x, n, d []float64
	var winner []string
	for _, s := range steps {
		if s.Reason == "" {
			a.Optima = append(a.Optima, s.Optimum)
			x, n, d = append(x, num.Log(float64(s.C))), append(n, num.Log(float64(s.N))), append(d, num.Log(float64(s.D)))
			winner = append(winner, s.Curve)
		}
	}
	if distinct(n) < 2 {
		return nil, &EnvelopeError{steps}
	}
	a.Params, a.Tokens = clustered(x, n, winner, f.Level), clustered(x, d, winner, f.Level)
	if a.Params.level == 0 {
		a.warn(NoInterval, 0, 0)
	}
	a.warn(LeftOut, float64(len(steps)-len(x)), float64(len(steps)))
	return a, nil
}

// EnvelopeError says that the steps which count have fewer than two model sizes.
type EnvelopeError struct{ Envelope []Step }

func (e *EnvelopeError) Error() string {
	return "on the envelope of the curves fewer than two model sizes win between a smaller and a larger one: no power law can be drawn"
}

// curve is a training run in logarithms, ascending in c.
type curve struct {
	name          string
	n             float64
	c, loss, toks []float64
}

func gather(runs []dataset.Run) ([]curve, error) {
	at := map[string]int{}
	var byCurve [][]dataset.Run
	for i, r := range runs {
		if r.Curve == "" {
			continue
		}
		k, ok := at[r.Curve]
		if !ok {
			k = len(byCurve)
			at[r.Curve] = k
			byCurve = append(byCurve, nil)
		}
		if len(byCurve[k]) > 0 && byCurve[k][0].N != r.N {
			return nil, fmt.Errorf("run %d: curve %s has two sizes, N = %g and %g", i+1, r.Curve, float64(byCurve[k][0].N), float64(r.N))
		}
		byCurve[k] = append(byCurve[k], r)
	}
	var out []curve
	for _, rs := range byCurve {
		if c := newCurve(rs); len(c.c) > 1 {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return nil, ErrNoCurves
	}
	slices.SortStableFunc(out, func(a, b curve) int { return sign(a.n - b.n) })
	return out, nil
}

func newCurve(rs []dataset.Run) curve {
	slices.SortStableFunc(rs, func(a, b dataset.Run) int { return sign(float64(Compute(a) - Compute(b))) })
	c := curve{name: rs[0].Curve, n: num.Log(float64(rs[0].N))}
	for i, r := range rs {
		if i+1 < len(rs) && Compute(rs[i+1]) == Compute(r) {
			continue // the later record of one place
		}
		o := Optimum{C: Compute(r), N: r.N, D: r.D}
		c.c = append(c.c, num.Log(float64(o.C)))
		c.loss = append(c.loss, num.Log(float64(r.Loss)))
		c.toks = append(c.toks, num.Log(float64(o.tokens())))
	}
	return c
}

func sign(v float64) int {
	switch {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}

// covers reports whether the curve was being trained at ln C = x.
func (c *curve) covers(x float64) bool { return c.c[0] <= x && x <= c.c[len(c.c)-1] }

// at interpolates at x, which the curve covers; end says that x lies between its
// first two or its last two checkpoints.
func (c *curve) at(x float64) (loss, toks float64, end bool) {
	i, _ := slices.BinarySearch(c.c, x)
	i = min(max(i, 1), len(c.c)-1)
	t := (x - c.c[i-1]) / (c.c[i] - c.c[i-1])
	loss = c.loss[i-1] + t*(c.loss[i]-c.loss[i-1])
	toks = c.toks[i-1] + t*(c.toks[i]-c.toks[i-1])
	return loss, toks, i == 1 || i == len(c.c)-1
}

// envelope finds the best curve at each step. The curves ascend in n.
func envelope(ctx context.Context, curves []curve) ([]Step, error) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, c := range curves {
		lo, hi = min(lo, c.c[0]), max(hi, c.c[len(c.c)-1])
	}
	var steps []Step
	for k := range EnvelopeSteps {
		if k%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		x := lo + (hi-lo)*float64(k)/(EnvelopeSteps-1)
		best, least := -1, math.Inf(1)
		for i := range curves {
			if !curves[i].covers(x) {
				continue
			}
			if loss, _, _ := curves[i].at(x); loss < least {
				best, least = i, loss
			}
		}
		if best >= 0 {
			steps = append(steps, step(curves, best, x))
		}
	}
	return steps, nil
}

func step(curves []curve, best int, x float64) Step {
	c := &curves[best]
	loss, toks, end := c.at(x)
	s := Step{Curve: c.name}
	s.C, s.N = unit.FLOPs(num.Exp(x)), unit.Params(num.Exp(c.n))
	s.D, s.Loss = unit.Tokens(num.Exp(toks)), unit.Loss(num.Exp(loss))
	switch {
	case end:
		s.Reason = CurveEnd
	case !neighbour(curves, best, x, -1):
		s.Reason = NoSmaller
	case !neighbour(curves, best, x, 1):
		s.Reason = NoLarger
	}
	return s
}

// neighbour reports whether the next size below (dir −1) or above (dir 1) that
// of curves[best] was being trained at x.
func neighbour(curves []curve, best int, x float64, dir int) bool {
	size := curves[best].n
	for i := best + dir; i >= 0 && i < len(curves); i += dir {
		switch {
		case curves[i].n == curves[best].n:
			continue
		case size == curves[best].n:
			size = curves[i].n // the neighbouring size; it may have several curves
		case curves[i].n != size:
			return false
		}
		if curves[i].covers(x) {
			return true
		}
	}
	return false
}

// clustered draws the line of y over x with errors robust to clusters.
func clustered(x, y []float64, cluster []string, level float64) Power {
	w := make([]float64, len(x))
	for i := range w {
		w[i] = 1
	}
	l := fitLine(x, y, w)
	type score struct{ y, b float64 }
	sums := map[string]*score{}
	var order []*score
	for i := range x {
		s := sums[cluster[i]]
		if s == nil {
			s = &score{}
			sums[cluster[i]] = s
			order = append(order, s)
		}
		r := y[i] - l.at(x[i])
		s.y += r
		s.b += r * (x[i] - l.x0)
	}
	var varY, varB float64
	for _, s := range order {
		varY += s.y * s.y * l.varY * l.varY
		varB += s.b * s.b * l.varB * l.varB
	}
	g := float64(len(order))
	if g > 1 {
		varY, varB = varY*g/(g-1), varB*g/(g-1)
	}
	return newPower(l, varY, varB, len(order)-2, x, level)
}

func distinct(v []float64) int {
	seen := map[float64]bool{}
	for _, x := range v {
		seen[x] = true
	}
	return len(seen)
}
