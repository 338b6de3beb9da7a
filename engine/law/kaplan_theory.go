package law

// Exponents say how compute-optimal training grows with the compute C_min:
// L ~ C^(−Loss), N ~ C^N, B ~ C^B, S ~ C^S, D ~ C^D.
type Exponents struct {
	Loss, N, B, S, D float64
}

// KaplanTheory derives the exponents from those of the learning curve and of the
// critical batch (Kaplan et al. 2020, eq. 6.4, 6.5 and B.7):
//
//	α_C = 1/(1/α_S + 1/α_B + 1/α_N)    p_N = α_C/α_N    p_B = α_C/α_B    p_S = α_C/α_S
//
// and p_D = p_B + p_S since D = B·S. They add up: p_N + p_B + p_S = 1. NaN or
// infinite values go through.
func KaplanTheory(aN, aB, aS float64) Exponents {
	aC := 1 / (1/aS + 1/aB + 1/aN)
	return Exponents{Loss: aC, N: aC / aN, B: aC / aB, S: aC / aS, D: aC/aB + aC/aS}
}

// What the paper prints for these exponents, which its own constants do not all
// give: they make α_C 0.0520 (Table 5) or 0.0525 (Table 3) and p_N 0.68.
const (
	KaplanAlphaCEq64 = 0.054 // eq. 6.4
	KaplanAlphaCEqB7 = 0.052 // eq. B.7
	KaplanPNEq65     = 0.71  // eq. 6.5
)

// KaplanDataExponent is how the data that forestall overfitting grow with
// C_min: D ~ N^0.74 ~ C_min^0.54 (eq. 6.6), faster than the data that
// compute-optimal training uses, C_min^0.27.
const KaplanDataExponent = 0.54
