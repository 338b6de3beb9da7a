package fit

import (
	"context"
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// kernels has a law of every kind with a place that is no optimum.
var kernels = []struct {
	l     *law.Law
	theta []float64
}{
	{law.Chinchilla, []float64{1.7, 400, 0.34, 1200, 0.31}},
	{law.OverTraining, []float64{1.84, 212, 367, 0.136}},
	{law.PowerN, []float64{1.9, 300, 0.3}},
	{law.PowerD, []float64{2.1, 800, 0.35}},
	{law.PowerC, []float64{1.5, 90, 0.11}},
	{law.KaplanN, []float64{8.8e13, 0.076}},
	{law.KaplanD, []float64{5.4e13, 0.095}},
	{law.KaplanC, []float64{1.6e7, 0.057}},
	{law.KaplanCMin, []float64{3.1e8, 0.05}},
	{law.KaplanNS, []float64{6.5e13, 0.077, 2.1e3, 0.76}},
	{law.KaplanND, []float64{6.4e13, 0.076, 1.8e12, 0.103}},
	{law.KaplanNDFloor, []float64{0.9, 6.4e11, 0.11, 1.8e11, 0.15}},
	{law.DataConstrained, []float64{1.87, 520, 0.35, 1488, 0.36, 15, 5}},
	{law.Rectified, []float64{1, 300, 200, 0.5}},
	{law.ErrorOfLoss, []float64{0.85, 2, 0.7}},
}

// rowsFor are runs at which every law has a value, scattered about it so that
// some lie within δ and some beyond.
func rowsFor(t *testing.T, l *law.Law, theta []float64, linear bool) (*table, vector) {
	t.Helper()
	runs := made(law.Chinchilla, law.Chinchilla.Sets[0].Theta, 40, 0)
	for i := range runs {
		r := &runs[i]
		r.S = unit.Steps(3000 + 5000*i)
		r.U = r.D / 3
		if l == law.Rectified {
			r.D = r.D / 1e6
		}
		y := float64(l.Loss(theta, r.Point())) * math.Exp(0.02*math.Sin(float64(3*i)))
		if l.Output == law.OutputError {
			r.Error = y
		} else {
			r.Loss = unit.Loss(y)
		}
		r.Weight = 1 + 0.5*math.Cos(float64(i))
	}
	tab, err := newTable(context.Background(), l, runs, linear)
	if err != nil {
		t.Fatal(l.ID, err)
	}
	var u vector
	for i := range theta {
		u[i] = into(&l.Coefs[i], theta[i])
	}
	return tab, u
}

// The objective is what its definition says of the law's own values, with package
// math; gradient and Hessian are those of central differences.
func TestKernelDerivatives(t *testing.T) {
	for _, c := range kernels {
		for _, o := range []objective{{delta: 0.01, scale: 1}, {delta: 0.003, scale: 1 / 0.003}, {delta: math.Inf(1), scale: 1}, {delta: math.Inf(1), scale: 1, linear: true}} {
			tab, u := rowsFor(t, c.l, c.theta, o.linear)
			k := kernelFor(c.l, tab, &[most]bool{})
			checkValue(t, c.l, c.theta, &o, tab, k, &u)
			checkDerivatives(t, c.l, &o, tab, k, &u)
			if !k.cheap() {
				continue
			}
			g := newGeneral(c.l, tab) // which asks the law itself
			checkValue(t, c.l, c.theta, &o, tab, g, &u)
			checkDerivatives(t, c.l, &o, tab, g, &u)
		}
	}
}

func checkValue(t *testing.T, l *law.Law, theta []float64, o *objective, tab *table, k kernel, u *vector) {
	t.Helper()
	var want float64
	for i, p := range tab.points {
		f := float64(l.Loss(theta, p))
		r := math.Log(f / tab.y[i])
		if o.linear {
			r = f - tab.y[i]
		}
		h := r * r / 2
		if math.Abs(r) > o.delta {
			h = o.delta * (math.Abs(r) - o.delta/2)
		}
		want += tab.w[i] * h * o.scale
	}
	got, err := k.value(context.Background(), o, tab, u)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, l.ID+" value", got, want, 1e-10)
}

func checkDerivatives(t *testing.T, l *law.Law, o *objective, tab *table, k kernel, u *vector) {
	t.Helper()
	ctx := context.Background()
	var s slope
	if err := k.slope(ctx, o, tab, u, newton, &s); err != nil {
		t.Fatal(err)
	}
	jac, res := make([]vector, tab.rows()), make([]float64, tab.rows())
	k.gradients(o, tab, u, res, jac)
	value := func(v vector) float64 {
		f, _ := k.value(ctx, o, tab, &v)
		return f
	}
	n := len(l.Coefs)
	for a := range n {
		move := func(x float64) vector { v := *u; v[a] = x; return v }
		h := 2e-6 * max(0.03, math.Abs(u[a])) // so short that no row goes across δ
		g := numtest.Derivative(func(x float64) float64 { return value(move(x)) }, u[a], h)
		scale := math.Sqrt(s.h[a][a] * s.f) // what a gradient is measured by
		if d := math.Abs(g - s.g[a]); !(d < 1e-5*math.Abs(g)+1e-6*scale) {
			t.Errorf("%s: gradient %d is %.9g, differences have %.9g", l.ID, a, s.g[a], g)
		}
		var sum float64
		for i, r := range res {
			_, psi, _ := o.at(r)
			sum += tab.w[i] * psi * jac[i][a] * o.scale
		}
		if d := math.Abs(sum - s.g[a]); !(d < 1e-9*scale) {
			t.Errorf("%s: gradient %d is %.12g, the rows have %.12g", l.ID, a, s.g[a], sum)
		}
		for b := range n {
			bend := numtest.Derivative(func(x float64) float64 {
				v := move(x)
				var at slope
				if err := k.slope(ctx, o, tab, &v, gauss, &at); err != nil {
					t.Fatal(err)
				}
				return at.g[b]
			}, u[a], h)
			tol := 1e-4 * math.Sqrt(math.Abs(s.h[a][a]*s.h[b][b]))
			if d := math.Abs(bend - s.h[a][b]); !(d < tol) {
				t.Errorf("%s: Hessian %d,%d is %.9g, differences have %.9g", l.ID, a, b, s.h[a][b], bend)
			}
		}
	}
}
