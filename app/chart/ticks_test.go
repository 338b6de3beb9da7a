package chart

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// labels returns the labels of an axis of 400 pixels.
func labels(spec AxisSpec, lo, hi float64) string {
	var s scale
	s.set(&spec, lo, hi)
	s.place(400, 8, func(l string) vg.Length { return tickFace.width(l) + 14 })
	var out []string
	for _, t := range s.ticks {
		if !t.IsMinor() {
			out = append(out, t.Label)
		}
	}
	return strings.Join(out, " ")
}

func TestTicks(t *testing.T) {
	log := func(f Format) AxisSpec { return AxisSpec{Log: true, Format: f} }
	for _, c := range []struct {
		spec   AxisSpec
		lo, hi float64
		want   string
	}{
		{log(Plain), 1.7, 4, "2.0 2.5 3.0 3.5 4.0"},
		{log(Plain), 1.7, 2.1, "1.7 1.8 1.9 2.0 2.1"},
		{log(Plain), 1.5, 20, "2 5 10 20"},
		{log(Plain), 1.9, 2.0, "1.90 1.92 1.94 1.96 1.98 2.00"},
		{log(Count), 1e6, 1e12, "1M 10M 100M 1B 10B 100B 1T"},
		{log(Count), 3e8, 4e9, "500M 1B 2B"},
		{log(Count), 3e7, 4e9, "50M 100M 200M 500M 1B 2B"},
		{log(Power), 1e18, 1e24, "10¹⁸ 10¹⁹ 10²⁰ 10²¹ 10²² 10²³ 10²⁴"},
		{log(Power), 1e17, 1e26, "10¹⁸ 10²⁰ 10²² 10²⁴ 10²⁶"},
		{log(Power), 1e20, 3e21, "10²⁰ 2×10²⁰ 5×10²⁰ 10²¹ 2×10²¹"},
		{log(Power), 1e20, 1.05e20, "10²⁰ 1.01×10²⁰ 1.02×10²⁰ 1.03×10²⁰ 1.04×10²⁰ 1.05×10²⁰"},
		{log(Plain), 1e-4, 1, "0.0001 0.001 0.01 0.1 1"},
		{AxisSpec{}, 0, 40, "0 10 20 30 40"},
		{AxisSpec{}, -1, 1, "−1.0 −0.5 0 0.5 1.0"},
		{AxisSpec{Format: Percent}, 0, 1, "0% 20% 40% 60% 80% 100%"},
		{AxisSpec{Format: Percent}, 0.99, 1, "99.0% 99.2% 99.4% 99.6% 99.8% 100.0%"},
		{AxisSpec{Format: Count}, 0, 3e5, "0 50k 100k 150k 200k 250k 300k"},
		{AxisSpec{Text: func(v float64) string { return "x" + plain(v, 0) }}, 0, 3, "x0 x0.5 x1 x1.5 x2 x2.5 x3"},
	} {
		if got := labels(c.spec, c.lo, c.hi); got != c.want {
			t.Errorf("%+v from %v to %v: %s, want %s", c.spec.Format, c.lo, c.hi, got, c.want)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		f    Format
		v    float64
		dec  int
		want string
	}{
		{Plain, 2.5, 0, "2.5"}, {Plain, 2, 1, "2.0"}, {Plain, 0.1 + 0.2, 0, "0.3"}, {Plain, -1.5, 0, "−1.5"},
		{Plain, 9999, 0, "9999"}, {Plain, 10000, 0, "10,000"}, {Plain, 1234567.5, 0, "1,234,567.5"},
		{Plain, 2e7, 0, "2×10⁷"}, {Plain, 5e-6, 0, "5×10⁻⁶"}, {Plain, math.Copysign(0, -1), 0, "0"},
		{Count, 999, 0, "999"}, {Count, 1000, 0, "1k"}, {Count, 7e9, 0, "7B"}, {Count, 1.4e12, 0, "1.4T"},
		{Count, 999999999.99999, 0, "1B"}, {Count, 1e15, 0, "10¹⁵"}, {Count, -3e6, 0, "−3M"}, {Count, 0, 0, "0"},
		{Power, 1e21, 0, "10²¹"}, {Power, 2e21, 0, "2×10²¹"}, {Power, 1, 0, "10⁰"}, {Power, 5.76e23, 0, "5.76×10²³"},
		{Power, -1e-10, 0, "−10⁻¹⁰"}, {Power, 0, 0, "0"},
		{Percent, 0.2, 0, "20%"}, {Percent, 0.005, 0, "0.5%"}, {Percent, 0, 0, "0%"},
	} {
		if got := c.f.Tick(c.v, c.dec); got != c.want {
			t.Errorf("format %d of %v: %s, want %s", c.f, c.v, got, c.want)
		}
	}
}

// FuzzTicks checks what must hold of any axis: no panic, labels in order and
// apart, on the axis, at least one.
func FuzzTicks(f *testing.F) {
	f.Add(1.7, 4.0, 300.0, true, byte(0))
	f.Add(1e17, 1e26, 200.0, true, byte(2))
	f.Add(-3.0, 1e-9, 100.0, false, byte(1))
	f.Add(1e-300, 1e300, 90.0, true, byte(3))
	f.Add(1.0, 1.0000000001, 90.0, true, byte(0))
	f.Add(1.0, math.Nextafter(1, 2), 400.0, false, byte(0))
	f.Fuzz(func(t *testing.T, lo, hi, length float64, log bool, format byte) {
		spec := AxisSpec{Log: log, Format: Format(format % 4)}
		if spec.holds(lo) != nil || spec.holds(hi) != nil || !(lo < hi) || !(length >= 60 && length < 2000) || math.IsInf(hi-lo, 0) || math.IsInf(hi/lo, 0) {
			return
		}
		var s scale
		s.set(&spec, lo, hi)
		size := func(l string) vg.Length { return tickFace.width(l) + 14 }
		s.place(vg.Length(length), 8, size)
		end, n := math.Inf(-1), 0
		for _, tick := range s.ticks {
			at := s.at(tick.Value)
			if !(at > -1e-6 && at < 1+1e-6) {
				t.Fatalf("%v is not between %v and %v", tick.Value, lo, hi)
			}
			if tick.IsMinor() {
				continue
			}
			n++
			half := size(tick.Label).Points() / 2
			if at*length-half < end-1e-6 {
				t.Fatalf("%q from %v to %v touches the label before", tick.Label, lo, hi)
			}
			end = at*length + half
		}
		if n == 0 {
			t.Fatalf("no labels from %v to %v on %v px", lo, hi, length)
		}
	})
}
