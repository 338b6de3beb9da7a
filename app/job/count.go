package job

import (
	"math"

	"lossline/engine/shape"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// transferOf answers OpTransfer.
func transferOf(r Request) (*TransferReply, error) {
	t := r.Transfer
	if t == nil {
		return nil, fail("missing-field", []string{"transfer"}, "the request has no transfer")
	}
	var set transfer.Set
	switch t.Source {
	case "text":
		set = transfer.TextToPython()
	case "mix":
		set = transfer.MixToPython()
	default:
		return nil, fail("unknown-choice", []string{"source", t.Source}, "source: unknown choice %q", t.Source)
	}
	n, d := unit.Params(t.N), unit.Chars(t.Chars)
	out := &TransferReply{
		DT: float64(set.Transferred(n, d)), DE: float64(set.Effective(n, d)),
		Multiplier: set.Multiplier(n, d), Fraction: set.Fraction(n, d),
	}
	for _, v := range []float64{out.DT, out.DE, out.Multiplier, out.Fraction} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fail("bad-coordinate", []string{"N", text(t.N), "chars", text(t.Chars)}, "N = %g, chars = %g: want positive numbers", t.N, t.Chars)
		}
	}
	return out, nil
}

// shapeOf answers OpShape: a decoder, as GPT-2 is where nothing else is said, with
// learned positions, biases and an output head that is the embedding.
func shapeOf(r Request) (*ShapeReply, error) {
	s := r.Shape
	if s == nil {
		return nil, fail("missing-field", []string{"shape"}, "the request has no shape")
	}
	g := shape.GPT{
		Layers: s.Layers, DModel: s.Width, DFF: or(s.FF, 4*s.Width), Heads: or(s.Heads, max(1, s.Width/64)),
		Gated: s.Gated, Tied: s.Tied == nil || *s.Tied, LearnedPositions: !s.Rotary,
		Vocab: or(s.Vocab, 50257), ContextLength: or(s.Context, 1024),
		Parts: shape.Parts{Norms: s.Norms, EmbedNorm: s.EmbedNorm, Window: s.Window, GlobalEvery: s.GlobalEvery},
	}
	if g.Heads <= 0 || s.HeadDim == 0 && g.DModel%g.Heads != 0 {
		return nil, fail("bad-shape", []string{"heads", text(float64(g.Heads))}, "heads: %d do not divide d_model = %d", g.Heads, g.DModel)
	}
	g.KVHeads, g.HeadDim = or(s.KVHeads, g.Heads), or(s.HeadDim, g.DModel/g.Heads)
	switch s.Bias {
	case "", "all":
		g.Biases = shape.AllBias
	case "qkv":
		g.Biases = shape.QKVBias
	case "norms":
		g.NormBias = true
	case "none":
	default:
		return nil, fail("unknown-choice", []string{"bias", s.Bias}, "bias: unknown choice %q", s.Bias)
	}
	switch s.QKNorm {
	case "":
	case "head":
		g.QKNorm = shape.QKPerHead
	case "all":
		g.QKNorm = shape.QKWhole
	default:
		return nil, fail("unknown-choice", []string{"qk_norm", s.QKNorm}, "qk_norm: unknown choice %q", s.QKNorm)
	}
	if err := g.Validate(); err != nil {
		return nil, err
	}
	c, f := g.Count(), g.Forward().Training()
	return &ShapeReply{
		NonEmbedding: float64(c.NonEmbedding()), Total: float64(c.Total()), FLOPsPerToken: float64(f.Total()),
		Matrices: float64(f.Matrices()), Attention: float64(f.Context), Head: float64(f.Deembed), Embedding: float64(f.Embed),
	}, nil
}

func or(v, instead int) int {
	if v == 0 {
		return instead
	}
	return v
}
