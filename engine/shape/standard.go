package shape

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/unit"
)

// StandardT5 is one row of Tay et al. (2021), Table 2.
type StandardT5 struct {
	Name          string // "small", as in checkpoint names
	Shape         T5
	PrintedDKV    int         // d_kv as the table prints it
	PrintedParams unit.Params // the size as the table prints it
	Ref           cite.Ref
	Grade         cite.Grade
}

// StandardT5s lists the sizes of Tay et al. (2021), Table 2. The table prints
// d_kv = 32 for tiny, mini and small, which contradicts its own parameter
// counts and the released checkpoints; Shape has the 64 that meets both.
func StandardT5s() []StandardT5 {
	row := func(name string, layers, dff, dmodel, dkv, heads, printedDKV int, printed unit.Params) StandardT5 {
		return StandardT5{
			Name:       name,
			Shape:      T5{layers, layers, dmodel, dff, dkv, heads, T5Vocab, T5Inputs, T5Targets, false},
			PrintedDKV: printedDKV, PrintedParams: printed,
			Ref: cite.Ref{Source: cite.Tay2021, Where: "Table 2"}, Grade: cite.GradeA,
		}
	}
	return []StandardT5{
		row("tiny", 4, 1024, 256, 64, 4, 32, 16e6),
		row("mini", 4, 1536, 384, 64, 8, 32, 31e6),
		row("small", 6, 2048, 512, 64, 8, 32, 60e6),
		row("base", 12, 3072, 768, 64, 12, 64, 220e6),
		row("large", 24, 4096, 1024, 64, 16, 64, 738e6),
		row("xl", 24, 16384, 1024, 128, 32, 128, 3e9),
		row("xxl", 24, 65536, 1024, 128, 128, 128, 11e9),
	}
}

// T5Size returns the shape of a standard size by its name, "tiny" to "xxl".
func T5Size(name string) (T5, bool) {
	for _, s := range StandardT5s() {
		if s.Name == name {
			return s.Shape, true
		}
	}
	return T5{}, false
}

// StandardDepth returns the layers per stack that models of the family have at n
// non-embedding parameters: decoders by the Ladder, T5 by the sizes of Table 2 of
// Tay et al. (2021), interpolated in log n and log depth. Beyond the smallest or
// largest of these it is that size's depth.
func StandardDepth(f Family, n unit.Params) float64 {
	if f == FamilyGPT {
		layers, _ := Ladder(n)
		return layers
	}
	var x, y []float64
	for _, s := range StandardT5s() {
		x = append(x, float64(s.Shape.Count().NonEmbedding()))
		y = append(y, s.Shape.Stack())
	}
	return logInterpolate(x, y, float64(n))
}

// logInterpolate interpolates log y linearly in log x; x ascends.
func logInterpolate(x, y []float64, at float64) float64 {
	last := len(x) - 1
	if at <= x[0] {
		return y[0]
	}
	if at >= x[last] {
		return y[last]
	}
	i := 1
	for x[i] < at {
		i++
	}
	t := math.Log(at/x[i-1]) / math.Log(x[i]/x[i-1])
	return y[i-1] * math.Pow(y[i]/y[i-1], t)
}
