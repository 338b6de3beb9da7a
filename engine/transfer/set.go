package transfer

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/unit"
)

// Range is a closed interval of positive numbers. The zero Range is unknown.
type Range struct{ Lo, Hi float64 }

// Factor says how far x lies outside r: x/Hi above it, Lo/x below it, and 1
// inside it or where r is unknown.
func (r Range) Factor(x float64) float64 {
	switch {
	case r == Range{}:
		return 1
	case x > r.Hi:
		return x / r.Hi
	case x < r.Lo:
		return r.Lo / x
	}
	return 1
}

// Set is one choice of the coefficients of
//
//	D_T = k·D_F^α·N^β   (Hernandez et al. 2021, eq. 1.1)
//
// for a source of pre-training data and a target. D_F and D_T are characters
// of the target and N counts non-embedding parameters. The ID, once released,
// is part of links and is never given to other values.
type Set struct {
	ID     string
	Source string // what was pre-trained on, English, translated by app/text
	Target string // what is fine-tuned on
	K      float64
	Alpha  float64 // directed proximity of source and target: smaller is closer
	Beta   float64 // of architecture and target: the same for both published sources

	Pretrain unit.Chars // size of the pre-training set; 0: not stated
	N, DF    Range      // where it was fitted
	Ref      cite.Ref
	Grade    cite.Grade
	Note     string // English, translated by app/text
}

// The paper prints spans, not the sizes it ran: four orders of magnitude in N
// and three in D_F (Fig. 2). Their ends follow from section 6.2, where a model
// of GPT-3's size and one character lie two orders of magnitude above the
// largest N and five below the smallest D_F.
var (
	fittedN  = Range{1e5, 1e9}
	fittedDF = Range{1e5, 1e8}
)

const fittedNote = "The ends of the fitted range are inferred from the spans that the paper states; " +
	"within it the law was fitted only where D_F is at most a tenth of D(N)."

// TextToPython is the published set for pre-training on natural language.
func TextToPython() Set {
	return Set{
		ID: "hernandez2021.text", Source: "text", Target: "Python",
		K: 1.9e4, Alpha: 0.18, Beta: 0.38,
		Pretrain: 24e9, // section 2
		N:        fittedN, DF: fittedDF,
		Ref:   cite.Ref{Source: cite.Hernandez2021, Where: "eq. 1.1, Table 1"},
		Grade: cite.GradeA, Note: fittedNote,
	}
}

// MixToPython is the published set for pre-training on equal parts of natural
// language and code in languages other than Python. How much of either was
// read is not stated.
func MixToPython() Set {
	return Set{
		ID: "hernandez2021.mix", Source: "50 % text, 50 % non-Python code", Target: "Python",
		K: 2.1e5, Alpha: 0.096, Beta: 0.38,
		N: fittedN, DF: fittedDF,
		Ref:   cite.Ref{Source: cite.Hernandez2021, Where: "eq. 1.1, Table 1"},
		Grade: cite.GradeA, Note: fittedNote,
	}
}

// Sets lists the published sets in the order of the paper's Table 1.
func Sets() []Set { return []Set{TextToPython(), MixToPython()} }

// Check returns an error that names the first coefficient of s that makes no
// law: k > 0, 0 < α < 1 and β > 0 are needed.
func (s Set) Check() error {
	switch {
	case !positive(s.K):
		return &InputError{"k", s.K, mustBePositive}
	case !(s.Alpha > 0 && s.Alpha < 1):
		return &InputError{"α", s.Alpha, "above 0 and below 1"}
	case !positive(s.Beta):
		return &InputError{"β", s.Beta, mustBePositive}
	}
	return nil
}

// perChar is D_T/D_F = k·N^β·D_F^(α−1), on which everything else rests.
func (s Set) perChar(n unit.Params, dF unit.Chars) float64 {
	if !positive(float64(n)) || !positive(float64(dF)) {
		return math.NaN()
	}
	return s.K * math.Pow(float64(n), s.Beta) * math.Pow(float64(dF), s.Alpha-1)
}

// Transferred returns D_T = k·D_F^α·N^β, eq. 1.1: the worth of the pre-training
// in characters of target data.
func (s Set) Transferred(n unit.Params, dF unit.Chars) unit.Chars {
	return unit.Chars(s.perChar(n, dF)) * dF
}

// Effective returns D_E = D_F + D_T, eq. B.1.
func (s Set) Effective(n unit.Params, dF unit.Chars) unit.Chars {
	return dF + s.Transferred(n, dF)
}

// Multiplier returns (D_F + D_T)/D_F, the left side of eq. 1.2, which is exact.
func (s Set) Multiplier(n unit.Params, dF unit.Chars) float64 {
	return 1 + s.perChar(n, dF)
}

// LowDataMultiplier returns D_T/D_F = k·N^β/D_F^(1−α), the right side of
// eq. 1.2, which is close where D_F ≪ D_T. It is always Multiplier − 1.
func (s Set) LowDataMultiplier(n unit.Params, dF unit.Chars) float64 {
	return s.perChar(n, dF)
}

// Fraction returns D_T/D_E, the share of the effective data that comes from the
// pre-training, eq. B.2:
//
//	k·D_F^(α−1)·N^β / (1 + k·D_F^(α−1)·N^β)
func (s Set) Fraction(n unit.Params, dF unit.Chars) float64 {
	return 1 / (1 + 1/s.perChar(n, dF))
}

// ParamsAt returns the N at which the Multiplier of dF is m > 1; a Fraction f is
// the multiplier 1/(1−f). It is the contour of either over (N, D_F):
//
//	N = [(m−1)·D_F^(1−α)/k]^(1/β)
func (s Set) ParamsAt(dF unit.Chars, m float64) unit.Params {
	if !positive(float64(dF)) || !positive(m-1) {
		return unit.Params(math.NaN())
	}
	return unit.Params(math.Pow((m-1)*math.Pow(float64(dF), 1-s.Alpha)/s.K, 1/s.Beta))
}

// Half returns N*, the size at which half of the effective data is transferred:
// the multiplier is 2 and D_T = D_F (eq. C.1).
func (s Set) Half(dF unit.Chars) unit.Params { return s.ParamsAt(dF, 2) }

// DataAt returns the D_F at which the Multiplier of size n has sunk to m > 1:
//
//	D_F = [k·N^β/(m−1)]^(1/(1−α))
//
// Above it pre-training adds less than the share m−1 to the data.
func (s Set) DataAt(n unit.Params, m float64) unit.Chars {
	if !positive(float64(n)) || !positive(m-1) {
		return unit.Chars(math.NaN())
	}
	return unit.Chars(math.Pow(s.K*math.Pow(float64(n), s.Beta)/(m-1), 1/(1-s.Alpha)))
}

// ZeroShot returns the worth of the pre-training before any fine-tuning, read
// as the paper does in section 6.2: D_T at D_F = 1 character. The authors call
// it speculative; it lies five orders of magnitude below the data of the fit.
func (s Set) ZeroShot(n unit.Params) unit.Chars { return s.Transferred(n, 1) }

// FineTuningData returns the D_F whose effective data is dE: the inverse of
// Effective in D_F. A result below one character means that the pre-trained
// model has that effective data untouched.
func (s Set) FineTuningData(n unit.Params, dE unit.Chars) unit.Chars {
	if !positive(float64(n)) || !positive(float64(dE)) {
		return unit.Chars(math.NaN())
	}
	// D_T alone reaches dE, and then half of dE, at these D_F.
	worth := s.K * math.Pow(float64(n), s.Beta)
	alone := func(d float64) float64 { return math.Pow(d/worth, 1/s.Alpha) }
	hi := math.Min(float64(dE), alone(float64(dE)))
	lo := math.Min(float64(dE)/2, alone(float64(dE)/2))
	if lo == 0 {
		return 0 // below the smallest float: the pre-training alone is worth dE
	}
	return unit.Chars(root(lo, hi, func(d float64) float64 {
		return float64(s.Effective(n, unit.Chars(d)) - dE)
	}))
}
