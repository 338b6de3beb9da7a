package law

import (
	"errors"
	"math"
	"strings"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

func TestInverseLoss(t *testing.T) {
	// Besiroglu's law in closed form: N = (A/(L − E − B/D^β))^(1/α).
	l, theta := mustSet(t, "besiroglu2024.1")
	for _, target := range []float64{1.9, 2.0, 2.5, 4} {
		n, err := ParamsForLoss(l, theta, 1.4e12, unit.Loss(target))
		if err != nil {
			t.Errorf("N for %g: %v", target, err)
			continue
		}
		rest := target - 1.8172 - 2085.43*math.Pow(1.4e12, -0.3658)
		numtest.Near(t, "N", float64(n), math.Pow(482.01/rest, 1/0.3478), 1e-11)
	}
	d, err := TokensForLoss(l, theta, 70e9, 1.9739)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "D of 70B at the loss of 1.4T", d, 1.4e12, 5e-3) // the loss is rounded to 5 digits

	// Kaplan's in closed form: C_min = C_c·L^(−1/α).
	l, theta = mustSet(t, "kaplan2020.cmin.1")
	p, err := ComputeForLoss(l, theta, 2)
	if err != nil {
		t.Fatal(err)
	}
	numtest.Near(t, "C_min for L = 2", float64(p.C), 3.1e8*8.64e19*math.Pow(2, -20), 1e-11)
	if p.N != 0 {
		t.Errorf("a law of C alone gives N = %g", float64(p.N))
	}
}

// With D tokens the loss stays above E + B/D^β, on the frontier above E.
func TestUnreachableLoss(t *testing.T) {
	l, theta := mustSet(t, "besiroglu2024.1")
	floor := unit.Loss(1.8172 + 2085.43*math.Pow(1e10, -0.3658))
	for _, target := range []unit.Loss{1.9, floor} {
		_, err := ParamsForLoss(l, theta, 1e10, target)
		var u *UnreachableError
		if !errors.As(err, &u) {
			t.Fatalf("N for a loss of %g: %v, want UnreachableError", float64(target), err)
		}
		numtest.Near(t, "floor", u.Floor, floor, 1e-14)
		if u.Law != "chinchilla" || u.Symbol != N || u.Target != target {
			t.Errorf("error does not name the place: %+v", *u)
		}
	}
	_, err := ComputeForLoss(l, theta, 1.8)
	var u *UnreachableError
	if !errors.As(err, &u) || u.Symbol != C {
		t.Fatalf("compute for a loss of 1.8: %v, want UnreachableError", err)
	}
	numtest.Near(t, "floor of the frontier", u.Floor, 1.8172, 1e-12)
}

func TestBadInputIsAnErrorThatNamesThePlace(t *testing.T) {
	chinchilla, theta := mustSet(t, "besiroglu2024.1")
	alloc, allocTheta := mustSet(t, "kaplan2020.alloc.1")
	onlyN, nTheta := mustSet(t, "kaplan2020.n.1")
	inf, nan := math.Inf(1), math.NaN()
	eval := func(p Point) error { _, err := chinchilla.Eval(theta, p); return err }
	best := func(l *Law, theta []float64, c float64) error { _, err := Best(l, theta, unit.FLOPs(c)); return err }
	solve := func(p Point, s Symbol, target float64) error {
		_, err := Solve(chinchilla, theta, p, s, unit.Loss(target))
		return err
	}
	flat := *chinchilla // a law whose loss only rises with N has no best N
	flat.Frontier = nil
	flat.Loss = func(_ []float64, p Point) unit.Loss { return unit.Loss(1 + 1/float64(p.D)) }
	bare := *chinchilla // with A = B, α = β the minimum is at N = √(C/6), below 1 here
	bare.Frontier = nil
	even := []float64{1, 1, 0.5, 1, 0.5}
	for _, c := range []struct {
		what string
		err  error
		text string
	}{
		{"no N", eval(Point{D: 1e9}), "N = 0"},
		{"negative D", eval(Point{N: 1e9, D: -5}), "D = -5"},
		{"NaN D", eval(Point{N: 1e9, D: unit.Tokens(nan)}), "D = NaN"},
		{"short theta", func() error { _, err := chinchilla.Eval(theta[:3], Point{}); return err }(), "3 coefficients, want 5"},
		{"infinite theta", func() error { _, err := onlyN.Eval([]float64{inf, 1}, Point{N: 1}); return err }(), "N_c = +Inf"},
		{"loss of an allocation", func() error { _, err := alloc.Eval(allocTheta, Point{C: 1}); return err }(), "predicts no loss"},
		{"no budget", best(chinchilla, theta, 0), "C = 0"},
		{"negative budget", best(chinchilla, theta, -1), "C = -1"},
		{"infinite budget", best(chinchilla, theta, inf), "C = +Inf"},
		{"NaN budget", best(alloc, allocTheta, nan), "C = NaN"},
		{"short theta", best(alloc, theta, 1e20), "5 coefficients, want 8"},
		{"a law of N alone", best(onlyN, nTheta, 1e20), "no minimum"},
		{"no minimum", best(&flat, theta, 1e20), "no minimum"},
		{"less than a token", best(&bare, even, 5), "no minimum"},
		{"solve for C", solve(Point{N: 1, D: 1}, C, 2), "does not fall all the way with C"},
		{"solve without D", solve(Point{}, N, 2), "D = 0"},
		{"target 0", solve(Point{D: 1e9}, N, 0), "target loss 0"},
		{"target NaN", solve(Point{D: 1e9}, N, nan), "target loss NaN"},
		{"target Inf", solve(Point{D: 1e9}, N, inf), "target loss +Inf"},
		{"target 1e300", solve(Point{D: 1e9}, N, 1e300), "less than a loss of"},
		{"allocation for a loss", func() error { _, err := ComputeForLoss(alloc, allocTheta, 2); return err }(), "predicts no loss"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.text) || !strings.HasPrefix(c.err.Error(), "law ") {
			t.Errorf("%s: error %v, want one about the law with %q", c.what, c.err, c.text)
		}
	}
	if _, err := alloc.Eval(allocTheta, Point{C: 1}); !errors.Is(err, ErrNoLoss) {
		t.Errorf("%v is not ErrNoLoss", err)
	}
	var ce *CoordinateError
	if !errors.As(eval(Point{N: 1e9, D: -5}), &ce) || *ce != (CoordinateError{"chinchilla", D, -5}) {
		t.Errorf("coordinate error %+v", ce)
	}
}

// Get and With know every symbol, and With touches one coordinate only.
func TestPointCoordinates(t *testing.T) {
	all := []Symbol{N, D, C, B, S, T}
	var p Point
	for i, s := range all {
		p = p.With(s, float64(i+1))
	}
	if want := (Point{N: 1, D: 2, C: 3, B: 4, S: 5, T: 6}); p != want {
		t.Errorf("point %+v, want %+v", p, want)
	}
	for i, s := range all {
		if got := p.Get(s); got != float64(i+1) {
			t.Errorf("%s = %g, want %d", s, got, i+1)
		}
	}
	if p.Get("X") != 0 || p.With("X", 7) != p {
		t.Error("an unknown symbol reads or writes a coordinate")
	}
}
