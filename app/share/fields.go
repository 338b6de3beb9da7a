package share

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"lossline/app/scenario"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// field is one key of a link. get returns "" where nothing is to be written,
// set reports whether the value was understood; it leaves the link alone if not.
type field struct {
	key string
	get func(*Link) string
	set func(*Link, string) bool
}

// fields is every part of a Scenario, in the order of the link. A test fails
// where a part of the Scenario is in none of them.
var fields []field

func init() { // a pinned plan is written by the fields that it is one of
	fields = slices.Concat([]field{
		{"p", func(l *Link) string { return string(l.Page) }, setPage},
	}, ownFields, []field{
		{"law", func(l *Link) string { return l.Scenario.Head }, setHead},
		{"cmp", func(l *Link) string { return strings.Join(l.Scenario.Shown.IDs(), "-") }, setShown},
		{"c", func(l *Link) string {
			if l.Scenario.Budget.Device != "" {
				return ""
			}
			return number(float64(l.Scenario.Budget.FLOPs))
		}, func(l *Link, v string) bool {
			x, ok := inRange(v, plan.BudgetLimits.Lo, plan.BudgetLimits.Hi)
			if ok {
				l.Scenario.Budget = plan.Budget{FLOPs: unit.FLOPs(x)}
			}
			return ok
		}},
		{"dev", func(l *Link) string { return l.Scenario.Budget.Device }, setDevice},
		hardware("cnt", plan.CountLimits, func(b *plan.Budget) *float64 { return &b.Count }),
		hardware("sec", plan.TimeLimits, func(b *plan.Budget) *float64 { return (*float64)(&b.Time) }),
		hardware("mfu", plan.UtilisationLimits, func(b *plan.Budget) *float64 { return &b.Utilisation }),
		{"pool", func(l *Link) string {
			if l.Scenario.Budget.Pooled {
				return "1"
			}
			return ""
		}, func(l *Link, v string) bool {
			l.Scenario.Budget.Pooled = v == "1"
			return v == "1"
		}},
		{"kap", func(l *Link) string { return kaplanNames[l.Scenario.Kaplan] }, setKaplan},
	}, quantityFields(), choiceFields(), fitFields, []field{laneField, whyField, digestField, firstDigestField, tourField})
}

// quantityFields are the keys of the plain quantities.
func quantityFields() []field {
	var out []field
	for _, q := range scenario.Quantities() {
		out = append(out, field{string(q.Field), func(l *Link) string {
			if v := *q.At(&l.Scenario); q.Page == "" || q.Page == l.Page || v != *q.At(&frozen) {
				return orWord(v, q.Unset)
			}
			return ""
		}, func(l *Link, v string) bool {
			return setOrWord(q.At(&l.Scenario), v, q.Unset, q.Limits)
		}})
	}
	return out
}

// choiceFields are the keys of the choices.
func choiceFields() []field {
	var out []field
	for _, c := range scenario.Choices() {
		out = append(out, field{c.Key, func(l *Link) string {
			if v := *c.At(&l.Scenario); c.Page == "" || c.Page == l.Page || v != *c.At(&frozen) {
				return v
			}
			return ""
		}, func(l *Link, v string) bool {
			ok := slices.Contains(c.Values, v)
			if ok {
				*c.At(&l.Scenario) = v
			}
			return ok
		}})
	}
	return out
}

func fieldByKey(key string) (field, bool) {
	for _, f := range fields {
		if f.key == key {
			return f, true
		}
	}
	return field{}, false
}

// number writes x so that it reads back as the same float64, without the plus
// sign that some programs turn into a space, and without a zero before the
// exponent.
func number(x float64) string {
	mantissa, exponent, ok := strings.Cut(strconv.FormatFloat(x, 'g', -1, 64), "e")
	if !ok {
		return mantissa
	}
	sign := exponent[:1]
	if sign == "+" {
		sign = ""
	}
	return mantissa + "e" + sign + strings.TrimPrefix(exponent[1:], "0")
}

func inRange(v string, lo, hi float64) (float64, bool) {
	if len(v) > 32 {
		return 0, false
	}
	x, err := strconv.ParseFloat(v, 64)
	return x, err == nil && !math.IsNaN(x) && x >= lo && x <= hi
}

func orWord(x float64, word string) string {
	if x == 0 {
		return word
	}
	return number(x)
}

func setOrWord(dst *float64, v, word string, r plan.Limits) bool {
	if word != "" && v == word {
		*dst = 0
		return true
	}
	x, ok := inRange(v, r.Lo, r.Hi)
	if ok {
		*dst = x
	}
	return ok
}

func hardware(key string, limits plan.Limits, part func(*plan.Budget) *float64) field {
	return field{key, func(l *Link) string {
		if l.Scenario.Budget.Device == "" {
			return ""
		}
		return orWord(*part(&l.Scenario.Budget), "")
	}, func(l *Link, v string) bool {
		x, ok := inRange(v, limits.Lo, limits.Hi)
		if ok {
			*part(&l.Scenario.Budget) = x
		}
		return ok
	}}
}

func setPage(l *Link, v string) bool {
	for _, p := range scenario.Pages() {
		if string(p) == v {
			l.Page = p
			return true
		}
	}
	return false
}

func setHead(l *Link, v string) bool {
	ok := methodKnown(v)
	if ok {
		l.Scenario.Head = v
	}
	return ok
}

func setShown(l *Link, v string) bool {
	var shown scenario.Methods
	for _, id := range strings.Split(v, "-") {
		if !methodKnown(id) {
			return false
		}
		shown = shown.With(id, true)
	}
	l.Scenario.Shown = shown
	return true
}

func setDevice(l *Link, v string) bool {
	a, ok := plan.AcceleratorByName(v)
	if ok {
		l.Scenario.Budget.Device = a.ID
	}
	return ok
}

var kaplanNames = []string{plan.AtCritical: "crit", plan.AsPrinted: "cmin"}

func setKaplan(l *Link, v string) bool {
	for i, name := range kaplanNames {
		if v == name {
			l.Scenario.Kaplan = plan.KaplanBudget(i)
			return true
		}
	}
	return false
}

// repair brings back what a link with missing parts would break: the law of the
// sentence is among the shown ones, and hardware is whole or not there. It
// returns the keys that had to be given up.
func repair(l *Link) (lost []string) {
	s := &l.Scenario
	lost = repairOwn(l)
	s.Shown = s.Shown.With(s.Head, true)
	b := &s.Budget
	if b.Device == "" {
		if b.Count != 0 || b.Time != 0 || b.Utilisation != 0 || b.Pooled {
			lost = append(lost, "cnt")
		}
		*b = plan.Budget{FLOPs: b.FLOPs}
		return lost
	}
	b.FLOPs = 0
	c, err := b.Total()
	if err != nil || float64(c) < plan.BudgetLimits.Lo || float64(c) > plan.BudgetLimits.Hi {
		*b = frozen.Budget
		return append(lost, "dev")
	}
	return lost
}
