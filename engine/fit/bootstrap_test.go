package fit

import (
	"context"
	"math"
	"slices"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

func drawn(t testing.TB, r *Result, runs []dataset.Run, scheme Scheme, from, to int) *Samples {
	t.Helper()
	s, err := Bootstrap(context.Background(), r, runs, scheme, from, to, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The standard errors of the notebook of Besiroglu et al. 2024, from 4000
// resamples of rows: A 124.52, B 1293.28, E 0.02566, α 0.01540, β 0.02060. The
// Monte-Carlo error of a standard deviation s from n draws with kurtosis κ is
// s·√((κ−1)/(4n)). Ours and theirs are two such draws, so their difference has √2
// times that; three times this is allowed.
func TestBootstrapErrors(t *testing.T) {
	runs := chinchilla(t)
	r := fitted(t, law.Chinchilla, runs, nil)
	const n = 4000
	s := drawn(t, r, runs, Rows, 0, n)
	if s.Failed != 0 || len(s.Theta) != n {
		t.Fatalf("%d samples, %d failed", len(s.Theta), s.Failed)
	}
	for i, want := range []float64{0.02566, 124.52, 0.01540, 1293.28, 0.02060} {
		got := s.SE()[i]
		var mean, fourth float64
		for _, theta := range s.Theta {
			mean += theta[i] / n
		}
		for _, theta := range s.Theta {
			fourth += math.Pow((theta[i]-mean)/got, 4) / n
		}
		monteCarlo := got * math.Sqrt((fourth-1)/(4*n))
		t.Logf("coefficient %d: standard error %.5g, published %.5g, Monte-Carlo error %.2g", i, got, want, monteCarlo)
		if d := math.Abs(got - want); !(d < 3*math.Sqrt2*monteCarlo) {
			t.Errorf("coefficient %d: standard error %.5g, published %.5g, Monte-Carlo error %.2g", i, got, want, monteCarlo)
		}
	}
}

// A resample's search from the fit to all runs ends where the full procedure
// with all its starts does.
func TestResamplesReachTheirOptimum(t *testing.T) {
	runs := chinchilla(t)
	b, err := newResampler(context.Background(), fitted(t, law.Chinchilla, runs, nil), runs, Rows)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		b.draw(i)
		_, got, _, err := b.search()
		if err != nil {
			t.Fatal(err)
		}
		var resampled []dataset.Run
		for row, n := range b.count {
			for range n {
				resampled = append(resampled, runs[row])
			}
		}
		if len(resampled) != len(runs) {
			t.Fatalf("resample %d has %d runs", i, len(resampled))
		}
		want := fitted(t, law.Chinchilla, resampled, nil)
		numtest.Near(t, "value of resample", got, want.Value, 1e-9)
	}
}

// Parts are the whole, bit for bit; a seed gives its digits again, another one
// others.
func TestBootstrapParts(t *testing.T) {
	runs := chinchilla(t)
	for _, scheme := range []Scheme{Rows, Sizes} {
		r := fitted(t, law.Chinchilla, runs, &Settings{Seed: 5})
		whole := drawn(t, r, runs, scheme, 0, 60)
		var theta [][]float64
		failed := 0
		for _, ends := range [][2]int{{0, 13}, {13, 14}, {14, 60}} {
			part := drawn(t, r, runs, scheme, ends[0], ends[1])
			theta, failed = append(theta, part.Theta...), failed+part.Failed
			if part.Seed != 5 || part.Scheme != scheme {
				t.Errorf("%s: a part of seed %d and scheme %s", scheme, part.Seed, part.Scheme)
			}
		}
		if !slices.EqualFunc(whole.Theta, theta, slices.Equal[[]float64]) || whole.Failed != failed {
			t.Errorf("%s: parts differ from the whole", scheme)
		}
		r.Settings.Seed = 6
		if other := drawn(t, r, runs, scheme, 0, 2); slices.Equal(other.Theta[0], whole.Theta[0]) {
			t.Errorf("%s: two seeds give the same resample", scheme)
		}
	}
}

// Whole sizes are drawn together, and whole curves where there are some.
func TestSizes(t *testing.T) {
	runs := []dataset.Run{{N: 1}, {N: 2}, {N: 1}, {N: 1, Curve: "a"}, {N: 2, Curve: "a"}, {N: 2, Curve: "b"}}
	want := [][]int{{0, 2}, {1}, {3, 4}, {5}}
	if got := sizes(runs); !slices.EqualFunc(got, want, slices.Equal[[]int]) {
		t.Errorf("groups %v, want %v", got, want)
	}
	many := chinchilla(t)
	r := fitted(t, law.Chinchilla, many, nil)
	b, err := newResampler(context.Background(), r, many, Sizes)
	if err != nil {
		t.Fatal(err)
	}
	b.draw(3)
	count := map[float64]int{}
	for row, n := range b.count {
		size := float64(many[row].N)
		if was, ok := count[size]; ok && was != n {
			t.Fatalf("runs of %g parameters drawn %d and %d times", size, was, n)
		}
		count[size] = n
	}
}

// Draws of below are even: of 2^16 draws of 7 each number has its share within
// 4.5 standard deviations.
func TestDrawsAreEven(t *testing.T) {
	var count [7]int
	const n = 1 << 16
	for i := range n / 64 {
		state := stream(1, i)
		for range 64 {
			count[below(&state, 7)]++
		}
	}
	for v, c := range count {
		if d := math.Abs(float64(c) - n/7.); d > 4.5*math.Sqrt(n*6./49) {
			t.Errorf("%d came %d times of %d", v, c, n)
		}
	}
}

// The first numbers of the stream with seed 1234567, as the authors' C code
// prints them.
func TestSplitMix(t *testing.T) {
	state := uint64(1234567)
	for _, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423} {
		if got := next(&state); got != want {
			t.Errorf("got %d, want %d", got, want)
		}
	}
}

func TestBootstrapProgress(t *testing.T) {
	runs := chinchilla(t)
	r := fitted(t, law.Chinchilla, runs, nil)
	last := 0
	if _, err := Bootstrap(context.Background(), r, runs, Rows, 100, 300, func(done int) {
		if done <= last {
			t.Errorf("%d done after %d", done, last)
		}
		last = done
	}); err != nil || last != 200 {
		t.Errorf("%d reported as done, %v", last, err)
	}
}

// Resamples of six runs with fewer than five different ones fail, and are said
// to.
func TestFailedResamples(t *testing.T) {
	runs := chinchilla(t)[:6]
	r := fitted(t, law.Chinchilla, runs, nil)
	s := drawn(t, r, runs, Rows, 0, 50)
	if s.Failed == 0 || s.Failed+len(s.Theta) != 50 {
		t.Errorf("%d samples, %d failed", len(s.Theta), s.Failed)
	}
}

// Type 7 of Hyndman and Fan, by hand: of 0…10 the middle 80 % reaches from 1 to 9.
func TestPercentiles(t *testing.T) {
	v := []float64{10, 3, 7, 1, 0, 2, 9, 4, 8, 5, 6}
	i := percentiles(v, 5, 0.8)
	numtest.Near(t, "lo", i.Lo, 1, 1e-14)
	numtest.Near(t, "hi", i.Hi, 9, 1e-14)
	numtest.Near(t, "lo of 75 %", percentiles(v, 5, 0.75).Lo, 1.25, 1e-14)
}

// Samples that only differ in E give intervals of E and of predictions that
// differ by a constant.
func TestSamplesPredict(t *testing.T) {
	s := &Samples{Law: law.Chinchilla}
	for i := range 101 {
		s.Theta = append(s.Theta, []float64{1.5 + 0.001*float64(i), 400, 0.34, 1200, 0.31})
	}
	p := law.Point{N: 1e9, D: 2e10}
	rest := 400*math.Pow(1e9, -0.34) + 1200*math.Pow(2e10, -0.31)
	got := s.Predict(p, 2, 0.9)
	numtest.Near(t, "lo", got.Lo, 1.505+rest, 1e-12)
	numtest.Near(t, "hi", got.Hi, 1.595+rest, 1e-12)
	numtest.Near(t, "E", s.Coefs(s.Theta[50], 0.9)[0].Lo, 1.505, 1e-12)
	numtest.Near(t, "SE", s.SE()[0], 0.001*math.Sqrt(101*102/12.), 1e-9) // of 101 equal steps
}

// BenchmarkBootstrapChinchilla is one resample an operation.
func BenchmarkBootstrapChinchilla(b *testing.B) {
	runs := chinchilla(b)
	r := fitted(b, law.Chinchilla, runs, nil)
	s, err := newResampler(context.Background(), r, runs, Rows)
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		if _, err := s.refit(i); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
