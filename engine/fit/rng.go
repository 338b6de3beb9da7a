package fit

import "math/bits"

// next is splitmix64 (Steele, Lea and Flood 2014): random bits that depend on
// nothing but the state.
func next(state *uint64) uint64 {
	*state += 0x9e3779b97f4a7c15
	z := *state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// stream is the state from which resample i of seed draws.
func stream(seed uint64, i int) uint64 {
	state := seed
	a := next(&state)
	state = a ^ uint64(i)
	return next(&state)
}

// below draws a number from 0 to n−1.
func below(state *uint64, n int) int {
	hi, _ := bits.Mul64(next(state), uint64(n))
	return int(hi)
}
