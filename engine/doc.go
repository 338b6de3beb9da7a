// Package engine is the map of Lossline's engine: what can be computed, where
// it stands, and by which symbols. The package has no code.
//
// # Symbols
//
//	N   parameters; always with its counting, non-embedding or total
//	D   training tokens                  B   tokens per batch
//	C   compute in FLOP, an amount       S   parameter updates
//	L   loss in nats per token           T   position in the context
//	D_F fine-tuning data, characters     D_T data that a pre-training is worth
//	θ   the coefficients of a law
//
// # Formulas
//
//	C = 6·N·D = 6·N·B·S                               law, plan
//	L = E + A/N^α + B/D^β                             law.Chinchilla
//	L = [(N_c/N)^(α_N/α_D) + D_c/D]^α_D               law.KaplanND
//	L = (N_c/N)^α_N, (D_c/D)^α_D, (C_c/C)^α_C         law.KaplanN, KaplanD, KaplanC, KaplanCMin
//	L = (N_c/N)^α_N + (S_c/S_min)^α_S                 law.KaplanNS
//	L = E + A/x^α                                     law.PowerN, PowerD, PowerC
//	L = E + (a·M^η + b·M^−η)·C^−η,  M = D/N           law.OverTraining
//	Err = ε − k·exp(−γL)                              law.ErrorOfLoss
//	L = E + B/(D_l + D^β)                             law.Rectified
//	B_crit = B_*/L^(1/α_B)                            law.CriticalBatch
//	N_opt ∝ C^a                                       law.PowerAllocation, law.KaplanAllocation
//	N_T = N + γ·N^(1/3), and the exponent without γ   law.TotalParams, law.PearceFit
//	D_T = k·D_F^α·N^β                                 transfer
//	N = Σ over matrices                               shape
//	min over θ of Σ w·ρ(ln f(x; θ) − ln y)            fit
//	ln N* = ln k + a·ln C                             isoflop
//
// # Packages
//
// A package may import those to its left only:
//
//	unit < cite < law < dataset, shape, transfer < isoflop, fit, plan < trial
//	num < law
//
//	num       exponentials and logarithms with the same digits on every machine
//	unit      quantities as types; their parser and printer
//	cite      sources, places in them, evidence grades, BibTeX
//	law       scaling laws as data: formula, coefficients, published sets
//	dataset   real training runs as data, with licence and caveats; reader of users' tables
//	shape     layers, widths and heads: exact counts, advice, evidence
//	transfer  what a pre-training is worth on a new domain
//	fit       the coefficients of a law from runs, and how sure they are
//	isoflop   approaches 1 and 2: the best size at each compute
//	plan      a budget divided: methods, allocations, hardware, warnings
//	trial     fits judged: back-test, comparison of families, what to train next
//
// Every number carries a cite.Ref and a cite.Grade; every way to be wrong is a
// value (a warning with a code and arguments) or an error that names the place.
package engine
