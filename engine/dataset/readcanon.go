package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lossline/engine/internal/csvtable"
)

// Canonical writes runs as a compact CSV text, for links and files: a header of
// roles and a line a run. Columns in which no run has anything are left out;
// "used" is there if a run is put aside. Numbers are written with the fewest
// digits that read back as the same float64. Rows are not written.
func Canonical(runs []Run) string {
	nums, words, used := columnsOf(runs)
	var out []byte
	for _, role := range append(append(slices.Clone(nums), words...), used...) {
		if len(out) > 0 {
			out = append(out, ',')
		}
		out = append(out, role...)
	}
	lone := len(nums)+len(words)+len(used) == 1
	for i := range runs {
		sep := byte('\n')
		for _, role := range nums {
			out = append(out, sep)
			out, sep = appendNumber(out, runs[i].get(role)), ','
		}
		for _, role := range words {
			out = append(out, sep)
			out, sep = appendText(out, runs[i].text(role)), ','
		}
		for range used {
			out = append(out, sep, "01"[b2i(runs[i].Used)])
		}
		if lone && out[len(out)-1] == '\n' {
			out = append(out, `""`...) // an empty last line would be none
		}
	}
	return string(out)
}

// columnsOf returns the roles of which runs have something; used is empty if all
// are.
func columnsOf(runs []Run) (nums, words, used []Role) {
	for _, role := range numbers {
		if has(runs, func(r *Run) bool { return r.get(role) != 0 }) {
			nums = append(nums, role)
		}
	}
	for _, role := range texts {
		if has(runs, func(r *Run) bool { return r.text(role) != "" }) {
			words = append(words, role)
		}
	}
	if has(runs, func(r *Run) bool { return !r.Used }) {
		used = []Role{roleUsed}
	}
	return nums, words, used
}

// roleUsed is a column of canonical texts only: 0 for runs that are put aside.
const roleUsed Role = "used"

func has(runs []Run, what func(*Run) bool) bool {
	for i := range runs {
		if what(&runs[i]) {
			return true
		}
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// appendNumber writes v shortly: 7e9 and not 7e+09, nothing for 0.
func appendNumber(out []byte, v float64) []byte {
	if v == 0 {
		return out
	}
	start := len(out)
	out = strconv.AppendFloat(out, v, 'g', -1, 64)
	for i := start; i < len(out); i++ {
		if out[i] != 'e' {
			continue
		}
		j := i + 1
		if out[j] == '-' {
			i, j = j, j+1
		} else {
			j++ // +
		}
		if out[j] == '0' {
			j++
		}
		return append(out[:i+1], out[j:]...)
	}
	return out
}

// appendText writes s, quoted where it must be.
func appendText(out []byte, s string) []byte {
	if !strings.ContainsAny(s, ",\"\n\r#") && trim(s) == s {
		return append(out, s...)
	}
	out = append(out, '"')
	out = append(out, strings.ReplaceAll(s, `"`, `""`)...)
	return append(out, '"')
}

// ErrColumn reports a column of a canonical text that is not known, or stands
// twice.
var ErrColumn = errors.New("not a column of runs, or a second one")

// ParseCanonical reads what Canonical wrote. Runs have no Row. Its errors are
// *ReadError and *CellError.
func ParseCanonical(text string) ([]Run, error) {
	if len(text) > MaxText {
		return nil, &ReadError{Code: CodeTooBig}
	}
	rec := newRecords(text, &Mapping{Format: Delimited, Delimiter: ","})
	var roles []Role
	var runs []Run
	for {
		ok, err := rec.next()
		switch {
		case err != nil:
			return nil, err
		case !ok && roles == nil:
			return nil, nil
		case !ok:
			return runs, nil
		case rec.bad != "":
			return nil, canonicalError(rec.row, "", csvtable.ErrQuote)
		case roles == nil:
			if roles, err = canonicalRoles(rec.cells); err != nil {
				return nil, err
			}
			continue
		case len(rec.cells) != len(roles):
			return nil, canonicalError(rec.row, "", fmt.Errorf("%w: %d, want %d", csvtable.ErrWidth, len(rec.cells), len(roles)))
		case len(runs) == MaxRows:
			return nil, &ReadError{Code: CodeRows, Row: rec.row}
		}
		run := Run{Used: true}
		for i, role := range roles {
			if err := run.canonical(role, rec.cells[i]); err != nil {
				return nil, canonicalError(rec.row, role, err)
			}
		}
		runs = append(runs, run)
	}
}

// canonicalError names the place of an error in a canonical text.
func canonicalError(row int, column Role, err error) *CellError {
	return &CellError{File: "runs", Row: row, Column: string(column), Err: err}
}

func canonicalRoles(cells []string) ([]Role, error) {
	roles := make([]Role, len(cells))
	for i, c := range cells {
		role := Role(c)
		again := false
		for _, r := range roles[:i] {
			again = again || r == role
		}
		if again || role != roleUsed && role.kind() == 0 && !role.text() {
			return nil, canonicalError(1, role, ErrColumn)
		}
		roles[i] = role
	}
	return roles, nil
}

// canonical reads the cell of one role.
func (r *Run) canonical(role Role, cell string) error {
	switch {
	case role.text():
		r.setText(role, strings.Clone(cell))
		return nil
	case role == roleUsed:
		used, err := csvtable.Flag(cell)
		r.Used = used
		return err
	case cell == "":
		return nil
	}
	v, err := csvtable.Amount(cell)
	r.set(role, v)
	return err
}
