package fit

import (
	"context"
	"math"
	"path/filepath"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// dual is a number with its derivatives by the coefficients.
type dual struct {
	v float64
	d vector
}

func (a dual) times(by float64, v float64) dual { // f(a), with f' = by and f = v
	for i := range a.d {
		a.d[i] *= by
	}
	a.v = v
	return a
}

func c(v float64) dual { return dual{v: v} }

func (a dual) add(b dual) dual {
	for i := range a.d {
		a.d[i] += b.d[i]
	}
	a.v += b.v
	return a
}

func (a dual) neg() dual       { return a.times(-1, -a.v) }
func (a dual) sub(b dual) dual { return a.add(b.neg()) }
func (a dual) mul(b dual) dual {
	for i := range a.d {
		a.d[i] = a.d[i]*b.v + a.v*b.d[i]
	}
	a.v *= b.v
	return a
}
func (a dual) inv() dual       { return a.times(-1/(a.v*a.v), 1/a.v) }
func (a dual) div(b dual) dual { return a.mul(b.inv()) }
func (a dual) exp() dual       { e := math.Exp(a.v); return a.times(e, e) }
func (a dual) log() dual       { return a.times(1/a.v, math.Log(a.v)) }
func (a dual) pow(b dual) dual { return a.log().mul(b).exp() }
func (a dual) atan() dual      { return a.times(1/(1+a.v*a.v), math.Atan(a.v)) }

func bell(x, at, width dual) dual { z := x.sub(at).div(width); return z.mul(z).neg().exp() }

// nistModels has the models as the files state them.
var nistModels = map[string]func(b []dual, x dual) dual{
	"Bennett5": func(b []dual, x dual) dual { return b[0].mul(b[1].add(x).pow(c(-1).div(b[2]))) },
	"Chwirut1": chwirut,
	"Chwirut2": chwirut,
	"DanWood":  func(b []dual, x dual) dual { return b[0].mul(x.pow(b[1])) },
	"Eckerle4": func(b []dual, x dual) dual {
		return b[0].div(b[1]).mul(bell(x, b[2], b[1].mul(c(math.Sqrt2))))
	},
	"Gauss1": gauss3,
	"Gauss2": gauss3,
	"Gauss3": gauss3,
	"Kirby2": func(b []dual, x dual) dual {
		x2 := x.mul(x)
		return b[0].add(b[1].mul(x)).add(b[2].mul(x2)).div(c(1).add(b[3].mul(x)).add(b[4].mul(x2)))
	},
	"Lanczos2": lanczos,
	"Lanczos3": lanczos,
	"MGH10":    func(b []dual, x dual) dual { return b[0].mul(b[1].div(x.add(b[2])).exp()) },
	"Misra1a":  func(b []dual, x dual) dual { return b[0].mul(c(1).sub(b[1].mul(x).neg().exp())) },
	"Misra1b": func(b []dual, x dual) dual {
		z := c(1).add(b[1].mul(x).mul(c(0.5)))
		return b[0].mul(c(1).sub(z.mul(z).inv()))
	},
	"Misra1c": func(b []dual, x dual) dual {
		return b[0].mul(c(1).sub(c(1).add(b[1].mul(x).mul(c(2))).pow(c(-0.5))))
	},
	"Misra1d": func(b []dual, x dual) dual { return b[0].mul(b[1]).mul(x).div(c(1).add(b[1].mul(x))) },
	"Rat42":   func(b []dual, x dual) dual { return b[0].div(c(1).add(b[1].sub(b[2].mul(x)).exp())) },
	"Rat43": func(b []dual, x dual) dual {
		return b[0].div(c(1).add(b[1].sub(b[2].mul(x)).exp()).pow(b[3].inv()))
	},
	"Roszman1": func(b []dual, x dual) dual {
		return b[0].sub(b[1].mul(x)).sub(b[2].div(x.sub(b[3])).atan().mul(c(1 / math.Pi)))
	},
}

func chwirut(b []dual, x dual) dual { return b[0].mul(x).neg().exp().div(b[1].add(b[2].mul(x))) }

func gauss3(b []dual, x dual) dual {
	return b[0].mul(b[1].mul(x).neg().exp()).add(b[2].mul(bell(x, b[3], b[4]))).add(b[5].mul(bell(x, b[6], b[7])))
}

func lanczos(b []dual, x dual) dual {
	term := func(a, r dual) dual { return a.mul(r.mul(x).neg().exp()) }
	return term(b[0], b[1]).add(term(b[2], b[3])).add(term(b[4], b[5]))
}

// nistLaw makes a law of a model; Point.D is x.
func nistLaw(model func(b []dual, x dual) dual, n int) *law.Law {
	eval := func(theta []float64, p law.Point) dual {
		b := make([]dual, n)
		for i, v := range theta {
			b[i] = c(v)
			b[i].d[i] = 1
		}
		return model(b, c(float64(p.D)))
	}
	l := &law.Law{
		ID:   "nist",
		Loss: func(theta []float64, p law.Point) unit.Loss { return unit.Loss(eval(theta, p).v) },
		Grad: func(dst, theta []float64, p law.Point) { d := eval(theta, p).d; copy(dst, d[:n]) },
	}
	for range n {
		l.Coefs = append(l.Coefs, law.Coef{Min: -1e15, Max: 1e15})
	}
	return l
}

// nistFit searches from one start alone, with no screening.
func nistFit(t *testing.T, p *numtest.NIST, from []float64) *Result {
	t.Helper()
	ctx := context.Background()
	l := nistLaw(nistModels[p.Name], len(from))
	set, err := settle(l, &Settings{Objective: Linear})
	if err != nil {
		t.Fatal(err)
	}
	tab := &table{y: p.Y, w: make([]float64, len(p.Y)), points: make([]law.Point, len(p.Y))}
	for i, x := range p.X {
		tab.w[i] = 1
		tab.points[i].D = unit.Tokens(x)
	}
	f := newFitter(ctx, l, set, tab)
	var u vector
	copy(u[:], from)
	o := set.objective()
	v, status, err := f.all.descend(o, &u, 0, tight, 2000)
	if err != nil {
		t.Fatal(err)
	}
	r, err := f.judge(&o, &u, v, status, []float64{v})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Certified by NIST to 11 digits: coefficients, their standard deviations and the
// residual sum of squares, from both of NIST's starts.
func TestNIST(t *testing.T) {
	files, err := filepath.Glob("testdata/nist/*.dat")
	if err != nil || len(files) != len(nistModels) {
		t.Fatalf("%d files, want %d: %v", len(files), len(nistModels), err)
	}
	for _, file := range files {
		p := numtest.ReadNIST(t, file)
		for s, from := range p.Starts {
			r := nistFit(t, p, from)
			worst, worstSD := 0.0, 0.0
			for i := range from {
				if p.Name == "Eckerle4" { // the model is the same with b1 and b2 both negative
					r.Theta[i] = math.Abs(r.Theta[i])
				}
				worst = max(worst, numtest.RelErr(r.Theta[i], p.Certified[i]))
				worstSD = max(worstSD, numtest.RelErr(r.SE[i], p.SD[i]))
			}
			t.Logf("%-9s %-8s start %d: %-9s θ %.1e  SD %.1e  SS %.1e", p.Name, p.Level, s+1, r.Status, worst, worstSD, numtest.RelErr(2*r.Value, p.Squares))
			if !(worst < 1e-6) || !(worstSD < 1e-6) {
				t.Errorf("%s start %d: θ %.12g want %.12g", p.Name, s+1, r.Theta, p.Certified)
			}
		}
	}
}
