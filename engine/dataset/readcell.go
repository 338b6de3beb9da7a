package dataset

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"lossline/engine/unit"
)

// kind is what the cells of a role measure, 0 if they are text.
func (r Role) kind() unit.Kind {
	switch r {
	case RoleN:
		return unit.KindParams
	case RoleD, RoleB, RoleU:
		return unit.KindTokens
	case RoleC:
		return unit.KindFLOPs
	case RoleLoss:
		return unit.KindLoss
	case RoleS:
		return unit.KindSteps
	case RoleError, RoleWeight:
		return unit.KindNumber
	}
	return 0
}

func (r Role) text() bool { return r == RoleName || r == RoleCurve || r == RoleGroup }

// limits are the values between which a role's can lie. Wider than anything
// that was ever trained; what is outside has a wrong unit or a slipped digit.
func (r Role) limits() (lo, hi float64) {
	switch r {
	case RoleLoss:
		return 1e-6, 100
	case RoleError:
		return 0, 1
	case RoleC:
		return 1, 1e36
	case RoleWeight:
		return 1e-300, 1e300
	}
	return 1, 1e18
}

// absent are the words for an empty cell. NaN is none of them: it is a result.
func absent(cell string) bool {
	switch cell {
	case "", "-", "–", "—", "NA", "N/A", "n/a", "na", "null", "NULL", "None", "none", "<NA>", "#N/A":
		return true
	}
	return false
}

// number reads a cell that is not absent as a value of the column, in the base
// unit of its role. The code is empty if it is one.
func (c *Column) number(cell, decimal string) (float64, Code) {
	if decimal == "," {
		var ok bool
		if cell, ok = pointed(cell); !ok {
			return 0, CodeDecimal
		}
	}
	v, code := c.amount(cell)
	if code != "" {
		return 0, code
	}
	switch c.Transform {
	case Ln:
		v = math.Log(v)
	case Exp:
		v = math.Exp(v)
	case Exp10:
		v = math.Pow(10, v)
	}
	if c.Transform != AsIs {
		v *= c.scale()
	}
	lo, hi := c.Role.limits()
	switch {
	case v == 0:
		return 0, Code(unit.CodeZero)
	case math.IsNaN(v) || math.IsInf(v, 0):
		return 0, Code(unit.CodeTooLarge)
	case v < 0:
		return 0, Code(unit.CodeNegative)
	case v < lo || v > hi:
		return 0, CodeAbsurd
	}
	return v, ""
}

func (c *Column) scale() float64 {
	if c.Scale == 0 {
		return 1
	}
	return c.Scale
}

// amount reads a cell with a point as the decimal mark: a plain number at once,
// everything else with the parser of package unit. It is scaled unless a
// Transform follows.
func (c *Column) amount(cell string) (float64, Code) {
	scale := c.scale()
	if c.Transform != AsIs {
		scale = 1
	}
	if plain(cell) {
		v, err := scaled(cell, scale)
		switch {
		case errors.Is(err, strconv.ErrRange):
			return 0, Code(unit.CodeTooLarge)
		case err != nil:
			return 0, Code(unit.CodeNoNumber)
		}
		return v, ""
	}
	kind := c.Role.kind()
	if c.Transform != AsIs {
		kind = unit.KindNumber
	}
	if c.Role == RoleError && strings.HasSuffix(cell, "%") {
		cell, scale = trim(strings.TrimSuffix(cell, "%")), 0.01*scale
	}
	v, err := kind.Parse(cell)
	if err != nil {
		var p *unit.ParseError
		if errors.As(err, &p) {
			return 0, Code(p.Code)
		}
		return 0, Code(unit.CodeNoNumber)
	}
	if scale != 1 && c.Role != RoleError && lettered(cell) { // 7B in a column of billions
		return 0, Code(unit.CodeTwoScales)
	}
	return v * scale, ""
}

// plain says whether a cell can only be a number as strconv reads it.
func plain(cell string) bool {
	for i := 0; i < len(cell); i++ {
		switch c := cell[i]; {
		case c >= '0' && c <= '9', c == '.', c == '-', c == '+':
		case (c == 'e' || c == 'E') && i > 0:
		default:
			return false
		}
	}
	return cell != ""
}

func lettered(cell string) bool {
	for _, r := range cell {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && !(r >= '０' && r <= '９') {
			return true
		}
	}
	return false
}

// scaled reads cell·scale. For powers of ten it is the nearest float64: 7.3 in
// billions is 7.3e9 and not a unit in the last place off it.
func scaled(cell string, scale float64) (float64, error) {
	if scale == 1 {
		return strconv.ParseFloat(cell, 64)
	}
	for _, p := range [...]struct {
		scale float64
		exp   string
	}{{1e3, "e3"}, {1e6, "e6"}, {1e9, "e9"}, {1e12, "e12"}, {1e15, "e15"}, {1e18, "e18"}, {1e21, "e21"}} {
		if scale == p.scale && strings.IndexByte(cell, 'e') < 0 && strings.IndexByte(cell, 'E') < 0 {
			return strconv.ParseFloat(cell+p.exp, 64)
		}
	}
	v, err := strconv.ParseFloat(cell, 64)
	return v * scale, err
}

// pointed rewrites a number with a decimal comma to one with a point. A point in
// it must group digits in threes.
func pointed(cell string) (string, bool) {
	if strings.IndexByte(cell, '.') < 0 {
		return strings.Replace(cell, ",", ".", 1), strings.Count(cell, ",") < 2
	}
	whole, rest, comma := strings.Cut(cell, ",")
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if i == 0 && (len(g) == 0 || len(g) > 3) || i > 0 && len(leadingDigits(g)) != 3 || strings.IndexByte(rest, '.') >= 0 {
			return cell, false
		}
	}
	last := groups[len(groups)-1]
	if len(last) > 3 && comma { // letters between the digits and the comma
		return cell, false
	}
	cell = strings.Join(groups, "")
	if comma {
		cell += "." + rest
	}
	return cell, true
}

func leadingDigits(s string) string {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return s[:i]
}
