package scenario

import (
	"math"
	"testing"

	"lossline/app/job"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// besiroglu is a fit of one's own with the published coefficients, of which some
// working ones (ln E, ln A, α, ln B, β) have a standard error.
func besiroglu(se ...float64) OwnLaw {
	_, s, _ := law.SetByID("besiroglu2024.1")
	o := OwnLaw{Law: "chinchilla", N: [2]float64{5.7e7, 1.6e10}, D: [2]float64{8e8, 3e11}, Counting: float64(law.Total), Rows: 240, Digest: "0"}
	copy(o.Theta[:], s.Theta)
	for i, v := range se {
		o.Cov[i*(i+1)/2+i] = v * v
	}
	return o
}

// Adopted, a fit is a law like the published ones and the one in the sentence;
// dismissed, it leaves nothing behind.
func TestAdopt(t *testing.T) {
	s := NewState(Default())
	before := Eval(s.Scenario)
	s = Update(s, Adopt{besiroglu(0.01)})
	o := Eval(s.Scenario)
	if s.Head != plan.OwnID || !s.Shown.Has(plan.OwnID) || o.Head.Method.ID != plan.OwnID {
		t.Fatalf("head %s, shown %v, answered by %s", s.Head, s.Shown.IDs(), o.Head.Method.ID)
	}
	if o.Head.N != before.Head.N || o.Head.Loss != before.Head.Loss { // the published coefficients
		t.Errorf("own plan %+v, published %+v", o.Head, before.Head)
	}
	if len(o.Rows) != len(before.Rows)+1 {
		t.Errorf("%d laws side by side, before %d", len(o.Rows), len(before.Rows))
	}
	s = Update(s, Reset{})
	if s.Own != besiroglu(0.01) {
		t.Error("resetting the plan throws the fit away")
	}
	s = Update(Update(s, ChooseHead{plan.OwnID}), Dismiss{})
	if s.Own != (OwnLaw{}) || s.Head != Default().Head || s.Shown.Has(plan.OwnID) {
		t.Errorf("dismissed: head %s, shown %v", s.Head, s.Shown.IDs())
	}
	if s = Update(s, ChooseHead{plan.OwnID}); s.Head == plan.OwnID {
		t.Error("a fit that is not there is in the sentence")
	}
}

// A fit that divides no budget can be kept, but does not answer on Plan.
func TestAdoptWithoutFrontier(t *testing.T) {
	o := OwnLaw{Law: "kaplan-n"}
	copy(o.Theta[:], []float64{8.8e13, 0.076})
	s := Update(NewState(Default()), Adopt{o})
	if s.Head == plan.OwnID || s.Own != o || len(s.Methods()) != len(plan.Methods()) {
		t.Errorf("head %s, own %+v", s.Head, s.Own)
	}
}

// By hand: with an error σ of ln E alone, σ(ln L) = σ·E/L; of ln A alone,
// σ(ln N*) = σ/(α+β), since N* ∝ A^(1/(α+β)).
func TestOwnIntervals(t *testing.T) {
	const z, sigma = 1.959963984540054, 0.02
	s := Update(NewState(Default()), Adopt{besiroglu(sigma)})
	o := Eval(s.Scenario)
	half := z * sigma * s.Own.Theta[0] / float64(o.Head.Loss)
	checkNear(t, "upper loss", o.Own.Loss.Hi, float64(o.Head.Loss)*math.Exp(half), 1e-7)
	checkNear(t, "lower loss", o.Own.Loss.Lo, float64(o.Head.Loss)*math.Exp(-half), 1e-7)
	checkNear(t, "N without an error", o.Own.N.Hi, float64(o.Head.N), 1e-9)

	s = Update(s, Adopt{besiroglu(0, sigma)})
	o = Eval(s.Scenario)
	half = z * sigma / (s.Own.Theta[2] + s.Own.Theta[4])
	checkNear(t, "upper N", o.Own.N.Hi, float64(o.Head.N)*math.Exp(half), 1e-7)
	checkNear(t, "lower D", o.Own.D.Lo, float64(o.Head.D)*math.Exp(-half), 1e-7)

	if o = Eval(Update(s, Adopt{besiroglu()}).Scenario); o.Own != (OwnIntervals{}) {
		t.Errorf("without a covariance there are intervals: %+v", o.Own)
	}
}

func checkNear(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol*math.Abs(want)) {
		t.Errorf("%s %.10g, want %.10g", what, got, want)
	}
}

func TestPutAside(t *testing.T) {
	s := NewState(Default())
	for _, row := range []int{40, 3, 1000, 3} {
		s = Update(s, PutAside{row, true})
	}
	if s.Fit.Aside != "3.40.1000" {
		t.Errorf("aside %q", s.Fit.Aside)
	}
	if s = Update(s, PutAside{40, false}); s.Fit.Aside != "3.1000" {
		t.Errorf("aside %q", s.Fit.Aside)
	}
	if s = Update(s, Choose{KeyFitData, "gadre"}); s.Fit.Aside != "" {
		t.Error("rows of one data set are put aside in another")
	}
	for _, bad := range []string{"3.3", "5.4", "0", "x", "1..2", "1.", "-1", "01"} {
		if _, ok := ParseAside(bad); ok {
			t.Errorf("%q is read as rows", bad)
		}
	}
}

// Values are held by the symbols of the law that is fitted.
func TestRequestPins(t *testing.T) {
	s := Update(NewState(Default()), Choose{KeyFitLaw, "chinchilla"})
	s = Update(s, Typed{FieldPin(0), "1.8"})
	r := new(Work).Request(s.Scenario)
	if r.Op != job.OpFit || r.Data != "chinchilla-epoch" || r.Seed != 1 || r.Level != 0.95 || r.Bootstrap != 1000 || len(r.Pin) != 1 || r.Pin["E"] != 1.8 {
		t.Errorf("request %+v", r)
	}
	if s = Update(s, Choose{KeyFitLaw, "kaplan-nd"}); s.Fit.Pin != [8]float64{} {
		t.Error("a value held in one law is held in another")
	}
}

// A reply becomes a law with its ranges and covariance, to ten digits.
func TestOwnFrom(t *testing.T) {
	f := &job.FitReply{Law: "power-n", Rows: 9, Digest: "abc", Coefs: []job.Coef{{Value: 1.7}, {Value: 400}, {Value: 0.34}},
		Cov:    []float64{1.23456789012e-4, 0, 0.001, 0, 5, 6, 0.001, 6, 9},
		Domain: map[string]job.Range{"N": {Lo: 1e7, Hi: 1e9}}}
	o, ok := OwnFrom(f)
	if !ok || o.Cov[0] != 1.23456789e-4 || o.Cov[1] != 0 || o.Cov[2] != 5 || o.Cov[3] != 0.001 || o.Resamples != 0 || o.N != [2]float64{1e7, 1e9} || o.D != [2]float64{} {
		t.Errorf("%v %+v", ok, o)
	}
	if m := o.CovMatrix(); len(m) != 3 || m[0][2] != 0.001 || m[2][0] != 0.001 {
		t.Errorf("covariance %v", m)
	}
	f.BootCov, f.Resamples = []float64{1, 0, 0, 0, 2, 0, 0, 0, 3}, 400
	if o, ok := OwnFrom(f); !ok || o.Cov[0] != 1 || o.Cov[5] != 3 || o.Resamples != 400 {
		t.Errorf("the bootstrap's covariance does not travel: %+v", o)
	}
	f.BootCov = []float64{1, 2, 0, 2, 1, 0, 0, 0, 3} // of no samples
	if o, ok := OwnFrom(f); !ok || o.CovMatrix() != nil || o.Resamples != 0 || o.Theta[0] != 1.7 {
		t.Errorf("a covariance that is none: %v %+v", ok, o)
	}
	a := &job.FitReply{Law: ApproachIsoFLOP, Rows: 9, Approach: &job.Approach{Coef: 0.1, A: job.Interval{Value: 0.5}}}
	if o, ok := OwnFrom(a); !ok || !o.Plans() {
		t.Errorf("approach 2: %v %+v", ok, o)
	} else if m, _ := o.Method(); plan.Allocate(m, 1e20, plan.Options{}).N != unit.Params(0.1*1e10) {
		t.Errorf("approach 2 gives %g parameters", float64(plan.Allocate(m, 1e20, plan.Options{}).N))
	}
	if _, ok := OwnFrom(nil); ok {
		t.Error("a law from nothing")
	}
}

// A link whose runs did not fit into it keeps what it says of the fit until the
// runs come; other runs begin anew.
func TestTakeRuns(t *testing.T) {
	s := NewState(Default())
	s.Fit.Data, s.Fit.Law, s.Fit.Aside, s.Fit.Pin[0] = OwnData, "chinchilla", "7", 1.8
	s = Update(s, TakeRuns{Rows: "N,D,loss\n1,2,3"})
	if s.Fit.Law != "chinchilla" || s.Fit.Aside != "7" || s.Fit.Pin[0] != 1.8 || s.Fit.Rows == "" {
		t.Errorf("the link's fit became %+v", s.Fit)
	}
	s = Update(s, TakeRuns{Rows: "N,D,loss\n4,5,6"})
	if s.Fit.Law != "" || s.Fit.Aside != "" || s.Fit.Pin[0] != 0 {
		t.Errorf("other runs are fitted as those before: %+v", s.Fit)
	}
}
