package shape

import (
	"cmp"
	"slices"

	"lossline/engine/cite"
	"lossline/engine/unit"
)

// Candidate is a buildable shape within the tolerance of a budget.
type Candidate struct {
	Shape         Shape
	NonEmbedding  unit.Params
	Total         unit.Params
	Forward       Ops     // FLOPs per token
	Training      Ops     // FLOPs per token: 3 × Forward
	Layers        float64 // per stack
	Serial        int     // layers one after the other, all stacks
	StandardDepth float64 // Layers that models of the family have at this N
	RelativeDepth float64 // Layers/StandardDepth
	AspectRatio   float64 // d_model/Layers
	Kaplan        AspectRange
	MemoryBytes   float64 // Total × Request.BytesPerParam: no activations, no KV cache
	Miss          float64 // budget used / Amount − 1
	For, Against  []Note
	size          string // standard T5 size whose widths these are
}

// Advice is the answer to a Request.
type Advice struct {
	Rule       Note     // which ranking, and where it comes from
	Also       cite.Ref // the second source of the rule, where it has two
	Candidates []Candidate
	Notes      []Note
}

// Advise lists the shapes that meet r's budget within its tolerance, best first
// by the rule of r.Purpose; each set of widths is listed once, at the depth of
// its best group that comes closest to the budget. The order is the same on every machine.
//
// FineTunedQuality ranks by DeepNarrow: raise depth before width and stop at 32
// to 36 layers a stack (Tay et al. 2021, section 4.4). First come the depths in
// that band, those on the widths of a standard size before others and then by
// distance from the budget; then the shallower, deepest first; then the deeper,
// shallowest first; last whatever is narrower than 256, the paper's smallest.
//
// PretrainingLoss keeps the aspect ratio within the interval that is documented
// to be flat (Kaplan et al. 2020, Figure 5; see AspectRange). Decoders come there
// by nearness to the Ladder of published ones. Those whose depth and width are
// within its scatter count as equally near, and come by distance from the
// budget: the first is the nearest buildable decoder. For T5, since loss hardly
// differs in the interval, the deepest of up to 36 layers come first and then the
// deeper, because depth there costs little loss and may pay after fine-tuning.
// Both rules are Lossline's own. Shapes outside the interval come by their
// distance from it.
//
// It returns an *Error naming the field that cannot be used. Where no shape is
// within the tolerance the list is empty and a Note says how near one comes.
func Advise(r Request) (Advice, error) {
	if err := r.Validate(); err != nil {
		return Advice{}, err
	}
	a := Advice{Rule: Note{Code: DeepNarrowRule, Ref: tayDeepNarrow, Grade: cite.GradeA}}
	if r.Purpose == PretrainingLoss {
		a.Rule = Note{Code: DeepInRangeRule, Ref: kaplanShape, Grade: cite.GradeA}
		a.Also = tayDeepNarrow
	}
	if r.Family == FamilyGPT {
		a.Rule = Note{Code: LadderRule, Ref: decodersRef, Grade: cite.GradeB}
		a.Also = kaplanShape
	}
	found, near := r.find()
	a.Notes = r.notes(len(found), near)
	for _, f := range found[:min(len(found), r.Max)] {
		a.Candidates = append(a.Candidates, r.candidate(f))
	}
	return a, nil
}

// fit is a shape that meets the budget, with its place in the ranking.
type fit struct {
	shape Shape
	size  string
	rank  rank
}

// find returns the best depth of every template that meets the budget, ranked.
func (r Request) find() ([]fit, nearest) {
	var all []fit
	var near nearest
	for _, t := range r.templates() {
		var best *fit
		for _, n := range r.depths(t, &near) {
			f := fit{t.at(n), t.size, r.rank(t.at(n), t.size)}
			if best == nil || f.rank.closer(best.rank) {
				best = &f
			}
		}
		if best != nil {
			all = append(all, *best)
		}
	}
	slices.SortStableFunc(all, func(a, b fit) int { return a.rank.compare(b.rank) })
	return all, near
}

func (r Request) notes(found int, near nearest) []Note {
	scope := Note{Code: MemoryScope, Args: args(r.BytesPerParam)}
	if r.BytesPerParam == BytesTraining {
		scope.Ref, scope.Grade = cite.Ref{Source: cite.Rajbhandari2020, Where: "section 3.1"}, cite.GradeA
	}
	out := []Note{scope}
	if v := r.vocab(); v != r.Vocab {
		out = append(out, Note{Code: VocabRounded, Args: args(float64(r.Vocab), float64(v))})
	}
	if found == 0 {
		out = append(out, Note{Code: NoneInTolerance, Args: args(r.Tolerance, near.below, near.above)})
	}
	if found > r.Max {
		out = append(out, Note{Code: ListCut, Args: args(float64(r.Max), float64(found))})
	}
	return out
}

func (r Request) candidate(f fit) Candidate {
	s := f.shape
	count, forward := s.Count(), s.Forward()
	c := Candidate{
		Shape: s, NonEmbedding: count.NonEmbedding(), Total: count.Total(),
		Forward: forward, Training: forward.Training(),
		Layers: s.Stack(), Serial: s.Serial(), AspectRatio: AspectRatio(s), Kaplan: KaplanRange(AspectRatio(s)),
		MemoryBytes: float64(count.Total()) * r.BytesPerParam,
		Miss:        r.miss(s), size: f.size,
	}
	c.StandardDepth = StandardDepth(r.Family, c.NonEmbedding)
	c.RelativeDepth = c.Layers / c.StandardDepth
	c.For, c.Against = r.evidence(c)
	return c
}

// rank orders candidates: lower is better in each field, the earlier first.
type rank struct {
	tier  int
	key   float64
	miss  float64
	width int
}

func (a rank) compare(b rank) int {
	return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(a.key, b.key),
		cmp.Compare(a.miss, b.miss), cmp.Compare(a.width, b.width))
}

// closer chooses between two depths of the same widths: the better tier, in it
// the smaller distance from the budget.
func (a rank) closer(b rank) bool {
	return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(a.miss, b.miss)) < 0
}
