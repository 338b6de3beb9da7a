package shape

// Bias says which linear layers of a GPT have biases.
type Bias uint8

// The choices in use. Biases of all linear layers come with LayerNorm, which
// has a shift of its own; without them the norms are RMSNorm, scales only.
const (
	NoBias  Bias = iota // Llama, Gemma
	QKVBias             // Qwen2
	AllBias             // GPT-2, GPT-NeoX
)

// GPT is a decoder-only transformer with two norms per layer and one at the
// end. Rotary positions have no parameters: LearnedPositions is false for them.
type GPT struct {
	Layers, DModel          int
	Heads, KVHeads, HeadDim int // KVHeads = Heads: multi-head attention; fewer: grouped-query
	DFF                     int
	Gated                   bool // three feed-forward matrices instead of two (SwiGLU, GeGLU)
	Tied                    bool // the output head is the token embedding
	LearnedPositions        bool
	Biases                  Bias
	Vocab, ContextLength    int
}

var _ Shape = GPT{}

func (g GPT) Family() Family      { return FamilyGPT }
func (g GPT) Width() int          { return g.DModel }
func (g GPT) Serial() int         { return g.Layers }
func (g GPT) Stack() float64      { return float64(g.Layers) }
func (g GPT) Context() int        { return g.ContextLength }
func (g GPT) Attention() int      { return g.Heads * g.HeadDim }
func (g GPT) FeedForward() int    { return g.DFF }
func (g GPT) VocabularySize() int { return g.Vocab }

// Validate returns an *Error for the first field that no GPT can have.
func (g GPT) Validate() error {
	err := checkDims([]dim{
		{"Layers", g.Layers, 1, maxLayers}, {"DModel", g.DModel, 1, maxWidth},
		{"Heads", g.Heads, 1, maxWidth}, {"KVHeads", g.KVHeads, 1, g.Heads},
		{"HeadDim", g.HeadDim, 1, maxWidth}, {"DFF", g.DFF, 1, maxWidth},
		{"Vocab", g.Vocab, 1, maxVocab}, {"ContextLength", g.ContextLength, 1, maxTokens},
	})
	switch {
	case err != nil:
		return err
	case g.Attention() > maxWidth:
		return &Error{"HeadDim", float64(g.HeadDim), "heads × head dimension is too large"}
	case g.Heads%g.KVHeads != 0:
		return &Error{"KVHeads", float64(g.KVHeads), "must divide the number of heads"}
	case g.Biases > AllBias:
		return &Error{"Biases", float64(g.Biases), "is none of the known choices"}
	}
	return nil
}

// Count returns the parameters by part. With d_attn = Heads·HeadDim and d_kv =
// KVHeads·HeadDim, per layer
//
//	QKV          d_model·(d_attn + 2·d_kv)
//	project      d_attn·d_model
//	feed-forward 2·d_model·d_ff, gated 3·d_model·d_ff
//
// which is Kaplan's 12·n_layer·d_model² for d_kv = d_attn = d_model, d_ff =
// 4·d_model (Kaplan et al. 2020, eq. 2.1, Table 1).
func (g GPT) Count() Count {
	n, d, ff := int64(g.Layers), int64(g.DModel), int64(g.DFF)
	attn, kv := int64(g.Attention()), int64(g.KVHeads*g.HeadDim)
	up := int64(1)
	if g.Gated {
		up = 2
	}
	c := Count{
		Embed:       int64(g.Vocab) * d,
		QKV:         n * d * (attn + 2*kv),
		Project:     n * attn * d,
		FeedForward: n * (up + 1) * d * ff,
		Norms:       n*2*d + d,
	}
	if g.LearnedPositions {
		c.Positions = int64(g.ContextLength) * d
	}
	if !g.Tied {
		c.Deembed = c.Embed
	}
	if g.Biases != NoBias {
		c.Biases = n * (attn + 2*kv)
	}
	if g.Biases == AllBias {
		c.Biases += n*(d+up*ff+d) + c.Norms
	}
	return c
}

// Forward returns FLOPs per token (Kaplan et al. 2020, Table 1): 2 × parameters
// for each matrix, 2·n_layer·n_ctx·d_attn for attention over the context. That
// row is the causal average: a token sees half of n_ctx, for scores and for
// values. Sharing keys and values among heads does not lower it.
func (g GPT) Forward() Ops {
	c := g.Count()
	o := matrices(c)
	d := float64(g.DModel)
	o.Embed = flops(4 * d)
	o.Context = flops(2 * float64(g.Layers) * float64(g.ContextLength) * float64(g.Attention()))
	o.Deembed = flops(2 * d * float64(g.Vocab))
	return o
}

// KVCache returns 2·n_layer·d_kv: a key and a value for each layer and token.
func (g GPT) KVCache() int64 {
	return 2 * int64(g.Layers) * int64(g.KVHeads) * int64(g.HeadDim)
}
