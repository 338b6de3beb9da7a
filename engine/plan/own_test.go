package plan

import (
	"testing"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// A fit with the published coefficients plans what the published set does.
func TestOwnPlansAsItsLaw(t *testing.T) {
	for _, id := range []string{"besiroglu2024.1", "hoffmann2022.2"} {
		l, s, _ := law.SetByID(id)
		own, ok := Own(l, &law.Set{ID: "own.1", Theta: s.Theta, Domain: s.Domain, Counting: s.Counting})
		published, _ := MethodByID(id)
		if !ok || !own.IsOwn() || published.IsOwn() {
			t.Fatalf("%s: own %v, %v", id, ok, own.IsOwn())
		}
		for _, c := range []unit.FLOPs{1e19, 5.76e23} {
			a, b := Allocate(own, c, Options{}), Allocate(published, c, Options{})
			if a.N != b.N || a.D != b.D || a.Loss != b.Loss || a.B != b.B || a.Flat != b.Flat || len(a.Warnings) != len(b.Warnings) {
				t.Errorf("%s at %g FLOP: %+v, published %+v", id, float64(c), a, b)
			}
		}
	}
}

// With unlimited data the data-constrained law is the additive one, so that it
// divides a budget likewise.
func TestOwnDataConstrained(t *testing.T) {
	l, s, _ := law.SetByID("muennighoff2023.1")
	m, ok := Own(l, s)
	if !ok {
		t.Fatal("no method")
	}
	a := Allocate(m, 1e22, Options{})
	p := law.Chinchilla.Frontier(s.Theta[:5], 1e22)
	if a.N != p.N || a.D != p.D || a.Loss != law.Chinchilla.Loss(s.Theta[:5], p) {
		t.Errorf("%+v, by the additive law %+v", a, p)
	}
	for _, f := range []float64{0.8, 1.25} { // no other size does better
		n := float64(a.N) * f
		if loss := l.Loss(s.Theta, law.Point{N: unit.Params(n), D: unit.Tokens(1e22 / 6 / n)}); loss <= a.Loss {
			t.Errorf("N·%g has a loss of %g, the plan %g", f, float64(loss), float64(a.Loss))
		}
	}
}

func TestOwnRefusesWhatDividesNoBudget(t *testing.T) {
	for _, l := range []*law.Law{law.PowerN, law.KaplanD, law.PowerC, law.KaplanNS, law.KaplanNC, law.ErrorOfLoss, law.Rectified} {
		if _, ok := Own(l, &law.Set{}); ok {
			t.Errorf("%s divides a budget", l.ID)
		}
	}
	for _, l := range []*law.Law{law.Chinchilla, law.KaplanND, law.KaplanNDFloor, law.OverTraining, law.DataConstrained, law.PowerAllocation} {
		if _, ok := Own(l, &law.Set{}); !ok {
			t.Errorf("%s divides no budget", l.ID)
		}
	}
}
