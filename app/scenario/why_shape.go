package scenario

import (
	"strconv"
	"strings"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/shape"
)

// WhyShape is what stands behind a number of the shape that is the i-th of the
// list, from 1, and false for one that is not counted by a formula.
func WhyShape(o ShapeOutcome, quantity, i string) (Why, bool) {
	at, err := strconv.Atoi(i)
	if err != nil || at < 1 || at > len(o.Advice.Candidates) {
		return Why{}, false
	}
	tex, levers, of := countsOf(o.Advice.Candidates[at-1], quantity)
	if of == nil {
		return Why{}, false
	}
	values := make([]float64, len(levers))
	shown := make([]law.Lever, len(levers))
	for j, l := range levers {
		values[j] = l.At
		shown[j] = law.Lever{Symbol: l.Symbol, At: l.At} // all of its digits
	}
	w := Why{Quantity: quantity, Explanation: plan.Explanation{Value: of(values), Formulas: []plan.Formula{plan.Equation(tex, shown...)}}}
	for _, e := range law.Effects(levers, of) {
		if e.Change != 0 {
			w.Effects = append(w.Effects, e)
		}
	}
	return w, true
}

// The parts of a decoder and of T5 (engine/shape has them part by part).
const (
	texLayer   = `n_{\text{layer}}\left(d_{\text{model}}\left(d_{\text{attn}}+2d_{\text{kv}}\right)+d_{\text{attn}}d_{\text{model}}+g d_{\text{model}}d_{\text{ff}}\right)`
	texEmbed   = `+eVd_{\text{model}}+2n_{\text{layer}}d_{\text{model}}+d_{\text{model}}`
	texContext = `C_{\text{context}}=2n_{\text{layer}}n_{\text{ctx}}d_{\text{attn}}`
	texT5      = `P=Vd+n_e\left(4di+2dd_{\text{ff}}+2d\right)+n_d\left(8di+2dd_{\text{ff}}+3d\right)+2d+64h`
)

// countsOf is the formula of a count of a shape, the sizes in it and the count as
// a function of them; nil for what has none.
func countsOf(k shape.Candidate, quantity string) (tex string, levers []law.Lever, of func(at []float64) float64) {
	switch g := k.Shape.(type) {
	case shape.GPT:
		if !g.LearnedPositions && g.Biases == shape.NoBias && g.Parts == (shape.Parts{}) {
			return countGPT(g, quantity)
		}
	case shape.T5:
		if quantity == "params" {
			return countT5(g)
		}
	}
	return "", nil, nil
}

func countGPT(g shape.GPT, quantity string) (tex string, levers []law.Lever, of func(at []float64) float64) {
	ff, emb := 2.0, 2.0 // matrices of the feed-forward part, and of token embeddings
	if g.Gated {
		ff = 3
	}
	if g.Tied {
		emb = 1
	}
	size := func(symbol string, v int) law.Lever { return plan.Chosen(symbol, float64(v)) }
	levers = []law.Lever{size("n_layer", g.Layers), size("d_model", g.DModel), size("d_attn", g.Attention()), size("d_kv", g.KVHeads*g.HeadDim), size("d_ff", g.DFF)}
	matrices := func(at []float64) float64 {
		return at[0] * (at[1]*(at[2]+2*at[3]) + at[2]*at[1] + ff*at[1]*at[4])
	}
	layer := strings.ReplaceAll(texLayer, "g ", strconv.Itoa(int(ff)))
	switch quantity {
	case "params-non-embedding":
		return "N=" + layer, levers, matrices
	case "flops":
		return `C_{\text{forward}}=2\cdot ` + layer, levers, func(at []float64) float64 { return 2 * matrices(at) }
	case "params":
		embed := strings.Replace(texEmbed, "e", strconv.Itoa(int(emb)), 1)
		if g.Tied {
			embed = strings.Replace(texEmbed, "e", "", 1)
		}
		return "N=" + layer + embed, append(levers, size("V", g.Vocab)), func(at []float64) float64 {
			return matrices(at) + emb*at[5]*at[1] + 2*at[0]*at[1] + at[1]
		}
	case "flops-context":
		return texContext, []law.Lever{levers[0], size("n_ctx", g.ContextLength), levers[2]}, func(at []float64) float64 { return 2 * at[0] * at[1] * at[2] }
	case "aspect-ratio":
		return `\frac{d_{\text{model}}}{n_{\text{layer}}}`, levers[:2], func(at []float64) float64 { return at[1] / at[0] }
	}
	return "", nil, nil
}

func countT5(t shape.T5) (tex string, levers []law.Lever, of func(at []float64) float64) {
	size := func(symbol string, v int) law.Lever { return plan.Chosen(symbol, float64(v)) }
	levers = []law.Lever{size("V", t.Vocab), size("d", t.DModel), size("n_e", t.EncoderLayers), size("n_d", t.DecoderLayers),
		size("i", t.Attention()), size("d_ff", t.DFF), size("h", t.Heads)}
	return texT5, levers, func(at []float64) float64 {
		v, d, ne, nd, i, ff, h := at[0], at[1], at[2], at[3], at[4], at[5], at[6]
		return v*d + ne*(4*d*i+2*d*ff+2*d) + nd*(8*d*i+2*d*ff+3*d) + 2*d + 64*h
	}
}
