package job

import (
	"context"
	"errors"

	"lossline/engine/dataset"
)

// maxCanonical is how many runs a link may carry.
const maxCanonical = 5000

// read says what is in a table, or of what the runs of the request consist.
func (s *Session) read(ctx context.Context, r Request, progress func(done, total int)) (*ReadReply, error) {
	if len(r.Runs) > 0 || shipped(r.Data) {
		runs, _, _, err := s.given(ctx, r, progress)
		if err != nil {
			return nil, err
		}
		out := &ReadReply{Sure: true, Rows: len(runs), Kept: len(runs), Header: []string{}, Preview: [][]string{}}
		out.describe(runs)
		return out, nil
	}
	if r.Data == "" && r.Text == "" {
		return nil, fail("no-runs", nil, "the request has no runs, data or text")
	}
	t, err := s.table(ctx, r, progress)
	if t == nil {
		return nil, err
	}
	out := t.look()
	if err != nil { // the mapping cannot be read by; the reader still sees the table
		e, file := asError(err), (*dataset.ReadError)(nil)
		mapped := errors.As(err, &file) && (file.Code == dataset.CodeMapping || file.Code == dataset.CodeNoLoss)
		if !mapped || r.Mapping != nil {
			return nil, e
		}
		out.Sure = false
		return out, nil
	}
	out.Mapping = *t.mapping
	out.Sure = out.Sure || r.Mapping != nil
	out.count(t.in)
	out.describe(t.in.Runs)
	return out, nil
}

// look is what can be said of a table before its rows are read.
func (t *table) look() *ReadReply {
	s := t.sniffed
	return &ReadReply{
		Format: string(s.Guess.Format), Delimiter: s.Guess.Delimiter, Header: s.Header, Preview: s.Preview,
		Mapping: s.Guess, Sure: s.Sure, Notes: s.Notes,
		Has: []string{}, Ranges: map[string]Range{}, Laws: []string{},
	}
}

// count fills in what the rows were like.
func (o *ReadReply) count(in *dataset.Import) {
	o.Rows, o.Kept, o.Blank = in.Rows, in.Kept, in.Blank
	o.Duplicate, o.Completed, o.Contrary = in.DuplicateCount, in.Completed, in.ContradictionCount
	o.Problems = in.Problems
	if len(in.ProblemCounts) > 0 {
		o.Counts = map[string]int{}
		for code, n := range in.ProblemCounts {
			o.Counts[string(code)] = n
		}
	}
	for _, c := range in.Contradictions[:min(len(in.Contradictions), 100)] {
		o.ContraryRows = append(o.ContraryRows, RowRatio{c.Row, c.Ratio})
	}
	for _, d := range in.Duplicates[:min(len(in.Duplicates), 100)] {
		o.DuplicateRows = append(o.DuplicateRows, [2]int{d.Row, d.Of})
	}
}

// describe fills in what the runs have.
func (o *ReadReply) describe(runs []dataset.Run) {
	o.Ranges, o.Has, o.Laws = map[string]Range{}, []string{}, []string{}
	if len(runs) == 0 {
		return
	}
	k := knownOf(runs)
	for _, c := range coordinates {
		if k.count[c.symbol] == len(runs) {
			o.Has = append(o.Has, c.symbol)
		}
		if k.count[c.symbol] > 0 {
			o.Ranges[c.symbol] = k.span[c.symbol]
		}
	}
	o.Curves, o.Groups = k.curves, k.groups
	o.Laws = lawsFor(runs, k)
	o.Digest = dataset.Digest(bare(runs))
	if len(runs) <= maxCanonical {
		o.Canonical, o.SameRows = canonical(runs)
	}
}
