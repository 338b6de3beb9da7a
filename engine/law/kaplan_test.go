package law

import (
	"math"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

// Values marked CALC were computed in double precision from the paper's
// constants and are given to the digits shown; five digits allow 5e-5. Values
// marked PAPER are printed in Kaplan et al. 2020.

func mustSet(t *testing.T, id string) (*Law, []float64) {
	t.Helper()
	l, s, ok := SetByID(id)
	if !ok {
		t.Fatalf("no set %s", id)
	}
	return l, s.Theta
}

func TestKaplanLossOfN(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.n.1")
	at := func(n unit.Params) unit.Loss { return l.Loss(theta, Point{N: n}) }
	numtest.WantFunc(t, "L(N)", at, map[unit.Params]unit.Loss{ // CALC
		1e6: 4.0159, 1e7: 3.3712, 1e8: 2.8300, 1e9: 2.3756, 1.5e9: 2.3036, 1.75e11: 1.6044,
	}, 3e-5)
	// PAPER, section 1.2: doubling N multiplies the loss by 2^-0.076 = 0.95; CALC 0.94868.
	numtest.Near(t, "L(2N)/L(N)", at(2e8)/at(1e8), 0.94868, 1e-5)
}

func TestKaplanLossOfD(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.d.1")
	numtest.WantFunc(t, "L(D)", func(d unit.Tokens) unit.Loss { return l.Loss(theta, Point{D: d}) },
		map[unit.Tokens]unit.Loss{1e8: 3.5041, 1e9: 2.8156, 1e10: 2.2624, 2.29e10: 2.0912}, 3e-5) // CALC
}

func TestKaplanLossOfCompute(t *testing.T) {
	inPFDays := func(id string) func(float64) unit.Loss {
		l, theta := mustSet(t, id)
		return func(days float64) unit.Loss {
			return l.Loss(theta, Point{C: unit.FLOPs(days) * unit.PFDay})
		}
	}
	text := inPFDays("kaplan2020.cmin.1")
	numtest.WantFunc(t, "L(C_min)", text, map[float64]unit.Loss{ // CALC; 3640 PF-days is GPT-3
		1e-6: 5.3036, 1e-4: 4.2128, 1e-2: 3.3463, 1: 2.6581, 10: 2.3690, 1e3: 1.8818, 3640: 1.7641,
	}, 3e-5)
	numtest.WantFunc(t, "L(C)", inPFDays("kaplan2020.c.1"),
		map[float64]unit.Loss{1e-2: 3.3468, 1: 2.5742}, 3e-5) // CALC
	// The legend's constant differs by (3.1/2.3)^0.05 = 1.0150 at every compute: 1.5 %.
	legend := inPFDays("kaplan2020.cmin.2")
	for _, days := range []float64{1e-6, 1, 1e3} {
		numtest.Near(t, "text/legend", text(days)/legend(days), 1.0150, 5e-5)
	}
}

func TestKaplanLossOfND(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.nd.1")
	for _, c := range []struct { // CALC, Table 2
		n    unit.Params
		d    unit.Tokens
		want unit.Loss
	}{
		{1e8, 1e9, 2.9567},
		{7.08e8, 1e9, 2.8077},
		{1e9, 2.2e10, 2.3693},
		{1.5e9, 2.29e10, 2.3103},
		{1e8, unit.Tokens(math.Inf(1)), 2.7623},
	} {
		numtest.Near(t, "L(N,D)", l.Loss(theta, Point{N: c.n, D: c.d}), c.want, 3e-5)
	}
	// α_N/α_D is the paper's exponent 0.74 of eq. 4.4; CALC 0.7379.
	numtest.Near(t, "α_N/α_D", theta[1]/theta[3], 0.7379, 5e-5)
}

// Eq. 4.1 turns into the laws of one variable in its limits (section 4.1), with
// its own constants.
func TestKaplanLossOfNDLimits(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.nd.1")
	inf := math.Inf(1)
	for _, x := range numtest.LogGrid(1e3, 1e12, 10) {
		numtest.Near(t, "D → ∞", l.Loss(theta, Point{N: unit.Params(x), D: unit.Tokens(inf)}),
			unit.Loss(math.Pow(6.4e13/x, 0.076)), 1e-14)
		numtest.Near(t, "N → ∞", l.Loss(theta, Point{N: unit.Params(inf), D: unit.Tokens(x)}),
			unit.Loss(math.Pow(1.8e13/x, 0.103)), 1e-14)
	}
	numtest.Near(t, "both", l.Loss(theta, Point{N: unit.Params(inf), D: unit.Tokens(inf)}), 0, 0)
}

func TestKaplanAllocationValues(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.alloc.1")
	for _, c := range []struct { // CALC from Table 6; the row of 1 PF-day is PAPER
		days       float64
		n, b, s, d float64 // 0: not given
	}{
		{1e-3, 8.394e6, 3.811e5, 4389, 3.098e9},
		{1, 1.3e9, 2.0e6, 5400, 2e10},
		{1e3, 2.013e11, 1.050e7, 6643, 1.291e11},
		{1e4, 1.081e12, 0, 0, 2.405e11},
	} {
		p := l.Frontier(theta, unit.FLOPs(c.days)*unit.PFDay)
		for _, v := range []struct {
			name      string
			got, want float64
		}{{"N", float64(p.N), c.n}, {"B", float64(p.B), c.b}, {"S", float64(p.S), c.s}, {"D", float64(p.D), c.d}} {
			if v.want != 0 {
				numtest.Near(t, v.name, v.got, v.want, 5e-4) // four digits
			}
		}
	}
}

// PAPER, Figure 14: ten times the compute asks for five times the parameters
// and twice the data, a batch 1.74 times and steps 1.07 times as many (CALC).
func TestKaplanAllocationForTenTimesTheCompute(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.alloc.1")
	a, b := l.Frontier(theta, unit.PFDay), l.Frontier(theta, 10*unit.PFDay)
	numtest.Near(t, "N", b.N/a.N, 5.37, 1e-3)
	numtest.Near(t, "D", b.D/a.D, 1.86, 2e-3)
	numtest.Near(t, "B", b.B/a.B, 1.74, 2e-3)
	numtest.Near(t, "S", b.S/a.S, 1.07, 2e-3)
}

// CALC: Table 6 closes to 6·N_1·B_1·S_1 = 0.975 PF-days, and 2·C_min/(6N) is
// 2.215e10 tokens at 1 PF-day, near Table 6's 2e10 and not eq. 6.7's 4e10.
func TestKaplanAllocationCloses(t *testing.T) {
	l, theta := mustSet(t, "kaplan2020.alloc.1")
	p := l.Frontier(theta, unit.PFDay)
	numtest.Near(t, "6NBS in PF-days", RunCompute(p.N, p.B, p.S)/unit.PFDay, 0.975, 1e-4)
	numtest.Near(t, "2·C_min/(6N)", 2*float64(unit.PFDay)/(6*float64(p.N)), 2.215e10, 5e-4)
	numtest.Near(t, "E_min", float64(p.B)*float64(p.S), 1.08e10, 1e-12)

	_, printed := mustSet(t, "kaplan2020.alloc.2")
	numtest.Near(t, "eq. 6.7 at 1 PF-day", l.Frontier(printed, unit.PFDay).D, 4e10, 1e-12)
}
