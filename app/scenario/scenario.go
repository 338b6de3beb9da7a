// Package scenario has what a person chose and what follows from it, without a
// screen: Scenario, the messages that change it, the pure Update, and Eval.
package scenario

import (
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Methods is a set of methods of allocation, by their place in plan.Methods.
// It is a bit set so that a Scenario stays comparable.
type Methods uint32

// Has reports whether the method with the given ID is in the set.
func (m Methods) Has(id string) bool { return m&bit(id) != 0 }

// With returns the set with the method added or, where on is false, removed.
func (m Methods) With(id string, on bool) Methods {
	if on {
		return m | bit(id)
	}
	return m &^ bit(id)
}

// IDs lists the members in the order of plan.Methods.
func (m Methods) IDs() []string {
	var ids []string
	for _, x := range plan.Methods() {
		if m.Has(x.ID) {
			ids = append(ids, x.ID)
		}
	}
	if m.Has(plan.OwnID) {
		ids = append(ids, plan.OwnID)
	}
	return ids
}

func bit(id string) Methods {
	if id == plan.OwnID {
		return 1 << 31
	}
	for i, x := range plan.Methods() {
		if x.ID == id {
			return 1 << i
		}
	}
	return 0
}

// Page names a screen. The names are part of links.
type Page string

// The pages.
const (
	Plan        Page = "plan"
	Pretraining Page = "pretraining"
	Transfer    Page = "transfer"
	Shape       Page = "shape"
	Fit         Page = "fit"
	Guide       Page = "guide"
)

// Pages lists the pages in the order of the navigation.
func Pages() []Page { return []Page{Plan, Pretraining, Transfer, Shape, Fit, Guide} }

// Scenario is everything that a person chose and that results depend on. Two
// scenarios with == give the same numbers on any machine.
type Scenario struct {
	Budget plan.Budget
	Head   string  // ID of the method whose answer stands in the sentence
	Shown  Methods // the methods side by side; Head is always among them
	Kaplan plan.KaplanBudget
	Batch  unit.Tokens // per batch; 0: by rule

	// The point looked at on Pre-training. Zero: where Head's plan lies.
	N unit.Params
	D unit.Tokens

	Ask      AskChoice
	Study    StudyChoice
	Transfer TransferChoice
	Shape    ShapeChoice
	Fit      FitChoice
	Guide    GuideChoice
	Own      OwnLaw // a fit of one's own that stands beside the published laws
	Lanes    string // plans pinned for comparison, as links have them: share.Lanes reads them
	Why      string // the number that is explained, by WhyKey; "" for none
}

// Default is the scenario of a first visit: Chinchilla's own budget.
func Default() Scenario {
	return Scenario{
		Budget: plan.Budget{FLOPs: 5.76e23},
		Head:   "besiroglu2024.1",
		Shown:  firstShown(),

		Ask:      defaultAsk(),
		Study:    defaultStudy(),
		Transfer: defaultTransfer(),
		Shape:    defaultShape(),
		Fit:      defaultFit(),
		Guide:    defaultGuide(),
	}
}

// firstShown are the methods of the catalogue that a first visit shows.
func firstShown() Methods {
	var ms Methods
	for _, m := range plan.Methods() {
		ms = ms.With(m.ID, m.First)
	}
	return ms
}

// Compute is the scenario's budget in FLOPs.
func (s Scenario) Compute() unit.FLOPs {
	c, err := s.Budget.Total()
	if err != nil { // Update and share let no unknown accelerator in
		return 0
	}
	return c
}
