// Package export writes what is on screen for use elsewhere.
package export

import (
	"math"
	"strconv"
	"strings"

	"lossline/engine/law"
)

// body is the formula of a law in Python: the coordinates are parameters, the
// coefficients variables by the names of pyName. A test runs each and compares
// it with the law.
var body = map[string]string{
	"chinchilla":      "return E + A / N**alpha + B / D**beta",
	"kaplan-nd":       "return ((N_c / N)**(alpha_N / alpha_D) + D_c / D)**alpha_D",
	"kaplan-nd-floor": "return E + ((N_c / N)**(alpha_N / alpha_D) + D_c / D)**alpha_D",
	"data-constrained": `U = min(U or D, D)  # U = 0: all tokens are unique
G = (alpha * A / (beta * B))**(1 / (alpha + beta))
U_N = min(N, G * (G * U)**(beta / alpha))
worth = lambda u, x, r: u + u * r * (1 - math.exp(-(x / u - 1) / r))
return E + A / worth(U_N, N, R_N_star)**alpha + B / worth(U, D, R_D_star)**beta`,
	"overtraining": `C, M = 6 * N * D, D / N
return E + (a * M**eta + b * M**-eta) * C**-eta`,
	"power-n":       "return E + A / N**alpha",
	"power-d":       "return E + A / D**alpha",
	"power-c":       "return E + A / C**alpha",
	"kaplan-n":      "return (N_c / N)**alpha_N",
	"kaplan-d":      "return (D_c / D)**alpha_D",
	"kaplan-c":      "return (C_c * 8.64e19 / C)**alpha_C  # C_c in PF-days",
	"kaplan-cmin":   "return (C_c_min * 8.64e19 / C)**alpha_C_min  # C is C_min in FLOP, C_c_min in PF-days",
	"kaplan-ns":     "return (N_c / N)**alpha_N + (S_c / S)**alpha_S",
	"rectified":     "return E + B / (D_l + D**beta)",
	"error-of-loss": "return epsilon - k * math.exp(-gamma * L)",
}

// pyHead is how every program begins. PEP 263 reads an encoding in the first two
// lines, and by the wrong one a comment becomes code: nothing that a person named
// stands there.
const pyHead = "# -*- coding: utf-8 -*-\n# Written by " + App + ". Python 3 runs it.\n"

// Python returns a program that prints the law's prediction at p with the
// coefficients theta, to all digits; about is said in comments below its first two
// lines. It is "" for a law that predicts nothing at a point.
func Python(l *law.Law, theta []float64, p law.Point, about ...string) string {
	formula, ok := body[l.ID]
	if !ok || len(theta) != len(l.Coefs) {
		return ""
	}
	var b strings.Builder
	b.WriteString(pyHead)
	for _, line := range about {
		b.WriteString(pyComment(line) + "\n")
	}
	b.WriteString("import math\n\n")
	for i, c := range l.Coefs {
		b.WriteString(pyName(c.Symbol) + " = " + pyNumber(theta[i]) + "  " + pyComment(c.Meaning) + "\n")
	}
	what := "loss"
	if l.Output == law.OutputError {
		what = "error_rate"
	}
	var names, args []string
	for _, s := range l.Needs {
		names = append(names, string(s))
		args = append(args, string(s)+"="+pyNumber(p.Get(s)))
	}
	b.WriteString("\n\ndef " + what + "(" + strings.Join(names, ", ") + "):\n    ")
	b.WriteString(strings.ReplaceAll(formula, "\n", "\n    "))
	b.WriteString("\n\n\nprint(" + what + "(" + strings.Join(args, ", ") + "))\n")
	return b.String()
}

// pyName is a coefficient's symbol as a Python variable.
func pyName(symbol string) string { return pyNames.Replace(symbol) }

var pyNames = strings.NewReplacer("α", "alpha", "β", "beta", "γ", "gamma", "ε", "epsilon", "η", "eta", "^*", "_star", "^", "_", "∞", "inf")

// pyComment returns s as a comment of one line that names no encoding, should it be
// pasted to the top of a file.
func pyComment(s string) string { return "# " + pyEncoding.Replace(oneLine(s)) }

var pyEncoding = strings.NewReplacer("coding:", "coding :", "coding=", "coding =")

// pyNumber writes x as an expression of Python, also where it is not finite.
func pyNumber(x float64) string {
	switch {
	case math.IsNaN(x):
		return "math.nan"
	case math.IsInf(x, 1):
		return "math.inf"
	case math.IsInf(x, -1):
		return "-math.inf"
	}
	return number(x)
}

// number writes x so that Python reads the same float64.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
