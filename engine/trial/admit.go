package trial

import (
	"errors"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
)

// admit says whether the runs have what the family reads.
func admit(f Family, runs []dataset.Run) (LeftOut, bool) {
	out := LeftOut{Law: f.Law}
	if f.Law.Loss == nil {
		out.Reason = NoPrediction
		return out, false
	}
	if f.Law.Output != output(runs) {
		out.Reason = OtherOutput
		return out, false
	}
	repeated := false
	for _, s := range f.Law.Needs {
		missing := false
		for _, r := range runs {
			v := r.Point().Get(s)
			switch {
			case s == law.U:
				repeated = repeated || v > 0 && v < float64(r.D)
			case s == law.D && f.Law == law.Rectified && v == 0: // not tuned at all
			case !(v > 0):
				missing = true
			}
		}
		if missing {
			out.Symbols = append(out.Symbols, s)
		}
		if s == law.U && !repeated {
			out.Reason = NotRepeated
		}
	}
	if out.Symbols != nil {
		out.Reason = NeedsCoordinate
	}
	return out, out.Reason == ""
}

// output is what the runs are compared by: their losses where all have one.
func output(runs []dataset.Run) law.Output {
	for _, r := range runs {
		if !(r.Loss > 0) {
			return law.OutputError
		}
	}
	return law.OutputLoss
}

// failed reads the reason off the error of a fit.
func failed(f Family, err error) LeftOut {
	out := LeftOut{Law: f.Law, Reason: NoFit, Err: err}
	var input *fit.InputError
	if errors.As(err, &input) && (input.Code == fit.InputFew || input.Code == fit.InputDistinct) {
		out.Reason = FewRuns
	}
	return out
}

// sort puts the best first: by the error on the upper part; those without one
// after them, by the error over the folds; then those without either.
func (c *Comparison) sort() {
	idx := make([]int, len(c.Rows))
	least := math.Inf(1)
	for i := range idx {
		idx[i] = i
		least = min(least, c.Rows[i].Full.AICc)
	}
	const behind = 1e9 // more than any error that is compared
	sortBy(idx, func(i int) float64 {
		switch r := &c.Rows[i]; {
		case r.BeyondErr == nil:
			return min(r.Beyond.Mean, behind)
		case r.FoldsErr == nil:
			return behind + r.Folds.Mean
		}
		return math.Inf(1)
	})
	rows := make([]Row, len(idx))
	for k, i := range idx {
		rows[k] = c.Rows[i]
		rows[k].DAICc = rows[k].Full.AICc - least
	}
	for i := range rows {
		if r := &rows[i]; r.BeyondErr == nil && i > 0 {
			r.Behind, r.BehindSE, _ = r.Beyond.behind(&rows[0].Beyond)
		}
	}
	c.Rows = rows
}
