package chart

import (
	"strconv"
	"strings"
)

// Readout is what is to be read at a place of a figure.
type Readout struct {
	X, Y   float64 // in the drawing
	Role   Role    // of the series
	Line   bool    // a sample of a line, else an observation or a mark
	Series string  // and the name of the point, where it has one
	Rows   []ReadoutRow
	Beyond string // how far outside of what was fitted; "" inside
	Spoken string // all of it, as a sentence for ears
}

// ReadoutRow is a quantity in a Readout: exactly, and as it is shown.
type ReadoutRow struct {
	Label  string
	Values []float64 // one, or the ends of an interval
	Shown  []string  // each of them
}

// Read returns what is to be read at the place, if there is one.
func (p *Probe) Read() (r Readout, ok bool) {
	at, ok := p.At()
	if !ok {
		return r, false
	}
	t, w := &p.tracks[at.Track], p.words
	q := t.point(at.Point)
	r = Readout{Role: t.role, Line: t.kind == KindLine, Series: t.label}
	r.X, r.Y = t.spot(at.Point)
	if name := p.nameOf(t, at.Point); name != "" {
		r.Series += w.Phrase(ListSep) + name
	}
	said := []string{p.spoken(&p.fig.X, q.X), p.spoken(&p.fig.Y, q.Y)}
	r.Rows = []ReadoutRow{p.row(&p.fig.X, q.X)}
	if t.band == nil {
		r.Rows = append(r.Rows, p.row(&p.fig.Y, q.Y))
	} else {
		said = said[:1]
	}
	for _, b := range p.bandsAt(t) {
		if i := indexOf(b.X, q.X); i >= 0 {
			row := p.interval(b, i)
			r.Rows = append(r.Rows, row)
			said = append(said, row.Label+" "+p.span(b.Lo[i], b.Hi[i]))
		}
	}
	if r.Beyond = p.beyondAt(t, q.X); r.Beyond != "" {
		said = append(said, r.Beyond)
	}
	r.Spoken = r.Series + w.Phrase(Colon) + strings.Join(said, w.Phrase(Pause)) + w.Phrase(End)
	return r, true
}

// nameOf is the name of a point that has one of its own.
func (p *Probe) nameOf(t *track, i int) string {
	if t.kind != KindPoints {
		return ""
	}
	if names, k := p.fig.Points[t.index].Names, int(t.order[i]); k < len(names) {
		return names[k]
	}
	return ""
}

// bandsAt are the bands that say something of a track: that of its own line, and
// those that belong to no line.
func (p *Probe) bandsAt(t *track) []*Band {
	if t.band != nil {
		return []*Band{t.band}
	}
	if t.kind != KindLine {
		return nil
	}
	var out []*Band
	for i := range p.fig.Bands {
		if b := &p.fig.Bands[i]; b.Of == 0 || b.Of == t.index+1 {
			out = append(out, b)
		}
	}
	return out
}

func (p *Probe) row(a *AxisSpec, v float64) ReadoutRow {
	return ReadoutRow{axisName(*a), []float64{v}, []string{shown(a, v, p.words)}}
}

func (p *Probe) interval(b *Band, i int) ReadoutRow {
	label := b.Label
	if b.Short != "" {
		label = b.Short
	}
	a, lo, hi := &p.fig.Y, b.Lo[i], b.Hi[i]
	show := func(v float64) string {
		if a.Format == Count && a.Text == nil {
			return p.words.Short(v) // twice a reading in Chinese would be too wide
		}
		return shown(a, v, p.words)
	}
	return ReadoutRow{label, []float64{lo, hi}, []string{show(lo), show(hi)}}
}

// span is an interval of y, for ears.
func (p *Probe) span(lo, hi float64) string {
	say := func(v float64) string {
		if p.fig.Y.Format == Count {
			return p.words.Number(v)
		}
		return shown(&p.fig.Y, v, p.words)
	}
	return p.words.Phrase(To, say(lo), say(hi))
}

// indexOf is slices.Index for samples of x.
func indexOf(xs []float64, x float64) int {
	for i, v := range xs {
		if v == x {
			return i
		}
	}
	return -1
}

// beyondAt says how far x is outside of the range that a line was fitted on: in
// multiples of its ends, where the axis is logarithmic.
func (p *Probe) beyondAt(t *track, x float64) string {
	if t.kind != KindLine || t.band != nil {
		return ""
	}
	lo, hi := p.fig.Lines[t.index].Fitted[0], p.fig.Lines[t.index].Fitted[1]
	w := p.words
	switch {
	case lo == 0 && hi == 0, x >= lo && x <= hi:
		return ""
	case !p.fig.X.Log, !(lo > 0), !t.meets(lo, hi):
		return w.Phrase(OutsideFitted)
	case x > hi:
		return w.Phrase(AboveFitted, times(x/hi))
	}
	return w.Phrase(BelowFitted, times(lo/x))
}

// times is a multiple in three digits; of what is beyond by less than a
// hundredth, still not 1.
func times(f float64) string {
	f, _ = strconv.ParseFloat(strconv.FormatFloat(max(f, 1.01), 'e', 2, 64), 64)
	return Plain.Tick(f, 0)
}

// meets reports whether some of the track lies in a range of x: a line whose law
// was fitted nowhere in the figure is not a multiple of anything in it.
func (t *track) meets(lo, hi float64) bool {
	for _, q := range t.pts {
		if q.X >= lo && q.X <= hi {
			return true
		}
	}
	return false
}

// shown is a value on an axis, for eyes.
func shown(a *AxisSpec, v float64, w Wording) string {
	if a.Text != nil {
		return a.Text(v)
	}
	return w.Value(a.Format, v)
}

// spoken is a value with what it is, for ears: "70 billion parameters", and what
// has no name of its own behind the label of its axis.
func (p *Probe) spoken(a *AxisSpec, v float64) string {
	if a.Text == nil && a.Format != Percent && a.Format != Whole {
		if said := p.words.Spoken(a.Of, v); said != "" {
			return said
		}
		if a.Format == Count || a.Format == Power {
			return a.Label + " " + p.words.Number(v)
		}
	}
	return a.Label + " " + shown(a, v, p.words)
}
