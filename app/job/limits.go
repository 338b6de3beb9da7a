package job

import (
	"math"

	"lossline/engine/dataset"
)

// Limits of a request: what is beyond them is refused, so that a link that
// somebody made up cannot keep a page busy for ever. Those of runs and of tables are
// the reader's.
const (
	MaxRuns      = dataset.MaxRuns
	MaxText      = dataset.MaxText
	MaxBootstrap = 20_000
	MaxStarts    = 1000
	MaxPoints    = 10_000 // At
)

// check refuses a request of which a size or a number is beyond its limits.
func (r *Request) check() error {
	switch {
	case len(r.Text) > MaxText:
		return &dataset.ReadError{Code: dataset.CodeTooBig}
	case len(r.Runs) > MaxRuns:
		return &dataset.ReadError{Code: dataset.CodeRuns}
	}
	for _, n := range []struct {
		field     string
		have, max int
	}{
		{"aside", len(r.Aside), MaxRuns},
		{"bootstrap", r.Bootstrap, MaxBootstrap},
		{"from", r.From, MaxBootstrap},
		{"to", r.To, MaxBootstrap},
		{"starts", r.Starts, MaxStarts},
		{"parts", len(r.Parts), MaxBootstrap},
		{"at", len(r.At), MaxPoints},
		{"laws", len(r.Laws), 100},
		{"pin", len(r.Pin), 100},
		{"cov", len(r.Cov), 100 * 100},
	} {
		if n.have < 0 || n.have > n.max {
			return fail("limit", []string{n.field, text(float64(n.max))}, "%s: %d, want at most %d", n.field, n.have, n.max)
		}
	}
	for _, v := range []struct {
		field  string
		v      float64
		lo, hi float64 // 0 stands for nothing said
	}{
		{"delta", r.Delta, 1e-12, 1e3},
		{"level", r.Level, 0.5, 0.9999},
		{"below", r.Below, 1e-30, 1e60},
		{"budget", r.Budget, 1e-30, 1e60},
		{"allowance", r.Allowance, 1e-30, 1e60},
	} {
		if v.v != 0 && !(v.v >= v.lo && v.v <= v.hi) {
			return fail("limit", []string{v.field, text(v.lo), text(v.hi)}, "%s: %g, want %g to %g", v.field, v.v, v.lo, v.hi)
		}
	}
	return r.checkChoices()
}

// checkChoices refuses words that mean nothing.
func (r *Request) checkChoices() error {
	for _, c := range []struct{ field, v, a, b, c, d string }{
		{"objective", r.Objective, "huber", "lad", "squares", "linear"},
		{"scheme", r.Scheme, "rows", "sizes", "", ""},
	} {
		if c.v != "" && c.v != c.a && c.v != c.b && c.v != c.c && c.v != c.d {
			return fail("unknown-choice", []string{c.field, c.v}, "%s: unknown choice %q", c.field, c.v)
		}
	}
	return nil
}

// level is that of all intervals of the reply.
func (r *Request) level() float64 {
	if r.Level == 0 {
		return 0.95
	}
	return r.Level
}

// finite is v, and 0 for what JSON cannot say: in a reply 0 stands for unknown
// where the field says so.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}
