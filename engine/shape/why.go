package shape

import (
	"math"
	"sync"

	"lossline/engine/cite"
)

// The sizes at which the two papers trained models.
const (
	taySmallest    = 5e6  // total parameters; Tay et al. 2021, setup
	tayLargest     = 3e10 // total parameters
	kaplanSmallest = 768  // N; Kaplan et al. 2020, section 1.2
	kaplanLargest  = 1.5e9
)

// MNLI-m of Geiping & Goldstein (2022): 24 hours on one GPU, a deep and narrow
// model of 24 layers against their baseline.
const (
	crammingDeep     = 81.39
	crammingBaseline = 81.79
)

// reasons collects notes of a candidate.
type reasons []Note

func (w *reasons) add(when bool, n Note) {
	if when {
		*w = append(*w, n)
	}
}

// evidence returns what speaks for and against a candidate, in a fixed order.
func (r Request) evidence(c Candidate) (pro, con []Note) {
	pro = append(r.proDepth(c), r.proShape(c)...)
	con = append(r.conDepth(c), r.conShape(c)...)
	return pro, append(con, r.conScope(c)...)
}

// standing says where a decoder is against the published ones, on which list the
// caller asks for.
func (r Request) standing(c Candidate, on bool) []Note {
	if (offLadder(c.Shape) <= onLadder) != on {
		return nil
	}
	n := Note{Code: OffLadder, Ref: decodersRef, Grade: cite.GradeB}
	if on {
		layers, width := Ladder(c.NonEmbedding)
		n.Code, n.Args, n.Names[0] = OnLadder, args(layers, width), nearestDecoder(c.Shape).Name
	}
	return []Note{n}
}

func (r Request) proDepth(c Candidate) []Note {
	if r.Family == FamilyGPT {
		return r.standing(c, true)
	}
	var out reasons
	inBand := c.Layers >= bandLow && c.Layers <= bandHigh
	out.add(inBand, Note{Code: DepthInBand, Ref: tayDeepNarrow, Grade: cite.GradeA, Args: args(c.Layers)})
	near := NearestComparison(c.Total)
	n := Note{Code: ComparisonBetter, Ref: near.Ref, Grade: near.Grade,
		Args: args(near.Params, near.FLOPs, near.Speed), Names: [2]string{near.Deep, near.Standard}}
	if near.Verdict == Comparable {
		n.Code = ComparisonEven
	}
	out.add(c.RelativeDepth > 1, n)
	return out
}

func (r Request) proShape(c Candidate) []Note {
	var out reasons
	out.add(c.Kaplan.Zone == InRange, Note{Code: InKaplanRange, Ref: kaplanShape, Grade: cite.GradeA,
		Args: args(c.AspectRatio, AspectLow, AspectHigh)})
	out.add(r.Purpose == PretrainingLoss, Note{Code: LossBySize,
		Ref: cite.Ref{Source: cite.Tay2021, Where: "Figure 1, Table 3"}, Grade: cite.GradeA})
	if r.Family == FamilyGPT {
		g, held := nearestSpread(c.NonEmbedding, c.AspectRatio)
		out.add(held, Note{Code: NearEqualSpread, Ref: gemstoneRef, Grade: cite.GradeB,
			Args: args(g.Spread, g.AspectLow, g.AspectHigh, float64(g.N))})
		return out
	}
	model := releasedAs(c.Shape)
	out.add(model != "", Note{Code: Released, Ref: cite.Ref{Source: cite.Tay2021, Where: "released checkpoints"},
		Grade: cite.GradeA, Names: [2]string{model}})
	out.add(c.size != "", Note{Code: PaperWidths, Ref: cite.Ref{Source: cite.Tay2021, Where: "Table 2"},
		Grade: cite.GradeA, Names: [2]string{c.size}})
	return out
}

func (r Request) conDepth(c Candidate) []Note {
	var out reasons
	deeper := c.RelativeDepth > 1
	standard := c.StandardDepth * float64(c.Serial) / c.Layers
	out.add(deeper, Note{Code: SerialDepth, Ref: taySerial, Grade: cite.GradeA, Args: args(float64(c.Serial), standard)})
	if r.Family == FamilyGPT {
		return append(out, r.standing(c, false)...)
	}
	tuned := r.Purpose == FineTunedQuality
	out.add(deeper && !tuned, Note{Code: FineTunedOnly, Ref: tayDeepNarrow, Grade: cite.GradeA})
	out.add(deeper && tuned && c.Kaplan.Zone == InRange, Note{Code: LossFlat, Ref: kaplanShape, Grade: cite.GradeA})
	out.add(deeper && tuned, Note{Code: CrammingNoGain,
		Ref: cite.Ref{Source: cite.Geiping2022, Where: "architecture experiments"}, Grade: cite.GradeA,
		Args: args(crammingDeep, crammingBaseline)})
	out.add(c.Layers < bandLow && tuned,
		Note{Code: BelowBand, Ref: tayDeepNarrow, Grade: cite.GradeA, Args: args(c.Layers, bandLow)})
	out.add(c.Layers > bandHigh, Note{Code: AboveBand, Ref: tayDeepNarrow, Grade: cite.GradeA, Args: args(c.Layers, bandHigh)})
	return out
}

func (r Request) conShape(c Candidate) []Note {
	var out reasons
	off := Note{Code: MaybeOutside, Ref: kaplanShape, Grade: cite.GradeA, Args: args(c.AspectRatio, c.Kaplan.Factor)}
	if c.Kaplan.Zone == OffRange {
		off.Code = OutsideKaplan
	}
	out.add(c.Kaplan.Zone != InRange, off)
	out.add(c.Kaplan.Zone == InRange && r.Family == FamilyT5, Note{Code: KaplanDecoder, Ref: kaplanShape, Grade: cite.GradeA})
	out.add(r.Family == FamilyT5 && c.Shape.Width() < narrowestSize, Note{Code: Narrow, Ref: cite.Ref{Source: cite.Tay2021, Where: "Table 2"},
		Grade: cite.GradeA, Args: args(float64(c.Shape.Width()), narrowestSize)})
	if r.Family == FamilyGPT {
		g, held := nearestSpread(c.NonEmbedding, c.AspectRatio)
		out.add(!held, Note{Code: SpreadBeyond, Ref: gemstoneRef, Grade: cite.GradeB,
			Args: args(c.AspectRatio, g.AspectLow, g.AspectHigh, float64(g.N))})
	}
	return out
}

func (r Request) conScope(c Candidate) []Note {
	var out reasons
	total, n := float64(c.Total), float64(c.NonEmbedding)
	out.add(r.Purpose == FineTunedQuality && (total < taySmallest || total > tayLargest), Note{Code: SizeUntested,
		Ref: cite.Ref{Source: cite.Tay2021, Where: "setup"}, Grade: cite.GradeA,
		Args: args(total, nearestBound(total, taySmallest, tayLargest))})
	out.add(r.Purpose == PretrainingLoss && (n < kaplanSmallest || n > kaplanLargest), Note{Code: SizeBeyond,
		Ref: cite.Ref{Source: cite.Kaplan2020, Where: "section 1.2"}, Grade: cite.GradeA,
		Args: args(n, nearestBound(n, kaplanSmallest, kaplanLargest))})
	limit := 12 * float64(c.Shape.Width())
	out.add(float64(c.Shape.Context()) > limit, Note{Code: LongContext,
		Ref: cite.Ref{Source: cite.Kaplan2020, Where: "section 2.1"}, Grade: cite.GradeA,
		Args: args(float64(c.Shape.Context()), limit)})
	count := c.Shape.Count()
	share := float64(count.Embed+count.Positions+count.Deembed) / total
	out.add(share > 0.5, Note{Code: EmbeddingsHeavy, Args: args(share)})
	return out
}

func nearestBound(v, lo, hi float64) float64 {
	if math.Abs(math.Log(v/lo)) < math.Abs(math.Log(v/hi)) {
		return lo
	}
	return hi
}

var releasedConfigs = sync.OnceValues(T5Configs)

// releasedAs returns the released checkpoint of exactly this shape, or "".
// Checkpoints whose configuration was not seen do not count.
func releasedAs(s Shape) string {
	t, ok := s.(T5)
	configs, err := releasedConfigs()
	if !ok || err != nil {
		return "" // the embedded file is checked by a test
	}
	for _, c := range configs {
		if c.Grade == cite.GradeA && c.Shape == (T5{t.EncoderLayers, t.DecoderLayers, t.DModel, t.DFF, t.DKV, t.Heads,
			T5Vocab, T5Inputs, T5Targets, false}) && t.Vocab == T5Vocab {
			return c.Model
		}
	}
	return ""
}
