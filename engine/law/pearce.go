package law

import (
	"fmt"
	"math"

	"lossline/engine/cite"
	"lossline/engine/unit"
)

// PearceGamma is the γ of Pearce & Song 2024, for a vocabulary of 32e3 tokens and
// an aspect ratio d_model/n_layer of 39.2.
const PearceGamma = 47491

// PearceRef is the source of the conversion between the countings of N.
var PearceRef = cite.Ref{Source: cite.Pearce2024, Where: "relation of total and non-embedding parameters"}

// PearceGammaFor returns γ = V·(aspect/12)^(1/3) for a vocabulary of V tokens
// and an aspect ratio d_model/n_layer, from N = 12·n_layer·d_model² and an
// embedding of V·d_model. NaN for a negative aspect.
func PearceGammaFor(vocab, aspect float64) float64 {
	if aspect < 0 {
		return math.NaN()
	}
	return vocab * math.Cbrt(aspect/12)
}

// TotalParams returns the total number of parameters of a model with n
// non-embedding ones (Pearce & Song 2024):
//
//	N_T = N + γ·N^(1/3)
//
// It is an error unless n is positive and γ is not negative.
func TotalParams(n unit.Params, gamma float64) (unit.Params, error) {
	if err := pearceCheck("non-embedding parameters", n, gamma); err != nil {
		return 0, err
	}
	return n + unit.Params(gamma*math.Cbrt(float64(n))), nil
}

// NonEmbeddingParams is the inverse of TotalParams: x³ + γ·x = N_T has the one
// real root
//
//	x = 2·√(γ/3)·sinh(asinh((3/(2γ))·√(3/γ)·N_T)/3),  N = x³
//
// The errors are those of TotalParams.
func NonEmbeddingParams(total unit.Params, gamma float64) (unit.Params, error) {
	if err := pearceCheck("total parameters", total, gamma); err != nil {
		return 0, err
	}
	if cube := math.Cbrt(float64(total)); gamma < 1e-17*cube*cube {
		return total, nil // the embedding is lost in rounding; γ may be 0
	}
	m := math.Sqrt(gamma / 3)
	x := 2 * m * math.Sinh(math.Asinh(float64(total)/(2*m*m*m))/3)
	return unit.Params(x * x * x), nil
}

func pearceCheck(what string, n unit.Params, gamma float64) error {
	if !(n > 0) || math.IsInf(float64(n), 0) {
		return fmt.Errorf("%s = %g: want a positive finite number", what, float64(n))
	}
	if !(gamma >= 0) || math.IsInf(gamma, 0) {
		return fmt.Errorf("γ = %g: want a finite number, 0 or above", gamma)
	}
	return nil
}
