package scenario

import (
	"slices"

	"lossline/engine/plan"
	"lossline/engine/shape"
	"lossline/engine/unit"
)

// ShapeChoice is what a person chose on the Shape page.
type ShapeChoice struct {
	Family, Purpose string
	By              string // which of the three amounts is the budget
	Params          unit.Params
	TokenFLOPs      unit.FLOPs // for a training token
	Memory          unit.Bytes // of the parameters' state
	Embeddings      string     // whether they are counted
	State           string     // what of the parameters is kept in memory

	Vocab   float64     // 0: the family's usual one
	Context unit.Tokens // 0: the family's usual one

	// Decoders only.
	Group, FeedForward, Head string

	Cost string // the axis of the figures of Tay et al. (2021)
	Seen string // the checkpoint of the Gemstones

	Preset string
	Own    OwnShape
}

// OwnShape is the shape that is counted: where it differs from the preset.
// Zero means as the preset has it. Numbers are rounded to whole ones.
type OwnShape struct {
	Layers, Decoder, Width, Heads, KVHeads, HeadDim, FeedForward, Vocab float64
	Context, Window                                                     unit.Tokens

	// Of decoders; ShapeAsPreset means as the preset has it.
	Biases, Head, FF, Norms, QKNorm, Global string
}

func defaultShape() ShapeChoice {
	s := Scenario{Shape: ShapeChoice{Params: 1e9, TokenFLOPs: 6e9, Memory: 16e9}}
	for _, c := range shapeChoices {
		*c.At(&s) = c.Values[0]
	}
	return s.Shape
}

// The fields of Shape.
const (
	FieldShapeParams  Field = "shn"
	FieldShapeFLOPs   Field = "shfl"
	FieldShapeMemory  Field = "shmem"
	FieldShapeVocab   Field = "shv"
	FieldShapeContext Field = "shctx"

	FieldOwnLayers  Field = "shol"
	FieldOwnDecoder Field = "shodl"
	FieldOwnWidth   Field = "shod"
	FieldOwnHeads   Field = "shoh"
	FieldOwnKV      Field = "shokv"
	FieldOwnHeadDim Field = "shohd"
	FieldOwnFF      Field = "shoff"
	FieldOwnVocab   Field = "shov"
	FieldOwnContext Field = "shoctx"
	FieldOwnWindow  Field = "showin"
)

// The largest dimensions that the engine counts.
var (
	layerLimits   = plan.Limits{Lo: 1, Hi: 1 << 12}
	widthLimits   = plan.Limits{Lo: 1, Hi: 1 << 18}
	vocabLimits   = plan.Limits{Lo: 1, Hi: 1 << 24}
	contextLimits = plan.Limits{Lo: 1, Hi: 1 << 27}
	amountLimits  = plan.Limits{Lo: 1e4, Hi: 1e15}
)

var shapeQuantities = []Quantity{
	{FieldShapeParams, unit.KindParams, amountLimits, "plan", func(s *Scenario) *float64 { return (*float64)(&s.Shape.Params) }, ""},
	{FieldShapeFLOPs, unit.KindFLOPs, amountLimits, "", func(s *Scenario) *float64 { return (*float64)(&s.Shape.TokenFLOPs) }, ""},
	{FieldShapeMemory, unit.KindBytes, amountLimits, "", func(s *Scenario) *float64 { return (*float64)(&s.Shape.Memory) }, ""},
	{FieldShapeVocab, unit.KindNumber, vocabLimits, "std", func(s *Scenario) *float64 { return &s.Shape.Vocab }, ""},
	{FieldShapeContext, unit.KindTokens, contextLimits, "std", func(s *Scenario) *float64 { return (*float64)(&s.Shape.Context) }, ""},

	{FieldOwnLayers, unit.KindNumber, layerLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.Layers }, ""},
	{FieldOwnDecoder, unit.KindNumber, layerLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.Decoder }, ""},
	{FieldOwnWidth, unit.KindNumber, widthLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.Width }, ""},
	{FieldOwnHeads, unit.KindNumber, widthLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.Heads }, ""},
	{FieldOwnKV, unit.KindNumber, widthLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.KVHeads }, ""},
	{FieldOwnHeadDim, unit.KindNumber, widthLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.HeadDim }, ""},
	{FieldOwnFF, unit.KindNumber, widthLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.FeedForward }, ""},
	{FieldOwnVocab, unit.KindNumber, vocabLimits, "pre", func(s *Scenario) *float64 { return &s.Shape.Own.Vocab }, ""},
	{FieldOwnContext, unit.KindTokens, contextLimits, "pre", func(s *Scenario) *float64 { return (*float64)(&s.Shape.Own.Context) }, ""},
	{FieldOwnWindow, unit.KindTokens, contextLimits, "pre", func(s *Scenario) *float64 { return (*float64)(&s.Shape.Own.Window) }, ""},
}

// Values of choices that the page asks about.
const (
	ShapeT5       = "t5"
	ShapeByParams = "params"
	ShapeByFLOPs  = "flops"
	ShapeByMemory = "mem"
	ShapeAdvised  = "advised" // the preset that is the first shape of the list
	ShapeAsPreset = "pre"
)

// The keys of Shape's choices.
const (
	ShapeFamilyKey   = "shfam"
	ShapePurposeKey  = "shfor"
	ShapeByKey       = "shby"
	ShapeCountingKey = "shcnt"
	ShapeStateKey    = "shst"
	ShapeGroupKey    = "shkv"
	ShapeFFKey       = "shff"
	ShapeHeadKey     = "shhead"
	ShapeCostKey     = "shcost"
	ShapeSeenKey     = "shgem"
	ShapePresetKey   = "shpre"

	OwnBiasesKey = "shobias"
	OwnHeadKey   = "shohead"
	OwnFFKey     = "shoffn"
	OwnNormsKey  = "shonorm"
	OwnQKKey     = "shoqk"
	OwnGlobalKey = "shoglob"
)

var shapeChoices = []Choice{
	{ShapeFamilyKey, []string{"gpt", ShapeT5}, func(s *Scenario) *string { return &s.Shape.Family }, ""},
	{ShapePurposeKey, []string{"tuned", "loss"}, func(s *Scenario) *string { return &s.Shape.Purpose }, ""},
	{ShapeByKey, []string{ShapeByParams, ShapeByFLOPs, ShapeByMemory}, func(s *Scenario) *string { return &s.Shape.By }, ""},
	{ShapeCountingKey, []string{"total", "nonemb"}, func(s *Scenario) *string { return &s.Shape.Embeddings }, ""},
	{ShapeStateKey, []string{"adam", "weights"}, func(s *Scenario) *string { return &s.Shape.State }, ""},
	{ShapeGroupKey, []string{"1", "2", "4", "8"}, func(s *Scenario) *string { return &s.Shape.Group }, ""},
	{ShapeFFKey, []string{"gated", "plain"}, func(s *Scenario) *string { return &s.Shape.FeedForward }, ""},
	{ShapeHeadKey, []string{"own", "tied"}, func(s *Scenario) *string { return &s.Shape.Head }, ""},
	{ShapeCostKey, []string{"params", "flops", "time"}, func(s *Scenario) *string { return &s.Shape.Cost }, ""},
	{ShapeSeenKey, []string{"350b", "100b", "10b"}, func(s *Scenario) *string { return &s.Shape.Seen }, ""},
	{ShapePresetKey, presetIDs(), func(s *Scenario) *string { return &s.Shape.Preset }, ""},
	{OwnBiasesKey, []string{ShapeAsPreset, "none", "qkv", "all", "norms"}, func(s *Scenario) *string { return &s.Shape.Own.Biases }, ""},
	{OwnHeadKey, []string{ShapeAsPreset, "own", "tied"}, func(s *Scenario) *string { return &s.Shape.Own.Head }, ""},
	{OwnFFKey, []string{ShapeAsPreset, "gated", "plain"}, func(s *Scenario) *string { return &s.Shape.Own.FF }, ""},
	{OwnNormsKey, []string{ShapeAsPreset, "1", "2", "4"}, func(s *Scenario) *string { return &s.Shape.Own.Norms }, ""},
	{OwnQKKey, []string{ShapeAsPreset, "none", "head", "all"}, func(s *Scenario) *string { return &s.Shape.Own.QKNorm }, ""},
	{OwnGlobalKey, []string{ShapeAsPreset, "none", "2", "4", "6"}, func(s *Scenario) *string { return &s.Shape.Own.Global }, ""},
}

func presetIDs() []string {
	ids := []string{ShapeAdvised}
	for _, p := range shape.Presets() {
		ids = append(ids, p.ID)
	}
	return slices.Clip(ids)
}
