package scenario

import (
	"lossline/engine/plan"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// TransferChoice is what a person chose on the Transfer page.
type TransferChoice struct {
	N             unit.Params
	DF            unit.Chars             // target data at hand; 0: none
	CharsPerToken transfer.CharsPerToken // of the target
	Target        unit.Loss              // loss to reach; 0: none
	Source        string                 // what was pre-trained on: SourceText, SourceMix
	Base          string                 // from-scratch law of the target: BaseKaplan, BaseBesiroglu
}

// The sources of pre-training whose constants are published.
const (
	SourceText = "text"
	SourceMix  = "mix"
)

// The placeholders for the from-scratch law of the target. None was fitted to
// it: Hernandez et al. publish no constants for Python.
const (
	BaseKaplan    = "kaplan"
	BaseBesiroglu = "besiroglu"
)

// defaultTransfer is the case of Fig. 1 of Hernandez et al. 2021.
func defaultTransfer() TransferChoice {
	return TransferChoice{N: 4e7, DF: 3e5, CharsPerToken: transfer.WebText2Chars, Source: SourceText, Base: BaseKaplan}
}

// The fields of Transfer.
const (
	FieldTransferN     Field = "tn"
	FieldTransferDF    Field = "td"
	FieldCharsPerToken Field = "tcpt"
	FieldTransferLoss  Field = "ttl"

	ChoiceSource = "tsrc"
	ChoiceBase   = "tbase"
)

// Zero-shot worth is read at one character, so fine-tuning data begin there.
// Characters per token run from a byte-level tokenizer to whole phrases. The
// losses end above that of guessing in the largest vocabulary.
var (
	fineTuneLimits      = plan.Limits{Lo: 1, Hi: 1e20}
	charsPerTokenLimits = plan.Limits{Lo: 0.1, Hi: 100}
	targetLossLimits    = plan.Limits{Lo: 0.01, Hi: 20}
)

var transferQuantities = []Quantity{
	{FieldTransferN, unit.KindParams, ParamsLimits, "", func(s *Scenario) *float64 { return (*float64)(&s.Transfer.N) }, ""},
	{FieldTransferDF, unit.KindChars, fineTuneLimits, "none", func(s *Scenario) *float64 { return (*float64)(&s.Transfer.DF) }, ""},
	{FieldCharsPerToken, unit.KindChars, charsPerTokenLimits, "", func(s *Scenario) *float64 { return (*float64)(&s.Transfer.CharsPerToken) }, ""},
	{FieldTransferLoss, unit.KindLoss, targetLossLimits, "none", func(s *Scenario) *float64 { return (*float64)(&s.Transfer.Target) }, ""},
}

var transferChoices = []Choice{
	{ChoiceSource, []string{SourceText, SourceMix}, func(s *Scenario) *string { return &s.Transfer.Source }, ""},
	{ChoiceBase, []string{BaseKaplan, BaseBesiroglu}, func(s *Scenario) *string { return &s.Transfer.Base }, ""},
}
