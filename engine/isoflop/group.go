package isoflop

import (
	"math"
	"slices"

	"lossline/engine/dataset"
	"lossline/engine/num"
)

// group gathers the indexes of runs by budget, each within ln(1 + tolerance) of
// ln C, in ascending order of C. Runs that were planned for a budget lie close
// together; where budgets run into each other, as in digitised figures, the
// densest place is cut out first, then the densest of what is left on its sides.
func group(runs []dataset.Run, tolerance float64) [][]int {
	lnC := make([]float64, len(runs))
	order := make([]int, len(runs))
	for i, r := range runs {
		order[i], lnC[i] = i, num.Log(float64(Compute(r)))
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case lnC[i] < lnC[j]:
			return -1
		case lnC[i] > lnC[j]:
			return 1
		}
		return 0
	})
	width := math.Log1p(tolerance) * (1 + 1e-12) // a grid step of just the tolerance is within it
	var out [][]int
	cut := func(lo, hi int) { out = append(out, order[lo:hi]) }
	split(order, lnC, width, 0, len(order), cut)
	return out
}

// split calls cut for the windows of order[lo:hi], from left to right. Runs may
// be many and their C all different, so it keeps a stack of its own.
func split(order []int, lnC []float64, width float64, lo, hi int, cut func(lo, hi int)) {
	type job struct {
		lo, hi int
		whole  bool // a window that is to be cut as it is
	}
	for stack := []job{{lo, hi, false}}; len(stack) > 0; {
		j := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if j.whole {
			cut(j.lo, j.hi)
			continue
		}
		if j.lo == j.hi {
			continue
		}
		a, b := densest(order, lnC, width, j.lo, j.hi)
		stack = append(stack, job{b, j.hi, false}, job{a, b, true}, job{j.lo, a, false})
	}
}

// densest returns the window of order[lo:hi] with the most runs; of those with
// equally many the narrowest, of those the first.
func densest(order []int, lnC []float64, width float64, lo, hi int) (from, to int) {
	at := func(i int) float64 { return lnC[order[i]] }
	from, to = lo, lo
	for a, b := lo, lo; a < hi; a++ {
		for b < hi && at(b)-at(a) <= width {
			b++
		}
		if b-a > to-from || b-a == to-from && at(b-1)-at(a) < at(to-1)-at(from)-1e-9 { // equal ones differ by rounding
			from, to = a, b
		}
	}
	return from, to
}
