package trial

import "slices"

// sortBy sorts idx by a key, the order of equal ones kept. All sorting of the
// package is of indexes, so that its code is in the binary once.
func sortBy(idx []int, key func(i int) float64) {
	slices.SortStableFunc(idx, func(i, j int) int {
		switch a, b := key(i), key(j); {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	})
}
