package shape

import "math"

// Depths that are considered. Models of fewer than two layers deviate from the
// trend (Kaplan et al. 2020, Figure 6); (207 layers, d_model 768) is the deepest
// shape that the paper names.
const (
	minDepth = 2
	maxDepth = 207
)

// widthLimit ends the search: five times the width of GPT-3.
const widthLimit = 1 << 16

// template is a set of widths; at gives it a depth.
type template struct {
	at    func(layers int) Shape
	width int
	size  string // the standard T5 size whose widths these are, or empty
}

// templates lists the widths to consider in ascending order.
func (r Request) templates() []template {
	var out []template
	if r.Family == FamilyT5 {
		out = append(out, r.standardTemplates()...)
	}
	known := len(out)
	for d := r.nextWidth(0); d <= widthLimit; d = r.nextWidth(d) {
		t, ok := r.template(d)
		for _, s := range out[:known] {
			ok = ok && s.at(1) != t.at(1)
		}
		if ok {
			out = append(out, t)
		}
	}
	return out
}

// nextWidth returns the d_model after d. The steps are those of the published
// decoders: from 2048 up all are multiples of 512, from 8192 up of 1024.
func (r Request) nextWidth(d int) int {
	switch {
	case r.WidthMultiple != 0:
		return d + r.WidthMultiple
	case d < 1024:
		return d + 64
	case d < 2048 || r.Family == FamilyT5:
		return d + 128
	case d < 8192:
		return d + 512
	}
	return d + 1024
}

// standardTemplates are the widths of Tay et al. (2021), Table 2: their rule
// takes a standard size and changes its depth.
func (r Request) standardTemplates() []template {
	var out []template
	for _, s := range StandardT5s() {
		t := s.Shape
		t.Vocab, t.Inputs, t.Targets = r.vocab(), r.Context, r.Targets
		out = append(out, template{func(n int) Shape { return t.Deep(n) }, t.DModel, s.Name})
	}
	return out
}

// template returns the widths for one d_model, and false where the heads
// cannot be divided as asked.
func (r Request) template(d int) (template, bool) {
	if r.Family == FamilyT5 {
		t := T5{1, 1, d, 4 * d, 64, d / 64, r.vocab(), r.Context, r.Targets, false}
		return template{func(n int) Shape { return t.Deep(n) }, d, ""}, true
	}
	head := r.HeadDim
	if head == 0 {
		head = 64
		if d >= 1024 && d%128 == 0 {
			head = 128
		}
	}
	heads := d / head
	g := GPT{
		Layers: 1, DModel: d, Heads: heads, KVHeads: heads / r.QueryGroup, HeadDim: head, DFF: r.feedForward(d),
		Gated: r.Gated, Tied: r.Tied, LearnedPositions: r.LearnedPositions, Biases: r.Biases,
		Vocab: r.vocab(), ContextLength: r.Context,
	}
	ok := d%head == 0 && heads%r.QueryGroup == 0
	return template{func(n int) Shape { g.Layers = n; return g }, d, ""}, ok
}

// feedForward returns d_ff: 4·d_model, or where gated 8/3·d_model rounded up to
// a multiple of 256, which keeps the parameters of two matrices in three.
func (r Request) feedForward(d int) int {
	if !r.Gated {
		return 4 * d
	}
	return (8*d + 3*256 - 1) / (3 * 256) * 256
}

// cost returns what Request.Budget limits.
func (r Request) cost(s Shape) float64 {
	switch r.Budget {
	case BudgetTrainingFLOPs:
		return float64(s.Forward().Training().By(r.Counting))
	case BudgetMemory:
		return float64(s.Count().Total()) * r.BytesPerParam
	}
	return float64(s.Count().By(r.Counting))
}

// nearest collects the costs that lie closest to the budget on either side.
type nearest struct{ below, above float64 }

func (n *nearest) see(ratio float64) {
	if ratio <= 1 && ratio > n.below {
		n.below = ratio
	}
	if ratio > 1 && (n.above == 0 || ratio < n.above) {
		n.above = ratio
	}
}

// depths returns the depths at which t meets the budget within the tolerance.
// Cost is affine in depth, so two evaluations solve for it.
func (r Request) depths(t template, near *nearest) []int {
	slope := r.cost(t.at(2)) - r.cost(t.at(1))
	base := r.cost(t.at(1)) - slope
	solve := func(c float64) float64 { return min(max((c-base)/slope, minDepth), maxDepth) }
	for _, n := range []float64{math.Floor(solve(r.Amount)), math.Ceil(solve(r.Amount))} {
		near.see(r.cost(t.at(int(n))) / r.Amount)
	}
	var out []int
	last := int(math.Ceil(solve(r.Amount * (1 + r.Tolerance))))
	for n := int(math.Floor(solve(r.Amount * (1 - r.Tolerance)))); n <= last; n++ {
		if math.Abs(r.miss(t.at(n))) <= r.Tolerance {
			out = append(out, n)
		}
	}
	return out
}

// miss returns cost/budget − 1.
func (r Request) miss(s Shape) float64 { return r.cost(s)/r.Amount - 1 }
