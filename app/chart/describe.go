package chart

import "strings"

// Describe returns the figure in words: what stands on the axes, where each line
// runs, where its law was fitted, the marks and the runs.
func (f *XY) Describe(w Wording) string {
	var said []string
	say := func(p Phrase, args ...string) { said = append(said, w.Phrase(p, args...)) }
	x := func(v float64) string { return w.Value(f.X.Format.inSentence(), v) }
	y := func(v float64) string { return w.Value(f.Y.Format.inSentence(), v) }
	if f.X.Log && f.Y.Log {
		say(SaysPowerAxes, f.Title)
	} else {
		say(SaysAxes, f.Title, f.X.Label, f.Y.Label)
	}
	for _, l := range f.Lines {
		if len(l.Pts) == 0 {
			continue
		}
		a, z := l.Pts[0], l.Pts[len(l.Pts)-1]
		say(SaysLine, l.Label, x(a.X), y(a.Y), x(z.X), y(z.Y))
		if l.Fitted == [2]float64{} {
			continue // joins points, or is derived from others: nothing was fitted
		}
		switch lo, hi := max(l.Fitted[0], a.X), min(l.Fitted[1], z.X); {
		case lo > hi:
			say(SaysNotFitted, l.Label)
		case lo > a.X || hi < z.X:
			say(SaysFitted, l.Label, x(lo), x(hi))
		}
	}
	for _, m := range f.Marks {
		say(SaysMark, m.Label, x(m.At.X), y(m.At.Y))
	}
	for _, p := range f.Points {
		if p.Label != "" { // those without one are the samples of a line
			say(SaysPoints, p.Label, w.Value(Count, float64(len(p.Pts))))
		}
	}
	return strings.Join(said, w.Phrase(SentenceSep))
}

// inSentence returns the format of a value in a description, which writes shares
// as plain numbers.
func (f Format) inSentence() Format {
	if f == Percent {
		return Plain
	}
	return f
}
