package dataset

import (
	"math"
	"slices"
	"strings"
)

// decimal finds out whether a comma is the decimal mark.
func (out *Sniffed) decimal(rows [][]string) {
	comma, unclear, point := 0, 0, 0
	at := -1
	for _, r := range rows {
		for i, c := range r {
			if at < 0 && commaDecimal(c) != 0 {
				at = i
			}
			switch k := commaDecimal(c); {
			case k > 0:
				comma++
			case k < 0:
				unclear++
			case strings.IndexByte(c, '.') >= 0 && strings.IndexByte(c, ',') < 0 && isNumber(c):
				point++
			}
		}
	}
	if comma > 0 && point == 0 {
		out.Guess.Decimal = ","
	}
	if comma > 0 && point > 0 || comma == 0 && unclear > 0 && point == 0 {
		out.note(Note{Code: NoteComma, Column: out.name(at)})
	}
	if out.Guess.Decimal == "," {
		out.note(Note{Code: NoteDecimal, Column: out.name(at)})
	}
}

// name is that of column i, if it has one.
func (out *Sniffed) name(i int) string {
	if i < 0 || i >= len(out.Header) {
		return ""
	}
	return out.Header[i]
}

// commaDecimal is 1 if the comma in a cell can only be a decimal mark, -1 if it
// may also group digits in threes, and 0 if there is none, or there are more.
func commaDecimal(cell string) int {
	whole, rest, ok := strings.Cut(cell, ",")
	digits := leadingDigits(rest)
	if !ok || whole == "" || strings.IndexByte(rest, ',') >= 0 || digits == "" || strings.Trim(whole, "+-0123456789.") != "" {
		return 0
	}
	if len(digits) == 3 && len(whole) <= 3 && whole[0] != '0' && strings.IndexByte(rest, '.') < 0 {
		return -1
	}
	if strings.IndexByte(rest, '.') >= 0 { // 1,234.5
		return 0
	}
	return 1
}

// stats are the numbers of a column.
type stats struct {
	numbers, filled int
	lo, hi, median  float64
}

// columnStats reads column i of the sample as plain numbers.
func (out *Sniffed) columnStats(rows [][]string, i int) stats {
	var s stats
	var values []float64
	for _, r := range rows {
		if i >= len(r) || absent(r[i]) {
			continue
		}
		s.filled++
		if v, ok := out.value(r[i]); ok {
			values = append(values, v)
		}
	}
	if s.numbers = len(values); s.numbers > 0 {
		slices.Sort(values)
		s.lo, s.hi, s.median = values[0], values[len(values)-1], values[len(values)/2]
	}
	return s
}

func (out *Sniffed) value(cell string) (float64, bool) {
	if out.Guess.Decimal == "," {
		var ok bool
		if cell, ok = pointed(cell); !ok {
			return 0, false
		}
	}
	for _, role := range [...]Role{RoleC, RoleN, RoleD, RoleLoss} {
		c := Column{Role: role}
		if v, code := c.amount(cell); code == "" && !math.IsNaN(v) && !math.IsInf(v, 0) {
			return v, true
		}
	}
	return 0, false
}

// roles gives every column its role, and says what is doubtful.
func (out *Sniffed) roles(rows [][]string) {
	cols := out.Guess.Columns
	st := make([]stats, len(cols))
	guesses := make([]guess, len(cols))
	named := out.Guess.Header > 0 || !out.Guess.tabular()
	out.Sure = named && len(rows) > 0
	for i := range cols {
		units := ""
		if i < len(out.units) {
			units = out.units[i]
		}
		st[i] = out.columnStats(rows, i)
		guesses[i] = nameGuess(cols[i].Name, units)
		if k := guesses[i].role.kind(); k != 0 && st[i].numbers == 0 && len(rows) > 0 {
			guesses[i] = guess{} // "model size: small"
		}
	}
	if !named {
		out.note(Note{Code: NoteNoHeader})
	}
	out.sizesAsNames(guesses, st)
	if out.wide(guesses) {
		return
	}
	for _, role := range append(numbers[:len(numbers):len(numbers)], texts[:]...) {
		out.assign(role, guesses, st)
	}
	out.byValues(guesses, st)
	out.suspect(st)
	out.judge(guesses)
}

// sizesAsNames finds the N of tables that call a model by its size alone: 7B.
func (out *Sniffed) sizesAsNames(guesses []guess, st []stats) {
	name := -1
	for i, g := range guesses {
		switch {
		case g.role == RoleN:
			return
		case g.role == RoleName && st[i].numbers > 0 && st[i].numbers == st[i].filled && st[i].lo >= 1e5:
			name = i
		}
	}
	if name >= 0 {
		guesses[name] = guess{role: RoleN, scale: 1}
		out.doubt(Note{Code: NoteGuessed, Column: out.Guess.Columns[name].Name, Lo: st[name].lo, Hi: st[name].hi})
	}
}

// note adds a note.
func (out *Sniffed) note(n Note) { out.Notes = append(out.Notes, n) }

// doubt adds a note that a person must look at.
func (out *Sniffed) doubt(n Note) {
	out.note(n)
	out.Sure = false
}

// better says whether the column of a is rather the one of their role than that
// of b.
func (a guess) better(b guess) bool {
	switch {
	case a.rank != b.rank:
		return a.rank > b.rank
	case (a.note == NotePpl) != (b.note == NotePpl): // a loss that is one already
		return b.note == NotePpl
	}
	return a.exact && !b.exact
}

// assign gives role to the column whose name says it best.
func (out *Sniffed) assign(role Role, guesses []guess, st []stats) {
	best, found, tie := -1, 0, false
	for i, g := range guesses {
		if g.role != role {
			continue
		}
		found++
		switch {
		case best < 0 || g.better(guesses[best]):
			best, tie = i, false
		case !guesses[best].better(g):
			tie = true
		}
	}
	if best < 0 {
		return
	}
	c, g := &out.Guess.Columns[best], guesses[best]
	c.Role, c.Transform, c.Reason = role, g.transform, ReasonPart
	if g.exact {
		c.Reason = ReasonName
	}
	if g.scale != 1 {
		c.Scale = g.scale
	}
	if found > 1 {
		out.note(Note{Code: NoteSeveral, Column: c.Name})
		out.Sure = out.Sure && (!tie || role.kind() == 0)
	}
	if g.note != "" {
		out.note(Note{Code: g.note, Column: c.Name, Lo: st[best].lo, Hi: st[best].hi, Scale: g.scale, Transform: g.transform})
	}
	if role == RoleLoss && g.rank == 0 {
		out.note(Note{Code: NoteTrainLoss, Column: c.Name})
	}
}

// has says whether a column has the role.
func (m *Mapping) has(role Role) bool { return m.index(role) >= 0 }

func (m *Mapping) index(role Role) int {
	return slices.IndexFunc(m.Columns, func(c Column) bool { return c.Role == role })
}

// byValues finds the loss, and then where the runs are, by the size of the
// numbers where the names do not say. That is never sure.
func (out *Sniffed) byValues(guesses []guess, st []stats) {
	m := &out.Guess
	take := func(role Role, lo, hi float64) {
		if m.has(role) {
			return
		}
		best := -1
		for i, s := range st {
			free := m.Columns[i].Role == RoleNone && guesses[i].note == "" && s.numbers > 0 && 10*s.numbers >= 9*s.filled
			if free && s.lo >= lo && s.hi <= hi && (s.lo < s.hi || s.filled == 1) && (best < 0 || role == RoleC && s.median > st[best].median) {
				best = i
			}
		}
		if best >= 0 {
			m.Columns[best].Role, m.Columns[best].Reason = role, ReasonValues
			out.doubt(Note{Code: NoteGuessed, Column: m.Columns[best].Name, Lo: st[best].lo, Hi: st[best].hi})
		}
	}
	if !m.has(RoleError) {
		take(RoleLoss, 0.5, 15)
	}
	if m.has(RoleN) || m.has(RoleD) || m.has(RoleC) || m.has(RoleS) {
		return
	}
	take(RoleC, 1e15, 1e28)
	take(RoleN, 1e5, 1e13)
	take(RoleD, 1e6, 1e15)
	if i, j := m.index(RoleN), m.index(RoleD); i >= 0 && j >= 0 && st[i].median > st[j].median {
		m.Columns[i].Role, m.Columns[j].Role = RoleD, RoleN
	}
}
