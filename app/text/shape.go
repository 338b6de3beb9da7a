package text

// ShapeText is what the Shape page says.
type ShapeText struct {
	_ incomparable

	// The sentence.
	Sentence     string // {0} budget {1} layers {2} d_model {3} heads {4} d_ff
	SentenceNone string // {0} tolerance {1} budget
	SentenceBad  string
	Layers       string // {0} number
	LayersT5     string // {0} encoder {1} decoder
	Heads        string // {0} heads {1} head dimension
	HeadsKV      string // {0} heads {1} head dimension {2} key-value heads
	WithoutEmb   string // {0} params
	PerToken     string // {0} FLOP
	OfState      string // {0} bytes
	Costs        string // {0} params with embeddings {1} FLOP for a training token
	FollowsPlan  string // {0} method

	// Controls.
	Family, FamilyGPT, FamilyT5                     string
	Purpose, PurposeTuned, PurposeLoss, PurposeHelp string
	By, ByParams, ByFLOPs, ByMemory                 string
	Params, ParamsHelp, FLOPs, FLOPsHelp            string
	Memory, MemoryHelp, Slider                      string
	Embeddings, EmbeddingsIn, EmbeddingsOut         string
	State, StateAdam, StateWeights                  string
	Vocab, VocabHelp, Context, ContextHelp          string
	AsUsual                                         string // {0} number
	Group, GroupNone                                string
	GroupOf                                         string // {0} heads
	FeedForward, FFGated, FFPlain                   string
	Head, HeadOwn, HeadTied                         string
	Cost, CostParams, CostFLOPs, CostTime           string
	CostParamsOf, CostFLOPsOf, CostTimeOf           string // as a title has them
	Seen                                            string
	SeenTokens                                      string // {0} tokens

	// The list.
	Table, ColShape, ColTotal, ColNonEmb, ColFLOPs, ColContext   string
	ColFLOPsT5, T5Lengths                                        string // {0} inputs {1} targets
	ColDepth, ColDepthHelp, ColAspect, ColMemory, ColFor, ColCon string
	FeedForwardIs                                                string // {0} d_ff
	Rule                                                         string // {0} rule
	Cited                                                        string // {0} sentence {1} source

	// Figures.
	FigShapes, FigScore, FigUp, FigAspect string // FigScore: {0} cost
	FigShapesSub                          string // {0} tolerance {1} budget
	FigScoreSub, FigUpSub                 string
	FigAspectSub                          string // {0} tokens
	AxisLayers, AxisStack, AxisWidth      string
	AxisScore, AxisUp, AxisTFLOPs         string
	AxisSeconds, AxisAspect               string
	Flat, DepthBand, Shapes               string
	Published, Trend                      string
	Usable, Doubtful, Frontier, Table3    string
	Contrast, YourShape                   string
	GroupOfN                              string // {0} params
	SummaryAxes                           string // {0} title {1} x axis {2} y axis

	// The count of one shape.
	OwnParts, AsPreset, Without                         string
	Biases, BiasQKV, BiasAll, BiasNorms                 string
	NormsOf, NormsOne, QKNorm, QKHead, QKWhole          string
	Window, Global                                      string
	GlobalOf                                            string // {0} layers
	OwnTitle, OwnHelp, Preset, PresetAdvised            string
	OwnLayers, OwnEncoder, OwnDecoder, OwnWidth         string
	OwnHeads, OwnKV, OwnHeadDim, OwnFF                  string
	OwnVocab, OwnContext, OwnInputs                     string
	OwnTable, ColOperation, ColParams, ColForward       string
	OpEmbed, OpPositions, OpQKV, OpContext, OpProject   string
	OpFF, OpBiases, OpNorms, OpDeembed, OpNonEmb, OpAll string
	OwnState                                            string // {0} memory {1} bytes a parameter {2} values of KV cache a token
	OwnStored                                           string // {0} model {1} params
	BadKV, BadHeads, BadShape                           string

	// The evidence.
	Comparisons, ColDeep, ColStandard, ColRatioParams, ColRatioFLOPs string
	ColSpeed, ColVerdict, ColGrade                                   string
	VerdictEven, VerdictBetter, VerdictNone, FewerFLOPs, NotStated   string
	Table4, ColModel, ColUpstream, ColGLUE, ColSuperGLUE, ColSQuAD   string
	ColMean, ColTFLOPs, ColSteps, ColCounted                         string
	DoubtAverage, DoubtTranscription, DoubtContradiction             string
	Configs                                                          string // {0} number
	ConfigsHelp                                                      string
	ColEncoder, ColDecoder, ColCard, ColOff                          string
	NameMisleads, NameOnly                                           string
	SpreadTable                                                      string // {0} tokens
	ColN, ColModels, ColAspects, ColSpread, ColSpreadAt              string
	SpreadNote                                                       string

	// Where it comes from.
	WhyGPT, WhyT5, WhyFLOPs, WhyRule                                  string
	WhyGPTNote, WhyT5Note, WhyFLOPsNote, WhyTuned, WhyLadder, WhyFlat string

	Notes ShapeNotes
}

// ShapeNotes are the sentences of the engine's notes, by their code. {0} to {3}
// are the note's numbers, {4} and {5} its names.
type ShapeNotes struct {
	DepthInBand, ComparisonBetter, ComparisonEven, InKaplanRange, LossBySize, Released, PaperWidths, NearEqualSpread       string
	SerialDepth, FineTunedOnly, LossFlat, OnLadder, OffLadder, KaplanDecoder, CrammingNoGain, BelowBand, AboveBand         string
	MaybeOutside, OutsideKaplan, Narrow, SizeUntested, SizeBeyond, LongContext, EmbeddingsHeavy, SpreadBeyond              string
	DeepNarrowRule, LadderRule, DeepInRangeRule, VocabRounded, MemoryScope, NoneInTolerance, NoneBelow, NoneAbove, ListCut string
	PrintedFLOPsOff, PrintedSpeedOff                                                                                       string
}
