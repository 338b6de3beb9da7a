// Package transfer answers what a pre-training is worth: how many characters
// of target data it replaces, what loss fine-tuning reaches beside training
// from scratch, and where the two meet (Hernandez et al. 2021).
//
// The quantities, all for one model size N (non-embedding parameters) and
// counted in characters of the target distribution:
//
//	D_F  fine-tuning data: what the user has
//	D_T  effective data transferred: the data that a from-scratch model of the
//	     same size would need on top of D_F to reach the fine-tuned loss
//	D_E  effective data, D_E = D_F + D_T (eq. B.1)
//	D(N) target data at which from-scratch training has 99 % of the
//	     performance of infinite data
//
// The law, fitted for D_F ≤ 0.1·D(N), is D_T = k·D_F^α·N^β (eq. 1.1). It needs
// no loss: Set has it with everything that follows from it alone. Losses,
// regimes and compute need the from-scratch law L(N,D) of the target as well,
// whose constants the paper does not give: Losses joins a Set to a Scratch,
// which is the user's own fit or a placeholder that says so.
//
//	set.go       Set: D_T, D_E, multiplier, fraction, their contours; the published sets
//	exchange.go  N against D_F, and one source against another
//	base.go      Scratch, Base: from-scratch law in Kaplan's form; WebText2 placeholder
//	lawbase.go   LawBase: any law of N and D as the from-scratch law
//	losses.go    Losses: fine-tuned and from-scratch loss, gap, break-even, eq. 6.1
//	regime.go    D(N), low-data regime, ossification
//	compute.go   compute to reach a loss with and without pre-training
//	advise.go    fine-tune, train from scratch or collect data
//	note.go      Note: reasons and warnings as values
//	kim.go       Run: the runs of Kim 2021, English to three languages
//	curve.go     from-scratch curves and D(N) of them
//	estimate.go  Estimate: D_T of a run, and whether the law holds at it
//	alpha.go, fitfits.go, report.go
//	             α and β of the estimates, and all of it by language
//
// Formula methods return NaN for arguments that are not positive and finite;
// the entry points (Losses.Advise, Losses.Compute, ParseKim, Replicate) check
// their input and return an error that names the place.
package transfer
