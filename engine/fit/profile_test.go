package fit

import (
	"context"
	"math"
	"slices"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

func profiled(t *testing.T, r *Result, runs []dataset.Run, coef int, level float64) *Curve {
	t.Helper()
	c, err := Profile(context.Background(), r, runs, coef, level)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// line is the textbook regression of ln L on ln N, of which KaplanN with least
// squares is a form: ln L = α·ln N_c − α·ln N.
type line struct{ slope, mean, centre, sxx, s, n float64 }

func regress(runs []dataset.Run) (l line) {
	l.n = float64(len(runs))
	for _, r := range runs {
		l.centre += math.Log(float64(r.N)) / l.n
		l.mean += math.Log(float64(r.Loss)) / l.n
	}
	var sxy, syy float64
	for _, r := range runs {
		x, y := math.Log(float64(r.N))-l.centre, math.Log(float64(r.Loss))-l.mean
		l.sxx, sxy, syy = l.sxx+x*x, sxy+x*y, syy+y*y
	}
	l.slope = sxy / l.sxx
	l.s = math.Sqrt((syy - l.slope*sxy) / (l.n - 2))
	return l
}

const t23 = 2.0686576104190406 // of Student's t with 23 degrees of freedom at 0.975 (scipy)

// For a linear law the profile is the F test, whose interval for the slope is
// the t interval; the prediction's interval is that of the regression line.
func TestLinearLaw(t *testing.T) {
	runs := made(law.KaplanN, []float64{8.8e13, 0.076}, 25, 0.02)
	l := regress(runs)
	r := fitted(t, law.KaplanN, runs, &Settings{Objective: Squares})
	numtest.Near(t, "α", r.Theta[1], -l.slope, 1e-9)
	numtest.Near(t, "standard error", r.SE[1], l.s/math.Sqrt(l.sxx), 1e-7)
	half := t23 * l.s / math.Sqrt(l.sxx)
	c := profiled(t, r, runs, 1, 0.95)
	numtest.Near(t, "lo", c.Interval.Lo, -l.slope-half, 1e-5)
	numtest.Near(t, "hi", c.Interval.Hi, -l.slope+half, 1e-5)
	for _, n := range []float64{1e7, 1e9, 1e12} {
		x := math.Log(n) - l.centre
		half := t23 * l.s * math.Sqrt(1/l.n+x*x/l.sxx)
		p := r.Predict(law.Point{}.With(law.N, n), 0.95)
		numtest.Near(t, "center", p.Center, math.Exp(l.mean+l.slope*x), 1e-9)
		numtest.Near(t, "lo", p.Lo, math.Exp(l.mean+l.slope*x-half), 1e-5)
		numtest.Near(t, "hi", p.Hi, math.Exp(l.mean+l.slope*x+half), 1e-5)
	}
}

// A profile has the fit as its lowest point, rises to both sides, ends at the
// limit, and each point is the optimum with that coefficient pinned.
func TestProfileOfChinchilla(t *testing.T) {
	runs := chinchilla(t)
	for _, o := range []Objective{Huber, LAD, Squares} {
		r := fitted(t, law.Chinchilla, runs, &Settings{Objective: o})
		for coef := range r.Theta {
			c := profiled(t, r, runs, coef, 0.9)
			if c.Open != [2]bool{} || !(c.Interval.Lo < r.Theta[coef] && r.Theta[coef] < c.Interval.Hi) {
				t.Errorf("%s %d: %+v, open %v", o, coef, c.Interval, c.Open)
			}
			best := slices.Index(c.At, r.Theta[coef])
			if best < 0 {
				best = slices.Index(c.Value, slices.Min(c.Value))
			}
			for i := 1; i < len(c.At); i++ {
				if c.At[i] < c.At[i-1] || i <= best && c.Value[i] > c.Value[i-1]*(1+1e-9) || i > best && c.Value[i] < c.Value[i-1]*(1-1e-9) {
					t.Errorf("%s %d: not a valley at %g", o, coef, c.At[i])
				}
			}
			pins := []float64{math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}
			pins[coef] = c.Interval.Lo
			end := fitted(t, law.Chinchilla, runs, &Settings{Objective: o, Pinned: pins})
			numtest.Near(t, string(o)+" at the end", end.Value, c.Limit, 2e-6)
		}
	}
}

// The covariance is the sandwich of its definition, A·Cov·A = B·n/(n−p), with the
// law's own gradient; for least squares it is s²(JᵀJ)⁻¹.
func TestCovariance(t *testing.T) {
	runs := chinchilla(t)
	for _, o := range []Objective{Huber, LAD, Squares, Linear} {
		r := fitted(t, law.Chinchilla, runs, &Settings{Objective: o})
		var sorted []float64
		for _, d := range r.Residuals {
			sorted = append(sorted, math.Abs(d))
		}
		slices.Sort(sorted)
		// 2·240^(−1/3)·(1.96²·1.5/(2π))^(1/3) = 0.3127: the 76th of 240.
		h := sorted[75]
		var a, b [5][5]float64
		var g [5]float64
		for i, run := range runs {
			law.Chinchilla.Grad(g[:], r.Theta, run.Point())
			f := float64(law.Chinchilla.Loss(r.Theta, run.Point()))
			over, bread, meat := 1/f, 0.0, 1.0
			switch d := r.Residuals[i]; {
			case o == Linear:
				over, bread, meat = 1, 1, d*d
			case o == Squares:
				bread, meat = 1, d*d
			case o == Huber:
				meat = math.Pow(min(math.Abs(d), 1e-3)/1e-3, 2)
			case math.Abs(d) < 1e-9:
				meat = 0 // what the curve goes through; some part of ±1
			}
			if bread == 0 && math.Abs(r.Residuals[i]) <= h {
				bread = 1 / h
			}
			for x := range 5 {
				for y := range 5 {
					gg := over * over * g[x] * g[y] * work(r, x) * work(r, y)
					a[x][y] += bread * gg
					b[x][y] += meat * gg
				}
			}
		}
		tol := 1e-5
		if o == LAD {
			tol = 0.05 // five of 240 rows are left out above
		}
		if o == Squares || o == Linear { // one variance for all rows
			var s float64
			for _, d := range r.Residuals {
				s += d * d / 240
			}
			for x := range 5 {
				for y := range 5 {
					b[x][y] = a[x][y] * s
				}
			}
		}
		for x := range 5 {
			for y := range 5 {
				var sum float64
				for k := range 5 {
					for l := range 5 {
						sum += a[x][k] * r.Cov[k][l] * a[l][y]
					}
				}
				want := b[x][y] * 240 / 235
				if math.Abs(sum-want) > tol*math.Sqrt(b[x][x]*b[y][y]) {
					t.Errorf("%s: A·Cov·A [%d][%d] = %g, want %g", o, x, y, sum, want)
				}
			}
		}
	}
}

// work turns a derivative by θ into one by the working coefficient.
func work(r *Result, i int) float64 {
	if r.Law.Coefs[i].Log {
		return r.Theta[i]
	}
	return 1
}
