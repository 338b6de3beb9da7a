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

// GPT is a decoder-only transformer with two norms per layer, or as Parts has it,
// and one at the end. Rotary positions have no parameters: LearnedPositions is
// false for them. Attention and feed-forward side by side (a parallel block) have
// the parameters and FLOPs of the two in series, but for a norm that they share.
type GPT struct {
	Layers, DModel          int
	Heads, KVHeads, HeadDim int // KVHeads = Heads: multi-head attention; fewer: grouped-query
	DFF                     int
	Gated                   bool // three feed-forward matrices instead of two (SwiGLU, GeGLU)
	Tied                    bool // the output head is the token embedding
	LearnedPositions        bool
	Biases                  Bias
	Vocab, ContextLength    int
	Parts
}

// QKNorm says what is normed of queries and keys.
type QKNorm uint8

// The choices in use.
const (
	NoQKNorm  QKNorm = iota
	QKPerHead        // one scale of HeadDim for all query heads, one for all key heads: Qwen3, Gemma 3
	QKWhole          // scales of d_attn and d_kv: OLMo 2
)

// Parts is what some decoders have beyond the plain one, which is the zero value.
type Parts struct {
	Norms             int    // per layer; 0: two. 1: a parallel block with one norm (PaLM, GPT-J); 4: before and after (Gemma 2)
	NormBias          bool   // norms have shifts though linear layers have none: Falcon
	QKNorm            QKNorm // scales only
	EmbedNorm         bool   // a norm after the embedding: BLOOM
	RelativePositions bool   // a projection of relative positions, d_model × d_attn a layer: Chinchilla, Gopher
	Window            int    // tokens that a layer with a sliding window looks back; 0: no such layers
	GlobalEvery       int    // every so manieth layer has no window; 0: all have it
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
		{"Biases", int(g.Biases), 0, int(AllBias)}, {"Norms", g.Norms, 0, 4}, {"QKNorm", int(g.QKNorm), 0, int(QKWhole)},
		{"Window", g.Window, 0, maxTokens}, {"GlobalEvery", g.GlobalEvery, 0, maxLayers},
	})
	switch {
	case err != nil:
		return err
	case g.Attention() > maxWidth:
		return &Error{"HeadDim", float64(g.HeadDim), "heads × head dimension is too large"}
	case g.Heads%g.KVHeads != 0:
		return &Error{"KVHeads", float64(g.KVHeads), "must divide the number of heads"}
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
	norms := int64(2)
	if g.Parts.Norms != 0 {
		norms = int64(g.Parts.Norms)
	}
	c := Count{
		Embed:       int64(g.Vocab) * d,
		QKV:         n * d * (attn + 2*kv),
		Project:     n * attn * d,
		FeedForward: n * (up + 1) * d * ff,
		Norms:       n*norms*d + d,
	}
	if g.EmbedNorm {
		c.Norms += d
	}
	if g.LearnedPositions {
		c.Positions = int64(g.ContextLength) * d
	}
	if g.RelativePositions {
		c.Positions += n * d * attn
	}
	if !g.Tied {
		c.Deembed = c.Embed
	}
	if g.Biases != NoBias {
		c.Biases = n * (attn + 2*kv)
	}
	if g.Biases == AllBias {
		c.Biases += n * (d + up*ff + d)
	}
	if g.Biases == AllBias || g.NormBias {
		c.Biases += c.Norms
	}
	switch g.QKNorm {
	case QKPerHead:
		c.Norms += n * 2 * int64(g.HeadDim)
	case QKWhole:
		c.Norms += n * (attn + kv)
	}
	return c
}

// Forward returns FLOPs per token (Kaplan et al. 2020, Table 1): 2 × parameters
// for each matrix, 2·n_layer·n_ctx·d_attn for attention over the context. That
// row is the causal average: a token sees half of n_ctx, for scores and for
// values. A layer with a sliding window of w tokens has w·(1 − w/2n_ctx) in place
// of n_ctx/2, the mean over the context of what its tokens see. Sharing keys and
// values among heads does not lower it.
func (g GPT) Forward() Ops {
	c := g.Count()
	o := matrices(c)
	d, n := float64(g.DModel), float64(g.ContextLength)
	global, w := g.global()
	o.Embed = flops(4 * d)
	o.Context = flops(float64(g.Attention()) * (2*global*n + 4*(float64(g.Layers)-global)*(w-w*w/(2*n))))
	o.Deembed = flops(2 * d * float64(g.Vocab))
	return o
}

// global returns the layers that look at the whole context, and over how many
// tokens of it the others look.
func (g GPT) global() (layers, window float64) {
	switch {
	case g.Window == 0 || g.Window >= g.ContextLength:
		return float64(g.Layers), 0
	case g.GlobalEvery == 0:
		return 0, float64(g.Window)
	}
	return float64(g.Layers / g.GlobalEvery), float64(g.Window)
}

// KVCache returns 2·n_layer·d_kv: a key and a value for each layer and token. Of
// a layer with a window it is the window's share of a full context.
func (g GPT) KVCache() int64 {
	global, w := g.global()
	layers := global + (float64(g.Layers)-global)*w/float64(g.ContextLength)
	return int64(2*layers*float64(g.KVHeads*g.HeadDim) + 0.5)
}
