package job

import (
	"context"
	"encoding/json"
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/isoflop"
	"lossline/engine/law"
)

// fit answers OpFit: the coefficients with all that the page shows of them. A
// bootstrap that is asked for and whose parts are not given is done here.
func (s *Session) fit(ctx context.Context, r Request, progress func(done, total int)) (*FitReply, error) {
	src, err := s.source(ctx, r, progress)
	if err != nil {
		return nil, err
	}
	if r.Law == "" {
		r.Law = src.law
	}
	if r.Law == "isoflop" || r.Law == "envelope" || r.Law == law.PowerAllocation.ID {
		return s.approach(ctx, r, src)
	}
	res, err := s.result(ctx, r, src)
	if err != nil {
		return nil, err
	}
	samples, err := samplesOf(ctx, r, src, res, progress)
	if err != nil {
		return nil, err
	}
	return report(r, src, res, samples), nil
}

// fitted is the runs of a request with the fit to them, by the law that suits them
// where none is named.
func (s *Session) fitted(ctx context.Context, r Request) (source, *fit.Result, error) {
	src, err := s.source(ctx, r, func(int, int) {})
	if err != nil {
		return source{}, nil, err
	}
	if r.Law == "" {
		r.Law = src.law
	}
	res, err := s.result(ctx, r, src)
	return src, res, err
}

// result fits the law, or finds the fit that was asked for last.
func (s *Session) result(ctx context.Context, r Request, src source) (*fit.Result, error) {
	key := r.fitKey()
	if key != "" && key == s.last.key {
		return s.last.res, nil
	}
	l, settings, err := r.settings()
	if err != nil {
		return nil, err
	}
	res, err := fit.Fit(ctx, l, src.runs, settings)
	if err != nil {
		return nil, fitError(l, err)
	}
	s.last.key, s.last.res = key, res
	return res, nil
}

// fitKey is all of the request that the coefficients depend on; "" where the runs
// came with it, which are not worth comparing.
func (r Request) fitKey() string {
	if len(r.Runs) > 0 || r.Text != "" {
		return ""
	}
	key, err := json.Marshal(Request{
		Data: r.Data, Mapping: r.Mapping, DropBad: r.DropBad, DropDuplicates: r.DropDuplicates, Group: r.Group,
		Aside: r.Aside, KeepAside: r.KeepAside, FinalOnly: r.FinalOnly, Below: r.Below,
		Law: r.Law, Objective: r.Objective, Delta: r.Delta, Pin: r.Pin, Starts: r.Starts, Seed: r.Seed,
	})
	if err != nil {
		return ""
	}
	return string(key)
}

// settings are the law of the request and how it is to be fitted.
func (r Request) settings() (*law.Law, *fit.Settings, error) {
	l, err := lawOf(r.Law)
	if err != nil {
		return nil, nil, err
	}
	s := &fit.Settings{Objective: fit.Objective(r.Objective), Delta: r.Delta, Starts: r.Starts, Seed: r.Seed}
	if s.Objective == "" {
		s.Objective = fit.Huber
	}
	if s.Delta == 0 && s.Objective == fit.Huber {
		s.Delta = fit.DefaultDelta
	}
	if len(r.Pin) > 0 {
		s.Pinned = make([]float64, len(l.Coefs))
		for i := range s.Pinned {
			s.Pinned[i] = math.NaN()
		}
	}
	for symbol, v := range r.Pin {
		i := coefIndex(l, symbol)
		if i < 0 {
			return nil, nil, fail("unknown-coef", []string{symbol, l.ID}, "the law %s has no coefficient %s", l.ID, symbol)
		}
		s.Pinned[i] = v
	}
	return l, s, nil
}

// lawOf finds a law that runs can be fitted with.
func lawOf(id string) (*law.Law, error) {
	for _, l := range law.Fittable() {
		if l.ID == id {
			return l, nil
		}
	}
	return nil, fail("unknown-law", []string{id}, "no law %q can be fitted", id)
}

// coefIndex is where in theta the coefficient with the symbol is, or −1.
func coefIndex(l *law.Law, symbol string) int {
	return slices.IndexFunc(l.Coefs, func(c law.Coef) bool { return c.Symbol == symbol })
}

func symbols(l *law.Law, index []int) []string {
	var out []string
	for _, i := range index {
		out = append(out, l.Coefs[i].Symbol)
	}
	return out
}

// report makes a reply of a fit and, where there are some, of its resamples.
func report(r Request, src source, res *fit.Result, samples *fit.Samples) *FitReply {
	l := res.Law
	u := sureness{res, samples, r.level()}
	out := &FitReply{
		Law: l.ID, Objective: string(res.Settings.Objective), Value: res.Value, Status: string(res.Status),
		Rows: res.Rows, Free: res.Free, Starts: res.Starts, Agree: res.Agree, Condition: finite(res.Condition),
		R2: finite(res.R2), RMSE: finite(res.RMSE), AICc: finite(res.AICc),
		Domain: map[string]Range{}, Digest: dataset.Digest(bare(src.runs)), Level: r.level(), From: "covariance", Seed: r.Seed,
		Coefs: u.coefs(), Views: views(src, u), Outliers: outliers(l, res.Theta, src),
	}
	if res.Settings.Objective == fit.Huber {
		out.Delta = res.Settings.Delta
	}
	if samples != nil {
		out.From, out.Resamples, out.Failed = string(samples.Scheme), len(samples.Theta), samples.Failed
		out.BootCov = bootCov(l, samples.Theta)
	}
	for _, d := range res.Domain {
		out.Domain[string(d.Symbol)] = Range{finite(d.Lo), finite(d.Hi)}
	}
	for _, g := range res.Weak {
		out.Weak = append(out.Weak, symbols(l, g))
	}
	out.Cov, out.Corr = flatten(res.Cov)
	for _, a := range src.aside {
		out.Aside = append(out.Aside, a.Row)
	}
	out.Flat = flat(r, src, u)
	out.Warnings = warnings(r, src, res)
	if samples == nil && res.Cov != nil && out.Objective != string(fit.Squares) && out.Objective != string(fit.Linear) {
		out.Warnings = append(out.Warnings, Warning{Code: "covariance"})
	}
	return out
}

// flatten writes a covariance row by row, and the correlations likewise; those
// of a coefficient that was held are 0.
func flatten(cov [][]float64) (flat, corr []float64) {
	for i, row := range cov {
		for j, v := range row {
			flat = append(flat, v)
			switch both := cov[i][i] * cov[j][j]; {
			case i == j:
				corr = append(corr, 1)
			case both > 0:
				corr = append(corr, v/math.Sqrt(both))
			default:
				corr = append(corr, 0)
			}
		}
	}
	return flat, corr
}

// warnings are those of the fit and what the choice of runs adds to them.
func warnings(r Request, src source, res *fit.Result) []Warning {
	var out []Warning
	for _, w := range res.Warnings {
		out = append(out, Warning{Code: string(w.Code), Coefs: symbols(res.Law, w.Coefs), Value: w.Value})
	}
	if n, worst := contradictions(src.runs); n > 0 {
		out = append(out, Warning{Code: "not-6nd", Value: []float64{float64(n), worst}})
	}
	if res.Rows < 3*res.Free {
		out = append(out, Warning{Code: "few-runs", Value: []float64{float64(res.Rows), float64(res.Free)}})
	}
	if c := largest(src.runs); r.Budget > c && c > 0 {
		out = append(out, Warning{Code: "budget-beyond", Value: []float64{r.Budget, r.Budget / c}})
	}
	return out
}

// contradictions counts the runs in which C and 6ND are more than a tenth apart,
// as the reader of tables does, and returns C/(6ND) of the worst.
func contradictions(runs []dataset.Run) (n int, worst float64) {
	for _, r := range runs {
		if r.C == 0 || r.N == 0 || r.D == 0 {
			continue
		}
		ratio := float64(r.C) / (6 * float64(r.N) * float64(r.D))
		off := max(ratio, 1/ratio)
		if off <= 1.1 {
			continue
		}
		n++
		if off > max(worst, 1/worst) || n == 1 {
			worst = ratio
		}
	}
	return n, worst
}

// largest is the most compute of a run, and 0 where none is known.
func largest(runs []dataset.Run) float64 {
	c := 0.0
	for _, r := range runs {
		c = max(c, float64(isoflop.Compute(r)))
	}
	return c
}
