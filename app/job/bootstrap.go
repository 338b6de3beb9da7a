package job

import (
	"context"

	"lossline/engine/fit"
)

// A fit with a bootstrap is done in three stages, so that workers can share it
// and the page shows something at once:
//
//	First(r)              the fit alone, with intervals of the covariance
//	Split(r, workers)     the parts of the bootstrap, r.Start being the first reply's theta
//	Finish(r, parts)      the same fit with the parts' samples
//
// The last reply is the one that Do gives to r itself, whatever the number of
// workers: resample i depends on the seed and on i alone.

// First is the request for the fit without its bootstrap.
func First(r Request) Request {
	r.Bootstrap, r.Parts, r.From, r.To, r.Start = 0, nil, 0, 0, nil
	return r
}

// Split divides the bootstrap of r into requests, one for each worker, in order.
// Without r.Start each of them finds the theta by itself.
func Split(r Request, workers int) []Request {
	workers = max(1, min(workers, r.Bootstrap))
	var out []Request
	for i := range workers {
		part := r
		part.Op, part.Parts = OpBootstrap, nil
		part.From, part.To = r.Bootstrap*i/workers, r.Bootstrap*(i+1)/workers
		out = append(out, part)
	}
	return out
}

// Finish is the request for the fit with the samples of all parts, in the order
// of Split.
func Finish(r Request, parts []Reply) Request {
	r.Parts = make([][]float64, len(parts))
	for i, p := range parts {
		r.Parts[i] = p.Samples
	}
	r.From, r.To, r.Start = 0, 0, nil
	return r
}

// Theta are the coefficients of a fit as Request.Theta and Start take them.
func (f *FitReply) Theta() []float64 {
	out := make([]float64, len(f.Coefs))
	for i, c := range f.Coefs {
		out[i] = c.Value
	}
	return out
}

// bootstrap answers OpBootstrap: the samples of one part, one after the other,
// and how many have none.
func (s *Session) bootstrap(ctx context.Context, r Request, progress func(done, total int)) ([]float64, int, error) {
	if r.From > r.To || r.To == 0 {
		return nil, 0, fail("limit", []string{"to"}, "a part from %d to %d", r.From, r.To)
	}
	src, err := s.source(ctx, r, func(int, int) {})
	if err != nil {
		return nil, 0, err
	}
	if r.Law == "" {
		r.Law = src.law
	}
	res, err := s.started(ctx, r, src)
	if err != nil {
		return nil, 0, err
	}
	samples, err := fit.Bootstrap(ctx, res, src.runs, r.scheme(), r.From, r.To, func(done int) { progress(done, r.To-r.From) })
	if err != nil {
		return nil, 0, fitError(res.Law, err)
	}
	out := make([]float64, 0, len(samples.Theta)*len(res.Theta))
	for _, theta := range samples.Theta {
		out = append(out, theta...)
	}
	return out, samples.Failed, nil
}

// started is a fit to be resampled: at r.Start where that is given.
func (s *Session) started(ctx context.Context, r Request, src source) (*fit.Result, error) {
	if len(r.Start) == 0 {
		return s.result(ctx, r, src)
	}
	l, settings, err := r.settings()
	if err != nil {
		return nil, err
	}
	if len(r.Start) != len(l.Coefs) {
		return nil, fail("bad-theta", []string{l.ID}, "start: %d coefficients, the law %s has %d", len(r.Start), l.ID, len(l.Coefs))
	}
	return &fit.Result{Law: l, Settings: *settings, Theta: r.Start}, nil
}

func (r Request) scheme() fit.Scheme {
	if r.Scheme == "" {
		return fit.Rows
	}
	return fit.Scheme(r.Scheme)
}

// samplesOf are the resamples of a fit: those that came in parts, or done here;
// nil where none are asked for.
func samplesOf(ctx context.Context, r Request, src source, res *fit.Result, progress func(done, total int)) (*fit.Samples, error) {
	switch {
	case r.Bootstrap == 0:
		return nil, nil
	case r.Parts == nil:
		return fit.Bootstrap(ctx, res, src.runs, r.scheme(), 0, r.Bootstrap, func(done int) { progress(done, r.Bootstrap) })
	}
	n := len(res.Theta)
	s := &fit.Samples{Law: res.Law, Scheme: r.scheme(), Seed: r.Seed}
	for i, p := range r.Parts {
		if len(p)%n != 0 {
			return nil, fail("bad-theta", []string{res.Law.ID}, "part %d: %d numbers are no thetas of %d", i+1, len(p), n)
		}
		for ; len(p) > 0; p = p[n:] {
			s.Theta = append(s.Theta, p[:n])
		}
	}
	s.Failed = r.Bootstrap - len(s.Theta)
	if s.Failed < 0 {
		return nil, fail("limit", []string{"parts"}, "parts: %d samples, want at most %d", len(s.Theta), r.Bootstrap)
	}
	return s, nil
}
