package shape

import (
	"lossline/engine/law"
	"math"
	"reflect"
	"slices"
	"testing"
)

func request(f Family, change func(*Request)) Request {
	r := DefaultRequest(f)
	change(&r)
	return r
}

func mustAdvise(t *testing.T, r Request) Advice {
	t.Helper()
	a, err := Advise(r)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// grid is requests of every kind, over seven decades of size.
func grid() []Request {
	var out []Request
	for _, f := range []Family{FamilyGPT, FamilyT5} {
		for _, p := range []Purpose{PretrainingLoss, FineTunedQuality}[:f] { // GPT has the first alone
			for _, k := range []law.Counting{law.NonEmbedding, law.Total} {
				for n := 3e6; n < 1e13; n *= 7 {
					for b, amount := range map[Budget]float64{BudgetParams: n, BudgetTrainingFLOPs: 6 * n, BudgetMemory: 16 * n} {
						r := request(f, func(r *Request) { r.Purpose, r.Counting, r.Budget, r.Amount, r.Max = p, k, b, amount, 1000 })
						out = append(out, r)
						if f == FamilyGPT {
							r.QueryGroup, r.Gated, r.Tied, r.LearnedPositions, r.Biases = 4, false, true, true, AllBias
							r.WidthMultiple, r.HeadDim, r.Context = 128, 64, 32768
							out = append(out, r)
						}
					}
				}
			}
		}
	}
	return out
}

// What every candidate must be: valid, buildable, inside the tolerance, and
// with numbers that its shape gives when counted again.
func TestCandidates(t *testing.T) {
	shown := 0
	for _, r := range grid() {
		for _, c := range mustAdvise(t, r).Candidates {
			shown++
			if err := c.Shape.Validate(); err != nil {
				t.Fatal(err)
			}
			if off := r.cost(c.Shape)/r.Amount - 1; math.Abs(off) > r.Tolerance || off != c.Miss {
				t.Fatalf("%+v misses %g by %g", c.Shape, r.Amount, off)
			}
			checkBuildable(t, r, c.Shape)
			n := c.Shape.Count()
			if c.Total != n.Total() || c.NonEmbedding != n.NonEmbedding() || c.Training != c.Shape.Forward().Training() ||
				c.MemoryBytes != float64(n.Total())*r.BytesPerParam || c.AspectRatio != float64(c.Shape.Width())/c.Layers {
				t.Fatalf("%+v", c)
			}
		}
	}
	if shown < 5000 {
		t.Errorf("only %d candidates on the grid", shown)
	}
}

func checkBuildable(t *testing.T, r Request, s Shape) {
	t.Helper()
	multiple := func(v, of int) {
		if v%of != 0 {
			t.Fatalf("%+v: %d is no multiple of %d", s, v, of)
		}
	}
	multiple(s.Width(), 64)
	multiple(s.FeedForward(), 256)
	multiple(s.VocabularySize(), r.VocabMultiple)
	if s.Width() > 1024 {
		multiple(s.Width(), 128)
	}
	if g, ok := s.(GPT); ok {
		multiple(g.Heads, g.KVHeads)
		if g.Heads*g.HeadDim != g.DModel || g.Heads != r.QueryGroup*g.KVHeads || g.HeadDim != 64 && g.HeadDim != 128 {
			t.Fatalf("heads of %+v", g)
		}
		// 8/3·d_model, at most one step of 256 above; or 4·d_model.
		if up := float64(g.DFF) - 8.0/3*float64(g.DModel); g.Gated && (up < 0 || up >= 256) || !g.Gated && g.DFF != 4*g.DModel {
			t.Fatalf("d_ff of %+v", g)
		}
	}
}

// Against trying every width and depth up to the ends of the search: the same
// widths are found, each in its best tier at the depth closest to the budget.
func TestAdviseFindsAll(t *testing.T) {
	r := request(FamilyGPT, func(r *Request) { r.Amount, r.Max, r.WidthMultiple, r.HeadDim = 3e8, 1000, 64, 64 })
	want, best := map[int]int{}, map[int][2]float64{}
	for d := 64; d <= 1<<14; d += 64 {
		ff := (8*d + 767) / 768 * 256
		for n := 2; n <= 207; n++ {
			g := GPT{n, d, d / 64, d / 64, 64, ff, true, false, false, NoBias, 50304, 2048, Parts{}}
			off := math.Abs(float64(g.Count().Total())/3e8 - 1)
			key := [2]float64{float64(aspectTier(Candidate{Shape: g, AspectRatio: float64(d) / float64(n)})), off}
			old, seen := best[d]
			if off <= 0.05 && (!seen || slices.Compare(key[:], old[:]) < 0) {
				want[d], best[d] = n, key
			}
		}
	}
	got := map[int]int{}
	for _, c := range mustAdvise(t, r).Candidates {
		got[c.Shape.Width()] = c.Shape.Serial()
	}
	if !reflect.DeepEqual(got, want) || len(want) < 20 {
		t.Errorf("found %v, want %v", got, want)
	}
}

// The order that the doc comment of Advise promises, stated once more as a
// relation of neighbours.
func TestRanking(t *testing.T) {
	for _, r := range grid() {
		cs := mustAdvise(t, r).Candidates
		for i := 1; i < len(cs); i++ {
			a, b := cs[i-1], cs[i]
			if r.Purpose == FineTunedQuality && !deepNarrowOrder(a, b) || r.Purpose == PretrainingLoss && !aspectOrder(a, b) {
				t.Fatalf("%d layers × %d stands before %d × %d", a.Shape.Serial(), a.Shape.Width(), b.Shape.Serial(), b.Shape.Width())
			}
		}
	}
}

// depthTier is the group of DeepNarrow: in the band of 32 to 36 layers, below,
// above; the same again for what is narrower than 256.
func depthTier(c Candidate) int {
	k := 0
	switch {
	case c.Layers < 32:
		k = 1
	case c.Layers > 36:
		k = 2
	}
	if c.Shape.Width() < 256 {
		k += 3
	}
	return k
}

func deepNarrowOrder(a, b Candidate) bool {
	ta, tb := depthTier(a), depthTier(b)
	if ta != tb {
		return ta < tb
	}
	switch ta % 3 {
	case 1:
		return a.Layers >= b.Layers
	case 2:
		return a.Layers <= b.Layers
	}
	if paper := a.size != ""; paper != (b.size != "") {
		return paper
	}
	return math.Abs(a.Miss) <= math.Abs(b.Miss)
}

// aspectTier is the group of the rules for pre-training: inside the interval of
// Kaplan's two shapes, for T5 up to 36 layers and deeper, outside.
func aspectTier(c Candidate) int {
	switch {
	case c.AspectRatio < 1600.0/48 || c.AspectRatio > 4288.0/6:
		return 2
	case c.Shape.Family() == FamilyT5 && c.Layers > 36:
		return 1
	}
	return 0
}

func aspectOrder(a, b Candidate) bool {
	ta, tb := aspectTier(a), aspectTier(b)
	if ta != tb {
		return ta < tb
	}
	switch {
	case ta == 2:
		return a.Kaplan.Factor <= b.Kaplan.Factor*(1+1e-12)
	case a.Shape.Family() == FamilyGPT: // on the ladder by budget, then by nearness to it
		x, y := offLadder(a.Shape), offLadder(b.Shape)
		if x <= 1 && y <= 1 {
			return math.Abs(a.Miss) <= math.Abs(b.Miss)
		}
		return x <= 1 || x <= y
	case ta == 1:
		return a.Layers <= b.Layers
	}
	return a.Layers >= b.Layers
}

// The paper's own deep shapes come first at their own size: Base-36L and
// XL-32L (Tay et al. 2021, Table 4).
func TestAdviseFindsPaper(t *testing.T) {
	for _, c := range []struct {
		amount float64
		size   string
		layers int
		note   Code
	}{
		{619_357_440, "base", 36, Released},
		{1_090_051_072, "large", 36, PaperWidths},
		{3_791_163_392, "xl", 32, ComparisonBetter},
	} {
		first := mustAdvise(t, request(FamilyT5, func(r *Request) { r.Amount = c.amount })).Candidates[0]
		size, _ := T5Size(c.size)
		if first.Shape != Shape(size.Deep(c.layers)) || first.Miss != 0 {
			t.Errorf("%g: first is %+v", c.amount, first.Shape)
		}
		if !slices.ContainsFunc(first.For, func(n Note) bool { return n.Code == c.note }) {
			t.Errorf("%g: no %s in %v", c.amount, c.note, first.For)
		}
	}
}

// Llama-2-7B (32 layers, d_model 4096, 32 heads, d_ff 11008; 6,738,415,616
// parameters with 32,000 rows) is what the width rules give at its size.
func TestAdviseFindsLlama(t *testing.T) {
	a := mustAdvise(t, request(FamilyGPT, func(r *Request) { r.Amount, r.Vocab, r.Context, r.Max = 6_738_415_616, 32000, 4096, 100 }))
	want := Shape(llama(32, 4096, 32, 32, 11008, 32000))
	if !slices.ContainsFunc(a.Candidates, func(c Candidate) bool { return c.Shape == want && c.Miss == 0 }) {
		t.Errorf("not among %d candidates", len(a.Candidates))
	}
}

// The two shapes of Kaplan et al. (2020), Figure 5, bound the interval: both
// are in it, a hair outside is not; 1333 and 17.9 bound the union of 40-fold
// ranges that hold it (4288/6/40 = 17.87, 40·1600/48 = 1333.3).
func TestKaplanRange(t *testing.T) {
	for _, c := range []struct {
		aspect float64
		zone   Zone
		factor float64
	}{
		{1600.0 / 48, InRange, 1}, {4288.0 / 6, InRange, 1}, {100, InRange, 1},
		{33.3, NearRange, 1600.0 / 48 / 33.3}, {715, NearRange, 715 / (4288.0 / 6)},
		{17.88, NearRange, 1600.0 / 48 / 17.88}, {17.86, OffRange, 1600.0 / 48 / 17.86},
		{1333, NearRange, 1333 / (4288.0 / 6)}, {1334, OffRange, 1334 / (4288.0 / 6)},
		{768.0 / 207, OffRange, 1600.0 / 48 / (768.0 / 207)},
	} {
		got := KaplanRange(c.aspect)
		if got.Zone != c.zone || math.Abs(got.Factor/c.factor-1) > 1e-12 {
			t.Errorf("aspect %g: %+v, want zone %d, factor %g", c.aspect, got, c.zone, c.factor)
		}
	}
}

// At a standard size the standard depth is that size's: Table 2 of Tay et al.
// (2021). Between base (12) and large (24) it is between, at the geometric middle
// 12·√2. That of decoders is the ladder's.
func TestStandardDepth(t *testing.T) {
	base, _ := T5Size("base")
	large, _ := T5Size("large")
	nb, nl := float64(base.Count().NonEmbedding()), float64(large.Count().NonEmbedding())
	ladder, _ := Ladder(7e9)
	for _, c := range []struct {
		f       Family
		n, want float64
	}{
		{FamilyGPT, 7e9, ladder},
		{FamilyT5, nb, 12}, {FamilyT5, nl, 24}, {FamilyT5, math.Sqrt(nb * nl), 12 * math.Sqrt2},
		{FamilyT5, 1e6, 4}, {FamilyT5, 1e12, 24},
	} {
		if got := StandardDepth(c.f, unitParams(c.n)); math.Abs(got/c.want-1) > 1e-12 {
			t.Errorf("family %d, N %g: depth %g, want %g", c.f, c.n, got, c.want)
		}
	}
}

// Every code is unique, each is used by some answer, and none is missing from
// the list that translators work from.
func TestCodes(t *testing.T) {
	used := map[Code]bool{}
	mark := func(ns ...Note) {
		for _, n := range ns {
			used[n.Code] = true
			if (n.Ref.Source == nil) != (n.Grade == 0) {
				t.Errorf("%s: source %v with grade %c", n.Code, n.Ref, n.Grade)
			}
		}
	}
	requests := append(grid(), DefaultRequest(FamilyGPT),
		request(FamilyGPT, func(r *Request) { r.Amount = 2e5 }),
		request(FamilyT5, func(r *Request) { r.Amount = 619_357_440 })) // Base-36L
	for _, r := range requests {
		a := mustAdvise(t, r)
		mark(a.Rule)
		mark(a.Notes...)
		for _, c := range a.Candidates {
			mark(c.For...)
			mark(c.Against...)
		}
	}
	mark(CostNotes(mustTable4(t))...)
	seen := map[Code]bool{}
	for _, c := range Codes() {
		if seen[c] {
			t.Errorf("%s stands twice", c)
		}
		seen[c] = true
		if !used[c] {
			t.Errorf("%s is never said", c)
		}
	}
	for c := range used {
		if !seen[c] {
			t.Errorf("%s is not in Codes", c)
		}
	}
}

// Evidence follows the family and the purpose: that of T5 is said of no decoder.
func TestEvidence(t *testing.T) {
	has := func(ns []Note, c Code) bool { return slices.ContainsFunc(ns, func(n Note) bool { return n.Code == c }) }
	t5 := mustAdvise(t, DefaultRequest(FamilyT5)).Candidates[0]
	if !has(t5.For, DepthInBand) || !has(t5.Against, SerialDepth) || has(t5.Against, FineTunedOnly) || has(t5.For, OnLadder) {
		t.Errorf("%+v: for %v, against %v", t5.Shape, t5.For, t5.Against)
	}
	for i, c := range mustAdvise(t, request(FamilyGPT, func(r *Request) { r.Max = 100 })).Candidates {
		if i == 0 && (!has(c.For, InKaplanRange) || !has(c.For, OnLadder)) || has(c.For, OnLadder) == has(c.Against, OffLadder) ||
			has(c.For, DepthInBand) || has(c.For, ComparisonBetter) || has(c.Against, AboveBand) || has(c.Against, Narrow) {
			t.Errorf("%+v: for %v, against %v", c.Shape, c.For, c.Against)
		}
	}
	first := mustAdvise(t, request(FamilyGPT, func(r *Request) { r.Amount, r.Vocab = 7e10, 32000 })).Candidates[0]
	n := first.For[slices.IndexFunc(first.For, func(n Note) bool { return n.Code == OnLadder })]
	if layers, width := Ladder(first.NonEmbedding); n.Args != args(layers, width) || n.Names[0] == "" {
		t.Errorf("on the ladder: %+v", n)
	}
}

func TestAdviseNotes(t *testing.T) {
	find := func(ns []Note, c Code) *Note {
		if i := slices.IndexFunc(ns, func(n Note) bool { return n.Code == c }); i >= 0 {
			return &ns[i]
		}
		return nil
	}
	a := mustAdvise(t, DefaultRequest(FamilyGPT))
	if n := find(a.Notes, VocabRounded); n == nil || n.Args[0] != 50257 || n.Args[1] != 50304 {
		t.Errorf("rounding of 50257 to 393·128 = 50304: %v", n)
	}
	if n := find(a.Notes, ListCut); n == nil || int(n.Args[0]) != len(a.Candidates) || n.Args[1] <= n.Args[0] {
		t.Errorf("the list is cut at %d: %v", len(a.Candidates), n)
	}
	if n := find(mustAdvise(t, request(FamilyT5, func(r *Request) {})).Notes, VocabRounded); n != nil {
		t.Errorf("32128 = 251·128 was rounded: %v", n)
	}
	// 1e6 parameters cannot hold an embedding of 50304 rows: the least there is
	// has 64 columns twice and two layers.
	a = mustAdvise(t, request(FamilyGPT, func(r *Request) { r.Amount = 1e6 }))
	g := GPT{2, 64, 1, 1, 64, 256, true, false, false, NoBias, 50304, 2048, Parts{}}
	if n := find(a.Notes, NoneInTolerance); len(a.Candidates) > 0 || n == nil || n.Args[1] != 0 ||
		math.Abs(n.Args[2]-float64(g.Count().Total())/1e6) > 1e-12 {
		t.Errorf("%d candidates, %v", len(a.Candidates), n)
	}
}

func TestAdviseIsDeterministic(t *testing.T) {
	for _, f := range []Family{FamilyGPT, FamilyT5} {
		a, b := mustAdvise(t, DefaultRequest(f)), mustAdvise(t, DefaultRequest(f))
		if !reflect.DeepEqual(a, b) || len(a.Candidates) == 0 {
			t.Errorf("family %d: two answers", f)
		}
	}
}

func TestAdviseErrors(t *testing.T) {
	for _, c := range []struct {
		field  string
		f      Family
		change func(*Request)
	}{
		{"Family", FamilyGPT, func(r *Request) { r.Family = 0 }},
		{"Purpose", FamilyGPT, func(r *Request) { r.Purpose = 3 }},
		{"Purpose", FamilyGPT, func(r *Request) { r.Purpose = FineTunedQuality }},
		{"Budget", FamilyGPT, func(r *Request) { r.Budget = 0 }},
		{"Counting", FamilyGPT, func(r *Request) { r.Counting = 0 }},
		{"WidthMultiple", FamilyGPT, func(r *Request) { r.WidthMultiple = 96 }},
		{"HeadDim", FamilyGPT, func(r *Request) { r.HeadDim = 80 }},
		{"Biases", FamilyGPT, func(r *Request) { r.Biases = 7 }},
		{"Amount", FamilyGPT, func(r *Request) { r.Amount = math.NaN() }},
		{"Amount", FamilyGPT, func(r *Request) { r.Amount = math.Inf(1) }},
		{"Amount", FamilyGPT, func(r *Request) { r.Amount = -1 }},
		{"BytesPerParam", FamilyGPT, func(r *Request) { r.BytesPerParam = 0 }},
		{"Tolerance", FamilyGPT, func(r *Request) { r.Tolerance = 0.3 }},
		{"Max", FamilyGPT, func(r *Request) { r.Max = 0 }},
		{"Vocab", FamilyGPT, func(r *Request) { r.Vocab = 0 }},
		{"Vocab", FamilyGPT, func(r *Request) { r.Vocab, r.VocabMultiple = maxVocab-1, 1000 }},
		{"VocabMultiple", FamilyGPT, func(r *Request) { r.VocabMultiple = 0 }},
		{"Context", FamilyGPT, func(r *Request) { r.Context = 0 }},
		{"QueryGroup", FamilyGPT, func(r *Request) { r.QueryGroup = 0 }},
		{"Targets", FamilyGPT, func(r *Request) { r.Targets = 114 }},
		{"Targets", FamilyT5, func(r *Request) { r.Targets = 0 }},
		{"QueryGroup", FamilyT5, func(r *Request) { r.QueryGroup = 4 }},
		{"HeadDim", FamilyT5, func(r *Request) { r.HeadDim = 64 }},
		{"Gated", FamilyT5, func(r *Request) { r.Gated = true }},
		{"Tied", FamilyT5, func(r *Request) { r.Tied = false }},
	} {
		_, err := Advise(request(c.f, c.change))
		if e, ok := err.(*Error); !ok || e.Field != c.field {
			t.Errorf("%v, want an error about %s", err, c.field)
		}
	}
}
