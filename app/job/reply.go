package job

import "lossline/engine/dataset"

// Reply answers a Request: Error is set, or the field that its Op is named for.
type Reply struct {
	Op    Op     `json:"op"`
	Gen   int    `json:"gen,omitempty"`
	Error *Error `json:"error,omitempty"`

	Read     *ReadReply     `json:"read,omitempty"`
	Fit      *FitReply      `json:"fit,omitempty"`
	Samples  []float64      `json:"samples,omitempty"` // of a part of a bootstrap: theta after theta
	Failed   int            `json:"failed,omitempty"`  // resamples of that part without an optimum
	Profile  *ProfileReply  `json:"profile,omitempty"`
	BackTest *BackTestReply `json:"backtest,omitempty"`
	Compare  *CompareReply  `json:"compare,omitempty"`
	Next     *NextReply     `json:"next,omitempty"`
	Predict  []Interval     `json:"predict,omitempty"`
	Plan     *PlanReply     `json:"plan,omitempty"`
	Transfer *TransferReply `json:"transfer,omitempty"`
	Shape    *ShapeReply    `json:"shape,omitempty"`
}

// Error is what is wrong with a request. Code is for programs, Message for
// people, in English; app/text has the sentences in other languages by Code and
// Args.
type Error struct {
	Code    string   `json:"code"` // "cancelled", "unknown-op", "no-runs", "missing-coordinate", "bad-cell", ...
	Message string   `json:"message"`
	Args    []string `json:"args,omitempty"`
	Row     int      `json:"row,omitempty"`
	Column  string   `json:"column,omitempty"`
}

func (e *Error) Error() string { return e.Message }

// Warning is a thing to know about an answer: a code and its numbers.
type Warning struct {
	Code  string    `json:"code"`
	Coefs []string  `json:"coefs,omitempty"` // symbols
	Value []float64 `json:"value,omitempty"`
}

// Interval is a value with the range that holds it with the probability Level.
// Where no range is known Level, Lo and Hi are 0.
type Interval struct {
	Value float64 `json:"value"`
	Lo    float64 `json:"lo"`
	Hi    float64 `json:"hi"`
	Level float64 `json:"level,omitempty"`
}

// ReadReply is what is in a table.
type ReadReply struct {
	Format    string            `json:"format"`
	Delimiter string            `json:"delimiter,omitempty"`
	Header    []string          `json:"header"`
	Preview   [][]string        `json:"preview"`
	Mapping   dataset.Mapping   `json:"mapping"` // in force: the guess or the one that was given
	Sure      bool              `json:"sure"`    // the guess needs nobody to look at it
	Notes     []dataset.Note    `json:"notes,omitempty"`
	Problems  []dataset.Problem `json:"problems,omitempty"`
	Counts    map[string]int    `json:"counts,omitempty"` // of problems by code
	Rows      int               `json:"rows"`
	Kept      int               `json:"kept"`
	Blank     int               `json:"blank,omitempty"`
	Duplicate int               `json:"duplicates,omitempty"`
	Completed int               `json:"completed,omitempty"`      // rows to which C = 6ND gave what was missing
	Contrary  int               `json:"contradictions,omitempty"` // rows in which C is not 6ND

	// The first hundred of these rows.
	ContraryRows  []RowRatio `json:"contradicting_rows,omitempty"`
	DuplicateRows [][2]int   `json:"duplicate_rows,omitempty"` // row, and the row that it repeats

	Curves    int              `json:"curves,omitempty"` // how many; 0: every row is a run of its own
	Groups    []string         `json:"groups,omitempty"`
	Has       []string         `json:"has"` // symbols of the coordinates that the runs have
	Ranges    map[string]Range `json:"ranges"`
	Laws      []string         `json:"laws"` // IDs of what can be fitted to it, the most fitting first
	Digest    string           `json:"digest"`
	Canonical string           `json:"canonical,omitempty"` // the kept rows as links have them; "" where they are too many
	SameRows  bool             `json:"same_rows,omitempty"` // Canonical has each run on the line that it has in the table
}

// RowRatio is a row with C/(6ND).
type RowRatio struct {
	Row   int     `json:"row"`
	Ratio float64 `json:"ratio"`
}

// Range is the least and the largest of some values.
type Range struct {
	Lo float64 `json:"lo"`
	Hi float64 `json:"hi"`
}

// Coef is a fitted coefficient. SE, Lo and Hi are 0 where nothing is known of them.
type Coef struct {
	Symbol  string  `json:"symbol"`
	Value   float64 `json:"value"`
	SE      float64 `json:"se"`
	Lo      float64 `json:"lo"`
	Hi      float64 `json:"hi"`
	Pinned  bool    `json:"pinned,omitempty"`
	AtBound bool    `json:"at_bound,omitempty"`
}

// FitReply is a fitted law with all that the page shows of it.
type FitReply struct {
	Law       string           `json:"law"`
	Objective string           `json:"objective"`
	Delta     float64          `json:"delta,omitempty"`
	Coefs     []Coef           `json:"coefs"`
	Value     float64          `json:"value"` // of the objective
	Status    string           `json:"status"`
	Rows      int              `json:"rows"`
	Free      int              `json:"free"`
	Starts    int              `json:"starts"`
	Agree     int              `json:"agree"`
	Condition float64          `json:"condition,omitempty"` // 0: infinite
	Weak      [][]string       `json:"weak,omitempty"`
	R2        float64          `json:"r2"`
	RMSE      float64          `json:"rmse"`
	AICc      float64          `json:"aicc"`               // 0: too few runs for one
	Cov       []float64        `json:"cov,omitempty"`      // of the working coefficients (ln θ where the law says so), row by row; none if singular
	BootCov   []float64        `json:"boot_cov,omitempty"` // the same of the resamples; none without a bootstrap
	Corr      []float64        `json:"corr,omitempty"`     // their correlations, likewise
	Domain    map[string]Range `json:"domain"`
	Digest    string           `json:"digest"`             // of the runs
	Counting  int              `json:"counting,omitempty"` // a law.Counting: what N counts in the runs; 0: not said
	Level     float64          `json:"level"`
	From      string           `json:"from"` // what the intervals come from: "covariance", "rows" or "sizes"
	Resamples int              `json:"resamples,omitempty"`
	Failed    int              `json:"failed,omitempty"`
	Seed      uint64           `json:"seed"`
	Warnings  []Warning        `json:"warnings,omitempty"`
	Views     []View           `json:"views"` // figures of the fit, the one to be shown first first
	Outliers  []Outlier        `json:"outliers,omitempty"`
	Aside     []int            `json:"aside,omitempty"` // rows that were put aside
	Flat      *Flat            `json:"flat,omitempty"`  // the range of sizes that are nearly as good
	Approach  *Approach        `json:"approach,omitempty"`
}

// ProfileReply is the objective along one coefficient.
type ProfileReply struct {
	Coef     string    `json:"coef"`
	At       []float64 `json:"at"`
	Value    []float64 `json:"value"`
	Limit    float64   `json:"limit"`
	Best     float64   `json:"best"` // the coefficient where the objective is least
	Interval           // of the coefficient; in JSON its value is Best
	OpenLo   bool      `json:"open_lo,omitempty"` // no end was found
	OpenHi   bool      `json:"open_hi,omitempty"`
}

// BackTestReply has one row a cut.
type BackTestReply struct {
	By     string  `json:"by"` // symbol of what is cut: "C", or "D" or "N" of runs that have nothing else
	Cuts   []Cut   `json:"cuts"`
	Pinned string  `json:"pinned,omitempty"` // symbol of the floor that the second of each pair holds
	At     float64 `json:"at,omitempty"`     // and at what
}

// Cut is a fit to the runs of less compute than C, and what it predicts of the
// others. Errors are relative, of the loss.
type Cut struct {
	C      float64  `json:"C"`
	Below  int      `json:"below"`
	Above  int      `json:"above"`
	Beyond float64  `json:"beyond"` // the largest compute above, in multiples of C
	Free   CutError `json:"free"`
	Held   CutError `json:"held"`
}

// CutError is how far a fit was off on the runs above its cut.
type CutError struct {
	Mean   float64   `json:"mean"`
	Worst  float64   `json:"worst"`
	Bias   float64   `json:"bias"` // signed mean: above 0 where it predicted too much
	Theta  []float64 `json:"theta,omitempty"`
	Failed string    `json:"failed,omitempty"` // code of why there is none
}

// CompareReply has the families, best first.
type CompareReply struct {
	By    string     `json:"by"`            // symbol of what the upper part is large in
	Cut   float64    `json:"cut,omitempty"` // where it begins; 0: no part could be held out
	Below int        `json:"below"`
	Above int        `json:"above"`
	Parts int        `json:"parts,omitempty"` // folds of whole model sizes; 0: too few sizes
	Rows  []Compared `json:"rows"`
	Left  []LeftOut  `json:"left,omitempty"`
}

// Compared is a family by what it predicts of runs that it was not fitted to.
type Compared struct {
	Law    string  `json:"law"`
	Free   int     `json:"free"`
	Beyond float64 `json:"beyond"` // mean relative error on the upper part of compute
	Folds  float64 `json:"folds"`  // the same over folds of whole model sizes

	// How far Beyond is behind that of the best, and the standard error of that over
	// the runs held out.
	Behind   float64 `json:"behind,omitempty"`
	BehindSE float64 `json:"behind_se,omitempty"`

	// Codes of why there is no such error.
	NoBeyond string `json:"no_beyond,omitempty"`
	NoFolds  string `json:"no_folds,omitempty"`

	AICc   float64 `json:"aicc"`
	DAICc  float64 `json:"daicc"` // above the least
	R2     float64 `json:"r2"`
	RMSE   float64 `json:"rmse"`
	Status string  `json:"status"`
}

// LeftOut is a family that the runs do not allow.
type LeftOut struct {
	Law  string   `json:"law"`
	Code string   `json:"code"`
	Need []string `json:"need,omitempty"` // symbols that are missing
}

// NextReply ranks candidate runs.
type NextReply struct {
	Target     Point       `json:"target"`
	Before     Interval    `json:"before"` // the prediction at the target
	Candidates []Candidate `json:"candidates"`
	Sequence   []Candidate `json:"sequence,omitempty"` // several runs, chosen one after the other
	Held       []string    `json:"held,omitempty"`     // coefficients that the runs do not tell, held at their value
}

// Candidate is a run that could be trained.
type Candidate struct {
	N     float64  `json:"N"`
	D     float64  `json:"D"`
	C     float64  `json:"C"`
	After Interval `json:"after"` // the prediction at the target once it has been trained
	Gain  float64  `json:"gain"`  // 1 − width after / width before

	// "next-beyond": Coefs[0], N or D, is Value[0] times the runs' largest;
	// "next-few-tokens": D/N is Value[0], below 1.
	Doubts []Warning `json:"doubts,omitempty"`
}

// PlanReply is a budget divided.
type PlanReply struct {
	C    float64    `json:"C"`
	N    float64    `json:"N"`
	D    float64    `json:"D"`
	B    float64    `json:"B,omitempty"`
	S    float64    `json:"S,omitempty"`
	Loss Interval   `json:"loss"`
	Flat [2]float64 `json:"flat"`
}

// TransferReply is what a pre-training is worth, in characters.
type TransferReply struct {
	DT         float64 `json:"D_T"`
	DE         float64 `json:"D_E"`
	Multiplier float64 `json:"multiplier"`
	Fraction   float64 `json:"fraction"`
}

// ShapeReply is the count of a shape. FLOPs are those of training on a token: the
// four parts add up.
type ShapeReply struct {
	NonEmbedding  float64 `json:"non_embedding"`
	Total         float64 `json:"total"`
	FLOPsPerToken float64 `json:"flops_per_token"`
	Matrices      float64 `json:"flops_matrices"`  // 6 × non_embedding
	Attention     float64 `json:"flops_attention"` // over the causal half of the context, or of its windows
	Head          float64 `json:"flops_head"`      // the output head, tied or not
	Embedding     float64 `json:"flops_embedding"`
}
