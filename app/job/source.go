package job

import (
	"context"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/isoflop"
	"lossline/engine/unit"
)

// source is the runs that a request speaks of, after all that it chose.
type source struct {
	runs  []dataset.Run // to be fitted
	aside []dataset.Run // put aside by the reader or by the published fit
	law   string        // ID of the law that is fitted first, if the data set knows

	noCompute bool // D is the size of the data, so that compute is not known
}

// source finds the runs and leaves out what the request leaves out.
func (s *Session) source(ctx context.Context, r Request, progress func(done, total int)) (source, error) {
	runs, group, lawID, err := s.given(ctx, r, progress)
	if err != nil {
		return source{}, err
	}
	if r.Group != "" {
		group = r.Group
	}
	all := group == AllGroups
	group = dataset.Slug(group) // as links name it
	out := source{law: lawID}
	if len(r.Runs) == 0 && shipped(r.Data) {
		out.noCompute = s.sets[r.Data].DataSize
	}
	aside := make(map[int]bool, len(r.Aside))
	for _, row := range r.Aside {
		aside[row] = true
	}
	for _, run := range lastOnly(runs, r.FinalOnly) {
		switch {
		case group != "" && !all && dataset.Slug(run.Group) != group:
		case r.Below > 0 && float64(isoflop.Compute(run)) > r.Below:
		case aside[run.Row], !run.Used && !r.KeepAside:
			out.aside = append(out.aside, run)
		default:
			out.runs = append(out.runs, run)
		}
	}
	switch n := len(out.runs); {
	case n == 0:
		return source{}, fail("no-runs", nil, "no runs are left to be fitted")
	case n > MaxRuns && r.Law != "envelope": // which takes whole curves
		return source{}, &dataset.ReadError{Code: dataset.CodeRuns}
	}
	if ids := lawsFor(out.runs, knownOf(out.runs)); out.law == "" && len(ids) > 0 {
		out.law = ids[0] // what suits a reader's own runs best
	}
	return out, nil
}

// AllGroups as Request.Group takes the runs of all groups, also of a data set
// that has one which is opened first.
const AllGroups = "*"

// given returns the runs as they were given, and what a data set that ships says
// of them: the group that is opened first and the law that is fitted first.
func (s *Session) given(ctx context.Context, r Request, progress func(done, total int)) (runs []dataset.Run, group, lawID string, err error) {
	switch {
	case len(r.Runs) > 0:
		runs, err = inline(r.Runs)
	case r.Data != "" && shipped(r.Data):
		var d *dataset.Dataset
		if d, err = s.dataset(r.Data); err == nil {
			runs, group, lawID = d.Runs, d.Group, d.Law
		}
	case r.Data != "" || r.Text != "":
		var t *table
		if t, err = s.table(ctx, r, progress); err == nil {
			runs, err = t.complete(r)
		}
	default:
		err = fail("no-runs", nil, "the request has no runs, data or text")
	}
	return runs, group, lawID, err
}

func shipped(id string) bool {
	_, ok := dataset.ByID(id)
	return ok
}

// dataset is a data set that ships: from a file that was put here, or from this
// program.
func (s *Session) dataset(id string) (*dataset.Dataset, error) {
	if d, ok := s.sets[id]; ok {
		return d, nil
	}
	l, _ := dataset.ByID(id)
	var d *dataset.Dataset
	var err error
	switch text, ok := s.texts[id]; {
	case ok:
		d, err = l.Parse(text)
	case l.Load != nil:
		d, err = l.Load()
	default:
		err = fail("no-data", []string{id}, "the file of the data set %s is not here", id)
	}
	if err != nil {
		return nil, err
	}
	if s.sets == nil {
		s.sets = map[string]*dataset.Dataset{}
	}
	s.sets[id] = d
	return d, nil
}

// inline turns the runs of a request into the engine's. One without a row is
// known by its place, from 1.
func inline(given []Run) ([]dataset.Run, error) {
	out := make([]dataset.Run, len(given))
	for i, g := range given {
		row := g.Row
		if row == 0 {
			row = i + 1
		}
		for _, v := range []struct {
			name string
			v    float64
		}{{"N", g.N}, {"D", g.D}, {"C", g.C}, {"loss", g.Loss}, {"U", g.U}, {"S", g.S}, {"B", g.B}, {"error", g.Error}, {"weight", g.Weight}} {
			if v.v < 0 || math.IsNaN(v.v) || math.IsInf(v.v, 0) {
				e := fail("bad-run", []string{v.name, text(v.v)}, "run %d: %s = %g: want a positive number", row, v.name, v.v)
				e.Row, e.Column = row, v.name
				return nil, e
			}
		}
		out[i] = dataset.Run{
			N: unit.Params(g.N), D: unit.Tokens(g.D), C: unit.FLOPs(g.C), Loss: unit.Loss(g.Loss), Used: true,
			U: unit.Tokens(g.U), S: unit.Steps(g.S), B: unit.Tokens(g.B), Error: g.Error, Weight: g.Weight,
			Name: g.Name, Curve: g.Curve, Group: g.Group, Row: row,
		}
	}
	return out, nil
}

// lastOnly keeps of each curve the checkpoint with the most tokens, steps or
// compute, in the order of the runs, and all runs that are on none.
func lastOnly(runs []dataset.Run, only bool) []dataset.Run {
	if !only {
		return runs
	}
	last := map[string]int{}
	later := func(a, b dataset.Run) bool {
		if a.D != b.D {
			return a.D > b.D
		}
		if a.S != b.S {
			return a.S > b.S
		}
		return a.C > b.C
	}
	for i, r := range runs {
		key := r.Group + "\x00" + r.Curve
		if j, ok := last[key]; !ok || later(r, runs[j]) {
			last[key] = i
		}
	}
	var out []dataset.Run
	for i, r := range runs {
		if r.Curve == "" || last[r.Group+"\x00"+r.Curve] == i {
			out = append(out, r)
		}
	}
	return out
}
