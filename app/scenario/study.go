package scenario

import (
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// StudyChoice is what a person chose in the sections of Pre-training that apply
// Kaplan et al. 2020 to the point looked at.
type StudyChoice struct {
	Target unit.Loss   // loss to be reached; 0: that of the run, rounded up
	Larger unit.Params // the model to grow to; 0: 8 times the point's

	BStar    string // the constant of the critical batch, printed twice
	CMin     string // the constant of L(C_min), printed twice
	Tokens   string // the tokens of the allocation: Table 6 or eq. 6.7
	Frontier string // the constants of appendix B: Table 3 or Table 5
	Slack    string // percent of compute more than the least
	Stop     string // percent above the converged loss at which usual practice stops
	Open     string // the section last opened: a link leads there
}

// The keys of the choices in links.
const (
	KeyBStar    = "kb"
	KeyCMin     = "kc"
	KeyAlloc    = "kd"
	KeyFrontier = "kf"
	KeySlack    = "slack"
	KeyStop     = "stop"
	KeyOpen     = "open"
)

// The fields of the quantities.
const (
	FieldTarget Field = "tl"
	FieldLarger Field = "n2"
)

// Sections lists the ids of the sections in the order of the page.
func Sections() []string { return studySections[1:] }

var studySections = []string{"none", "learning-curves", "batch", "overfitting", "allocation", "model-size", "crossover", "small-print", "context"}

func defaultStudy() StudyChoice {
	return StudyChoice{BStar: "2.1e8", CMin: "3.1e8", Tokens: "t6", Frontier: "t3", Slack: "20", Stop: "2", Open: "none"}
}

// targetLimits hold any loss of a language model, from well below the entropy of
// text to well above that of a uniform guess.
var targetLimits = plan.Limits{Lo: 0.1, Hi: 100}

var studyQuantities = []Quantity{
	{FieldTarget, unit.KindLoss, targetLimits, "run", func(s *Scenario) *float64 { return (*float64)(&s.Study.Target) }, ""},
	{FieldLarger, unit.KindParams, ParamsLimits, "x8", func(s *Scenario) *float64 { return (*float64)(&s.Study.Larger) }, ""},
}

var studyChoices = []Choice{
	{KeyBStar, []string{"2.1e8", "2e8"}, func(s *Scenario) *string { return &s.Study.BStar }, ""},
	{KeyCMin, []string{"3.1e8", "2.3e8"}, func(s *Scenario) *string { return &s.Study.CMin }, ""},
	{KeyAlloc, []string{"t6", "e67"}, func(s *Scenario) *string { return &s.Study.Tokens }, ""},
	{KeyFrontier, []string{"t3", "t5"}, func(s *Scenario) *string { return &s.Study.Frontier }, ""},
	{KeySlack, []string{"20", "5", "10", "50"}, func(s *Scenario) *string { return &s.Study.Slack }, ""},
	{KeyStop, []string{"2", "1", "5"}, func(s *Scenario) *string { return &s.Study.Stop }, ""},
	{KeyOpen, studySections, func(s *Scenario) *string { return &s.Study.Open }, ""},
}
