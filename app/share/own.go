package share

import (
	"slices"
	"strconv"
	"strings"

	"lossline/app/scenario"
	"lossline/engine/law"
	"lossline/engine/plan"
)

// ownFields are the keys of a fit of one's own: its law, coefficients, covariance
// with the resamples that it is of, ranges and the digest of its runs. They come before the laws that
// are shown, which may be it.
var ownFields = []field{
	{scenario.KeyOwnLaw, func(l *Link) string { return l.Scenario.Own.Law }, func(l *Link, v string) bool {
		_, ok := law.ByID(v)
		if ok {
			l.Scenario.Own.Law = v
		}
		return ok
	}},
	ownNumbers(scenario.KeyOwnTheta, func(o *scenario.OwnLaw) []float64 { return o.Theta[:] }),
	ownNumbers(scenario.KeyOwnCov, func(o *scenario.OwnLaw) []float64 { return o.Cov[:] }),
	ownNumbers(scenario.KeyOwnN, func(o *scenario.OwnLaw) []float64 { return o.N[:] }),
	ownNumbers(scenario.KeyOwnD, func(o *scenario.OwnLaw) []float64 { return o.D[:] }),
	ownNumbers(scenario.KeyOwnC, func(o *scenario.OwnLaw) []float64 { return o.C[:] }),
	ownNumber(scenario.KeyOwnCounting, func(o *scenario.OwnLaw) *float64 { return &o.Counting }),
	ownNumber(scenario.KeyOwnRows, func(o *scenario.OwnLaw) *float64 { return &o.Rows }),
	ownNumber(scenario.KeyOwnResamples, func(o *scenario.OwnLaw) *float64 { return &o.Resamples }),
	{scenario.KeyOwnDigest, func(l *Link) string { return l.Scenario.Own.Digest }, func(l *Link, v string) bool {
		ok := len(v) <= 64 && strings.Trim(v, letters+"0123456789") == ""
		if ok {
			l.Scenario.Own.Digest = v
		}
		return ok
	}},
}

// fitFields are the keys of the Fit page that are neither quantity nor choice.
var fitFields = []field{
	{"fg", func(l *Link) string { return l.Scenario.Fit.Group }, func(l *Link, v string) bool {
		ok := len(v) <= 128 && strings.Trim(v, letters+"0123456789._-") == ""
		if ok {
			l.Scenario.Fit.Group = v
		}
		return ok
	}},
	{"fas", func(l *Link) string { return l.Scenario.Fit.Aside }, func(l *Link, v string) bool {
		s, ok := scenario.ParseAside(v)
		if ok {
			l.Scenario.Fit.Aside = s
		}
		return ok
	}},
	{"rows", func(l *Link) string {
		if !l.WithRows {
			return ""
		}
		return packRows(l.Scenario.Fit.Rows)
	}, func(l *Link, v string) bool {
		rows, ok := unpackRows(v)
		if ok {
			l.Scenario.Fit.Rows, l.WithRows = rows, true
		}
		return ok
	}},
}

func ownNumber(key string, at func(*scenario.OwnLaw) *float64) field {
	return field{key, func(l *Link) string { return orWord(*at(&l.Scenario.Own), "") }, func(l *Link, v string) bool {
		x, ok := finite(v)
		if ok {
			*at(&l.Scenario.Own) = x
		}
		return ok
	}}
}

// ownNumbers writes numbers up to the last that is not 0, joined by underscores.
func ownNumbers(key string, at func(*scenario.OwnLaw) []float64) field {
	return field{key, func(l *Link) string {
		list := at(&l.Scenario.Own)
		end := len(list)
		for end > 0 && list[end-1] == 0 {
			end--
		}
		var words []string
		for _, x := range list[:end] {
			words = append(words, number(x))
		}
		return strings.Join(words, "_")
	}, func(l *Link, v string) bool {
		words, list := strings.Split(v, "_"), at(&l.Scenario.Own)
		if len(words) > len(list) {
			return false
		}
		read := make([]float64, len(list))
		for i, w := range words {
			x, ok := finite(w)
			if !ok {
				return false
			}
			read[i] = x
		}
		copy(list, read)
		return true
	}}
}

// finite reads a number that no law chokes on.
func finite(v string) (float64, bool) {
	const largest = 1e60
	if len(v) > 32 {
		return 0, false
	}
	x, err := strconv.ParseFloat(v, 64)
	return x, err == nil && x >= -largest && x <= largest // NaN is not
}

// repairOwn drops what of a fit cannot be computed with, and runs that no page would
// fit, and returns the keys that it dropped.
func repairOwn(l *Link) (lost []string) {
	s := &l.Scenario
	s.Own, lost = s.Own.Checked()
	if s.Fit.Data != scenario.OwnData {
		s.Fit.Rows, l.WithRows = "", false
	}
	if !s.Own.Plans() {
		s.Shown = s.Shown.With(plan.OwnID, false)
		if s.Head == plan.OwnID {
			s.Head = frozen.Head
			lost = append(lost, scenario.KeyOwnLaw)
		}
	}
	return lost
}

// methodKnown reports whether a link may name the method: a fit of one's own
// comes with the same link, or repair takes it away.
func methodKnown(id string) bool {
	return id == plan.OwnID || slices.ContainsFunc(plan.Methods(), func(m plan.Method) bool { return m.ID == id })
}
