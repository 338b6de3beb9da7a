package job

import "lossline/engine/dataset"

// Op names what a request asks for.
type Op string

// The operations.
const (
	OpRead      Op = "read"      // a table's columns, problems and ranges
	OpFit       Op = "fit"       // the coefficients of a law
	OpBootstrap Op = "bootstrap" // a part of a bootstrap: see Split
	OpProfile   Op = "profile"   // the objective along one coefficient
	OpBackTest  Op = "backtest"  // fit below a budget, predict above
	OpCompare   Op = "compare"   // families by what they predict of runs held out
	OpNext      Op = "next"      // what to train next
	OpPredict   Op = "predict"   // a law's values at points
	OpPlan      Op = "plan"      // a budget divided
	OpTransfer  Op = "transfer"  // what a pre-training is worth
	OpShape     Op = "shape"     // parameters and FLOPs of a shape, and advice
)

// Request asks for one thing. What an Op does not read is left out.
type Request struct {
	Op  Op  `json:"op"`
	Gen int `json:"gen,omitempty"` // comes back in the Reply, so that whoever asks can tell replies apart

	// The runs, in one of three ways: said here; by the ID of a data set that
	// ships or of a table that was Put; or a table as text. Of tables the mapping
	// says how the columns are meant (nil: as guessed).
	Runs    []Run            `json:"runs,omitempty"`
	Data    string           `json:"data,omitempty"`
	Text    string           `json:"text,omitempty"`
	Mapping *dataset.Mapping `json:"mapping,omitempty"`

	DropBad        bool    `json:"drop_bad,omitempty"`        // leave out rows with problems; otherwise they stop a fit
	DropDuplicates bool    `json:"drop_duplicates,omitempty"` // keep the first of identical rows
	Group          string  `json:"group,omitempty"`           // only runs of this group, by its name or its dataset.Slug; "*": of all; "": of a data set that ships its first one, else all; "*": all
	Aside          []int   `json:"aside,omitempty"`           // rows put aside by the reader
	KeepAside      bool    `json:"keep_aside,omitempty"`      // use the runs too that the published fit left out
	FinalOnly      bool    `json:"final_only,omitempty"`      // of each curve only the last checkpoint
	Below          float64 `json:"below,omitempty"`           // only runs of at most this compute, FLOP

	// The fit.
	Law       string             `json:"law,omitempty"` // a law's ID, or "isoflop" and "envelope" for approaches 2 and 1
	Objective string             `json:"objective,omitempty"`
	Delta     float64            `json:"delta,omitempty"`
	Pin       map[string]float64 `json:"pin,omitempty"` // by the coefficient's symbol
	Starts    int                `json:"starts,omitempty"`
	Seed      uint64             `json:"seed,omitempty"`
	Bootstrap int                `json:"bootstrap,omitempty"` // resamples; 0: none
	Scheme    string             `json:"scheme,omitempty"`    // "rows" or "sizes"
	Level     float64            `json:"level,omitempty"`     // of intervals; 0: 0.95

	// A part of a bootstrap, and the parts put together.
	From  int         `json:"from,omitempty"`
	To    int         `json:"to,omitempty"`
	Start []float64   `json:"start,omitempty"` // the fitted theta
	Parts [][]float64 `json:"parts,omitempty"` // samples of all parts in order, each theta one after the other

	// What is asked of a law. Theta stands for the law's default set where nil.
	Theta     []float64  `json:"theta,omitempty"`
	Set       string     `json:"set,omitempty"`  // a published set's ID, instead of law and theta
	Cov       []float64  `json:"cov,omitempty"`  // of the working coefficients, row by row
	Rows      int        `json:"rows,omitempty"` // of the fit that Cov is from, for Student's t; 0: very many
	At        []Point    `json:"at,omitempty"`
	Coef      string     `json:"coef,omitempty"` // profile: the coefficient's symbol
	Laws      []string   `json:"laws,omitempty"` // compare
	Target    *Point     `json:"target,omitempty"`
	Budget    float64    `json:"budget,omitempty"`    // FLOP; of a back-test the only cut
	Allowance float64    `json:"allowance,omitempty"` // FLOP
	Transfer  *Transfer  `json:"transfer,omitempty"`
	Shape     *ShapeSpec `json:"shape,omitempty"`
}

// Run is a dataset.Run in JSON.
type Run struct {
	N      float64 `json:"N,omitempty"`
	D      float64 `json:"D,omitempty"`
	C      float64 `json:"C,omitempty"`
	Loss   float64 `json:"loss,omitempty"`
	U      float64 `json:"U,omitempty"`
	S      float64 `json:"S,omitempty"`
	B      float64 `json:"B,omitempty"`
	Error  float64 `json:"error,omitempty"`
	Weight float64 `json:"weight,omitempty"`
	Name   string  `json:"name,omitempty"`
	Curve  string  `json:"curve,omitempty"`
	Group  string  `json:"group,omitempty"`
	Row    int     `json:"row,omitempty"`
}

// Point is a law.Point in JSON.
type Point struct {
	N    float64 `json:"N,omitempty"`
	D    float64 `json:"D,omitempty"`
	C    float64 `json:"C,omitempty"`
	S    float64 `json:"S,omitempty"`
	B    float64 `json:"B,omitempty"`
	U    float64 `json:"U,omitempty"`
	Loss float64 `json:"loss,omitempty"`
}

// Transfer asks what a pre-training is worth (Hernandez et al. 2021, eq. 1.1).
type Transfer struct {
	Source string  `json:"source"` // "text" or "mix"
	N      float64 `json:"N"`      // non-embedding parameters
	Chars  float64 `json:"chars"`  // D_F, characters of the target domain
}

// ShapeSpec is a decoder's shape to be counted: GPT-2's kind where nothing is said.
type ShapeSpec struct {
	Layers  int `json:"layers"`
	Width   int `json:"d_model"`
	FF      int `json:"d_ff,omitempty"`  // 0: 4·d_model
	Heads   int `json:"heads,omitempty"` // 0: d_model/64
	Vocab   int `json:"vocab,omitempty"` // 0: 50257
	Context int `json:"context,omitempty"`

	KVHeads     int    `json:"kv_heads,omitempty"`     // 0: heads
	HeadDim     int    `json:"head_dim,omitempty"`     // 0: d_model/heads
	Gated       bool   `json:"gated,omitempty"`        // three feed-forward matrices
	Tied        *bool  `json:"tied,omitempty"`         // the output head is the embedding; it is where nothing is said
	Rotary      bool   `json:"rotary,omitempty"`       // positions without parameters
	Bias        string `json:"bias,omitempty"`         // "all", "qkv", "norms" or "none"; "": "all"
	Norms       int    `json:"norms,omitempty"`        // a layer; 0: 2
	QKNorm      string `json:"qk_norm,omitempty"`      // "head" or "all"
	EmbedNorm   bool   `json:"embed_norm,omitempty"`   // after the embedding
	Window      int    `json:"window,omitempty"`       // sliding window in tokens
	GlobalEvery int    `json:"global_every,omitempty"` // every so manieth layer has no window
}
