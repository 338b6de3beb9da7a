package plan

import (
	"math"
	"testing"

	"lossline/app/scenario"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// Kaplan at 5.76e23 FLOP and a batch of 1M tokens has 7.69e11 parameters in the table:
// its line passes there, and the program of the export is not left out.
func TestFigureHasTheChosenBatch(t *testing.T) {
	s := scenario.Default()
	s.Batch, s.Head = 1e6, "kaplan2020.1"
	o := scenario.Eval(s)
	words := languages.In(languages.English)
	f := Budget(s, o, words)
	for _, a := range o.Rows {
		for _, line := range f.Lines {
			if line.Key != a.Method.ID {
				continue
			}
			for i := 1; i < len(line.Pts); i++ {
				p, q := line.Pts[i-1], line.Pts[i]
				if c := float64(o.C); p.X <= c && c <= q.X {
					at := p.Y * math.Pow(q.Y/p.Y, math.Log(c/p.X)/math.Log(q.X/p.X))
					if math.Abs(at/float64(a.N)-1) > 1e-3 {
						t.Errorf("%s: the line has %g, the table %g", line.Key, at, float64(a.N))
					}
				}
			}
		}
	}
	c := ui.Context{T: words, State: scenario.NewState(s), Outcome: o}
	if Origin(c).Python(nil) == "" {
		t.Error("no program is exported")
	}
}
