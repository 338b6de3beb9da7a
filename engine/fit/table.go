package fit

import (
	"context"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/num"
)

// most is how many coefficients a law may have.
const most = 8

// table has the rows of a fit: what was observed, with which weight, where.
type table struct {
	y, lnY, w []float64 // lnY is nil for residuals that are no logarithms
	points    []law.Point
}

func (t *table) rows() int { return len(t.y) }

// InputError says which run cannot be fitted, and why.
type InputError struct {
	Code   string     // one of the Input… constants
	Run    int        // index of the run, from 0; -1 if it is about no single one
	Row    int        // its line in the file that it came from, 0 if from none
	Symbol law.Symbol // the coordinate; "" if it is not about one
	Coef   int        // the coefficient; -1 if it is not about one
	Value  float64    // what stands there, or how many runs there are
	Want   float64    // how many there have to be
}

// Codes of an InputError.
const (
	InputCoordinate = "coordinate" // a coordinate that the law reads is missing or no positive number
	InputTarget     = "target"     // the loss or error rate is
	InputWeight     = "weight"     // the weight is negative or no number
	InputFew        = "few"        // fewer runs than free coefficients
	InputDistinct   = "distinct"   // fewer distinct places of the runs than free coefficients
	InputConstant   = "constant"   // all runs have the loss, or the error rate, Value
	InputPinned     = "pinned"     // a coefficient is held at a value out of its range
	InputPins       = "pins"       // not one pin, or NaN, for each coefficient
	InputLaw        = "law"        // the law predicts no loss and no error rate, or has too many coefficients
	InputDelta      = "delta"      // δ is no positive number
	InputObjective  = "objective"  // there is no such objective
	InputScheme     = "scheme"     // there is no such scheme of resampling
	InputLevel      = "level"      // the level is not between 0 and 1
	InputResult     = "result"     // the fit and the law, the runs or the coefficient do not belong together
)

func (e *InputError) Error() string {
	s := "fit: " + e.Code
	if e.Run >= 0 {
		s += ": run " + itoa(e.Run+1)
		if e.Row > 0 {
			s += " (line " + itoa(e.Row) + ")"
		}
	}
	if e.Symbol != "" {
		s += ": " + string(e.Symbol)
	}
	if e.Coef >= 0 {
		s += ": coefficient " + itoa(e.Coef+1)
	}
	s += ": have " + number(e.Value)
	if e.Want != 0 {
		s += ", want " + number(e.Want)
	}
	return s
}

func wrong(code string, value float64) *InputError {
	return &InputError{Code: code, Run: -1, Coef: -1, Value: value}
}

// newTable reads what l needs from the runs.
func newTable(ctx context.Context, l *law.Law, runs []dataset.Run, linear bool) (*table, error) {
	n := len(runs)
	t := &table{y: make([]float64, n), w: make([]float64, n), points: make([]law.Point, n)}
	if !linear {
		t.lnY = make([]float64, n)
	}
	for i := range runs {
		if i%chunk == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		r := &runs[i]
		if err := check(l, r); err != nil {
			err.Run, err.Row = i, r.Row
			return nil, err
		}
		t.points[i] = r.Point()
		t.y[i] = r.Target(l)
		if !linear {
			t.lnY[i] = num.Log(t.y[i])
		}
		t.w[i] = r.Weight
		if r.Weight == 0 {
			t.w[i] = 1
		}
	}
	return t, nil
}

// check reports what of a run the law cannot read.
func check(l *law.Law, r *dataset.Run) *InputError {
	p := r.Point()
	for _, s := range l.Needs {
		v := p.Get(s)
		if v == 0 && (s == law.U || s == law.D && l == law.Rectified) {
			continue // as many as D; the model before it was tuned
		}
		if !positive(v) {
			err := wrong(InputCoordinate, v)
			err.Symbol = s
			return err
		}
	}
	if y := r.Target(l); !positive(y) {
		return wrong(InputTarget, y)
	}
	if r.Weight != 0 && !positive(r.Weight) {
		return wrong(InputWeight, r.Weight)
	}
	return nil
}

// positive reports whether v is a positive finite number.
func positive(v float64) bool { return v > 0 && v <= math.MaxFloat64 }

// thinned returns at most n rows of t, evenly spread over their order.
func (t *table) thinned(n int) *table {
	if t.rows() <= n {
		return t
	}
	out := &table{}
	for k := range n {
		i := int((2*int64(k) + 1) * int64(t.rows()) / int64(2*n))
		out.y, out.w, out.points = append(out.y, t.y[i]), append(out.w, t.w[i]), append(out.points, t.points[i])
		if t.lnY != nil {
			out.lnY = append(out.lnY, t.lnY[i])
		}
	}
	return out
}
