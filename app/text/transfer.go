package text

import (
	"math"
	"strconv"
	"strings"

	"lossline/engine/transfer"
)

// TransferText is what the Transfer page says.
type TransferText struct {
	_ incomparable

	// The sentence. {0} params {1} D_T {2} multiplier {3} D_F {4} source {5} loss or gap {6} data needed {7} what to do
	FineTune, AsItIs, FromScratch, MayHurt, CollectNone, CollectTarget string

	DoFineTune, DoAsItIs, DoFromScratch, DoCollect string
	SourceText, SourceMix                          string // in a sentence: what was pre-trained on
	UnitChars                                      string
	InTokens                                       string // {0} tokens {1} characters per token

	// Inputs.
	NLabel, NHelp, DFLabel, DFHelp, DFNoneReading  string
	SourceLabel, SourceHelp, MenuText, MenuMix     string
	BaseLabel, BaseHelp, BaseKaplan, BaseBesiroglu string
	CPTLabel, CPTHelp, CPTReading                  string // CPTReading: {0} characters per token
	TargetLabel, TargetHelp, TargetNone            string

	// Reasons.
	ReasonsTitle string
	Regime       string // {0} regime {1} low-data limit {2} D(N)
	RegimeLow    string
	RegimeMid    string
	RegimeHigh   string
	Exchange     string // {0} 10 N {1} D_T there {2} data times {3} D_F times that
	Worth        string // {0} zero-shot worth {1} D_T {2} D_F
	ComputeSaved string // {0} loss {1} FLOP from scratch {2} FLOP of fine-tuning
	ComputePre   string // {0} FLOP of pre-training {1} reuses

	// The table of sources.
	TableCaption, ColQuantity, ColText, ColMix                 string
	RowDT, RowDE, RowMultiplier, RowFraction, RowHalf, RowZero string
	RowEven, RowEvenHelp, RowEvenData, RowEvenDataHelp         string
	RowScratch, RowTuned, RowUnified, RowUnifiedHelp, RowLimit string
	RowExchange, RowTargetScratch, RowTargetTuned              string
	RowDTHelp, RowDEHelp, RowMultiplierHelp, RowFractionHelp   string
	RowHalfHelp, RowZeroHelp, RowScratchHelp, RowTunedHelp     string
	RowLimitHelp, RowExchangeHelp, OutOfReach, Never           string
	Under                                                      string // {0} params
	MeetNote                                                   string // {0} characters

	// Figures.
	FigDE, FigDESub, AxisDF, AxisDE, SameData, LowLimit   string // FigDESub: {0} source
	FigMap, FigMapSub, Contour, LowLine                   string // FigMapSub: {0} source; Contour: {0} share
	FigLossD, FigLossN, FigLossSub                        string // FigLossSub: {0} base law
	Tuned, Scratch, Printed, Even                         string // Tuned, Scratch: {0} N or D_F
	FigCost, FigCostSub, CostScratch, CostTuned, CostBoth string // FigCostSub: {0} params
	AxisLossReach, Beyond                                 string

	// Kim 2021.
	KimTitle, KimLede                         string
	KimFig                                    string // {0} language
	KimSub                                    string // {0} runs drawn {1} runs not drawn
	KimLaw                                    string // {0} α
	AxisKimDF, AxisDT                         string
	Chinese, German, Spanish                  string
	Holds, Fails, Outside, CannotTell         string
	HoldsHelp, FailsHelp, OutsideHelp, NoHelp string
	KimCaption, ColLanguage, ColAlpha         string
	ColAlphaHelp                              string
	KimSpan                                   string // {0} lowest D_F {1} highest {2} lowest N {3} highest
	KimSpanOne                                string // {0} lowest D_F {1} highest {2} N
	KimSizes                                  string // {0} number of sizes {1} runs in the fit
	KimSizeOne                                string // {0} runs in the fit
	KimHurt                                   string // {0} number {1} lowest D_F {2} languages
	KimRoute                                  string // {0} β {1} low {2} high {3} published β {4} α {5} low {6} high {7} published α
	KimData                                   string
	KimRunsTitle, KimVerdict, KimWhy          string

	// Where the numbers come from.
	WhyLaw, WhyBase, WhyUnified, WhyUnifiedNote, WhyRegime, WhyRegimeNote, WhyEpochs string
	CoefK, CoefAlpha, CoefBeta, WhyPython, WhyBasePlaceholder, WhyKim, WhyKimNote    string
}

// Chars is a number of characters with its unit.
func (t *Strings) Chars(v float64) string { return t.Count(v) + " " + t.Transfer.UnitChars }

// PartOf is a part of a whole, which rounding never makes the whole.
func (t *Strings) PartOf(v float64) string {
	if v >= 0.9995 && v < 1 {
		return "> 99.9%"
	}
	return t.Percent(v)
}

// Decimal is a small number such as an exponent, with a proper minus sign.
func Decimal(v float64, decimals int) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', decimals, 64), "-", "−", 1)
}

// SourceName is what a source of pre-training is called in a sentence.
func (t *Strings) SourceName(mix bool) string {
	if mix {
		return t.Transfer.SourceMix
	}
	return t.Transfer.SourceText
}

// Language is the name of a language of the runs of Kim 2021.
func (t *Strings) Language(id string) string {
	switch id {
	case "chinese":
		return t.Transfer.Chinese
	case "german":
		return t.Transfer.German
	case "spanish":
		return t.Transfer.Spanish
	}
	return id
}

// Verdict says whether the law holds.
func (t *Strings) Verdict(v transfer.Verdict) string {
	switch v {
	case transfer.Holds:
		return t.Transfer.Holds
	case transfer.Fails:
		return t.Transfer.Fails
	case transfer.OutsideRegime:
		return t.Transfer.Outside
	}
	return t.Transfer.CannotTell
}

// Regime is where the target data lie beside D(N).
func (t *Strings) Regime(r transfer.Regime) string {
	switch r {
	case transfer.LowData:
		return t.Transfer.RegimeLow
	case transfer.BetweenData:
		return t.Transfer.RegimeMid
	}
	return t.Transfer.RegimeHigh
}

// Amount is a quantity of a note, with its unit.
func (t *Strings) Amount(q transfer.Quantity) string {
	v := q.Amount
	switch q.Kind {
	case transfer.KindNone:
		return ""
	case transfer.KindParams:
		return t.Params(v)
	case transfer.KindChars:
		return t.Chars(v)
	case transfer.KindTokens:
		return t.Tokens(v)
	case transfer.KindLoss:
		return t.Loss(v)
	case transfer.KindShare:
		return t.Percent(v)
	case transfer.KindCount:
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	if math.Abs(v) < 1 {
		return Decimal(v, 3)
	}
	return t.Ratio(v)
}

// Finding is the template of a note: {0} its value, {1} its limit.
func (t *Strings) Finding(c transfer.Code) string {
	if f, ok := t.Codes.Findings[c]; ok {
		return f
	}
	return string(c)
}

// Note is a note as a sentence.
func (t *Strings) Note(n transfer.Note) string {
	return Fill(t.Finding(n.Code), t.Amount(n.Value), t.Amount(n.Limit))
}
