package job

import (
	"context"

	"lossline/engine/fit"
	"lossline/engine/law"
	"lossline/engine/trial"
	"lossline/engine/unit"
)

// backTest answers OpBackTest: fits below budgets and what they predict above.
func (s *Session) backTest(ctx context.Context, r Request, progress func(done, total int)) (*BackTestReply, error) {
	src, err := s.source(ctx, r, func(int, int) {})
	if err != nil {
		return nil, err
	}
	if r.Law == "" {
		r.Law = src.law
	}
	l, settings, err := r.settings()
	if err != nil {
		return nil, err
	}
	var cuts []float64
	if r.Budget > 0 {
		cuts = []float64{r.Budget}
	}
	rep, err := trial.BackTest(ctx, l, src.runs, settings, cuts, progress)
	if err != nil {
		return nil, fitError(l, err)
	}
	out := &BackTestReply{By: string(rep.By), Cuts: []Cut{}}
	if rep.Floor >= 0 {
		out.Pinned, out.At = l.Coefs[rep.Floor].Symbol, finite(rep.At)
	}
	for i := range rep.Cuts {
		c := &rep.Cuts[i]
		cut := Cut{C: c.At, Below: c.Below, Above: c.Above, Beyond: finite(c.Beyond), Free: cutError(l, &c.Free)}
		if rep.Floor >= 0 {
			cut.Held = cutError(l, &c.Pinned)
		}
		out.Cuts = append(out.Cuts, cut)
	}
	return out, nil
}

func cutError(l *law.Law, f *trial.Fitted) CutError {
	if !f.OK() {
		if f.Err == nil {
			return CutError{Failed: "no-fit"}
		}
		return CutError{Failed: fitError(l, f.Err).Code}
	}
	return CutError{Mean: finite(f.Mean), Worst: finite(f.Worst), Bias: finite(f.Bias), Theta: f.Theta}
}

// compare answers OpCompare: the laws that were named, or all that the runs allow.
func (s *Session) compare(ctx context.Context, r Request, progress func(done, total int)) (*CompareReply, error) {
	src, err := s.source(ctx, r, func(int, int) {})
	if err != nil {
		return nil, err
	}
	ids := r.Laws
	if len(ids) == 0 {
		ids = lawsFor(src.runs, knownOf(src.runs))
	}
	var families []trial.Family
	for _, id := range ids {
		if id == "isoflop" || id == "envelope" {
			continue // they predict no losses
		}
		l, err := lawOf(id)
		if err != nil {
			return nil, err
		}
		families = append(families, trial.Family{Law: l})
	}
	settings := &fit.Settings{Objective: fit.Objective(r.Objective), Delta: r.Delta, Starts: r.Starts, Seed: r.Seed}
	c, err := trial.Compare(ctx, families, src.runs, settings, progress)
	if err != nil {
		return nil, err
	}
	return compareReply(c), nil
}

func compareReply(c *trial.Comparison) *CompareReply {
	out := &CompareReply{
		By: string(c.By), Cut: finite(c.Cut), Below: c.Below, Above: c.Above, Parts: c.Folds, Rows: []Compared{},
	}
	for _, row := range c.Rows {
		v := Compared{
			Law: row.Law.ID, Free: row.Full.Free, Beyond: finite(row.Beyond.Mean), Folds: finite(row.Folds.Mean),
			AICc: finite(row.Full.AICc), DAICc: finite(row.DAICc), R2: finite(row.Full.R2), RMSE: finite(row.Full.RMSE),
			Status: string(row.Full.Status), Behind: finite(row.Behind), BehindSE: finite(row.BehindSE),
		}
		if row.BeyondErr != nil {
			v.NoBeyond = fitError(row.Law, row.BeyondErr).Code
		}
		if row.FoldsErr != nil {
			v.NoFolds = fitError(row.Law, row.FoldsErr).Code
		}
		out.Rows = append(out.Rows, v)
	}
	for _, left := range c.Left {
		v := LeftOut{Law: left.Law.ID, Code: string(left.Reason)}
		for _, symbol := range left.Symbols {
			v.Need = append(v.Need, string(symbol))
		}
		out.Left = append(out.Left, v)
	}
	return out
}

// maxCandidates is how many candidates a reply has.
const maxCandidates = 60

// next answers OpNext: which runs would shrink the interval at the target most.
func (s *Session) next(ctx context.Context, r Request) (*NextReply, error) {
	src, res, err := s.fitted(ctx, r)
	if err != nil {
		return nil, err
	}
	if src.noCompute {
		return nil, fail("no-compute", nil, "D is the size of the data and not what was read: what a run cost is not known")
	}
	q := trial.Question{Budget: unit.FLOPs(r.Budget), Allowance: unit.FLOPs(r.Allowance), Level: r.level()}
	if r.Target != nil {
		q.Target = r.Target.point(res.Law)
	}
	for _, p := range r.At {
		q.Candidates = append(q.Candidates, p.point(res.Law))
	}
	a, err := trial.Next(ctx, res, src.runs, q)
	if err != nil {
		return nil, fitError(res.Law, err)
	}
	t := a.Target
	out := &NextReply{
		Target:     Point{N: float64(t.N), D: float64(t.D), C: float64(t.C), S: float64(t.S), U: float64(t.U), Loss: float64(t.L)},
		Before:     intervalOf(a.Before),
		Candidates: candidates(a.Candidates[:min(len(a.Candidates), maxCandidates)]),
		Sequence:   candidates(a.Sequence),
		Held:       symbols(res.Law, a.Held),
	}
	return out, nil
}

func candidates(all []trial.Candidate) []Candidate {
	out := []Candidate{}
	for _, c := range all {
		out = append(out, Candidate{
			N: float64(c.Point.N), D: float64(c.Point.D), C: float64(c.Point.C), After: intervalOf(c.After), Gain: finite(c.Gain),
		})
		for _, w := range c.Doubts {
			v := Warning{Code: string(w.Code), Value: []float64{w.Value}}
			if w.Symbol != "" {
				v.Coefs = []string{string(w.Symbol)}
			}
			out[len(out)-1].Doubts = append(out[len(out)-1].Doubts, v)
		}
	}
	return out
}

// intervalOf is the engine's interval; where nothing is known of its ends Level
// is 0.
func intervalOf(i fit.Interval) Interval {
	if finite(i.Lo) != i.Lo || finite(i.Hi) != i.Hi {
		return Interval{Value: finite(i.Center)}
	}
	return Interval{finite(i.Center), i.Lo, i.Hi, i.Level}
}
