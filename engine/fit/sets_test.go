package fit

import (
	"context"
	"math"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

func load(t testing.TB, load func() (*dataset.Dataset, error)) []dataset.Run {
	t.Helper()
	d, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return d.Runs
}

func where(runs []dataset.Run, keep func(dataset.Run) bool) []dataset.Run {
	var out []dataset.Run
	for _, r := range runs {
		if keep(r) {
			out = append(out, r)
		}
	}
	return out
}

func TestMuennighoff(t *testing.T) {
	runs := where(load(t, dataset.Muennighoff), func(r dataset.Run) bool { return r.Used })
	if len(runs) != 182 {
		t.Fatal(len(runs))
	}
	set := law.DataConstrained.Sets[0]
	pins := append([]float64{}, set.Theta[:5]...)
	pins = append(pins, math.NaN(), math.NaN())
	r := fitted(t, law.DataConstrained, runs, &Settings{Pinned: pins})
	_ = r
	fitted(t, law.DataConstrained, runs, &Settings{Pinned: set.Theta})
	fitted(t, law.DataConstrained, runs, nil)
}

func TestNanoGPT(t *testing.T) {
	runs := load(t, dataset.NanoGPT)
	fitted(t, law.KaplanN, where(runs, func(r dataset.Run) bool { return r.Group == "L(N)" }), nil)
	fitted(t, law.KaplanN, where(runs, func(r dataset.Run) bool { return r.Group == "L(N)" }), &Settings{Objective: Squares})
	nd := where(runs, func(r dataset.Run) bool { return r.Group == "L(N,D)" })
	fitted(t, law.KaplanND, nd, nil)
	fitted(t, law.KaplanND, nd, &Settings{Objective: Squares})
	fitted(t, law.KaplanND, nd, &Settings{Objective: LAD})
	fitted(t, law.KaplanND, nd, &Settings{Objective: Linear})
	fitted(t, law.KaplanNDFloor, nd, nil)
}

func TestGadre(t *testing.T) {
	all := load(t, dataset.Gadre)
	for _, g := range []string{"c4", "rpj", "rw"} {
		runs := where(all, func(r dataset.Run) bool { return r.Used && r.Group == g })
		t.Log(g, len(runs), all[0].Group)
		if len(runs) == 0 {
			continue
		}
		r := fitted(t, law.OverTraining, runs, &Settings{Objective: Linear})
		for _, x := range where(all, func(r dataset.Run) bool { return r.Group == g }) {
			m := float64(x.D) / float64(x.N)
			if float64(x.N) > 1e9 && (math.Abs(m-640) < 10 || float64(x.N) > 5e9) {
				p := float64(r.Law.Loss(r.Theta, x.Point()))
				t.Log(x.Name, m, p, x.Loss, 100*math.Abs(p/float64(x.Loss)-1), 100*math.Abs(float64(x.Loss)-p)/p)
			}
		}
		e := where(all, func(r dataset.Run) bool {
			return r.Group == g && (r.Used || r.N > 1e9 && r.N < 2e9 && math.Abs(float64(r.D/20)/float64(r.N)-1) < 0.1)
		})
		fitted(t, law.ErrorOfLoss, e, &Settings{Objective: Linear})
	}
}

func TestOLMo(t *testing.T) {
	all := load(t, dataset.OLMoLadder)
	runs := where(all, func(r dataset.Run) bool { return r.Used })
	r := fitted(t, law.Chinchilla, runs, nil)
	for _, x := range all {
		if x.N > 5e9 {
			t.Log(x.Name, r.Law.Loss(r.Theta, x.Point()), x.Loss, r.Predict(x.Point(), 0.95))
		}
	}
}

func TestRectified(t *testing.T) {
	all := load(t, dataset.Rectified)
	groups := map[string][]dataset.Run{}
	var order []string
	for _, r := range all {
		if groups[r.Group] == nil {
			order = append(order, r.Group)
		}
		groups[r.Group] = append(groups[r.Group], r)
	}
	var sum float64
	agree := 0
	for _, g := range order {
		r, err := Fit(context.Background(), law.Rectified, groups[g], &Settings{Objective: Squares})
		if err != nil {
			t.Fatal(g, err)
		}
		sum += r.RMSE
		if r.Agree > 1 {
			agree++
		}
	}
	t.Log(len(order), sum/float64(len(order)), agree)
	_ = numtest.Near[float64]
}
