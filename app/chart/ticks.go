package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// place chooses the ticks for an axis of length pixels: as many labels as fit
// with room between them, on round values. size returns what a label needs
// along the axis.
func (s *scale) place(length vg.Length, limit int, size func(string) vg.Length) {
	p := placer{s: s, length: length.Points(), limit: max(limit, 2), size: size, ticks: s.ticks[:0]}
	if s.spec.Log {
		p.log()
	} else {
		p.linear()
	}
	s.ticks = p.ticks
}

// placer tries sets of values until the labels of one fit.
type placer struct {
	s      *scale
	length float64
	limit  int // most labels
	size   func(string) vg.Length
	ticks  []plot.Tick
}

// log tries, from fine to coarse: inside a decade, even steps; then 1-2-5, 1-3,
// every decade, every second, third, ...
func (p *placer) log() {
	decades := math.Log10(p.s.max / p.s.min)
	if decades < 1 && (p.leading(3, 1, 2, 5) || p.steps(3) || p.leading(2, 1, 2, 5)) {
		p.minors(decades < 0.5)
		return
	}
	if decades < 2.5 && (p.leading(3, 1, 2, 5) || p.leading(2, 1, 3)) {
		p.minors(false)
		return
	}
	for k := 1; float64(k) <= decades; k++ {
		if p.decades(k) {
			p.minors(k > 1 || decades > 8)
			return
		}
	}
	if !p.steps(2) {
		p.ends()
	}
}

// linear tries even steps.
func (p *placer) linear() {
	if !p.steps(2) {
		p.ends()
	}
}

// leading tries the values m·10ᵏ for the mantissas m, at least least of them.
func (p *placer) leading(least int, mantissas ...float64) bool {
	p.ticks = p.ticks[:0]
	k := math.Floor(math.Log10(p.s.min))
	for ; math.Pow(10, k) <= p.s.max; k++ {
		for _, m := range mantissas {
			p.add(m*math.Pow(10, k), 0)
		}
	}
	return p.fit(least)
}

// decades tries every k-th power of ten.
func (p *placer) decades(k int) bool {
	p.ticks = p.ticks[:0]
	lo, hi := math.Ceil(math.Log10(p.s.min)-1e-9), math.Floor(math.Log10(p.s.max)+1e-9)
	first := math.Ceil(lo/float64(k)) * float64(k)
	for e := first; e <= hi; e += float64(k) {
		p.add(math.Pow(10, e), 0)
	}
	return p.fit(2)
}

// steps tries multiples of 1, 2, 2.5 and 5 times a power of ten, from the
// finest that has no more labels than the limit.
func (p *placer) steps(least int) bool {
	span := p.s.max - p.s.min
	k := math.Floor(math.Log10(span/float64(p.limit))) - 1
	for range 4 {
		for _, m := range [...]float64{1, 2, 2.5, 5} {
			step := m * math.Pow(10, k)
			if span/step > float64(p.limit) {
				continue
			}
			decimals := int(-k)
			if m == 2.5 {
				decimals++
			}
			p.multiples(step, decimals)
			if p.fit(least) {
				return true
			}
		}
		k++
	}
	return false
}

// multiples sets the ticks to the multiples of step, which has so many decimals.
func (p *placer) multiples(step float64, decimals int) {
	p.ticks = p.ticks[:0]
	if p.s.spec.Format == Percent {
		decimals -= 2
	}
	first := math.Ceil(p.s.min/step - 1e-9)
	for i := range p.limit + 2 { // one more than fit would take
		v := (first + float64(i)) * step
		if v > p.s.max+step*1e-9 {
			break
		}
		p.add(v, decimals)
	}
}

// ends labels the ends of the axis, when nothing round lies between them.
func (p *placer) ends() {
	p.ticks = p.ticks[:0]
	p.add(p.s.min, 0)
	p.add(p.s.max, 0)
	if !p.fit(2) && len(p.ticks) > 1 {
		p.ticks = p.ticks[:1]
	}
}

// add adds a labelled tick at v, if that is on the axis.
func (p *placer) add(v float64, decimals int) {
	if at := p.s.at(v); at < -1e-9 || at > 1+1e-9 {
		return
	}
	label := ""
	if p.s.spec.Text != nil {
		label = p.s.spec.Text(v)
	} else {
		label = p.s.spec.Format.Tick(v, decimals)
	}
	p.ticks = append(p.ticks, plot.Tick{Value: v, Label: label})
}

// fit reports whether the labels are enough, not too many, and apart.
func (p *placer) fit(least int) bool {
	if len(p.ticks) < least || len(p.ticks) > p.limit {
		return false
	}
	end, last := math.Inf(-1), ""
	for _, t := range p.ticks {
		half := p.size(t.Label).Points() / 2
		at := p.s.at(t.Value) * p.length
		if at-half < end || t.Label == last {
			return false
		}
		end, last = at+half, t.Label
	}
	return true
}

// minors adds the unlabelled ticks of a log axis at 2 to 9 times the powers of
// ten, unless that would be too many or too few to mean anything.
func (p *placer) minors(none bool) {
	if none {
		return
	}
	labelled := len(p.ticks)
	for k := math.Floor(math.Log10(p.s.min)); math.Pow(10, k) <= p.s.max; k++ {
		for m := 1.0; m <= 9; m++ {
			v := m * math.Pow(10, k)
			if at := p.s.at(v); at < 0 || at > 1 || p.has(v, labelled) {
				continue
			}
			p.ticks = append(p.ticks, plot.Tick{Value: v})
		}
	}
}

// has reports whether v is one of the first n ticks.
func (p *placer) has(v float64, n int) bool {
	for _, t := range p.ticks[:n] {
		if math.Abs(t.Value-v) < 1e-9*v {
			return true
		}
	}
	return false
}
