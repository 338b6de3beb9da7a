package dataset

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Role says what a column means for a run.
type Role string

// The roles. A column without one is not read.
const (
	RoleNone   Role = ""
	RoleN      Role = "N"
	RoleD      Role = "D"
	RoleC      Role = "C"
	RoleLoss   Role = "loss"
	RoleS      Role = "S"
	RoleB      Role = "B"
	RoleU      Role = "U"
	RoleError  Role = "error"
	RoleWeight Role = "weight"
	RoleName   Role = "name"
	RoleCurve  Role = "curve" // the training that a checkpoint belongs to
	RoleGroup  Role = "group"
)

// Transform is what a number goes through before it is scaled.
type Transform string

// The transforms.
const (
	AsIs  Transform = ""
	Ln    Transform = "ln"    // of a perplexity
	Exp   Transform = "exp"   // of a natural logarithm
	Exp10 Transform = "exp10" // of a decimal logarithm
)

// Format is how a file is laid out.
type Format string

// The formats.
const (
	Delimited Format = "csv"   // one delimiter between cells, which may be quoted
	Blanks    Format = "text"  // blanks between cells, as copied from a terminal
	JSONL     Format = "jsonl" // an object a line
	JSON      Format = "json"  // an array of objects
)

// Column says how one column is read: value = Transform(cell)·Scale, in the base
// unit of its role.
type Column struct {
	Name      string    `json:"name"`
	Role      Role      `json:"role,omitempty"`
	Scale     float64   `json:"scale,omitempty"` // 0 stands for 1
	Transform Transform `json:"transform,omitempty"`
	Run       string    `json:"run,omitempty"`    // in a wide file: the training whose loss the column has
	Reason    Code      `json:"reason,omitempty"` // why Sniff thinks so
}

// Mapping says how a file is read. Nothing else decides about a number in it.
type Mapping struct {
	Format    Format   `json:"format"`
	Delimiter string   `json:"delimiter,omitempty"` // one character; of Blanks: one or two spaces, the least that part cells
	Decimal   string   `json:"decimal,omitempty"`   // "." or ","
	Header    int      `json:"header,omitempty"`    // line of the names, from 1; rows up to it are not read; 0: none
	Units     int      `json:"units,omitempty"`     // line of units below the names; 0: none
	Wide      bool     `json:"wide,omitempty"`      // each loss column is a training: a row becomes a run for each
	Columns   []Column `json:"columns"`             // in the order of the file; for JSON the keys, nested ones joined by dots
}

// Options are what a person decides about what is wrong in a file.
type Options struct {
	Drop           bool `json:"drop,omitempty"`           // go on without the rows that have problems
	DropDuplicates bool `json:"dropDuplicates,omitempty"` // keep the first of equal rows only
	NoCurves       bool `json:"noCurves,omitempty"`       // every row is a training of its own
}

// Import is what was read from a file.
type Import struct {
	Runs     []Run
	Complete bool // no problems, or Options.Drop

	Rows     int // records, without header, comments and blank ones
	Kept     int // len(Runs)
	Blank    int
	Comments int

	Problems      []Problem    // the first 1000
	ProblemCounts map[Code]int // all of them
	BadRows       int          // rows that are not in Runs for a problem

	Duplicates     []Duplicate // the first 1000
	DuplicateCount int

	Completed          int             // runs in which one of N, D, C follows from the others: C = 6ND, D = B·S
	Contradictions     []Contradiction // the first 1000
	ContradictionCount int

	Curves bool // several runs are checkpoints of one training
	Ranges []Range
	Digest string // of Runs
}

// Problem is a cell, or with an empty Column a row, that cannot be used.
type Problem struct {
	Row    int    `json:"row"` // line of the file, from 1; in a JSON array the element, from 1
	Column string `json:"column,omitempty"`
	Role   Role   `json:"role,omitempty"`
	Code   Code   `json:"code"`
	Cell   string `json:"cell,omitempty"` // cut after 40 runes
}

// Duplicate is a row with the N, D, C, S, loss, name, curve and group of an
// earlier one.
type Duplicate struct{ Row, Of int }

// Contradiction is a row in which C and 6ND are more than 10 % apart.
type Contradiction struct {
	Row   int
	Ratio float64 // C/(6ND)
}

// Range is that of the values of a role, where there are some.
type Range struct {
	Role   Role
	Lo, Hi float64
}

// tolerance is how far C may be off 6ND before it is a contradiction. Authors
// who count attention or the head are off by some percent.
const tolerance = 0.1

// checkEvery is the number of records between two looks at ctx.
const checkEvery = 2048

// Read reads text as m says. Nil options stand for the defaults. Progress, which
// may be nil, is called now and then with the bytes that are done, never fewer
// than before. A row that has a problem is no run; everything else is kept, in
// the order of the file. The error is a *ReadError, or ctx's.
//
// Text is UTF-8, or UTF-16 with a byte order mark, as it is or in a gzip file.
func Read(ctx context.Context, text []byte, m *Mapping, o *Options, progress func(done, total int)) (*Import, error) {
	if o == nil {
		o = &Options{}
	}
	if progress == nil {
		progress = func(done, total int) {}
	}
	s, _, err := decode(text)
	if err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	r := &reading{m: m, o: o, in: &Import{ProblemCounts: map[Code]int{}}, names: map[string]string{}}
	if err := r.all(ctx, newRecords(s, m), progress); err != nil {
		return nil, err
	}
	r.finish()
	progress(len(s), len(s))
	return r.in, ctx.Err()
}

// all reads all records.
func (r *reading) all(ctx context.Context, rec *records, progress func(done, total int)) error {
	head := 0 // last line that is not data
	if r.m.tabular() {
		head = max(r.m.Header, r.m.Units)
	}
	total := len(rec.text)
	for n := 0; ; n++ {
		if n%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			progress(min(rec.pos, total), total)
			if n == checkEvery { // room for as many runs as the rest will have at this rate, and some
				left := float64(len(r.in.Runs)) * float64(total-rec.pos) / float64(rec.pos)
				r.in.Runs = slices.Grow(r.in.Runs, min(int(1.05*left), MaxRows))
			}
		}
		ok, err := rec.next()
		if err != nil || !ok {
			r.in.Comments = rec.comments
			return err
		}
		if rec.row <= head {
			continue
		}
		if r.record(rec); r.in.Rows > MaxRows {
			return &ReadError{Code: CodeRows, Row: rec.row}
		}
	}
}

func (m *Mapping) tabular() bool { return m.Format == Delimited || m.Format == Blanks }

// check reports what is wrong with a mapping that did not come from Sniff.
func (m *Mapping) check() error {
	bad := func(name string) error { return &ReadError{Code: CodeMapping, Name: name} }
	switch {
	case m == nil || len(m.Columns) == 0:
		return bad("")
	case len(m.Columns) > MaxColumns:
		return &ReadError{Code: CodeColumns}
	case m.Format == Delimited && (utf8.RuneCountInString(m.Delimiter) != 1 || strings.ContainsAny(m.Delimiter, "\n\r\"")):
		return bad(m.Delimiter)
	case !m.tabular() && m.Format != JSONL && m.Format != JSON:
		return bad(string(m.Format))
	case m.Decimal != "" && m.Decimal != "." && m.Decimal != ",":
		return bad(m.Decimal)
	}
	seen := map[Role]bool{}
	for _, c := range m.Columns {
		if c.Role == RoleNone {
			continue
		}
		again := seen[c.Role] && !(m.Wide && c.Role == RoleLoss)
		if again || c.Role.kind() == 0 && !c.Role.text() || c.Scale < 0 || math.IsNaN(c.Scale) || math.IsInf(c.Scale, 0) ||
			c.Transform != AsIs && c.Transform != Ln && c.Transform != Exp && c.Transform != Exp10 {
			return bad(c.Name)
		}
		seen[c.Role] = true
	}
	if !seen[RoleLoss] && !seen[RoleError] {
		return &ReadError{Code: CodeNoLoss}
	}
	return nil
}
