package text

import "lossline/engine/unit"

// Strings is one language's complete set. Placeholders are {0}, {1}, …; what
// stands for them is said behind the field.
type Strings struct {
	_ incomparable

	// The language: its code, its own name for itself, its folder in the site ("" for
	// the root), and what its numbers are written and spoken in.
	Lang    Lang
	Native  string
	Dir     string
	Numbers unit.Lang

	// The frame of every page.
	SkipToContent, NavLabel                      string
	ThemeLabel, ThemeAuto, ThemeLight, ThemeDark string
	FooterPrivacy, FooterSource, NoScript        string

	// Pages: name in the navigation, title and description of the document.
	PlanName, PlanTitle, PlanDescription                      string
	PretrainingName, PretrainingTitle, PretrainingDescription string

	// Share.
	Share, ShareTitle, ShareHelp, Copy, Copied, CopyFailed, Close string
	LinkChars                                                     string // {0} number of characters
	LinkUnopened, LinkIncomplete, LinkDamaged, LinkNewer          string
	LinkIgnored                                                   string // {0} keys

	// Plan.
	PlanSentence       string // {0} budget {1} params {2} tokens {3} loss
	PlanSentenceNoLoss string // {0} budget {1} params {2} tokens
	Disagree           string // {0} lowest {1} highest
	Joint              string // {0} lowest {1} highest {2} level
	Agree              string
	OtherCounting      string // {0} method {1} params {2} counting
	BudgetLabel        string
	BudgetHelp         string
	BudgetReading      string // {0} FLOP {1} PF-days
	BudgetHardware     string // {0} count {1} device {2} time {3} utilisation {4} peak
	BudgetAssumed      string // {0} utilisation
	BudgetAsDevice     string // {0} device-days {1} device {2} utilisation
	HeadLabel          string
	ShownLabel         string
	KaplanLabel        string
	KaplanCritical     string
	KaplanPrinted      string
	KaplanHelp         string
	BatchLabel         string
	BatchHelp          string
	BatchAuto          string
	More               string
	AllInputs          string
	Reset              string

	// The table of methods.
	TableCaption                                             string
	ColMethod, ColParams, ColTokens, ColRatio                string
	ColBatch, ColSteps, ColLoss, ColFlat, ColSource          string
	ColFlatHelp                                              string
	SpreadRow                                                string
	NotGiven                                                 string
	Grade                                                    string // {0} letter
	GradeA, GradeB, GradeC, GradeU                           string
	CountNonEmbedding, CountTotal                            string
	Footnotes                                                string
	WhyTitle, WhyFormula, WhyCoefs, WhyFitted, WhySource     string
	WhyInterval, WhyCoefSymbol, WhyCoefValue, WhyCoefMeaning string

	// Pre-training.
	PointSentence       string // {0} params {1} tokens {2} FLOP {3} loss
	PointSentenceNoLoss string // {0} params {1} tokens {2} FLOP
	ParamsLabel         string
	ParamsHelp          string
	TokensLabel         string
	TokensHelp          string
	FollowPlan          string
	FollowsPlan         string
	ColLossAt           string
	ColBeyond           string
	BeyondNone          string
	LossTable           string
	DataNote            string // {0} number of runs

	// Figures.
	FigPlanTitle, FigPlanSub        string
	FigNTitle, FigDTitle, FigCTitle string
	FigNSub                         string // {0} tokens
	FigDSub                         string // {0} params
	FigCSub                         string
	AxisParams, AxisTokens, AxisC   string
	AxisLoss                        string
	YourBudget, YourPoint           string
	RunsLabel                       string
	FigureData                      string
	SummaryLine                     string // {0} series {1} x from {2} y from {3} x to {4} y to
	SummaryFitted                   string // {0} series {1} lowest x {2} highest x
	SummaryMark                     string // {0} label {1} x {2} y
	SummaryRuns                     string // {0} label {1} number
	SummaryReads                    string // {0} title

	// Warnings, by plan.Code.
	WarnBeyond         string // {0} list of BeyondAbove and BeyondBelow
	BeyondAbove        string // {0} symbol {1} factor
	BeyondBelow        string // {0} symbol {1} factor
	WarnNonEmbedding   string
	WarnSuperseded     string
	WarnBudgetAtBcrit  string
	WarnBudgetAtBatch  string // {0} factor
	WarnBudgetAsCmin   string // {0} factor
	WarnBatchByKaplan  string
	WarnNoLoss         string
	WarnRoundedSet     string
	WarnCostMismatch   string // {0} factor
	WarnOwnPrefactor   string
	WarnLossesNotAlike string

	// Units, as written after a number.
	UnitParams, UnitTokens                                  string
	TokensPerParam                                          string // {0} ratio
	Times                                                   string // {0} factor
	To                                                      string // {0} lowest {1} highest
	Colon                                                   string
	ListSep, SemiSep, SentenceSep, SentenceEnd, MethodSep   string
	Approach, Rounded, NoteLabel, WhyNote, SummaryNotFitted string // SummaryNotFitted: {0} series

	NotFoundTitle, NotFoundText string

	TransferName, TransferTitle, TransferDescription string
	ShapeName, ShapeTitle, ShapeDescription          string
	FitName, FitTitle, FitDescription                string

	Answers  AnswersText
	Study    StudyText
	Transfer TransferText
	Shape    ShapeText
	Fit      FitText
	Readout  ReadoutText
	Offline  OfflineText
	Links    LinksText
	Sharing  SharingText
	Private  PrivateText
	Export   ExportText
	Guide    GuideText
	Regret   RegretText
	Why      WhyText
	Embed    EmbedText
	Trouble  TroubleText

	Tour    []TourStop            // in the order of app.Tour
	Presets map[string]PresetText // by the IDs of app.Presets
	Entries [3][]GuideEntry       // of the Guide: reasons not to trust, methods, terms
	Codes   CodesText

	Corrections []string // which numbers were corrected, and why
}
