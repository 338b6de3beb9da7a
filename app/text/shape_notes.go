package text

import (
	"strconv"

	"lossline/engine/cite"
	"lossline/engine/shape"
	"lossline/engine/unit"
)

// Whole is a whole number with commas: "1,408".
func (t *Strings) Whole(v float64) string {
	s := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// FLOPNumber is an amount of compute without its unit, for a column.
func (t *Strings) FLOPNumber(v float64) string { return unit.Format(unit.FLOPs(v), t.Numbers) }

// Memory is an amount of memory.
func (t *Strings) Memory(v float64) string { return unit.Format(unit.Bytes(v), t.Numbers) }

// PercentOf is a small share in percent, in two digits.
func (t *Strings) PercentOf(v float64) string { return unit.Digits(v*100, 2) + "%" }

// ShapeNote is a note of the engine as a sentence with its source and grade.
func (t *Strings) ShapeNote(n shape.Note) string {
	said := t.shapeNote(n)
	if n.Code == shape.NoneInTolerance {
		return t.noneInTolerance(n)
	}
	if n.Ref.Source == nil {
		return said
	}
	return Fill(t.Shape.Cited, said, t.Cited(n.Ref, n.Grade))
}

// ShapeJoint is a rule that joins two sources and so is neither's.
func (t *Strings) ShapeJoint(n shape.Note, also cite.Ref) string {
	return Fill(t.Shape.Cited, t.shapeNote(n), n.Ref.String()+t.SemiSep+also.String())
}

// Cited is a source with its grade: "Kaplan et al. 2020, Figure 5; grade A."
func (t *Strings) Cited(r cite.Ref, g cite.Grade) string {
	return r.String() + t.SemiSep + Fill(t.Grade, string(g))
}

func (t *Strings) noneInTolerance(n shape.Note) string {
	said := t.Shape.Notes.NoneInTolerance
	if n.Args[1] > 0 {
		said += t.SentenceSep + Fill(t.Shape.Notes.NoneBelow, t.Percent(n.Args[1]))
	}
	if n.Args[2] > 0 {
		said += t.SentenceSep + Fill(t.Shape.Notes.NoneAbove, t.Percent(n.Args[2]))
	}
	return said
}

func (t *Strings) shapeNote(n shape.Note) string {
	s := t.shapeSentence(n.Code)
	a := [4]string{}
	for i, v := range n.Args {
		a[i] = unit.Compact(v)
	}
	switch n.Code {
	case shape.NearEqualSpread:
		a[0] = t.PercentOf(n.Args[0])
	case shape.CrammingNoGain:
		a[0], a[1] = unit.Digits(n.Args[0], 4), unit.Digits(n.Args[1], 4)
	case shape.VocabRounded, shape.ListCut, shape.OnLadder, shape.BelowBand, shape.AboveBand, shape.Narrow:
		a[0], a[1] = t.Whole(n.Args[0]), t.Whole(n.Args[1])
	case shape.PrintedFLOPsOff:
		a[0], a[1] = t.Factor(n.Args[0]), t.Factor(n.Args[1])
	}
	return Fill(s, a[0], a[1], a[2], a[3], n.Names[0], n.Names[1])
}

func (t *Strings) shapeSentence(c shape.Code) string {
	n := &t.Shape.Notes
	return map[shape.Code]string{
		shape.DepthInBand: n.DepthInBand, shape.ComparisonBetter: n.ComparisonBetter, shape.ComparisonEven: n.ComparisonEven,
		shape.InKaplanRange: n.InKaplanRange, shape.LossBySize: n.LossBySize, shape.Released: n.Released,
		shape.PaperWidths: n.PaperWidths, shape.NearEqualSpread: n.NearEqualSpread,
		shape.SerialDepth: n.SerialDepth, shape.FineTunedOnly: n.FineTunedOnly, shape.LossFlat: n.LossFlat,
		shape.OnLadder: n.OnLadder, shape.OffLadder: n.OffLadder, shape.LadderRule: n.LadderRule, shape.KaplanDecoder: n.KaplanDecoder, shape.CrammingNoGain: n.CrammingNoGain,
		shape.BelowBand: n.BelowBand, shape.AboveBand: n.AboveBand, shape.MaybeOutside: n.MaybeOutside,
		shape.OutsideKaplan: n.OutsideKaplan, shape.Narrow: n.Narrow, shape.SizeUntested: n.SizeUntested,
		shape.SizeBeyond: n.SizeBeyond, shape.LongContext: n.LongContext, shape.EmbeddingsHeavy: n.EmbeddingsHeavy,
		shape.SpreadBeyond: n.SpreadBeyond, shape.DeepNarrowRule: n.DeepNarrowRule, shape.DeepInRangeRule: n.DeepInRangeRule,
		shape.VocabRounded: n.VocabRounded, shape.MemoryScope: n.MemoryScope, shape.NoneInTolerance: n.NoneInTolerance,
		shape.ListCut: n.ListCut, shape.PrintedFLOPsOff: n.PrintedFLOPsOff, shape.PrintedSpeedOff: n.PrintedSpeedOff,
	}[c]
}

// TableDoubt is why a row of Table 4 is drawn hollow, "" for none.
func (t *Strings) TableDoubt(d shape.Doubt) string {
	switch d {
	case shape.DoubtAverage:
		return t.Shape.DoubtAverage
	case shape.DoubtTranscription:
		return t.Shape.DoubtTranscription
	case shape.DoubtContradiction:
		return t.Shape.DoubtContradiction
	}
	return ""
}

// ShapeVerdict is the fine-tuned quality of a deep model against a standard one.
func (t *Strings) ShapeVerdict(v shape.Verdict) string {
	switch v {
	case shape.Comparable:
		return t.Shape.VerdictEven
	case shape.Better:
		return t.Shape.VerdictBetter
	}
	return t.Shape.VerdictNone
}

// ShapeError is why a shape cannot be counted.
func (t *Strings) ShapeError(e *shape.Error) string {
	switch e.Field {
	case "KVHeads":
		return t.Shape.BadKV
	case "HeadDim", "DKV":
		return t.Shape.BadHeads
	}
	return t.Shape.BadShape
}
