// Package plan turns a compute budget into training plans, one for each method
// of allocation, and says for each how far it can be trusted.
//
//	Budget      FLOPs, or accelerators × time × utilisation
//	Method      a published way to divide a budget: which laws give N, D, B, S, L
//	Allocation  what a Method answers, with warnings as values
//	Accelerators the dense bf16 peaks by which hardware becomes FLOPs
//
// Compute is counted as C = 6·N·D (Kaplan et al. 2020, section 2.1): two FLOPs
// a parameter and token forwards, four backwards, attention over the context
// left out.
package plan
