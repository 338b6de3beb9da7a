package dataset

import (
	"strings"
)

// names finds the line of the names and that of the units, and returns the rows
// below them.
func (a *sample) names(out *Sniffed) [][]string {
	if !a.m.tabular() {
		for _, c := range a.m.Columns {
			out.Header = append(out.Header, c.Name)
		}
		for i, r := range a.rows { // keys that came later
			a.rows[i] = append(r, make([]string, a.width-len(r))...)
		}
		return a.rows
	}
	first, found := 0, false
	for i, r := range a.rows {
		if full := len(r) == a.width || a.m.Format == Blanks && len(r) == a.width-1; !full {
			continue
		}
		first, found = i, !anyNumber(r)
		if !found && knownNames(r) >= 2 {
			found = true
		}
		break
	}
	switch {
	case found:
		out.Header, out.Guess.Header = a.rows[first], a.lines[first]
		if first > 0 {
			out.Notes = append(out.Notes, Note{Code: NotePreamble})
		}
		first++
	case a.remark != "":
		out.Header, found = a.commented()
		if found {
			out.Guess.Header = a.at
		}
	}
	rows := a.rows[first:]
	if found && len(rows) > 1 && !anyNumber(rows[0]) && anyNumber(rows[1]) && anyUnit(rows[0]) {
		out.Guess.Units = a.lines[first]
		out.Notes = append(out.Notes, Note{Code: NoteUnits})
	}
	a.label(out, found)
	if out.Guess.Units > 0 {
		out.units, rows = rows[0], rows[1:]
	}
	return rows
}

// label names the columns of the guess.
func (a *sample) label(out *Sniffed, found bool) {
	names := append([]string(nil), out.Header...)
	if found && len(names) == a.width-1 { // pandas prints its index without a name
		names = append([]string{""}, names...)
		out.Notes = append(out.Notes, Note{Code: NoteIndex})
	}
	for len(names) < a.width {
		names = append(names, "")
	}
	out.Header = names
	for i := range names {
		names[i] = strings.Clone(strings.TrimSpace(names[i]))
		out.Guess.Columns = append(out.Guess.Columns, Column{Name: names[i]})
	}
}

// commented cuts the comment above the first row, which has the names in what
// NumPy writes.
func (a *sample) commented() ([]string, bool) {
	rec := newRecords(strings.TrimLeft(a.remark, "# "), &a.m)
	ok, err := rec.next()
	if !ok || err != nil || len(rec.cells) != a.width || anyNumber(rec.cells) {
		return nil, false
	}
	return rec.cells, true
}

func anyNumber(cells []string) bool {
	for _, c := range cells {
		if c != "" && isNumber(c) {
			return true
		}
	}
	return false
}

func knownNames(cells []string) int {
	n := 0
	for _, c := range cells {
		if g := nameGuess(c, ""); g.role != RoleNone {
			n++
		}
	}
	return n
}

// anyUnit says whether a row can be one of units.
func anyUnit(cells []string) bool {
	for _, c := range cells {
		for _, role := range [...]Role{RoleN, RoleD, RoleC} {
			if plain, in := brackets(c); plain+strings.Join(in, "") != "" && unitScale(role.kind(), strings.ToLower(strings.TrimSpace(plain+strings.Join(in, "")))) > 0 {
				return true
			}
		}
	}
	return false
}
