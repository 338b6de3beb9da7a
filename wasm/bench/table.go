//go:build !js && browser

package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// table is a Markdown table: a title above it, its first row the head, notes
// below.
type table struct {
	title string
	rows  [][]string
	notes []string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// String lays the table out so that it reads as text too: the first column to
// the left, numbers to the right.
func (t *table) String() string {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 3)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n## %s\n\n", t.title)
	for r, row := range t.rows {
		for i, width := range widths {
			cell := ""
			if i < len(row) {
				cell = row[i]
			}
			pad := strings.Repeat(" ", width-utf8.RuneCountInString(cell))
			if i == 0 {
				b.WriteString("| " + cell + pad + " ")
			} else {
				b.WriteString("| " + pad + cell + " ")
			}
		}
		b.WriteString("|\n")
		if r == 0 {
			for i, width := range widths {
				if i == 0 {
					b.WriteString("|" + strings.Repeat("-", width+2))
				} else {
					b.WriteString("|" + strings.Repeat("-", width+1) + ":")
				}
			}
			b.WriteString("|\n")
		}
	}
	for _, note := range t.notes {
		b.WriteString("\n" + note + "\n")
	}
	return b.String()
}

// quantile returns the q-quantile of samples, interpolated linearly between the
// two nearest: of x₁ ≤ … ≤ xₙ the value at 1 + q(n−1). It is NaN of none.
func quantile(samples []float64, q float64) float64 {
	if len(samples) == 0 {
		return math.NaN()
	}
	x := slices.Sorted(slices.Values(samples))
	at := q * float64(len(x)-1)
	i := int(at)
	if i+1 == len(x) {
		return x[i]
	}
	return x[i] + (at-float64(i))*(x[i+1]-x[i])
}

func median(samples []float64) float64 { return quantile(samples, 0.5) }

// ms prints milliseconds to three digits.
func ms(x float64) string { return digits(x) + " ms" }

// digits prints x to three significant digits, without an exponent.
func digits(x float64) string {
	decimals := 2
	switch size := math.Abs(x); {
	case size >= 100:
		decimals = 0
	case size >= 10:
		decimals = 1
	case size < 0.1:
		decimals = 4
	case size < 1:
		decimals = 3
	}
	return fmt.Sprintf("%.*f", decimals, x)
}

// times prints how many times larger a is than b.
func times(a, b float64) string { return digits(a/b) + " ×" }

// mean is NaN of none.
func mean(samples []float64) float64 {
	sum := 0.0
	for _, x := range samples {
		sum += x
	}
	return sum / float64(len(samples))
}

// slope is that of the line of least squares through the points (xᵢ, yᵢ).
func slope(x, y []float64) float64 {
	mx, my := mean(x), mean(y)
	var xy, xx float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
	}
	return xy / xx
}

// compact is the table alone, its cells as they are: for cells that are sentences.
func (t *table) compact() string {
	var b strings.Builder
	for i, row := range t.rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
	return b.String()
}
