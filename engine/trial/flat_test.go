package trial

import (
	"math"
	"strings"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// By bisection with no code of the engine's: L(N, C/6N) = 1.005·L*, and against
// package plan, which has its own search.
func TestFlatRange(t *testing.T) {
	m, _ := plan.MethodByID("besiroglu2024.1")
	for _, c := range []unit.FLOPs{1e18, 1e21, 5.76e23} {
		f, err := FlatRange(law.Chinchilla, besiroglu, c, 0)
		if err != nil {
			t.Fatal(err)
		}
		loss := func(lnN float64) float64 {
			n := math.Exp(lnN)
			return 1.8172 + 482.01*math.Pow(n, -0.3478) + 2085.43*math.Pow(float64(c)/6/n, -0.3658)
		}
		best := numtest.Minimum(loss, 10, 35)
		excess := func(x float64) float64 { return loss(x) - 1.005*loss(best) }
		numtest.Near(t, "Lo", float64(f.Lo), math.Exp(numtest.Root(excess, best-10, best)), 1e-9)
		numtest.Near(t, "Hi", float64(f.Hi), math.Exp(numtest.Root(excess, best, best+10)), 1e-9)
		a := plan.Allocate(m, c, plan.Options{})
		numtest.Near(t, "plan's Lo", f.Lo, a.Flat[0], 1e-9)
		numtest.Near(t, "plan's Hi", f.Hi, a.Flat[1], 1e-9)
		if f.Open != [2]bool{} || f.Share != 0.005 {
			t.Errorf("%+v", f)
		}
	}
	// A share that the loss does not reach: up to one token.
	f, err := FlatRange(law.Chinchilla, []float64{1.8, 1e-3, 0.3, 1e-3, 0.3}, 1e21, 0.5)
	if err != nil {
		t.Fatal(err)
	}
	if f.Open != [2]bool{true, true} || numtest.RelErr(float64(f.Hi), 1e21/6) > 1e-12 || f.Lo != 1 {
		t.Errorf("%+v", f)
	}
}

func TestFlatRangeOfOtherLaws(t *testing.T) {
	for _, l := range []*law.Law{law.OverTraining, law.KaplanND} {
		theta := l.Sets[0].Theta
		f, err := FlatRange(l, theta, 1e21, 0.01)
		if err != nil {
			t.Errorf("%s: %v", l.ID, err)
			continue
		}
		for _, n := range []unit.Params{f.Lo, f.Hi} {
			got := l.Loss(theta, law.Point{N: n, D: unit.Tokens(1e21 / 6 / float64(n)), C: 1e21})
			numtest.Near(t, l.ID+" at the end", float64(got/f.Loss), 1.01, 1e-9)
		}
	}
	for _, c := range []struct {
		l     *law.Law
		share float64
		want  string
	}{
		{law.Chinchilla, -1, "share of the loss -1"},
		{law.PowerAllocation, 0, "predicts no loss"},
		{law.KaplanNS, 0, "compute alone does not determine S"},
		{law.KaplanC, 0, "does not depend on N"},
	} {
		if _, err := FlatRange(c.l, c.l.Sets[0].Theta, 1e21, c.share); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.l.ID, err, c.want)
		}
	}
}
