package job

import "testing"

// BenchmarkFit is the first reply of a fit, BenchmarkPart 100 resamples, and
// BenchmarkFinish the last reply of a fit with 4000.
func BenchmarkFit(b *testing.B) {
	for b.Loop() {
		if _, err := Do(b.Context(), chinchilla); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPart(b *testing.B) {
	first, err := Do(b.Context(), chinchilla)
	if err != nil {
		b.Fatal(err)
	}
	r := chinchilla
	r.Op, r.To, r.Start = OpBootstrap, 100, first.Fit.Theta()
	var s Session
	for b.Loop() {
		if reply := s.Do(b.Context(), r, nil); reply.Error != nil {
			b.Fatal(reply.Error)
		}
	}
}

func BenchmarkFinish(b *testing.B) {
	r := chinchilla
	r.Bootstrap, r.Seed = 4000, 1
	var s Session
	part := s.Do(b.Context(), Split(r, 1)[0], nil)
	if part.Error != nil {
		b.Fatal(part.Error)
	}
	r = Finish(r, []Reply{part})
	for b.Loop() {
		if reply := s.Do(b.Context(), r, nil); reply.Error != nil {
			b.Fatal(reply.Error)
		}
	}
}
