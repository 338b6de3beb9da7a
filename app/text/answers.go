package text

// AnswersText is what the Plan page says beyond the laws side by side: what is
// asked, the plan line by line, the rules, and what to do with little data.
type AnswersText struct {
	_ incomparable

	// What is asked.
	AskLabel, AskCompute, AskLoss, AskData        string
	GoalLabel, GoalHelp                           string
	DataLabel, DataHelp                           string
	DataReading                                   string // {0} bytes {1} tokens {2} bytes per token
	TextLabel, TextEnglish, TextChinese, TextCode string
	BytesLabel                                    string
	BytesHelp                                     string // {0} the usual one
	BytesMeasured, BytesAssumed                   string
	SentenceLoss                                  string // {0} FLOP {1} params {2} tokens {3} loss
	SentenceData                                  string // {0} FLOP {1} params {2} tokens {3} loss {4} bytes
	SentenceDataNoLoss                            string // the same without {3}
	SentenceNone                                  string // {0} loss
	SentenceNoneData                              string // {0} bytes
	UnmetFloor                                    string // {0} method {1} loss {2} goal
	UnmetBeyond                                   string // {0} method
	UnmetNoLoss                                   string // {0} method
	ColCompute                                    string

	// The plan line by line.
	Title, ColWhat, ColValue, ColWhy            string
	Size, Data, Batch, Steps, Rate, Shape, Time string
	Worth                                       string
	WhySize                                     string // {0} method
	WhyData                                     string // {0} bytes {1} bytes per token
	WhyBatch, WhyOwnBatch, WhyChosenBatch       string
	WhySteps                                    string
	WhyRate                                     string
	WhyShape                                    string
	WhyTime                                     string // {0} device {1} utilisation
	WhyWorth                                    string // {0} characters
	RateOf                                      string // {0} paper {1} rate
	BatchOf                                     string // {0} paper {1} batch
	ShapeValue                                  string // {0} layers {1} d_model {2} heads {3} d_ff
	ShapeNone                                   string
	TimeOn                                      string // {0} time {1} count {2} device
	DeviceDays                                  string // {0} days {1} device
	Chars                                       string // {0} number
	RateNone                                    string

	// Rules.
	Rules        string
	RuleSize     string // {0} FLOP {1} params {2} tokens {3} ratio
	RuleSpread   string // {0} lowest {1} highest params
	RuleJoint    string // {0} lowest {1} highest params
	RuleGrow     string // {0} factor on N {1} factor on D
	RuleFlat     string // {0} lowest {1} highest params
	RuleBatch    string // {0} tokens
	RuleOverfit  string // {0} tokens {1} params {2} tokens of the plan
	RuleRepeat   string // {0} worth of four passes {1} worth of forty
	RuleShape    string // {0} shape
	RuleTransfer string // {0} characters {1} params {2} characters {3} factor

	// Little data.
	ScarceLede                               string // {0} tokens that there are
	ScarceTitle                              string
	ScarceIntro                              string // {0} bytes {1} tokens {2} tokens asked for {3} factor
	ScarceEnough                             string // {0} bytes {1} tokens {2} tokens asked for
	ScarceLaw                                string // {0} source
	ColWay, ColSeen, ColEpochs, ColEffective string
	ColLost                                  string
	WayUnlimited, WaySmaller, WayLarger      string
	WayRepeat, WayFour                       string
	ScarceTransfer                           string // {0} tokens {1} multiplier {2} loss
	ScarceStop                               string // {0} relative overfit in percent {1} loss
}
