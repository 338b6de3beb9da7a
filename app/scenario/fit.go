package scenario

import (
	"strconv"
	"strings"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// FitChoice is what a person chose on the Fit page: runs, law, and how to fit it.
type FitChoice struct {
	Data  string // a shipped data set's ID, or OwnData
	Group string // dataset.Slug of the group of runs; "" for the data set's own choice
	Aside string // rows put aside by hand, in order, joined by dots: "12.40"
	All   string // "yes": the runs too that the published fit left out

	Law       string // a law's ID, or ApproachIsoFLOP, ApproachEnvelope; "" for what suits the runs
	Objective string
	Delta     float64    // of Huber; 0: the default
	Pin       [8]float64 // by coefficient: what it is held at; 0: free
	Bootstrap string     // resamples: "0", "1000", ...
	Scheme    string     // what is drawn: "rows" or "sizes"
	Level     string     // of intervals
	Seed      float64    // 0: 1
	Final     string     // "yes": of each curve only the last checkpoint
	Budget    unit.FLOPs // for the flat optimum and what to train next; 0: that of the largest run, and ten times it
	Allowance unit.FLOPs // for what to train next; 0: a tenth of the target's budget
	Rows      string     // the reader's own runs as text (dataset.Canonical), "" if they are too many for a link
}

// OwnData is the FitChoice.Data of a reader's own runs.
const OwnData = "own"

// The values of FitChoice.Law that are no laws but ways to find N ∝ C^a
// (Hoffmann et al. 2022, approaches 2 and 1).
const (
	ApproachIsoFLOP  = "isoflop"
	ApproachEnvelope = "envelope"
)

// The fields and keys of the choices of the Fit page.
const (
	FieldDelta     Field = "fdel"
	FieldSeed      Field = "fseed"
	FieldFitBudget Field = "fc"
	FieldAllowance Field = "fallow"

	KeyFitData   = "fdata"
	KeyFitAll    = "fall"
	KeyFitLaw    = "flaw"
	KeyObjective = "fobj"
	KeyBootstrap = "fboot"
	KeyScheme    = "fsch"
	KeyLevel     = "flev"
	KeyFinal     = "ffin"
)

// FieldPin is the field that holds coefficient i at a value.
func FieldPin(i int) Field { return Field("fp" + strconv.Itoa(i)) }

func defaultFit() FitChoice {
	return FitChoice{Data: fitDatas()[0], All: "no", Law: "", Objective: "huber", Bootstrap: "1000", Scheme: "rows", Level: "0.95", Final: "no"}
}

func fitDatas() []string {
	var ids []string
	for _, l := range dataset.All() {
		ids = append(ids, l.ID)
	}
	return append(ids, OwnData)
}

// fitLaws begins with "auto": what suits the runs.
func fitLaws() []string {
	ids := []string{""}
	for _, l := range law.Fittable() {
		ids = append(ids, l.ID)
	}
	return append(ids, ApproachIsoFLOP, ApproachEnvelope)
}

var (
	deltaLimits = plan.Limits{Lo: 1e-9, Hi: 10}
	seedLimits  = plan.Limits{Lo: 1, Hi: 1 << 52}
	pinLimits   = plan.Limits{Lo: 1e-12, Hi: 1e40}
)

var fitQuantities = append([]Quantity{
	{FieldDelta, unit.KindNumber, deltaLimits, "usual", func(s *Scenario) *float64 { return &s.Fit.Delta }, ""},
	{FieldSeed, unit.KindNumber, seedLimits, "one", func(s *Scenario) *float64 { return &s.Fit.Seed }, ""},
	{FieldFitBudget, unit.KindFLOPs, plan.BudgetLimits, "largest", func(s *Scenario) *float64 { return (*float64)(&s.Fit.Budget) }, ""},
	{FieldAllowance, unit.KindFLOPs, plan.BudgetLimits, "tenth", func(s *Scenario) *float64 { return (*float64)(&s.Fit.Allowance) }, ""},
}, pinQuantities()...)

func pinQuantities() []Quantity {
	var out []Quantity
	for i := range len(FitChoice{}.Pin) {
		out = append(out, Quantity{FieldPin(i), unit.KindNumber, pinLimits, "free", func(s *Scenario) *float64 { return &s.Fit.Pin[i] }, ""})
	}
	return out
}

var fitChoices = []Choice{
	{KeyFitData, fitDatas(), func(s *Scenario) *string { return &s.Fit.Data }, ""},
	{KeyFitAll, []string{"no", "yes"}, func(s *Scenario) *string { return &s.Fit.All }, ""},
	{KeyFitLaw, fitLaws(), func(s *Scenario) *string { return &s.Fit.Law }, ""},
	{KeyObjective, []string{"huber", "lad", "squares", "linear"}, func(s *Scenario) *string { return &s.Fit.Objective }, ""},
	{KeyBootstrap, []string{"1000", "0", "200", "4000", "10000"}, func(s *Scenario) *string { return &s.Fit.Bootstrap }, ""},
	{KeyScheme, []string{"rows", "sizes"}, func(s *Scenario) *string { return &s.Fit.Scheme }, ""},
	{KeyLevel, []string{"0.95", "0.8", "0.9", "0.99"}, func(s *Scenario) *string { return &s.Fit.Level }, ""},
	{KeyFinal, []string{"no", "yes"}, func(s *Scenario) *string { return &s.Fit.Final }, ""},
}

// AsideRows are the rows put aside by hand.
func (f FitChoice) AsideRows() []int {
	var rows []int
	for part := range strings.SplitSeq(f.Aside, ".") {
		if n, err := strconv.Atoi(part); err == nil && n > 0 {
			rows = append(rows, n)
		}
	}
	return rows
}

// ParseAside reads FitChoice.Aside, and reports false for what is not in its form:
// rising row numbers.
func ParseAside(v string) (string, bool) {
	rows := FitChoice{Aside: v}.AsideRows()
	for i := 1; i < len(rows); i++ {
		if rows[i] <= rows[i-1] {
			return "", false
		}
	}
	return v, len(rows) <= maxAside && joinRows(rows) == v
}

// maxAside is how many rows may be put aside by hand.
const maxAside = 500

// withAside returns the choice with a row put aside or taken back.
func (f FitChoice) withAside(row int, on bool) FitChoice {
	var rows []int
	for _, r := range f.AsideRows() {
		if r != row {
			rows = append(rows, r)
		}
	}
	if on && row > 0 && len(rows) < maxAside {
		at := len(rows)
		for at > 0 && rows[at-1] > row {
			at--
		}
		rows = append(rows[:at], append([]int{row}, rows[at:]...)...)
	}
	f.Aside = joinRows(rows)
	return f
}

func joinRows(rows []int) string {
	var b strings.Builder
	for i, r := range rows {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(strconv.Itoa(r))
	}
	return b.String()
}

// The messages of the Fit page.
type (
	// ChooseGroup: another group of the data set.
	ChooseGroup struct{ Slug string }
	// PutAside: a run is left out of the fit, or taken back.
	PutAside struct {
		Row int
		On  bool
	}
	// TakeRuns: the reader's own runs are there, ready to be fitted. Rows may be
	// empty where they are too many for a link.
	TakeRuns struct{ Rows string }
	// Adopt: the fit becomes a law like any other, and the one in the sentence.
	Adopt struct{ Own OwnLaw }
	// Dismiss: the fit of one's own is no longer among the laws.
	Dismiss struct{}
	// SetLanes: other plans are pinned.
	SetLanes struct{ Lanes string }
)

func (ChooseGroup) isMsg() {}
func (PutAside) isMsg()    {}
func (TakeRuns) isMsg()    {}
func (Adopt) isMsg()       {}
func (Dismiss) isMsg()     {}
func (SetLanes) isMsg()    {}

// take puts the reader's own runs in the place of others.
func (f *FitChoice) take(rows string) {
	if f.Data != OwnData || f.Rows != "" { // else a link waits for the runs that did not fit into it
		f.Group, f.Aside, f.Law, f.Pin = "", "", "", [8]float64{}
	}
	f.Data, f.Rows = OwnData, rows
}

// adopt makes a fit a law like any other.
func (s *Scenario) adopt(own OwnLaw) {
	s.Own = own
	if s.Own.Plans() {
		s.Head = plan.OwnID
		s.Shown = s.Shown.With(plan.OwnID, true)
	}
}

// dismiss takes the fit of one's own from among the laws.
func (s *Scenario) dismiss() {
	s.Own = OwnLaw{}
	s.Shown = s.Shown.With(plan.OwnID, false)
	if s.Head == plan.OwnID {
		s.Head = Default().Head
		s.Shown = s.Shown.With(s.Head, true)
	}
}

// chosen settles what a choice carries with it: other runs have other groups,
// rows and laws; another law has other coefficients.
func (f *FitChoice) chosen(key string) {
	switch key {
	case KeyFitData:
		f.Group, f.Aside, f.Law, f.Pin = "", "", "", [8]float64{}
	case KeyFitLaw:
		f.Pin = [8]float64{}
	}
}
