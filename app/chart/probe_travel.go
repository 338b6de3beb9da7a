package chart

import "math"

// Step is a way in which keys go over a figure.
type Step string

// The steps. To the left and right they go along a series; up and down they go
// to the series before and behind it, in the order of the legend, so that each
// is reached however they cross; to the point there that is nearest in x.
const (
	Stay  Step = "stay" // where one was, or first came in: at the reader's own point
	Left  Step = "left"
	Right Step = "right"
	Up    Step = "up"
	Down  Step = "down"
	First Step = "first"
	Last  Step = "last"
	Back  Step = "back"  // ten steps left
	Ahead Step = "ahead" // ten steps right
)

// mostStops is in how many steps a series is travelled at most (Highcharts does
// not describe single points of more than 200 either).
const mostStops = 200

// many is how many steps Back and Ahead are.
const many = 10

// Go takes a step. It is not ok if the figure has no points.
func (p *Probe) Go(s Step) bool {
	p.made()
	if len(p.tracks) == 0 {
		p.on = false
		return false
	}
	if _, ok := p.At(); !ok {
		if !p.been || !p.is(p.at) {
			p.at = p.entry()
		}
		p.on = true
		if s != First && s != Last {
			return true
		}
	}
	if p.tracks[p.at.Track].kind == KindMark && s != Stay && s != Up && s != Down && p.leaveMark(s) {
		return true
	}
	p.arrange(p.at.Track)
	t := &p.tracks[p.at.Track]
	switch s {
	case Left:
		p.at.Point = t.along(p.at.Point, -1)
	case Right:
		p.at.Point = t.along(p.at.Point, 1)
	case Back:
		p.at.Point = t.along(p.at.Point, -many)
	case Ahead:
		p.at.Point = t.along(p.at.Point, many)
	case First:
		p.at.Point = 0
	case Last:
		p.at.Point = len(t.order) - 1
	case Up:
		p.cross(p.at.Track - 1)
	case Down:
		p.cross(p.at.Track + 1)
	}
	return true
}

// leaveMark goes from a mark, which has no neighbours of its own, onto the line
// that runs nearest. It reports whether the step has been taken with that.
func (p *Probe) leaveMark(s Step) bool {
	x, y := p.tracks[p.at.Track].spot(p.at.Point)
	at, _, ok := p.nearestLine(x, y)
	if !ok {
		return false
	}
	p.at = at
	px, _ := p.tracks[at.Track].spot(at.Point)
	return s == Left && px < x || s == Right && px > x
}

// entry is where keys come in: the reader's own point, or else the beginning.
func (p *Probe) entry() Spot {
	for i := range p.tracks {
		if p.tracks[i].kind == KindMark {
			return Spot{i, 0}
		}
	}
	return Spot{}
}

// along returns the point that is n stops from point i, or the last point. Stops are
// the first point, every stride-th after it, and the last. From a point between two
// stops, as a pointer leaves it, it goes to the next stop.
func (t *track) along(i, n int) int {
	size, last := t.stride(), len(t.order)-1
	stop := i / size
	switch {
	case n > 0 && i == last:
		return last
	case n < 0 && i%size > 0:
		n++ // the stop before is the first
	}
	return min(max((stop+n)*size, 0), last)
}

// stride is how many points there are from one stop to the next.
func (t *track) stride() int { return (len(t.order) + mostStops - 1) / mostStops }

// cross goes to another track, if there is one, at about the same x.
func (p *Probe) cross(to int) {
	if to < 0 || to >= len(p.tracks) {
		return
	}
	x, y := p.tracks[p.at.Track].spot(p.at.Point)
	p.arrange(to)
	p.at = Spot{to, p.tracks[to].atX(x, y)}
}

// Trace is the heights of the series at the place, or of the first, from its left
// to its right end, as fractions of the axis: what an ear can follow.
func (p *Probe) Trace() []float64 {
	p.made()
	at, ok := p.At()
	if !ok {
		at = Spot{}
		for i := range p.tracks {
			if len(p.tracks[i].order) > len(p.tracks[at.Track].order) {
				at.Track = i
			}
		}
	}
	if at.Track >= len(p.tracks) {
		return nil
	}
	p.arrange(at.Track)
	t := &p.tracks[at.Track]
	n := min(len(t.order), mostStops)
	out := make([]float64, n)
	for i := range out {
		k := 0
		if n > 1 {
			k = i * (len(t.order) - 1) / (n - 1)
		}
		_, y := t.spot(k)
		out[i] = math.Min(1, math.Max(0, (y-p.y.From)/(p.y.To-p.y.From)))
	}
	return out
}
