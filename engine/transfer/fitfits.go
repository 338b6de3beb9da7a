package transfer

import (
	"math"
	"slices"

	"lossline/engine/unit"
)

// wantedSizes is how many model sizes a fine-tuning set must have to enter the
// route over N*: two make a line through anything.
const wantedSizes = 3

// Step is the fit over model sizes at one fine-tuning set, the first half of
// the paper's route (eq. C.1):
//
//	D_T/D_E = 1/(1 + (N*/N)^β)
//
// Since D_E = D_F + D_T, its logit β·(log N − log N*) is log D_T/D_F without
// approximation, so that it is a straight line.
type Step struct {
	DF    unit.Tokens
	Sizes int
	Beta  Interval    // fitted to this set alone
	Half  unit.Params // N* with the common β
	LogSE float64     // standard error of log N*; 0: not known
}

// FitOfFits is the law by the paper's route (appendix C): fits over N at each
// D_F, and then a fit of these fits over D_F,
//
//	log N* = c + m·log D_F,  α = 1 − β·m,  k = exp(−β·c)
type FitOfFits struct {
	Language string
	Beta     float64  // as given, common to the steps
	Alpha    Interval // at that β, from the scatter of N* about the line
	K        float64  // for tokens: not comparable with Table 1, which counts characters
	Steps    []Step
	Notes    []Note
}

// CommonBeta fits one β to the used estimates of es, which are of one language,
// with an intercept for each fine-tuning set of at least three sizes, so that it
// rests on no law of D_F:
//
//	log(D_T/D_F) = a_F + β·log N
//
// ok is false where no set has the sizes.
func CommonBeta(es []Estimate) (beta Interval, ok bool) {
	var dF, n, logit []float64
	for _, s := range bySet(es) {
		for _, e := range s {
			dF = append(dF, float64(e.D))
			n = append(n, math.Log(float64(e.N)))
			logit = append(logit, e.logit())
		}
	}
	l, ok := parallel(dF, n, logit)
	return l.slope, ok
}

// FitTheFits takes the paper's route through the used estimates of es, which
// are of one language, at a given β > 0. ok is false where fewer than two
// fine-tuning sets have three sizes.
func FitTheFits(es []Estimate, beta float64) (f FitOfFits, ok bool) {
	f.Beta = beta
	if !positive(beta) {
		return f, false
	}
	var one, dF, half []float64
	across, runs := 0, 0
	for _, set := range bySet(es) {
		s, logHalf := step(set, beta)
		f.Language = set[0].Language
		f.Steps = append(f.Steps, s)
		one = append(one, 0)
		dF = append(dF, math.Log(float64(s.DF)))
		half = append(half, logHalf)
		runs += len(set)
		for _, e := range set {
			if e.Has(GridGap) {
				across++
			}
		}
	}
	l, ok := parallel(one, dF, half)
	if !ok {
		return f, false
	}
	f.Alpha = l.slope.linear(1, -beta)
	f.K = math.Exp(-beta * l.intercept[0])
	f.Notes = fitNotes(across, runs)
	return f, true
}

// step fits one set: log N* is the mean of log N − logit/β over its sizes.
func step(set []Estimate, beta float64) (s Step, logHalf float64) {
	var one, n, logit []float64
	var sum, squares float64
	for _, e := range set {
		one = append(one, 0)
		n = append(n, math.Log(float64(e.N)))
		logit = append(logit, e.logit())
		h := math.Log(float64(e.N)) - e.logit()/beta
		sum += h
		squares += h * h
	}
	l, _ := parallel(one, n, logit)
	count := float64(len(set))
	logHalf = sum / count
	spread := math.Sqrt(math.Max(0, squares-count*logHalf*logHalf) / (count - 1))
	return Step{
		DF: set[0].D, Sizes: len(set), Beta: l.slope,
		Half: unit.Params(math.Exp(logHalf)), LogSE: spread / math.Sqrt(count),
	}, logHalf
}

// logit returns log(f/(1−f)) of the fraction f = D_T/D_E.
func (e Estimate) logit() float64 { return math.Log(float64(e.DT / e.D)) }

// bySet returns the used estimates by fine-tuning set, in order of data, for
// the sets that enough sizes have.
func bySet(es []Estimate) [][]Estimate {
	sets := map[unit.Tokens][]Estimate{}
	for _, e := range es {
		if e.Used {
			sets[e.D] = append(sets[e.D], e)
		}
	}
	var list [][]Estimate
	for _, s := range sets {
		if len(s) >= wantedSizes {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b []Estimate) int {
		if a[0].D < b[0].D {
			return -1
		}
		return 1
	})
	return list
}
