package scenario

import (
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// AskChoice is what the Plan page starts from: a budget, a loss to reach, or the
// data that there is.
type AskChoice struct {
	Given  string    // "compute", "loss" or "data"
	Target unit.Loss // the loss to reach
	// Data is the text that there is, 0 for as much as one likes. A budget with
	// little data is a question of its own.
	Data          unit.Bytes
	Text          string  // what the data is: "english", "chinese" or "code"
	BytesPerToken float64 // 0: the usual one for Text
}

// The values of AskChoice.Given.
const (
	GivenCompute = "compute"
	GivenLoss    = "loss"
	GivenData    = "data"
)

// The values of AskChoice.Text.
const (
	English = "english"
	Chinese = "chinese"
	Code    = "code"
)

func defaultAsk() AskChoice { return AskChoice{Given: GivenCompute, Target: 2, Text: English} }

// The fields of what is asked.
const (
	FieldGoal          Field = "l"
	FieldData          Field = "gb"
	FieldBytesPerToken Field = "bpt"
)

var askQuantities = []Quantity{
	{FieldGoal, unit.KindLoss, plan.Limits{Lo: 0.5, Hi: 12}, "", func(s *Scenario) *float64 { return (*float64)(&s.Ask.Target) }, ""},
	{FieldData, unit.KindBytes, plan.Limits{Lo: 1e4, Hi: 1e18}, "any", func(s *Scenario) *float64 { return (*float64)(&s.Ask.Data) }, ""},
	{FieldBytesPerToken, unit.KindBytes, plan.Limits{Lo: 0.5, Hi: 30}, "usual", func(s *Scenario) *float64 { return &s.Ask.BytesPerToken }, ""},
}

var askChoices = []Choice{
	{"ask", []string{GivenCompute, GivenLoss, GivenData}, func(s *Scenario) *string { return &s.Ask.Given }, ""},
	{"txt", []string{English, Chinese, Code}, func(s *Scenario) *string { return &s.Ask.Text }, ""},
}

// usualBytes are the bytes of text that one token stands for, where nobody
// measured. English: Kaplan et al. 2020, section 2.3: 96 GB are 22.9 billion
// tokens (grade A for WebText2). Chinese and code: round assumptions for
// vocabularies that were trained on them (grade C); they differ by half between
// tokenizers, so the page lets everybody put in their own.
var usualBytes = map[string]float64{English: 96.0 / 22.9, Chinese: 4.5, Code: 3.3}

// DefaultData stands in where one starts from data and has not said how much.
const DefaultData unit.Bytes = 30e9

// BytesPerToken is the assumption in force.
func (s Scenario) BytesPerToken() float64 {
	if s.Ask.BytesPerToken > 0 {
		return s.Ask.BytesPerToken
	}
	return usualBytes[s.Ask.Text]
}

// DataBytes is the text that there is, 0 for no limit.
func (s Scenario) DataBytes() unit.Bytes {
	if s.Ask.Data == 0 && s.Ask.Given == GivenData {
		return DefaultData
	}
	return s.Ask.Data
}

// DataTokens is the text that there is in tokens, 0 for no limit.
func (s Scenario) DataTokens() unit.Tokens {
	return unit.Tokens(float64(s.DataBytes()) / s.BytesPerToken())
}

// budgetFor is the compute that the method needs for what is given.
func (s Scenario) budgetFor(m plan.Method) (unit.FLOPs, error) {
	switch s.Ask.Given {
	case GivenLoss:
		return plan.BudgetForLoss(m, s.Ask.Target, s.Options())
	case GivenData:
		return plan.BudgetForTokens(m, s.DataTokens(), s.Options())
	}
	return s.Compute(), nil
}

// Options are what was decided about every plan of the scenario.
func (s Scenario) Options() plan.Options { return plan.Options{Kaplan: s.Kaplan, Batch: s.Batch} }
