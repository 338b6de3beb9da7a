package text

import (
	"lossline/engine/law"
	"lossline/engine/unit"
)

// StudyText is what the sections of Pre-training say that apply Kaplan et al.
// 2020 to the point looked at.
type StudyText struct {
	_ incomparable

	Title        string
	Lead         string // {0} params {1} tokens
	LeadBeyond   string // {0} what Beyond says
	LeadInside   string
	Show         string // the disclosure of a section
	ShowNumbers  string // of one without figures
	ColWhat      string
	ColValue     string
	Never        string // {0} lowest loss
	Yours        string // {0} a size
	NoteCounting string // what N counts
	NoteRun      string // how the run is read
	NoteCut      string // why the batch is not the one asked for

	// Learning curves.
	CurvesTitle   string
	CurvesSaid    string // {0} params {1} loss {2} tokens {3} params, ten times {4} tokens of these
	CurvesNever   string // {0} params {1} loss {2} lowest loss
	TargetLabel   string
	TargetHelp    string
	TargetReading string // {0} loss
	TargetSpoken  string // {0} loss
	FigCurvesD    string
	FigCurvesS    string
	FigCurvesSub  string
	AxisSeen      string
	AxisSteps     string
	TargetRule    string
	MarkTarget    string
	CurvesTable   string // {0} loss
	ColSize       string
	ColSMin       string
	ColAtBatch    string
	ColSeen       string
	ColCompute    string

	// Batch.
	BatchTitle    string
	BatchSaid     string // {0} loss {1} critical batch {2} batch {3} times the steps {4} times the tokens
	BStarLabel    string
	BStarHelp     string
	BStarOf       string // {0} value {1} where
	BatchShared   string
	FigTradeoff   string
	FigTradeSub   string // {0} loss
	FigCritical   string
	FigCritSub    string
	AxisCritical  string
	TradeLine     string
	MarkCritical  string
	MarkBatch     string
	BatchTable    string // {0} loss
	RowSteps      string
	RowTokens     string
	RowCompute    string
	RowBatch      string
	ColLeast      string
	ColAtCritical string
	ColAtYours    string
	RowCritical   string // {0} constant

	// Overfitting.
	OverTitle    string
	OverSaid     string // {0} tokens {1} params {2} percent {3} tokens of the rule
	OverGrow     string // {0} params {1} times the size {2} times the data {3} tokens
	LargerLabel  string
	LargerHelp   string
	LargerRead   string // {0} params {1} times
	FigOver      string
	FigOverSub   string
	FigExcess    string
	FigExcessSub string
	AxisUnique   string
	AxisExcess   string
	RuleExcess   string
	OverTable    string
	RowLossND    string
	RowLossNInf  string
	RowExcess    string
	RowRule      string
	RowNeeded    string
	RowStop      string
	RowGrowth    string // {0} times the size

	// Allocation.
	AllocTitle   string
	AllocSaid    string // {0} FLOP C_min {1} params {2} params by appendix B
	AllocGrow    string // {0} times the model {1} times the batch {2} times the steps {3} times the tokens
	CMinLabel    string
	CMinHelp     string
	TokensLabel  string
	TokensT6     string
	TokensE67    string
	TokensHelp   string
	NCLabel      string
	NCT3         string
	NCT5         string
	NCHelp       string
	FigAlloc     string
	FigAllocSub  string
	AxisCritC    string
	Table6       string
	AppendixB    string
	FigShares    string
	FigSharesSub string
	AxisGrowth   string
	AxisFactor   string
	ShareModel   string
	ShareBatch   string
	ShareSteps   string
	ShareSummary string // {0} {1} {2} percent of the growth in orders of magnitude
	AllocTable   string
	ColTable6    string // {0} FLOP
	ColAppB      string // {0} FLOP
	RowExponentN string
	RowExponentB string
	RowExponentS string

	// Model size.
	SizeTitle   string
	SizeSaid    string // {0} params {1} times the best size {2} params best {3} times the compute {4} times the steps
	SizeNone    string // {0} params {1} times the best size
	SizeRange   string // {0} percent {1} lowest {2} highest multiple, without "times"
	SlackLabel  string
	StopLabel   string
	StopHelp    string
	FigSize     string
	FigSizeSub  string
	AxisSize    string
	AxisCost    string
	CostCompute string
	CostSteps   string
	RuleSlack   string // {0} percent
	StopTable   string // {0} percent efficient {1} percent usual
	RowParams   string

	// Crossover.
	CrossTitle  string
	CrossSaid   string // {0} FLOP {1} params {2} tokens {3} loss
	CrossYours  string // {0} times below
	CrossPast   string // {0} times beyond
	FigCross    string
	FigCrossSub string
	AxisCMin    string
	LineCMin    string
	LineD       string
	MarkCross   string
	RuleYours   string
	CrossTable  string
	ColPaper    string
	ColHere     string

	// Small print.
	PrintTitle string
	PrintSaid  string // {0} rate {1} params
	PrintNone  string // {0} params {1} params where the rule turns negative
	PrintTable string
	RowLN      string
	RowLD      string
	RowLC      string
	RowLCMin   string
	RowRate    string
	RowTotal   string
	RowWithout string

	// Context.
	ContextTitle string
	ContextSaid  string
	FigContext   string
	FigCtxSub    string
	AxisPosition string
	ContextLine  string // {0} number
	ContextTable string
	ColFirst     string
	ColLast      string
	ColMean      string

	WarnLRBreaks, WarnLRClamped, WarnSizeFar, WarnDataFit, WarnStop, WarnCross string // {0} value {1} limit, where used
}

// LawWarning is a warning of the engine's laws as a sentence.
func (t *Strings) LawWarning(w law.Warning) string {
	s := &t.Study
	value, limit := unit.Compact(w.Value), unit.Compact(w.Limit)
	switch w.Code {
	case law.LearningRateBreaks:
		return Fill(s.WarnLRBreaks, value, limit)
	case law.LearningRateClamped:
		return Fill(s.WarnLRClamped, value, limit)
	case law.SizeFarFromOptimum:
		return Fill(s.WarnSizeFar, value, limit)
	case law.DataFitPoor:
		return Fill(s.WarnDataFit, value, limit)
	case law.StopIsLowerBound:
		return s.WarnStop
	case law.CrossoverUncertain:
		return Fill(s.WarnCross, limit)
	}
	return string(w.Code)
}

// LawWarnings are warnings of the engine's laws as sentences.
func (t *Strings) LawWarnings(ws []law.Warning) []string {
	var out []string
	for _, w := range ws {
		out = append(out, t.LawWarning(w))
	}
	return out
}

// Constant is a published constant of a large size, with all its digits:
// "2.1×10⁸".
func (t *Strings) Constant(v float64) string { return unit.Format(unit.FLOPs(v), t.Numbers) }

// SmallShare is a share in percent with two significant digits, for what may be very
// small.
func (t *Strings) SmallShare(v float64) string {
	if v >= 0.001 {
		return t.Percent(v)
	}
	return unit.Digits(v*100, 2) + "%"
}
