package shape

import (
	"fmt"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// Family is a kind of transformer.
type Family uint8

// The families that can be counted.
const (
	FamilyGPT Family = iota + 1 // decoder only
	FamilyT5                    // encoder and decoder
)

// Shape is a transformer architecture as far as its size and cost depend on it.
type Shape interface {
	Family() Family
	Validate() error     // the other methods mean nothing if this is not nil
	Count() Count        // parameters by part
	Forward() Ops        // FLOPs per token of one forward pass, by operation
	Width() int          // d_model
	Serial() int         // layers that a token passes one after the other: all stacks
	Stack() float64      // layers per stack: n_layer; for T5 the mean of both stacks
	KVCache() int64      // values kept per token of context when generating
	Context() int        // tokens over which self-attention looks, n_ctx
	Attention() int      // d_attn = heads × head dimension
	FeedForward() int    // d_ff
	VocabularySize() int // rows of the embedding
}

// AspectRatio returns d_model/n_layer, layers counted per stack (Kaplan et al.
// 2020, Figure 5).
func AspectRatio(s Shape) float64 { return float64(s.Width()) / s.Stack() }

// Error says which field of a Shape, Request or argument cannot be used and why.
type Error struct {
	Field  string
	Value  float64
	Reason string
}

func (e *Error) Error() string {
	return fmt.Sprintf("shape: %s = %g: %s", e.Field, e.Value, e.Reason)
}

// The largest dimensions accepted keep every count below 2⁵³, so that int64 and
// float64 are both exact.
const (
	maxLayers = 1 << 12
	maxWidth  = 1 << 18
	maxVocab  = 1 << 24
	maxTokens = 1 << 27
)

// dim is a dimension to check: lo ≤ value ≤ hi.
type dim struct {
	name          string
	value, lo, hi int
}

func checkDims(dims []dim) error {
	for _, d := range dims {
		if d.value < d.lo || d.value > d.hi {
			return &Error{d.name, float64(d.value), fmt.Sprintf("must be between %d and %d", d.lo, d.hi)}
		}
	}
	return nil
}

// Count is the parameters of a shape by part. Rows of Kaplan et al. 2020, Table
// 1, are kept apart, and with them what that table leaves out.
type Count struct {
	Embed       int64 // token embedding, n_vocab·d_model
	Positions   int64 // learned positions, n_ctx·d_model; relative-position biases of T5
	QKV         int64 // query, key and value projections
	Project     int64 // attention output
	FeedForward int64
	Biases      int64 // of linear layers and LayerNorms
	Norms       int64 // scales of LayerNorm or RMSNorm
	Deembed     int64 // output head; 0 where it is tied to the embedding
}

// NonEmbedding returns Kaplan's N = n_layer·(QKV + project + feed-forward):
// no embeddings, no output head, biases and norms left out as in Table 1.
func (c Count) NonEmbedding() unit.Params {
	return unit.Params(c.QKV + c.Project + c.FeedForward)
}

// Total returns every parameter once, as a checkpoint stores them.
func (c Count) Total() unit.Params {
	return unit.Params(c.Embed + c.Positions + c.QKV + c.Project + c.FeedForward + c.Biases + c.Norms + c.Deembed)
}

// By returns the parameters in the given counting.
func (c Count) By(k law.Counting) unit.Params {
	if k == law.NonEmbedding {
		return c.NonEmbedding()
	}
	return c.Total()
}

// Ops is FLOPs per token by operation, the rows of Kaplan et al. 2020, Table 1.
type Ops struct {
	Embed       unit.FLOPs // 4·d_model
	QKV         unit.FLOPs // 2 × parameters
	Context     unit.FLOPs // attention scores and their use: the mask row
	Project     unit.FLOPs // 2 × parameters
	FeedForward unit.FLOPs // 2 × parameters
	Deembed     unit.FLOPs // 2·d_model·n_vocab, tied or not
}

// Matrices returns the part of the parameters, 2N in a forward pass.
func (o Ops) Matrices() unit.FLOPs { return o.QKV + o.Project + o.FeedForward }

// NonEmbedding returns C_forward = 2N + context (Kaplan et al. 2020, eq. 2.2).
func (o Ops) NonEmbedding() unit.FLOPs { return o.Matrices() + o.Context }

// Total returns all rows: NonEmbedding with embedding and output head.
func (o Ops) Total() unit.FLOPs { return o.NonEmbedding() + o.Embed + o.Deembed }

// By returns the operations in the given counting.
func (o Ops) By(k law.Counting) unit.FLOPs {
	if k == law.NonEmbedding {
		return o.NonEmbedding()
	}
	return o.Total()
}

// Training returns 3 × a forward pass: the backward pass costs two (Kaplan et
// al. 2020, section 2.1), so that Matrices becomes 6N.
func (o Ops) Training() Ops {
	return Ops{3 * o.Embed, 3 * o.QKV, 3 * o.Context, 3 * o.Project, 3 * o.FeedForward, 3 * o.Deembed}
}

func flops(x float64) unit.FLOPs { return unit.FLOPs(x) }

// matrices returns the rows that cost 2 FLOPs per parameter and token.
func matrices(c Count) Ops {
	return Ops{
		QKV:         flops(2 * float64(c.QKV)),
		Project:     flops(2 * float64(c.Project)),
		FeedForward: flops(2 * float64(c.FeedForward)),
	}
}
