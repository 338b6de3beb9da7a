package job

// View is a figure of a fit over one coordinate: the runs, and the law for a few
// values of the other coordinate, with bands. Those of a bootstrap rest on at most
// 1000 of its resamples, evenly taken.
type View struct {
	X      string  `json:"x"`                // symbol of the coordinate on the x axis
	By     string  `json:"by,omitempty"`     // that by which the lines differ; over C a last line with By = 0 is the least loss of all sizes
	Output string  `json:"output,omitempty"` // "error"; else the loss
	Points []Dot   `json:"points"`
	Total  int     `json:"total"` // runs; Points are thinned where there are very many
	Lines  []Curve `json:"lines"`
	Cloud  []byte  `json:"cloud,omitempty"` // where Points are thinned: all runs that would be seen in a figure, packed; Dots reads them
}

// Dot is a run in a View.
type Dot struct {
	X     float64 `json:"x"`
	Y     float64 `json:"y"`
	Row   int     `json:"row,omitempty"`
	Line  int     `json:"line,omitempty"` // which line is nearest in By, from 0
	Aside bool    `json:"aside,omitempty"`
}

// Curve is a law along x. Lo and Hi are empty where no interval is known.
type Curve struct {
	By float64   `json:"by,omitempty"` // the value of the other coordinate
	X  []float64 `json:"x"`
	Y  []float64 `json:"y"`
	Lo []float64 `json:"lo,omitempty"`
	Hi []float64 `json:"hi,omitempty"`
}

// Outlier is a run far from the law.
type Outlier struct {
	Row      int     `json:"row"`
	Name     string  `json:"name,omitempty"`
	N        float64 `json:"N,omitempty"`
	D        float64 `json:"D,omitempty"`
	Loss     float64 `json:"loss,omitempty"`
	Fitted   float64 `json:"fitted"`
	Residual float64 `json:"residual"` // ln loss − ln fitted
	Score    float64 `json:"score"`    // in robust standard deviations
	Aside    bool    `json:"aside,omitempty"`
}

// Flat is the range of sizes whose loss for a budget is within Share of the best.
type Flat struct {
	C     float64  `json:"C"`
	N     float64  `json:"N"`
	Lo    float64  `json:"lo"`
	Hi    float64  `json:"hi"`
	Share float64  `json:"share"`
	Loss  Interval `json:"loss"`
	Size  Interval `json:"size"` // N with its interval from the fit
}

// Approach is the outcome of approach 1 or 2: N* ∝ C^a.
type Approach struct {
	Method     string    `json:"method"` // "isoflop" or "envelope"
	A          Interval  `json:"a"`
	Coef       float64   `json:"coef"` // N* = coef·C^a
	R2         float64   `json:"r2"`
	Profiles   []Profile `json:"profiles,omitempty"`
	Optima     []Optimum `json:"optima"`
	Plain      *Interval `json:"plain,omitempty"`      // a where A has weights by 1/SE²: without them
	Parametric *Interval `json:"parametric,omitempty"` // β/(α+β) of approach 3 on the same runs
	Bias       *Bias     `json:"bias,omitempty"`
}

// Profile is a parabola of approach 2.
type Profile struct {
	C      float64 `json:"C"`
	Runs   int     `json:"runs"`
	Line   Curve   `json:"line"`
	Dots   []Dot   `json:"dots"`
	Found  bool    `json:"found"`            // the minimum lies among the runs
	Reason string  `json:"reason,omitempty"` // code of why it does not
}

// Optimum is the best size for a budget.
type Optimum struct {
	C    float64 `json:"C"`
	N    float64 `json:"N"`
	Loss float64 `json:"loss"`
	SE   float64 `json:"se"` // of ln N
}

// Bias is what approach 2 would find on losses without noise of the law that
// approach 3 fitted, at the places of the runs.
type Bias struct {
	True  float64 `json:"true"`
	Found float64 `json:"found"`
}
