package job

import (
	"context"
	"encoding/json"
	"strconv"

	"lossline/engine/dataset"
)

// table is a reader's table, as it was read last.
type table struct {
	text    string // of a table that came with the request
	key     string // how it was read
	sniffed *dataset.Sniffed
	mapping *dataset.Mapping // in force
	in      *dataset.Import
}

// table reads the table of a request, or finds it as it was read before. Its
// error says too what keeps a table from being read at all.
func (s *Session) table(ctx context.Context, r Request, progress func(done, total int)) (*table, error) {
	t := s.tables[r.Data]
	if t == nil || r.Data == "" && t.text != r.Text {
		text, ok := []byte(r.Text), true
		if r.Data != "" {
			text, ok = s.texts[r.Data]
		}
		if !ok {
			return nil, fail("no-data", []string{r.Data}, "the table %s is not here", r.Data)
		}
		text, err := dataset.Unpack(text)
		if err != nil {
			return nil, err
		}
		if r.Data != "" {
			s.texts[r.Data] = text // so that it is unpacked once
		}
		sniffed, err := dataset.Sniff(text)
		if err != nil {
			return nil, err
		}
		t = &table{text: r.Text, sniffed: sniffed}
		if s.tables == nil {
			s.tables = map[string]*table{}
		}
		s.tables[r.Data] = t
	}
	return t, s.readAs(ctx, t, r, progress)
}

// readAs reads the table's runs as the request wants them.
func (s *Session) readAs(ctx context.Context, t *table, r Request, progress func(done, total int)) error {
	m := r.Mapping
	if m == nil {
		m = &t.sniffed.Guess
	}
	how, err := json.Marshal(m)
	if err != nil {
		return err
	}
	key := string(how) + strconv.FormatBool(r.DropDuplicates)
	if t.in != nil && t.key == key {
		return nil
	}
	text := s.texts[r.Data]
	if r.Data == "" {
		text = []byte(r.Text)
	}
	in, err := dataset.Read(ctx, text, m, &dataset.Options{Drop: true, DropDuplicates: r.DropDuplicates}, progress)
	if err != nil {
		return err
	}
	t.key, t.mapping, t.in = key, m, in
	return nil
}

// complete returns the table's runs, and an error that names the first problem
// where the reader did not decide to go on without the rows that have one.
func (t *table) complete(r Request) ([]dataset.Run, error) {
	if r.DropBad || len(t.in.Problems) == 0 {
		return t.in.Runs, nil
	}
	p := t.in.Problems[0]
	e := fail("bad-cell", []string{strconv.Itoa(t.in.BadRows), string(p.Code), p.Cell}, "%v; rows with problems: %d", p, t.in.BadRows)
	e.Row, e.Column = p.Row, p.Column
	return nil, e
}
