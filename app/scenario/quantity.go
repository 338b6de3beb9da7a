package scenario

import (
	"slices"

	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Field names an input of a quantity. It is the quantity's key in links too.
type Field string

// FieldBudget is the one input that is no plain quantity: it takes FLOPs or
// hardware, and has a reader of its own.
const FieldBudget Field = "c"

// Quantity is a number that a person may set: where it stands in a Scenario,
// what its text may say, and how links write it. Adding one is a field of the
// Scenario and a row here.
type Quantity struct {
	Field  Field
	Kind   unit.Kind
	Limits plan.Limits
	Unset  string // how links write "nobody chose", which is 0 in the Scenario; "" if it is always set
	At     func(*Scenario) *float64
	Page   Page // the one page that it is about; "" for what every page depends on
}

// Quantities lists every quantity, page by page.
func Quantities() []Quantity { return quantities }

var quantities = slices.Concat(pointQuantities, askQuantities,
	quantitiesOf(Pretraining, studyQuantities), quantitiesOf(Transfer, transferQuantities), quantitiesOf(Shape, shapeQuantities), quantitiesOf(Fit, fitQuantities), quantitiesOf(Guide, guideQuantities))

func quantitiesOf(p Page, qs []Quantity) []Quantity {
	for i := range qs {
		qs[i].Page = p
	}
	return qs
}

// pointQuantities are those of Plan and Pre-training.
var pointQuantities = []Quantity{
	{FieldBatch, unit.KindTokens, BatchLimits, "rule", func(s *Scenario) *float64 { return (*float64)(&s.Batch) }, ""},
	{FieldParams, unit.KindParams, ParamsLimits, "opt", func(s *Scenario) *float64 { return (*float64)(&s.N) }, ""},
	{FieldTokens, unit.KindTokens, TokensLimits, "opt", func(s *Scenario) *float64 { return (*float64)(&s.D) }, ""},
}

// The fields of Plan and Pre-training.
const (
	FieldBatch  Field = "b"
	FieldParams Field = "n"
	FieldTokens Field = "d"
)

// The values that fields and links accept: wide enough for any question that a
// scaling law can be asked, narrow enough that no power of them overflows.
var (
	ParamsLimits = plan.Limits{Lo: 1e3, Hi: 1e18}
	TokensLimits = plan.Limits{Lo: 1e3, Hi: 1e20}
	BatchLimits  = plan.Limits{Lo: 1, Hi: 1e12}
)

// quantity finds a quantity and its place among the drafts.
func quantity(f Field) (q Quantity, place int, ok bool) {
	for i, q := range quantities {
		if q.Field == f {
			return q, i + 1, true
		}
	}
	return Quantity{}, 0, false
}

// Choice is one of a few named values. The first is the default.
type Choice struct {
	Key    string // in links
	Values []string
	At     func(*Scenario) *string
	Page   Page // the one page that it is about; "" for what every page depends on
}

// Choices lists every choice, page by page.
func Choices() []Choice { return choices }

var choices = slices.Concat(askChoices,
	choicesOf(Pretraining, studyChoices), choicesOf(Transfer, transferChoices), choicesOf(Shape, shapeChoices), choicesOf(Fit, fitChoices), choicesOf(Guide, guideChoices))

func choicesOf(p Page, cs []Choice) []Choice {
	for i := range cs {
		cs[i].Page = p
	}
	return cs
}

// choice finds a choice by its key.
func choice(key string) (Choice, bool) {
	for _, c := range choices {
		if c.Key == key {
			return c, true
		}
	}
	return Choice{}, false
}
