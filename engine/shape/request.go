package shape

import (
	"fmt"
	"lossline/engine/law"
	"math"
)

// Purpose is what a shape is to be good at. The evidence differs, and with it
// the ranking.
type Purpose uint8

// The purposes.
const (
	PretrainingLoss  Purpose = iota + 1 // the published decoders, Kaplan et al. 2020, Figure 5
	FineTunedQuality                    // of encoder-decoders: Tay et al. 2021, section 4.4
)

// Budget is the quantity that a shape must meet.
type Budget uint8

// The budgets.
const (
	BudgetParams        Budget = iota + 1 // Amount in parameters, in Request.Counting
	BudgetTrainingFLOPs                   // Amount in FLOPs per training token, in Request.Counting
	BudgetMemory                          // Amount in bytes, Request.BytesPerParam for each parameter
)

// Bytes of memory per parameter.
const (
	BytesInference16 = 2  // 16-bit weights alone
	BytesTraining    = 16 // Adam in mixed precision: 2+2 weights and gradients, 12 optimizer (Rajbhandari et al. 2020, section 3.1)
)

// Request is what Advise answers. Every field counts: start from
// DefaultRequest. Requests are comparable.
type Request struct {
	Family        Family
	Purpose       Purpose
	Budget        Budget
	Amount        float64
	Counting      law.Counting
	BytesPerParam float64
	Tolerance     float64 // largest relative distance from Amount, at most 0.25
	Max           int     // longest list of candidates

	Vocab         int // rounded up to a multiple of VocabMultiple
	VocabMultiple int // 1: as it is
	Context       int // n_ctx; for T5 the input tokens of an example
	Targets       int // T5: the target tokens of an example; GPT: 0
	WidthMultiple int // d_model is a multiple of 64 or 128; 0: of 64 up to 1024, of 128 beyond, for decoders of 512 from 2048 and of 1024 from 8192

	// The rest is for GPT; for T5 leave DefaultRequest's values.
	HeadDim          int // 64, 128, or 0: 128 from d_model 1024 up where it divides, else 64
	QueryGroup       int // query heads per key and value head; 1: multi-head attention
	Gated            bool
	Tied             bool
	LearnedPositions bool
	Biases           Bias
}

// DefaultRequest returns a request for 1e9 total parameters within 5 %: for
// FamilyGPT pre-training loss and a gated decoder with rotary positions and an
// output head of its own; for FamilyT5 fine-tuned quality and the released T5.
func DefaultRequest(f Family) Request {
	r := Request{
		Family: f, Purpose: PretrainingLoss, Budget: BudgetParams, Amount: 1e9, Counting: law.Total,
		BytesPerParam: BytesTraining, Tolerance: 0.05, Max: 12,
		Vocab: 50257, VocabMultiple: 128, Context: 2048, QueryGroup: 1, Gated: true,
	}
	if f == FamilyT5 {
		r.Purpose = FineTunedQuality
		r.Vocab, r.Context, r.Targets = T5Vocab, T5Inputs, T5Targets
		r.Gated, r.Tied = false, true
	}
	return r
}

// Validate returns an *Error for the first field that cannot be used.
func (r Request) Validate() error {
	if err := r.validateChoices(); err != nil {
		return err
	}
	if err := r.validateAmounts(); err != nil {
		return err
	}
	err := checkDims([]dim{
		{"Max", r.Max, 1, 1000}, {"Vocab", r.Vocab, 1, maxVocab},
		{"VocabMultiple", r.VocabMultiple, 1, 1 << 16}, {"Context", r.Context, 1, maxTokens},
		{"QueryGroup", r.QueryGroup, 1, 1 << 10},
	})
	switch {
	case err != nil:
		return err
	case r.vocab() > maxVocab:
		return &Error{"Vocab", float64(r.Vocab), "is too large once rounded up"}
	case r.Family == FamilyT5:
		return r.validateT5()
	case r.Purpose == FineTunedQuality:
		return &Error{"Purpose", float64(r.Purpose), "fine-tuned quality was measured on encoder-decoders"}
	case r.Targets != 0:
		return &Error{"Targets", float64(r.Targets), "a decoder has none"}
	}
	return nil
}

func (r Request) validateChoices() error {
	choices := []struct {
		name    string
		value   int
		allowed []int
	}{
		{"Family", int(r.Family), []int{int(FamilyGPT), int(FamilyT5)}},
		{"Purpose", int(r.Purpose), []int{int(PretrainingLoss), int(FineTunedQuality)}},
		{"Budget", int(r.Budget), []int{int(BudgetParams), int(BudgetTrainingFLOPs), int(BudgetMemory)}},
		{"Counting", int(r.Counting), []int{int(law.NonEmbedding), int(law.Total)}},
		{"WidthMultiple", r.WidthMultiple, []int{0, 64, 128}},
		{"HeadDim", r.HeadDim, []int{0, 64, 128}},
		{"Biases", int(r.Biases), []int{int(NoBias), int(QKVBias), int(AllBias)}},
	}
next:
	for _, c := range choices {
		for _, a := range c.allowed {
			if c.value == a {
				continue next
			}
		}
		return &Error{c.name, float64(c.value), fmt.Sprintf("must be one of %v", c.allowed)}
	}
	return nil
}

func (r Request) validateAmounts() error {
	for _, q := range []struct {
		name          string
		value, lo, hi float64
	}{
		{"Amount", r.Amount, 1e4, 1e15},
		{"BytesPerParam", r.BytesPerParam, 0.1, 1000},
		{"Tolerance", r.Tolerance, 1e-4, 0.25},
	} {
		if math.IsNaN(q.value) || q.value < q.lo || q.value > q.hi {
			return &Error{q.name, q.value, fmt.Sprintf("must be between %g and %g", q.lo, q.hi)}
		}
	}
	return nil
}

func (r Request) validateT5() error {
	switch {
	case r.Targets < 1 || r.Targets > maxTokens:
		return &Error{"Targets", float64(r.Targets), "T5 needs the target tokens of an example"}
	case r.HeadDim != 0:
		return &Error{"HeadDim", float64(r.HeadDim), "T5's heads come with its widths"}
	case r.QueryGroup != 1:
		return &Error{"QueryGroup", float64(r.QueryGroup), "T5 has as many key as query heads"}
	case r.Gated:
		return &Error{"Gated", 1, "the T5 counted here has no gate"}
	case !r.Tied:
		return &Error{"Tied", 0, "the T5 counted here has one embedding for all"}
	case r.LearnedPositions:
		return &Error{"LearnedPositions", 1, "T5 has relative positions"}
	case r.Biases != NoBias:
		return &Error{"Biases", float64(r.Biases), "T5 has none"}
	}
	return nil
}

// vocab returns the vocabulary rounded up to VocabMultiple.
func (r Request) vocab() int {
	m := r.VocabMultiple
	return (r.Vocab + m - 1) / m * m
}
