package shape

import "lossline/engine/unit"

// T5Vocab is the embedding's rows in all released T5 models: 32,000 pieces,
// 100 sentinels, rounded up to a multiple of 128.
const T5Vocab = 32128

// relativeBuckets is the number of relative-position biases per head; each of
// the two stacks has one set, shared by its layers.
const relativeBuckets = 32

// The example of T5's span corruption: 15 % of 568 tokens, 85, are removed in
// 28 spans (mean length 3), so that 568−85+28+1 = 512 tokens go in and 85+28+1
// = 114 come out (Raffel et al. 2020, sections 3.1.4 and 3.3.4).
const (
	T5Inputs  = 512
	T5Targets = 114
)

// T5 is an encoder-decoder transformer of the first T5 release: ReLU
// feed-forward of two matrices, no biases, RMSNorm, relative positions, and
// one embedding for encoder, decoder and output. V11 is the second release (v1.1):
// a gated feed-forward of three matrices (Shazeer 2020) and an output head of its own.
type T5 struct {
	EncoderLayers, DecoderLayers int // el, dl
	DModel, DFF, DKV, Heads      int // DKV is the dimension of one head
	Vocab                        int
	Inputs, Targets              int // tokens of one example, for FLOPs only
	V11                          bool
}

var _ Shape = T5{}

func (t T5) Family() Family      { return FamilyT5 }
func (t T5) Width() int          { return t.DModel }
func (t T5) Serial() int         { return t.EncoderLayers + t.DecoderLayers }
func (t T5) Stack() float64      { return float64(t.Serial()) / 2 }
func (t T5) Context() int        { return t.Inputs }
func (t T5) Attention() int      { return t.DKV * t.Heads }
func (t T5) FeedForward() int    { return t.DFF }
func (t T5) VocabularySize() int { return t.Vocab }

// Deep returns t with n layers in each stack: the operator NL of Tay et al.
// (2021).
func (t T5) Deep(n int) T5 {
	t.EncoderLayers, t.DecoderLayers = n, n
	return t
}

// Validate returns an *Error for the first field that no T5 can have.
func (t T5) Validate() error {
	err := checkDims([]dim{
		{"EncoderLayers", t.EncoderLayers, 1, maxLayers}, {"DecoderLayers", t.DecoderLayers, 1, maxLayers},
		{"DModel", t.DModel, 1, maxWidth}, {"DFF", t.DFF, 1, maxWidth},
		{"DKV", t.DKV, 1, maxWidth}, {"Heads", t.Heads, 1, maxWidth},
		{"Vocab", t.Vocab, 1, maxVocab},
		{"Inputs", t.Inputs, 1, maxTokens}, {"Targets", t.Targets, 1, maxTokens},
	})
	if err == nil && t.Attention() > maxWidth {
		err = &Error{"DKV", float64(t.DKV), "heads × head dimension is too large"}
	}
	return err
}

// Count returns the parameters by part. With i = d_kv·heads they sum to
//
//	P = V·d + el·(4·d·i + 2·d·d_ff + 2·d) + d + 32·h
//	        + dl·(8·d·i + 2·d·d_ff + 3·d) + d + 32·h
//
// A decoder layer has a second attention, over the encoder's output. The sum
// meets the released checkpoints to 0.15 % (their sizes are file sizes / 4). V11
// has 3·d·d_ff in place of 2·d·d_ff, and V·d more.
func (t T5) Count() Count {
	el, dl := int64(t.EncoderLayers), int64(t.DecoderLayers)
	d, ff, i := int64(t.DModel), int64(t.DFF), int64(t.Attention())
	c := Count{
		Embed:       int64(t.Vocab) * d,
		Positions:   2 * relativeBuckets * int64(t.Heads),
		QKV:         (el + 2*dl) * 3 * d * i,
		Project:     (el + 2*dl) * d * i,
		FeedForward: (el + dl) * t.up() * d * ff,
		Norms:       el*2*d + dl*3*d + 2*d,
	}
	if t.V11 {
		c.Deembed = c.Embed
	}
	return c
}

// up is the matrices of a feed-forward part.
func (t T5) up() int64 {
	if t.V11 {
		return 3
	}
	return 2
}

// Forward returns FLOPs per token, averaged over the Inputs and Targets of one
// example. Encoder parameters work on inputs and decoder parameters on
// targets, but for the keys and values of cross-attention, which the decoder
// computes on inputs; the output head works on targets. Attention over the
// context costs 4·n·i a layer and token where all n tokens are seen (encoder,
// cross-attention) and half of it in the causal decoder, the row of Kaplan et
// al. (2020), Table 1.
func (t T5) Forward() Ops {
	el, dl := float64(t.EncoderLayers), float64(t.DecoderLayers)
	d, ff, i := float64(t.DModel), float64(t.DFF), float64(t.Attention())
	in, out := float64(t.Inputs), float64(t.Targets)
	per := func(x float64) unit.FLOPs { return flops(x / (in + out)) }
	return Ops{
		Embed:       flops(4 * d),
		QKV:         per(2 * d * i * (3*el*in + dl*(4*out+2*in))),
		Context:     per(i * (4*el*in*in + dl*(2*out*out+4*in*out))),
		Project:     per(2 * d * i * (el*in + 2*dl*out)),
		FeedForward: per(2 * float64(t.up()) * d * ff * (el*in + dl*out)),
		Deembed:     per(2 * d * float64(t.Vocab) * out),
	}
}

// KVCache returns 2·dl·i, the self-attention of the decoder. Cross-attention
// keeps as much once per token of input; that is not counted here.
func (t T5) KVCache() int64 { return 2 * int64(t.DecoderLayers) * int64(t.Attention()) }
