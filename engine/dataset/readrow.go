package dataset

import (
	"math"
	"strings"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// reading is the state of Read.
type reading struct {
	m     *Mapping
	o     *Options
	in    *Import
	names map[string]string // so that equal names share their bytes
}

// record turns one record into a run, or into runs if the file is wide.
func (r *reading) record(rec *records) {
	if rec.bad == "" && empty(rec.cells) {
		r.in.Blank++
		return
	}
	r.in.Rows++
	run := Run{Row: rec.row, Used: true}
	ok := r.whole(rec)
	if ok {
		for i := range r.m.Columns {
			c := &r.m.Columns[i]
			if c.Role == RoleNone || r.m.Wide && c.Role == RoleLoss {
				continue
			}
			ok = r.cell(&run, c, cellAt(rec, i)) && ok
		}
	}
	switch {
	case !ok:
		r.in.BadRows++
	case r.m.Wide:
		r.wide(rec, run)
	case r.finished(&run, rec):
		r.in.Runs = append(r.in.Runs, run)
	default:
		r.in.BadRows++
	}
}

// whole checks the record as such.
func (r *reading) whole(rec *records) bool {
	code := rec.bad
	if n := len(r.m.Columns); code == "" && len(rec.cells) > n && !empty(rec.cells[n:]) {
		code = CodeRowSize
	}
	if code == "" {
		return true
	}
	first := ""
	if len(rec.cells) > 0 {
		first = rec.cells[0]
	}
	r.problem(rec.row, nil, code, first)
	return false
}

func cellAt(rec *records, i int) string {
	if i < len(rec.cells) {
		return rec.cells[i]
	}
	return ""
}

func empty(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}

// cell reads one cell into the run and reports whether it could.
func (r *reading) cell(run *Run, c *Column, cell string) bool {
	if cell = trim(cell); absent(cell) {
		return true
	}
	if c.Role.text() {
		run.setText(c.Role, r.name(cell))
		return true
	}
	v, code := c.number(cell, r.m.Decimal)
	if code != "" {
		r.problem(run.Row, c, code, cell)
		return false
	}
	run.set(c.Role, v)
	return true
}

// name returns cell without holding on to the text of the file.
func (r *reading) name(cell string) string {
	if s, ok := r.names[cell]; ok {
		return s
	}
	s := strings.Clone(cell)
	r.names[s] = s
	return s
}

// wide makes a run for each loss in the record. Empty cells are the rule: the
// trainings do not have the same steps.
func (r *reading) wide(rec *records, run Run) {
	bad := false
	for i := range r.m.Columns {
		c := &r.m.Columns[i]
		cell := cellAt(rec, i)
		if c.Role != RoleLoss || absent(cell) {
			continue
		}
		one := run
		one.Name, one.Curve = c.Run, c.Run
		if r.cell(&one, c, cell) && r.finished(&one, rec) {
			r.in.Runs = append(r.in.Runs, one)
		} else {
			bad = true
		}
	}
	if bad {
		r.in.BadRows++
	}
}

// finished completes and checks a run.
func (r *reading) finished(run *Run, rec *records) bool {
	if r.complete(run) {
		r.in.Completed++
	}
	ok := true
	for i := range r.m.Columns {
		c := &r.m.Columns[i]
		needed := c.Role == RoleN || c.Role == RoleD || c.Role == RoleC || c.Role == RoleLoss && !r.m.Wide ||
			c.Role == RoleError && run.Loss == 0
		if needed && run.get(c.Role) == 0 {
			r.problem(run.Row, c, CodeMissing, "")
			ok = false
		}
	}
	// An error rate has its place by the loss.
	if ok && run.N == 0 && run.D == 0 && run.C == 0 && run.S == 0 && !(run.Loss > 0 && run.Error > 0) {
		r.problem(run.Row, nil, CodeNoPlace, "")
		ok = false
	}
	if ok {
		r.contradiction(run)
	}
	return ok
}

// complete fills in what follows from the rest of the row.
func (r *reading) complete(run *Run) bool {
	was := *run
	if run.D == 0 && run.S > 0 && run.B > 0 {
		run.D = unit.Tokens(run.S) * run.B
	}
	switch {
	case run.C == 0 && run.N > 0 && run.D > 0:
		run.C = law.Compute(run.N, run.D)
	case run.D == 0 && run.N > 0 && run.C > 0:
		run.D = unit.Tokens(float64(run.C) / (6 * float64(run.N)))
	case run.N == 0 && run.D > 0 && run.C > 0:
		run.N = unit.Params(float64(run.C) / (6 * float64(run.D)))
	}
	return was.C != run.C || was.D != run.D || was.N != run.N
}

func (r *reading) contradiction(run *Run) {
	if run.N == 0 || run.D == 0 || run.C == 0 {
		return
	}
	ratio := float64(run.C) / float64(law.Compute(run.N, run.D))
	if math.Abs(ratio-1) <= tolerance {
		return
	}
	r.in.ContradictionCount++
	if len(r.in.Contradictions) < maxListed {
		r.in.Contradictions = append(r.in.Contradictions, Contradiction{run.Row, ratio})
	}
}

// problem notes what is wrong; c is nil if it is the row.
func (r *reading) problem(row int, c *Column, code Code, cell string) {
	r.in.ProblemCounts[code]++
	if len(r.in.Problems) == maxListed {
		return
	}
	p := Problem{Row: row, Code: code, Cell: cut(cell)}
	if c != nil {
		p.Column, p.Role = c.Name, c.Role
	}
	r.in.Problems = append(r.in.Problems, p)
}

// cut shortens a cell for a sentence.
func cut(cell string) string {
	n := 0
	for i := range cell {
		if n == 40 {
			return strings.Clone(cell[:i]) + "…"
		}
		n++
	}
	return strings.Clone(cell)
}

// get returns the number of a role, 0 if it is not recorded.
func (r *Run) get(role Role) float64 {
	switch role {
	case RoleN:
		return float64(r.N)
	case RoleD:
		return float64(r.D)
	case RoleC:
		return float64(r.C)
	case RoleLoss:
		return float64(r.Loss)
	case RoleS:
		return float64(r.S)
	case RoleB:
		return float64(r.B)
	case RoleU:
		return float64(r.U)
	case RoleError:
		return r.Error
	case RoleWeight:
		return r.Weight
	}
	return 0
}

func (r *Run) set(role Role, v float64) {
	switch role {
	case RoleN:
		r.N = unit.Params(v)
	case RoleD:
		r.D = unit.Tokens(v)
	case RoleC:
		r.C = unit.FLOPs(v)
	case RoleLoss:
		r.Loss = unit.Loss(v)
	case RoleS:
		r.S = unit.Steps(v)
	case RoleB:
		r.B = unit.Tokens(v)
	case RoleU:
		r.U = unit.Tokens(v)
	case RoleError:
		r.Error = v
	case RoleWeight:
		r.Weight = v
	}
}

func (r *Run) text(role Role) string {
	switch role {
	case RoleName:
		return r.Name
	case RoleCurve:
		return r.Curve
	case RoleGroup:
		return r.Group
	}
	return ""
}

func (r *Run) setText(role Role, s string) {
	switch role {
	case RoleName:
		r.Name = s
	case RoleCurve:
		r.Curve = s
	case RoleGroup:
		r.Group = s
	}
}
