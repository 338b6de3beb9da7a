package text

import "lossline/engine/law"

// WhyText is the card that says why a number is what it is.
type WhyText struct {
	Ask    string // on a number that can be asked
	Title  string // {0} quantity {1} value {2} law
	Yours  string // the formula with values
	Exact  string // a count, which no law has to fit
	Grades string // {0} to {3} what the grades A, B, C and U mean

	Range                string
	Inside, Above, Below string // {0} symbol and value {1} factor {2} lowest {3} highest

	Interval, NoInterval, CoefIntervals string
	OwnInterval, JointInterval          string // {0} lowest {1} highest {2} level

	Changes                              string
	ColChange, ColThen, ColElasticity    string
	More                                 string // {0} share {1} what
	SE                                   string // {0} coefficient {1} standard error
	Coef                                 string // {0} coefficient {1} share
	Together, NoSE                       string
	Compute, Params, Tokens, Batch, Loss string // what one chooses
	Target                               string // what one has of target data
}

// GradesSaid is what each evidence grade means.
func (t *Strings) GradesSaid() string {
	return Fill(t.Why.Grades, t.GradeA, t.GradeB, t.GradeC, t.GradeU)
}

// Lever is what one may choose, in words; the symbol itself for what has none.
func (t *Strings) Lever(symbol string) string {
	switch symbol {
	case string(law.C):
		return t.Why.Compute
	case string(law.N):
		return t.Why.Params
	case string(law.D):
		return t.Why.Tokens
	case string(law.B):
		return t.Why.Batch
	case string(law.L):
		return t.Why.Loss
	case "D_F":
		return t.Why.Target
	}
	return symbol
}

// Signed is a relative change in percent with its sign, in two digits where it
// is small.
func (t *Strings) Signed(v float64) string {
	if v < 0 {
		return "−" + t.SmallShare(-v)
	}
	return "+" + t.SmallShare(v)
}
