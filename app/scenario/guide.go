package scenario

import (
	"slices"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/shape"
	"lossline/engine/unit"
)

// GuideChoice is what a person chose in the Guide.
type GuideChoice struct {
	Lo, Hi unit.FLOPs // the compute over which an exponent is fitted; 0: as Pearce & Song 2024
	Vocab  float64    // tokens of the vocabulary, for the embeddings; 0: as Pearce & Song 2024
	At     string     // the place last gone to: a link leads there
}

// KeyAt is the key of the place in links.
const KeyAt = "at"

// The fields of the quantities.
const (
	FieldGuideLo    Field = "glo"
	FieldGuideHi    Field = "ghi"
	FieldGuideVocab Field = "gvoc"
)

// GuideCorrections is the section that says which numbers were corrected.
const GuideCorrections = "corrections"

// The places of the Guide, in its order. They stand in links: none is taken away.
var (
	guideSections = []string{"counting", "disagreement", "trust", "methods", "glossary", GuideCorrections}
	guideTraps    = []string{"trap-far", "trap-recipe", "trap-schedule", "trap-edge", "trap-repeat", "trap-count", "trap-emergent", "trap-quality"}
	guideMethods  = []string{"method-kaplan", "method-batch", "method-hernandez", "method-tay", "method-approach1", "method-approach2", "method-approach3",
		"method-repeat", "method-overtraining", "method-inference", "method-huber", "method-bootstrap", "method-backtest"}
	guideTerms = []string{"term-law", "term-loss", "term-perplexity", "term-n", "term-embedding", "term-d", "term-byte", "term-c", "term-flops", "term-s",
		"term-b", "term-bcrit", "term-e", "term-optimal", "term-ratio", "term-overtraining", "term-epoch", "term-isoflop", "term-dt", "term-ossification",
		"term-range", "term-interval", "term-huber", "term-bootstrap", "term-backtest", "term-aicc", "term-grade"}

	guidePlaces = slices.Concat([]string{"top"}, guideSections, guideTraps, guideMethods, guideTerms)
)

// GuideSections lists the sections of the Guide.
func GuideSections() []string { return guideSections }

// GuideTraps lists the reasons not to trust a law.
func GuideTraps() []string { return guideTraps }

// GuideMethods lists the methods that the Guide explains.
func GuideMethods() []string { return guideMethods }

// GuideTerms lists the glossary.
func GuideTerms() []string { return guideTerms }

// GuidePlace reports whether the Guide has a place of that name, which then is the
// id of an element.
func GuidePlace(id string) bool { return slices.Contains(guidePlaces[1:], id) }

func defaultGuide() GuideChoice { return GuideChoice{At: guidePlaces[0]} }

// guideVocabLimits hold no vocabulary, nearly, and more than any.
var guideVocabLimits = plan.Limits{Lo: 1, Hi: 1 << 24}

var guideQuantities = []Quantity{
	{FieldGuideLo, unit.KindFLOPs, plan.BudgetLimits, "paper", func(s *Scenario) *float64 { return (*float64)(&s.Guide.Lo) }, ""},
	{FieldGuideHi, unit.KindFLOPs, plan.BudgetLimits, "paper", func(s *Scenario) *float64 { return (*float64)(&s.Guide.Hi) }, ""},
	{FieldGuideVocab, unit.KindNumber, guideVocabLimits, "paper", func(s *Scenario) *float64 { return &s.Guide.Vocab }, ""},
}

var guideChoices = []Choice{{KeyAt, guidePlaces, func(s *Scenario) *string { return &s.Guide.At }, ""}}

// GuideOutcome is what the Guide shows of the engine.
type GuideOutcome struct {
	Counts []Counted

	From, To unit.FLOPs // as chosen
	Lo, Hi   unit.FLOPs // the same in order
	Vocab    float64
	Gamma    float64
	Laws     []Reconciled
}

// Counted is a model in both countings.
type Counted struct {
	ID, Name                  string // no name: the reader's own
	NonEmbedding, Total       unit.Params
	Embedding                 unit.Params // token and position embeddings
	FLOPsNonEmbedding, FLOPs6 unit.FLOPs  // 6N for each token
	FLOPsCounted              unit.FLOPs  // operation by operation, for each token
}

// Share is that of the embeddings.
func (c Counted) Share() float64 { return float64(c.Embedding / c.Total) }

// Reconciled is a law of all parameters, seen as Kaplan et al. 2020 would see it.
type Reconciled struct {
	Set      *law.Set
	Fitted   float64 // exponent of N ∝ C^g over the range, without embeddings
	Own      float64 // the law's own exponent, with embeddings
	Printed  float64 // Fitted as Pearce & Song 2024 print it for their range
	NLo, NHi unit.Params
}

// vocabulary and aspect of Pearce & Song 2024, who give them as 32e3 and 39.2.
const guideVocab, guideAspect = 32e3, 39.2

// EvalGuide computes the GuideOutcome of s. It is pure.
func EvalGuide(s Scenario) GuideOutcome {
	o := GuideOutcome{From: orElse(s.Guide.Lo, law.PearceRange[0]), To: orElse(s.Guide.Hi, law.PearceRange[1]), Vocab: orElse(s.Guide.Vocab, guideVocab)}
	o.Lo, o.Hi = min(o.From, o.To), max(o.From, o.To)
	o.Gamma = law.PearceGammaFor(o.Vocab, guideAspect)
	for _, r := range []Reconciled{{Printed: law.PearcePrinted.Besiroglu}, {Printed: law.PearcePrinted.Hoffmann}} {
		_, r.Set, _ = law.SetByID([]string{"besiroglu2024.1", "hoffmann2022.2"}[len(o.Laws)])
		theta := r.Set.Theta
		r.Fitted, r.Own = law.PearceFit(theta, o.Gamma, o.Lo, o.Hi), theta[4]/(theta[2]+theta[4])
		r.NLo, r.NHi = law.PearceOptimum(theta, o.Gamma, o.Lo), law.PearceOptimum(theta, o.Gamma, o.Hi)
		o.Laws = append(o.Laws, r)
	}
	gpts := shape.Presets()[:3]
	gpts[2].ID, gpts[2].Name = "gpt3", "GPT-3"
	for _, p := range gpts {
		o.Counts = append(o.Counts, counted(p.ID, p.Name, p.Shape))
	}
	if own := EvalShape(s).Own; own.Shape != nil && own.Err == nil {
		o.Counts = append(o.Counts, counted("own", "", own.Shape))
	}
	return o
}

func counted(id, name string, s shape.Shape) Counted {
	c := s.Count()
	n, total := c.NonEmbedding(), c.Total()
	return Counted{ID: id, Name: name, NonEmbedding: n, Total: total, Embedding: unit.Params(c.Embed + c.Positions),
		FLOPsNonEmbedding: unit.FLOPs(6 * n), FLOPs6: unit.FLOPs(6 * total), FLOPsCounted: s.Forward().Training().Total()}
}

func orElse[T ~float64](v, otherwise T) T {
	if v == 0 {
		return otherwise
	}
	return v
}
