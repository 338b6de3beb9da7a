package text

// FitText is what the Fit page says.
type FitText struct {
	_ incomparable

	// The sentence, and how far the work is.
	Lede                                   string // {0} number of runs {1} floor {2} exponents
	LedeNoFloor                            string // {0} number of runs {1} exponents
	LedeOther                              string // {0} number of runs {1} coefficients
	LedeA                                  string // {0} number of runs {1} exponent
	LedeFlat                               string // {0} FLOP {1} params with their interval {2} lowest {3} highest params {4} percent
	LedeSmallA                             string // {0} data set {1} approach {2} percent
	LedeSmall                              string // {0} data set {1} law {2} objective {3} percent {4} what the intervals come from
	Between                                string // {0} value {1} lowest {2} highest
	Working                                string // {0} data set
	Nothing, Failed                        string
	Place                                  string // {0} row {1} column
	PlaceRow                               string // {0} row
	Stale                                  string
	Progress                               string // {0} done {1} of
	Task, Cancel, Adopt, AdoptHelp, NoPlan string
	Adopted                                string // {0} the method's name
	PlanWith, Dismiss, Own                 string
	OwnRuns                                string // {0} digest

	// The runs.
	DataLabel                                                      string
	DataOwn                                                        string // {0} name of the file
	DataCount                                                      string // {0} data set {1} number of runs
	GroupLabel, GroupAll, FileLabel, FileButton, FileHelp, FileOne string
	FileFailed, PasteLabel, PasteRead, PasteName, Private          string
	Reading                                                        string // {0} name of the file

	// How a table was read.
	MapTitle                                                     string
	MapLede                                                      string // {0} name {1} rows {2} runs
	MapUnsure, MapPreview                                        string
	MapRole                                                      string // {0} column
	MapScale                                                     string // {0} column
	CountBlank                                                   string // {0} number, as in the next ones
	CountDup, CountDone, CountContrary, CountCurves, Problems    string
	MoreRows                                                     string // {0} number
	DropBad, DropDup, Agree, RoleNone, RoleN, RoleD              string
	RoleC, RoleLoss, RoleS, RoleB, RoleU, RoleError              string
	RoleWeight, RoleName, RoleCurve, RoleGroup, ScaleOne, ScaleK string
	ScaleM, ScaleB, ScaleT, ScaleExa, ScaleZetta, ScalePF        string

	// How the law is fitted.
	LawLabel, LawAuto, Isoflop, Envelope, Objective, Huber string
	LAD, Squares, Linear, Delta, DeltaHelp, Bootstrap      string
	BootNone, Scheme, SchemeRows, SchemeSizes, Level, Seed string
	SeedHelp, All, AllNo, AllYes, Final, FinalNo           string
	FinalYes, Budget, BudgetHelp, Allowance, AllowHelp     string

	// Figures of the fit.
	FigFit                                                      string // {0} what is predicted {1} coordinate
	FigFitSub                                                   string // {0} number of runs {1} percent
	FigFitMore                                                  string
	FigFitThin                                                  string // {0} shown {1} of
	FigPick                                                     string
	Near                                                        string // {0} symbol {1} value
	AsideRuns                                                   string
	Runs                                                        string
	BestSize                                                    string
	Band                                                        string // {0} line {1} percent
	AxisError, AxisSteps, AxisUnique, FigIso, FigIsoSub, Minima string
	FigOptima                                                   string
	FigOptSub                                                   string // {0} exponent
	OptLine                                                     string
	AxisBest                                                    string
	BiasSaid                                                    string // {0} true {1} found
	Parametric                                                  string // {0} exponent with its interval
	Plain                                                       string // {0} exponent with its interval
	OptTable                                                    string

	// The coefficients.
	CoefTitle, ColMeaning, ColSE           string
	ColRange                               string // {0} percent
	ColHold, ColProfile                    string
	Hold                                   string // {0} symbol
	Free, Held, Bound                      string
	FigProfile                             string // {0} symbol
	FigProfSub                             string // {0} symbol
	AxisRise, ProfLine                     string
	ProfSaid                               string // {0} symbol {1} interval {2} what it comes from {3} interval
	ProfOpen, FromCov, FromRows, FromSizes string

	// How the fit went.
	HowTitle, HowStatus, StatusConverged, StatusFlat, StatusBound, StatusStopped string
	HowAgree                                                                     string
	AgreeOf                                                                      string // {0} of {1}
	HowObjective, HowCond, CondInf, HowWeak                                      string
	WeakSaid                                                                     string // {0} symbols
	And, HowR2, HowRMSE, HowAICc, HowRuns, HowFree                               string
	HowFrom, HowResamples                                                        string
	ResampleFailed                                                               string // {0} resamples {1} failed {2} did not
	HowDigest, HowSeed, Correlations                                             string

	// Runs far from the law.
	OutTitle, OutLede, OutNone, ColRow, ColFitted, ColOff string
	ColScore, ColAside                                    string
	AsideRow                                              string // {0} row

	// The back-test.
	BackTitle                                                 string
	BackSaid                                                  string // {0} runs below {1} FLOP {2} runs above {3} times {4} percent
	BackNone, FigBack, FigBackSub, AxisCut, AxisOff, BackFree string
	BackTable                                                 string
	BackHeld                                                  string // {0} symbol {1} value
	ColBelow, ColAbove, ColBeyond, ColWorst, ColBias, NoFit   string

	// The families.
	FamTitle                                                    string
	FamSaid                                                     string // {0} law {1} percent
	FamBehind                                                   string // {0} law {1} percent {2} its standard error {3} runs
	ColFamily, ColFree, ColHeldOut, ColFolds, ColDAICc, FamLeft string
	FamTable                                                    string
	FamHelp                                                     string

	// What to train next.
	NextTitle                                                 string
	NextSaid                                                  string // {0} params {1} tokens {2} FLOP {3} percent
	NextNone                                                  string
	NextTarget                                                string // {0} params {1} tokens {2} loss with its interval
	NextTable, NextSeq, FigNext, FigNextSub, Target, GainBest string
	GainRest, ColAfter, ColGain, AskAll, Again                string

	// The data set, the formula, the program.
	CardTitle, CardOwn, Licence, Caveats, FormulaTitle, PyTitle string
	PyHelp                                                      string
}
