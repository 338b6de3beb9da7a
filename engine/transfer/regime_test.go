package transfer

import (
	"testing"

	"lossline/engine/unit"
)

// D(N) of the placeholder by bisection of L(N,∞) = share·L(N,D(N)) in another
// program, which did not use the closed form.
func TestDataNeededValues(t *testing.T) {
	b := WebText2(0)
	for _, c := range []struct {
		n           unit.Params
		at99, at95v float64
	}{
		{1e6, 1312614422.862458, 208449830.67358106},
		{4e7, 19963638164.670944, 3170327037.835963},
		{1e9, 214649264617.33646, 34087392370.80697},
	} {
		near(t, "D(N)", float64(DataNeeded(b, c.n, Share99)), c.at99, 1e-9)
		near(t, "D(N) at 95 %", float64(DataNeeded(b, c.n, Share95)), c.at95v, 1e-9)
		near(t, "low-data limit", float64(LowDataLimit(b, c.n)), c.at99/10, 1e-9)
	}
}

// Footnote 7 of Hernandez et al. 2021: L(D→∞) = 0.99·L(D(N)), which makes the
// loss at D(N) 1/0.99 = 1.0101 times the limit, not 1.01 times.
func TestDataNeededConvention(t *testing.T) {
	b := WebText2(0)
	for _, s := range []float64{Share99, Share95} {
		d := DataNeeded(b, 4e7, s)
		near(t, "L(∞)/L(D(N))", float64(limit(b, 4e7)/b.Loss(4e7, d)), s, 1e-10)
	}
}

func TestRegimes(t *testing.T) {
	b := WebText2(0)
	d := DataNeeded(b, 4e7, Share99)
	for _, c := range []struct {
		dF   unit.Chars
		want Regime
	}{
		{1, LowData}, {d * 0.0999, LowData}, {d * 0.1001, BetweenData}, {d * 0.999, BetweenData},
		{d * 1.001, HighData}, {1e20, HighData}, {0, 0}, {-1, 0},
	} {
		if got := RegimeOf(b, 4e7, c.dF); got != c.want {
			t.Errorf("regime of %v = %v, want %v", c.dF, got, c.want)
		}
	}
	if got := RegimeOf(b, -1, 1e6); got != 0 {
		t.Errorf("regime of a negative size = %v", got)
	}
}

// Section 3.1 and Fig. 5: 1M parameters above 1e8 characters.
func TestOssification(t *testing.T) {
	b := WebText2(0)
	codes := func(n unit.Params, d unit.Chars) (seen, risk bool) {
		for _, note := range ossification(b, n, d) {
			seen = seen || note.Code == OssificationSeen
			risk = risk || note.Code == OssificationRisk
		}
		return seen, risk
	}
	for _, c := range []struct {
		n          unit.Params
		d          unit.Chars
		seen, risk bool
	}{
		{1e6, 1e8, false, false}, {1e6, 2e8, true, false}, {1e6, 2e9, true, true}, // D(1M) is 1.3e9
		{1e7, 2e8, false, false}, {4e7, 3e10, false, true}, {4e7, 3e5, false, false},
	} {
		if seen, risk := codes(c.n, c.d); seen != c.seen || risk != c.risk {
			t.Errorf("N %v, D_F %v: seen %v, risk %v; want %v, %v", c.n, c.d, seen, risk, c.seen, c.risk)
		}
	}
}
