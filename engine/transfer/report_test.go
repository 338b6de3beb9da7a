package transfer

import (
	"math"
	"slices"
	"testing"

	"lossline/engine/unit"
)

// lawRuns returns runs that obey D_T = k·D_F^α·N^β on the power curve.
func lawRuns(k, alpha, beta float64, sizes []unit.Params, sets []unit.Tokens) []Run {
	var runs []Run
	for _, n := range sizes {
		runs = append(runs, powerCurve(n, 1e3, 1e4, 1e5, 1e6, 3e6, 1e7, 3e7, 1e8, 1e9, 1e10, 1e11)...)
		for _, d := range sets {
			dT := k * math.Pow(float64(d), alpha) * math.Pow(float64(n), beta)
			runs = append(runs, worth(n, d, d+unit.Tokens(dT)))
		}
	}
	return runs
}

// Runs that obey the law give it back, by both routes.
func TestReplicateRecoversTheLaw(t *testing.T) {
	const k, alpha, beta = 2e3, 0.2, 0.38
	runs := lawRuns(k, alpha, beta, []unit.Params{1e6, 4e6, 1.6e7, 6.4e7}, []unit.Tokens{8192, 65536, 524288, 1048576})
	rs, err := Replicate(runs, nil)
	if err != nil || len(rs) != 1 {
		t.Fatal(rs, err)
	}
	r := rs[0]
	near(t, "α", r.Alpha.Alpha.Value, alpha, 1e-6)
	for _, s := range r.Alpha.Sizes {
		near(t, "k·N^β", s.Worth, k*math.Pow(float64(s.N), beta), 1e-5)
	}
	if r.Own == nil || r.Published == nil || r.Beta == nil {
		t.Fatalf("no fit of fits: %+v", r)
	}
	near(t, "β", r.Beta.Value, beta, 1e-6)
	for _, f := range []*FitOfFits{r.Own, r.Published} {
		near(t, "α over N*", f.Alpha.Value, alpha, 1e-5)
		near(t, "k over N*", f.K, k, 1e-4)
		for _, s := range f.Steps {
			near(t, "N*", float64(s.Half), math.Pow(math.Pow(float64(s.DF), 1-alpha)/k, 1/beta), 1e-4)
			near(t, "β of a set", s.Beta.Value, beta, 1e-5)
		}
	}
	for _, e := range r.Estimates {
		if e.Verdict() == Fails {
			t.Errorf("the law fails on itself: %+v", e)
		}
	}
}

// α of the digitised runs by least squares in another program (normal equations
// in double precision): Chinese with an intercept for each size, German and
// Spanish with one size. With one intercept for all Chinese sizes it is 0.20599,
// the "about 0.21" of an earlier look at the same table: two of the five sizes
// lack small sets, so sizes and D_F are mixed there.
func TestKimAlpha(t *testing.T) {
	rs, err := Replicate(kim(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct {
		language     string
		alpha, wider float64
		runs, dof    int
		across       bool
		moves        bool
	}{
		{"chinese", 0.18411, 0.1851, 22, 16, true, false},
		{"german", 0.10886, 0.19583, 7, 5, false, true},
		{"spanish", 0.25101, 0.26076, 6, 4, true, false},
	} {
		r := rs[i]
		a := r.Alpha
		if r.Language != c.language || a.Runs != c.runs || a.Alpha.DoF != c.dof {
			t.Errorf("%s: %d runs, %d degrees of freedom", r.Language, a.Runs, a.Alpha.DoF)
		}
		near(t, "α of "+c.language, a.Alpha.Value, c.alpha, 1e-4)
		near(t, "α of "+c.language+", wider gap", r.Wider.Alpha.Value, c.wider, 1e-4)
		if hasCode(a.Notes, RestsOnGap) != c.across || hasCode(r.Notes, GapMoves) != c.moves {
			t.Errorf("%s: notes %v, %v", c.language, a.Notes, r.Notes)
		}
	}
	var one, dF, dT []float64
	for _, e := range rs[0].Estimates {
		if e.Used {
			one, dF, dT = append(one, 0), append(dF, math.Log(float64(e.D))), append(dT, math.Log(float64(e.DT)))
		}
	}
	l, _ := parallel(one, dF, dT)
	near(t, "α of chinese, one intercept", l.slope.Value, 0.20599, 1e-4)
}

// The sizes of the Chinese runs do not determine β: by the same program it is
// −0.0585 with an intercept for each set, and its interval has 0. So the route
// over N* is taken at the published β alone, and N* of the smallest set is the
// geometric mean of 0.7176, 2.7647, 5.3005 and 16.1835, from the same program.
func TestKimFitOfFits(t *testing.T) {
	rs, err := Replicate(kim(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	zh := rs[0]
	if zh.Beta == nil || zh.Own != nil || zh.Published == nil {
		t.Fatalf("%+v", zh)
	}
	near(t, "β", zh.Beta.Value, -0.05853, 1e-3)
	if !(zh.Beta.Lo < 0 && zh.Beta.Hi > 0) || !hasCode(zh.Notes, BetaUnclear) {
		t.Errorf("β %+v, notes %v", zh.Beta, zh.Notes)
	}
	p := zh.Published
	var sets []unit.Tokens
	for _, s := range p.Steps {
		sets = append(sets, s.DF)
	}
	if want := []unit.Tokens{8192, 16384, 262144, 524288, 1048576}; !slices.Equal(sets, want) {
		t.Errorf("sets %v, want %v", sets, want)
	}
	near(t, "N* at 8192", float64(p.Steps[0].Half), math.Pow(0.7175880565*2.7647189566*5.3004692568*16.1834937563, 0.25), 1e-6)
	// Both routes see the same D_T, so they agree within their errors.
	if d := math.Abs(p.Alpha.Value - zh.Alpha.Alpha.Value); d > p.Alpha.SE+zh.Alpha.Alpha.SE {
		t.Errorf("α %+v over N*, %+v at fixed sizes", p.Alpha, zh.Alpha.Alpha)
	}
	for _, r := range rs[1:] {
		if r.Beta != nil || r.Own != nil || r.Published != nil {
			t.Errorf("%s has one size and a fit over sizes", r.Language)
		}
	}
}

// Where the law can be judged and where not, counted by another program from
// the table and the four rules of Verdict.
func TestKimVerdicts(t *testing.T) {
	rs, err := Replicate(kim(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []map[Verdict]int{
		{Holds: 5, Fails: 5, OutsideRegime: 17, CannotTell: 22},
		{Holds: 8, OutsideRegime: 4},
		{Holds: 2, OutsideRegime: 3, CannotTell: 6},
	} {
		got := map[Verdict]int{}
		for _, e := range rs[i].Estimates {
			got[e.Verdict()]++
			if e.Used && !e.Known || e.Has(GridGap) && e.Verdict() == Holds {
				t.Errorf("%+v", e)
			}
		}
		for v := Holds; v <= CannotTell; v++ {
			if got[v] != want[v] {
				t.Errorf("%s: %d %v, want %d", rs[i].Language, got[v], v, want[v])
			}
		}
	}
}

func TestOffLaw(t *testing.T) {
	runs := lawRuns(2e5, 0.2, 0.1, []unit.Params{1e7}, []unit.Tokens{8192, 16384, 65536, 262144, 1048576})
	n := len(runs) - 1
	runs[n] = worth(1e7, runs[n].D, runs[n].D+5*unit.Tokens(2e5*math.Pow(1048576, 0.2)*math.Pow(1e7, 0.1)))
	es, err := Estimates(runs, nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := FitAlpha(es[:4])
	if err != nil {
		t.Fatal(err)
	}
	f.Judge(es)
	for i, e := range es {
		if e.Has(OffLaw) != (i == 4) {
			t.Errorf("run %d: %v", i, e.Notes)
		}
	}
	near(t, "off by", es[4].Notes[len(es[4].Notes)-1].Value.Amount, 5, 1e-4)
	if !hasCode(f.Notes, FewRuns) {
		t.Errorf("four runs are enough: %v", f.Notes)
	}
}

func TestFitsRefuse(t *testing.T) {
	es, err := Estimates(lawRuns(2e3, 0.2, 0.38, []unit.Params{1e6, 4e6}, []unit.Tokens{8192}), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := FitAlpha(es); err == nil {
		t.Error("α from one set")
	}
	if _, ok := CommonBeta(es); ok {
		t.Error("β from two sizes")
	}
	if _, ok := FitTheFits(es, 0.38); ok {
		t.Error("a fit of fits from two sizes")
	}
	if _, ok := FitTheFits(es, 0); ok {
		t.Error("a fit of fits with β = 0")
	}
	if _, err := Replicate(nil, &Settings{MaxStep: 0.5}); err == nil {
		t.Error("settings that make no sense are accepted")
	}
	if rs, err := Replicate(nil, nil); err != nil || len(rs) != 0 {
		t.Errorf("no runs: %v, %v", rs, err)
	}
}
