package transfer

import (
	"math"
	"testing"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
)

func transferFigures(s scenario.Scenario, t *text.Strings) []*chart.XY {
	o := scenario.EvalTransfer(s)
	fs := []*chart.XY{EffectiveData(o, t), Map(o, t), LossOverData(s, o, t), LossOverParams(s, o, t), Compute(s, o, t)}
	for _, l := range scenario.Kim().Languages {
		fs = append(fs, KimTransfer(l.Replication, t))
	}
	return fs
}

// Every figure of the page draws, in both languages and both sizes, at the
// landing case and at the ends of the fields.
func TestTransferFiguresDraw(t *testing.T) {
	for _, l := range languages.All() {
		for _, n := range []float64{1e3, 4e7, 1e18} {
			for _, d := range []float64{0, 1, 3e5, 1e20} {
				for _, base := range []string{scenario.BaseKaplan, scenario.BaseBesiroglu} {
					s := scenario.Default()
					s.Transfer.N, s.Transfer.DF, s.Transfer.Base, s.Transfer.Source = 0, 0, base, scenario.SourceMix
					for _, q := range scenario.Quantities() {
						switch q.Field {
						case scenario.FieldTransferN:
							*q.At(&s) = n
						case scenario.FieldTransferDF:
							*q.At(&s) = d
						}
					}
					for _, f := range transferFigures(s, languages.In(l)) {
						for _, size := range []chart.Size{{W: 440, H: 340}, {W: 300, H: 300}} {
							if _, err := new(chart.Renderer).Draw(f, chart.Light, size); err != nil {
								t.Errorf("%s at N = %g, D_F = %g: %v", f.ID, n, d, err)
							}
						}
						if f.Summary == "" {
							t.Errorf("%s says nothing", f.ID)
						}
					}
				}
			}
		}
	}
}

// Half of the effective data is transferred at 1e8 characters for 1.008e6
// parameters (N*, from Table 1 of Hernandez et al. 2021), so the contour of one
// half passes there.
func TestTransferMapContour(t *testing.T) {
	f := Map(scenario.EvalTransfer(scenario.Default()), languages.In(languages.English))
	half := f.Lines[1]
	for i := range len(half.Pts) - 1 {
		a, b := half.Pts[i], half.Pts[i+1]
		if a.X <= 1.008e6 && 1.008e6 < b.X {
			u := math.Log(1.008e6/a.X) / math.Log(b.X/a.X)
			d := a.Y * math.Pow(b.Y/a.Y, u)
			if math.Abs(d/1e8-1) > 1e-3 {
				t.Errorf("the contour of one half is at %g characters for 1.008M parameters, want 1e8", d)
			}
			return
		}
	}
	t.Error("the contour does not reach 1.008M parameters")
}

// Far above the transferred data fine-tuning and training from scratch are one
// line; far below, the fine-tuned loss does not depend on D_F but through α.
func TestTransferLossLinesMeet(t *testing.T) {
	s := scenario.Default()
	f := LossOverData(s, scenario.EvalTransfer(s), languages.In(languages.English))
	scratch, tuned := f.Lines[0].Pts, f.Lines[1].Pts
	last := len(scratch) - 1
	if gap := scratch[last].Y/tuned[last].Y - 1; gap < 0 || gap > 1e-3 {
		t.Errorf("at %g characters the gap is %g", scratch[last].X, gap)
	}
	for i := range scratch {
		if scratch[i].Y < tuned[i].Y {
			t.Errorf("at %g characters from scratch is better", scratch[i].X)
		}
	}
}
