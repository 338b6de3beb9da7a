package en

import (
	"lossline/app/text"
)

func init() { Strings.Why = whyText }

var whyText = text.WhyText{
	Ask:    "Why this number?",
	Title:  "Why {1}? {0}, {2}",
	Yours:  "With these values",
	Exact:  "An exact count: no law was fitted, so that there is no interval and nothing to extrapolate.",
	Grades: "Grades of evidence: A {0}; B {1}; C {2}; U {3}.",

	Range:  "Fitted range",
	Inside: "{0}: inside the fitted range, {2} to {3}",
	Above:  "{0}: {1} beyond the largest run, {3}",
	Below:  "{0}: {1} below the smallest run, {2}",

	Interval:      "Interval",
	NoInterval:    "No interval was published.",
	CoefIntervals: "No interval was published for this number; those of the coefficients are below.",
	JointInterval: "{0} to {1}, {2}, from all coefficients together: 4,000 resamples of the 240 runs, fitted by Huber (grade B; computed here). The published values minimise absolute deviations, so they need not lie in the middle.",
	OwnInterval:   "{0} to {1}, {2}, by the covariance of the fit",

	Changes:   "What would change it most",
	ColChange: "If there is", ColThen: "then", ColElasticity: "Elasticity",
	More:     "{0} more {1}",
	SE:       "one standard error more of {0} (+{1})",
	Coef:     "{1} more of {0}",
	Together: "Elasticity: by how many percent the number changes for one percent. Each is changed alone; coefficients that were fitted together move together, so that one standard error of one alone overstates.",
	NoSE:     "Coefficients are changed by 1%.",
	Compute:  "compute C", Params: "parameters N", Tokens: "tokens D", Batch: "batch B", Loss: "loss L", Target: "target data D_F",
}
