package ui

import (
	"math"
	"strconv"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/mathml"
	"lossline/engine/plan"
)

// filled is an equation and, under it, the same with values; value is what comes
// out of the last one.
func filled(c Context, f plan.Formula, value float64) h.UI {
	return h.Div().Class("stack").Body(FormulaBox(c.T, Drawn(f.TeX)), h.H3().Text(c.T.Why.Yours), FormulaBox(c.T, Drawn(WithValues(f, value)+inDays(f))))
}

// inDays says so where a formula's compute is in PF-days.
func inDays(f plan.Formula) string {
	if f.Days == "" {
		return ""
	}
	for _, v := range f.Values {
		if v.Chosen {
			return `,\quad ` + f.Days + "=" + texNumber(v.At, 5) + `\text{ PF-days}`
		}
	}
	return ""
}

// WithValues is an equation with values on its right side, and what comes out.
func WithValues(f plan.Formula, value float64) string {
	left, right, ok := strings.Cut(f.TeX, "=")
	if !ok {
		left, right = "", f.TeX
	}
	with := mathml.Values(right, func(symbol string) string {
		for _, v := range f.Values {
			if v.Symbol == symbol {
				if v.Chosen {
					return texNumber(v.At, 5)
				}
				return texNumber(v.At, 10)
			}
		}
		return ""
	})
	if left != "" {
		with = left + "=" + with
	}
	return with + `\approx ` + texNumber(value, 4)
}

// texNumber is a number of so many digits at most in TeX.
func texNumber(v float64, digits int) string {
	if v >= 1e5 {
		digits = min(digits, 5) // no coefficient that large has more
	}
	s := strconv.FormatFloat(v, 'g', digits, 64)
	if a := math.Abs(v); a >= 1e5 || a < 1e-3 {
		s = strconv.FormatFloat(v, 'e', digits-1, 64)
	}
	mantissa, exponent, ok := strings.Cut(s, "e")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	if !ok {
		return mantissa
	}
	e, _ := strconv.Atoi(exponent)
	return mantissa + `\cdot 10^{` + strconv.Itoa(e) + `}`
}

// Drawn is a formula as MathML.
func Drawn(tex string) string {
	out, err := mathml.From(tex, true)
	if err != nil { // a test reads them all
		return "<span>" + mathml.Escape(tex) + "</span>"
	}
	return out
}

// TexTransfer is the law of transfer (Hernandez et al. 2021, eq. 1.1 and 1.2).
const TexTransfer = `D_T = k D_F^{\alpha} N^{\beta}, \quad D_E = D_F + D_T`
