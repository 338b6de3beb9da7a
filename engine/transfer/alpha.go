package transfer

import (
	"errors"
	"math"

	"lossline/engine/unit"
)

// wantedRuns is how many runs a fit should have before it is trusted: three
// more than its two coefficients.
const wantedRuns = 5

// offFactor is the distance from the fitted law that counts as off it. The
// paper's own worked example, Fig. 1, is a factor of 2 off its Table 1.
const offFactor = 2

// AlphaFit is α of one language, measured at fixed sizes:
//
//	log D_T = κ_N + α·log D_F
//
// by least squares with one α and an intercept κ_N = log(k·N^β) for each size,
// so that it rests on no law of N. The interval has the scatter of the runs
// only; what interpolating across a gap adds is named in the notes.
type AlphaFit struct {
	Language string
	Alpha    Interval
	Sizes    []SizeFit
	Sigma    float64 // standard deviation of log D_T about the law; 0: not known
	Runs     int
	Notes    []Note
}

// SizeFit is the law at one size: D_T = Worth·D_F^α, in tokens.
type SizeFit struct {
	N     unit.Params
	Worth float64 // k·N^β
}

var errFewSets = errors.New("transfer: no model size has two usable fine-tuning sets to fit α on")

// FitAlpha fits α to the used estimates of es, which are of one language.
func FitAlpha(es []Estimate) (AlphaFit, error) {
	var f AlphaFit
	var n, dF, dT []float64
	across := 0
	for _, e := range es {
		if !e.Used {
			continue
		}
		f.Language = e.Language
		n = append(n, float64(e.N))
		dF = append(dF, math.Log(float64(e.D)))
		dT = append(dT, math.Log(float64(e.DT)))
		if e.Has(GridGap) {
			across++
		}
	}
	l, ok := parallel(n, dF, dT)
	if !ok {
		return AlphaFit{}, errFewSets
	}
	f.Alpha, f.Sigma, f.Runs = l.slope, l.sigma, len(dT)
	for _, e := range es { // in the order of es, each size once
		worth, ok := l.intercept[float64(e.N)]
		if last := len(f.Sizes) - 1; ok && (last < 0 || f.Sizes[last].N != e.N) {
			f.Sizes = append(f.Sizes, SizeFit{e.N, math.Exp(worth)})
		}
	}
	f.Notes = fitNotes(across, f.Runs)
	return f, nil
}

// fitNotes says what the interval of a fit leaves out.
func fitNotes(across, runs int) []Note {
	var notes []Note
	if across > 0 {
		notes = append(notes, Note{RestsOnGap, count(across), count(runs)})
	}
	if runs < wantedRuns {
		notes = append(notes, Note{FewRuns, count(runs), count(wantedRuns)})
	}
	return notes
}

// Transferred returns D_T of the fitted law, and whether it has the size n.
func (f AlphaFit) Transferred(n unit.Params, dF unit.Tokens) (unit.Tokens, bool) {
	for _, s := range f.Sizes {
		if s.N == n {
			return unit.Tokens(s.Worth * math.Pow(float64(dF), f.Alpha.Value)), true
		}
	}
	return 0, false
}

// Judge adds OffLaw to the estimates of a positive D_T that is more than a
// factor of 2 from the fitted law, whether or not they are in the fit.
func (f AlphaFit) Judge(es []Estimate) {
	for i, e := range es {
		law, ok := f.Transferred(e.N, e.D)
		if !ok || !e.Known || e.DT <= 0 {
			continue
		}
		if off := float64(e.DT / law); off > offFactor || off < 1.0/offFactor {
			es[i].Notes = append(e.Notes, Note{OffLaw, ratio(off), ratio(offFactor)})
		}
	}
}
