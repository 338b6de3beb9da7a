package shape

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/unit"
)

// Contrast is one of the two models of Tay et al. (2021), Table 3, that show
// upstream and downstream quality to disagree. Its parameters are as printed:
// 12 layers with the heads of XXL would have 5.67e9, so no shape is derived.
type Contrast struct {
	Name   string
	Layers int // per stack
	DFF    int
	Params unit.Params
	Scores Scores
	Ref    cite.Ref
	Grade  cite.Grade
}

// Table3 returns both models. The wide one is better upstream, the deep one in
// all three fine-tuned scores.
func Table3() []Contrast {
	ref := cite.Ref{Source: cite.Tay2021, Where: "Table 3"}
	return []Contrast{
		{"NL12-XXL", 12, 65536, 3.6e9, Scores{-1.46, 85.1, 76.5, 88.1}, ref, cite.GradeA},
		{"NL32-XL", 32, 16384, 3.8e9, Scores{-1.49, 86.9, 79.9, 89.5}, ref, cite.GradeA},
	}
}

// Verdict is the fine-tuned quality of the deep model against the standard one.
type Verdict string

// The verdicts.
const (
	Comparable Verdict = "comparable"
	Better     Verdict = "better"
	NotStated  Verdict = "not-stated"
)

// Comparison is a DeepNarrow model against a standard size, as the text of Tay
// et al. (2021) states it. Ratios are deep/standard, 0 where none is stated.
type Comparison struct {
	Deep, Standard string // names as in Table 4
	Params         float64
	FLOPs          float64
	FewerFLOPs     bool    // stated in words only
	Speed          float64 // steps per second; "about"
	Verdict        Verdict
	Ref            cite.Ref
	Grade          cite.Grade
}

// Comparisons returns the five comparisons in the order of size. They rest on
// the text alone and need none of the doubtful cells of Table 4.
func Comparisons() []Comparison {
	ref := cite.Ref{Source: cite.Tay2021, Where: "text on Table 4"}
	return []Comparison{
		{"Small-16L", "Base", 134.0 / 223, 0.631, true, 1.4, Comparable, ref, cite.GradeA},
		{"Small-24L", "Base", 0, 0.87, true, 0, NotStated, ref, cite.GradeA},
		{"Base-36L", "Large", 0.84, 0, true, 0, Better, ref, cite.GradeA},
		{"Large-36L", "XL", 0.37, 0, false, 0, Better, ref, cite.GradeA},
		{"XL-32L", "XXL", 0.33, 0.44, true, 3, Better, ref, cite.GradeA},
	}
}

// NearestComparison returns the comparison whose deep model is nearest to n
// total parameters in ratio, among those with a verdict.
func NearestComparison(n unit.Params) Comparison {
	var best Comparison
	least := math.Inf(1)
	for _, c := range Comparisons() {
		t, ok := table4Shape(c.Deep)
		d := math.Abs(math.Log(float64(t.Count().Total() / n)))
		if ok && c.Verdict != NotStated && d < least {
			best, least = c, d
		}
	}
	return best
}

// costTolerance is how far a printed cost may be from what the architecture
// says, relative to Base, before it is pointed out. All rows but XL and XXL
// agree within 1.35.
const costTolerance = 1.5

// CostNotes points out printed costs of Table 4 that cannot follow from the
// architecture: TFLOPs whose ratio to Base is off the counted ratio by more
// than a factor 1.5 (Args: printed ratio, counted ratio; grade B), and a model
// that is printed as slower than a deeper one of the same widths (Names: both;
// Args: steps per second of both; grade C). The rows remain as printed.
func CostNotes(rows []Table4Row) []Note {
	var out []Note
	base, ok := rowNamed(rows, "Base")
	if !ok {
		return nil
	}
	for _, r := range rows {
		printed := r.TFLOPs / base.TFLOPs
		counted := exampleFLOPs(r.Shape) / exampleFLOPs(base.Shape)
		if q := math.Abs(math.Log(printed / counted)); q > math.Log(costTolerance) {
			out = append(out, Note{Code: PrintedFLOPsOff, Ref: r.Ref, Grade: cite.GradeB,
				Names: [2]string{r.Model}, Args: args(printed, counted)})
		}
		for _, s := range rows {
			if shallower(r.Shape, s.Shape) && r.StepsPerSecond < s.StepsPerSecond {
				out = append(out, Note{Code: PrintedSpeedOff, Ref: r.Ref, Grade: cite.GradeC,
					Names: [2]string{r.Model, s.Model}, Args: args(r.StepsPerSecond, s.StepsPerSecond)})
			}
		}
	}
	return out
}

func rowNamed(rows []Table4Row, name string) (Table4Row, bool) {
	for _, r := range rows {
		if r.Model == name {
			return r, true
		}
	}
	return Table4Row{}, false
}

// exampleFLOPs is proportional to the work of a training step, the batch being
// the same in all rows.
func exampleFLOPs(t T5) float64 { return float64(t.Forward().Total()) }

// shallower says whether a is b with layers taken away, in no stack added.
func shallower(a, b T5) bool {
	return a.Deep(1) == b.Deep(1) && a != b && a.EncoderLayers <= b.EncoderLayers && a.DecoderLayers <= b.DecoderLayers
}
