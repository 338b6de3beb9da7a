package figure

import (
	"strings"

	"lossline/app/text"
)

// describe writes the figure's summary in words: what stands on the axes, where
// each line runs, where its law was fitted, the marks and the runs. It is also
// the alternative text of the image.
func describe(f *XY, t *text.Strings) {
	var b strings.Builder
	say := func(template string, args ...string) {
		if b.Len() > 0 {
			b.WriteString(t.SentenceSep)
		}
		b.WriteString(text.Fill(template, args...))
	}
	x := func(v float64) string { return spoken(f.X.Format, v, t) }
	y := func(v float64) string { return spoken(f.Y.Format, v, t) }
	if f.X.Log && f.Y.Log {
		say(t.SummaryReads, f.Title)
	} else {
		say(t.Shape.SummaryAxes, f.Title, f.X.Label, f.Y.Label)
	}
	for _, l := range f.Lines {
		if len(l.Pts) == 0 {
			continue
		}
		a, z := l.Pts[0], l.Pts[len(l.Pts)-1]
		say(t.SummaryLine, l.Label, x(a.X), y(a.Y), x(z.X), y(z.Y))
		if l.Fitted == [2]float64{} {
			continue // joins points, or is derived from others: nothing was fitted
		}
		switch lo, hi := max(l.Fitted[0], a.X), min(l.Fitted[1], z.X); {
		case lo > hi:
			say(t.SummaryNotFitted, l.Label)
		case lo > a.X || hi < z.X:
			say(t.SummaryFitted, l.Label, x(lo), x(hi))
		}
	}
	for _, m := range f.Marks {
		say(t.SummaryMark, m.Label, x(m.At.X), y(m.At.Y))
	}
	for _, p := range f.Points {
		if p.Label != "" { // those without one are the samples of a line
			say(t.SummaryRuns, p.Label, t.Count(float64(len(p.Pts))))
		}
	}
	f.Summary = b.String()
}

// spoken is a value on an axis as a sentence has it.
func spoken(f Format, v float64, t *text.Strings) string {
	switch f {
	case Count:
		return t.Count(v)
	case Power:
		return t.FLOP(v)
	case Whole:
		return t.Whole(v)
	}
	return t.Loss(v)
}
