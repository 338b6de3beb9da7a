package scenario

import (
	"errors"
	"math"
	"slices"
	"sync"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/shape"
	"lossline/engine/unit"
)

// ShapeOutcome is what follows from a Scenario on the Shape page.
type ShapeOutcome struct {
	Request shape.Request
	Plan    plan.Allocation   // whose N is followed; no method where a budget was chosen
	Advice  shape.Advice      // the listed shapes
	All     []shape.Candidate // every shape that meets the budget, for the figure
	Err     *shape.Error      // the request could not be answered

	Own     OwnCount
	Table4  []shape.Table4Row
	Aspects []shape.AspectGroup // the Gemstones at the chosen checkpoint
	Seen    unit.Tokens
}

// OwnCount is the shape that is counted operation by operation.
type OwnCount struct {
	Preset  shape.Preset // no shape where there is no advised one
	Shape   shape.Shape
	Err     *shape.Error
	Count   shape.Count
	Forward shape.Ops
	Changed bool // differs from the preset
}

// First is the shape in the sentence, and false where none meets the budget.
func (o ShapeOutcome) First() (shape.Candidate, bool) {
	if len(o.Advice.Candidates) == 0 {
		return shape.Candidate{}, false
	}
	return o.Advice.Candidates[0], true
}

// listed is how many shapes the table has; allShapes is more than there are.
const (
	listed    = 8
	allShapes = 1000
)

// The embedded data, read once: tests read it too, and it never changes.
var (
	table4    = sync.OnceValues(shape.Table4)
	gemstones = sync.OnceValues(shape.GemstonesSample)
)

// nearEqual is the ratio, less one, within which N counts as equal.
const nearEqual = 0.1

// EvalShape computes the ShapeOutcome of s. It is pure.
func EvalShape(s Scenario) ShapeOutcome {
	var o ShapeOutcome
	o.Request, o.Plan = shapeRequest(s)
	var err error
	if o.Advice, err = shape.Advise(o.Request); err != nil {
		errors.As(err, &o.Err)
	}
	o.All = o.Advice.Candidates
	if n := len(o.All); n > listed {
		o.Advice.Candidates = o.All[:listed:listed]
		o.Advice.Notes = append(o.Advice.Notes, shape.Note{Code: shape.ListCut, Args: [4]float64{listed, float64(n)}})
	}
	o.Own = countOwn(s.Shape, o)
	o.Table4, _ = table4()
	gs, _ := gemstones()
	tokens := shape.GemstoneTokens(gs)
	o.Seen = tokens[map[string]int{"350b": 2, "100b": 1, "10b": 0}[s.Shape.Seen]]
	o.Aspects, _ = shape.AspectCheck(gs, o.Seen, shape.OnFineWebEdu, law.NonEmbedding, nearEqual)
	return o
}

func shapeRequest(s Scenario) (shape.Request, plan.Allocation) {
	c := s.Shape
	r := shape.DefaultRequest(shape.FamilyGPT)
	if c.Family == ShapeT5 {
		r = shape.DefaultRequest(shape.FamilyT5)
	} else {
		r.QueryGroup = map[string]int{"1": 1, "2": 2, "4": 4, "8": 8}[c.Group]
		r.Gated, r.Tied = c.FeedForward == "gated", c.Head == "tied"
	}
	r.Max = allShapes
	if c.Purpose == "loss" { // a decoder has no other
		r.Purpose = shape.PretrainingLoss
	}
	if c.Embeddings == "nonemb" {
		r.Counting = law.NonEmbedding
	}
	if c.State == "weights" {
		r.BytesPerParam = shape.BytesInference16
	}
	if c.Vocab != 0 {
		r.Vocab = whole(c.Vocab)
	}
	if c.Context != 0 {
		r.Context = whole(c.Context)
	}
	switch c.By {
	case ShapeByFLOPs:
		r.Budget, r.Amount = shape.BudgetTrainingFLOPs, float64(c.TokenFLOPs)
	case ShapeByMemory:
		r.Budget, r.Amount = shape.BudgetMemory, float64(c.Memory)
	default:
		r.Amount = float64(c.Params)
		if c.Params == 0 {
			return followPlan(s, r)
		}
	}
	return r, plan.Allocation{}
}

// followPlan asks for the parameters of the plan, counted as its law counts.
func followPlan(s Scenario, r shape.Request) (shape.Request, plan.Allocation) {
	o := Eval(s)
	a := o.Head
	if a.Method.ID == "" { // no law answers, so there is no plan to speak of
		a = o.firstVisit()
	}
	r.Amount, r.Counting = float64(a.N), law.Total
	if a.Counting == law.NonEmbedding {
		r.Counting = law.NonEmbedding
	}
	return r, o.Head
}

func whole[T ~float64](v T) int { return int(math.Round(float64(v))) }

func countOwn(c ShapeChoice, o ShapeOutcome) OwnCount {
	var own OwnCount
	if first, ok := o.First(); ok && c.Preset == ShapeAdvised {
		own.Preset = shape.Preset{ID: ShapeAdvised, Shape: first.Shape}
	}
	for _, p := range shape.Presets() {
		if p.ID == c.Preset {
			own.Preset = p
		}
	}
	if own.Preset.Shape == nil {
		return own
	}
	own.Shape = c.Own.over(own.Preset.Shape)
	own.Changed = own.Shape != own.Preset.Shape
	if err := own.Shape.Validate(); err != nil {
		errors.As(err, &own.Err)
		return own
	}
	own.Count, own.Forward = own.Shape.Count(), own.Shape.Forward()
	return own
}

// over returns the preset with what was changed.
func (w OwnShape) over(s shape.Shape) shape.Shape {
	set := func(dst *int, v float64) {
		if v != 0 {
			*dst = whole(v)
		}
	}
	switch g := s.(type) {
	case shape.GPT:
		mha := g.KVHeads == g.Heads
		set(&g.Layers, w.Layers)
		set(&g.DModel, w.Width)
		set(&g.Heads, w.Heads)
		if mha { // one key and value head a head, until something else is asked for
			g.KVHeads = g.Heads
		}
		set(&g.KVHeads, w.KVHeads)
		set(&g.HeadDim, w.HeadDim)
		set(&g.DFF, w.FeedForward)
		set(&g.Vocab, w.Vocab)
		set(&g.ContextLength, float64(w.Context))
		w.parts(&g)
		return g
	case shape.T5:
		set(&g.EncoderLayers, w.Layers)
		set(&g.DecoderLayers, w.Decoder)
		set(&g.DModel, w.Width)
		set(&g.Heads, w.Heads)
		set(&g.DKV, w.HeadDim)
		set(&g.DFF, w.FeedForward)
		set(&g.Vocab, w.Vocab)
		set(&g.Inputs, float64(w.Context))
		return g
	}
	return s
}

// parts are what g has beyond its sizes.
func (w OwnShape) parts(g *shape.GPT) {
	at := func(value string, values ...string) (int, bool) {
		i := slices.Index(values, value)
		return i, i >= 0
	}
	if i, ok := at(w.Biases, "none", "qkv", "all", "norms"); ok {
		g.Biases, g.NormBias = shape.Bias(i%3), i == 3
	}
	if i, ok := at(w.Head, "own", "tied"); ok {
		g.Tied = i == 1
	}
	if i, ok := at(w.FF, "plain", "gated"); ok {
		g.Gated = i == 1
	}
	if i, ok := at(w.Norms, "1", "2", "4"); ok {
		g.Norms = 1 << i
	}
	if i, ok := at(w.QKNorm, "none", "head", "all"); ok {
		g.QKNorm = shape.QKNorm(i)
	}
	if w.Window != 0 {
		g.Window = whole(w.Window)
	}
	if i, ok := at(w.Global, "none", "2", "4", "6"); ok {
		g.GlobalEvery = 2 * i
	}
}
