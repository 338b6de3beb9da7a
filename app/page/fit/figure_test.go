package fit

import (
	"math"
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/chart/charttest"
	"lossline/app/job"
	"lossline/app/text"
	"lossline/app/text/languages"
)

// lossCurve samples L = 1.8172 + 482.01/N^0.3478 + 2085.43/D^0.3658 (Besiroglu et
// al. 2024, table 1) over tokens, off by up to a share of it.
func lossCurve(n, lo, hi float64, count int, off float64) []chart.Point {
	var pts []chart.Point
	for i := range count {
		d := lo * math.Pow(hi/lo, float64(i)/float64(count-1))
		l := 1.8172 + 482.01*math.Pow(n, -0.3478) + 2085.43*math.Pow(d, -0.3658)
		pts = append(pts, chart.Point{X: d, Y: l * (1 + off*math.Sin(float64(i)*12.9898))})
	}
	return pts
}

// fitted is a fit by hand: three runs a size, one of them put aside, and the law
// of Besiroglu et al. 2024 for two sizes.
func fitted() *job.FitReply {
	v := job.View{X: "D", By: "N", Total: 7}
	for i, n := range []float64{1e8, 1e9} {
		c := job.Curve{By: n}
		for _, p := range lossCurve(n, 1e9, 1e12, 40, 0) {
			c.X, c.Y, c.Lo, c.Hi = append(c.X, p.X), append(c.Y, p.Y), append(c.Lo, p.Y*0.98), append(c.Hi, p.Y*1.02)
		}
		v.Lines = append(v.Lines, c)
		for k, p := range lossCurve(n, 1e9, 1e11, 3, 0.03) {
			v.Points = append(v.Points, job.Dot{X: p.X, Y: p.Y, Row: 3*i + k + 2, Line: i, Aside: i == 1 && k == 0})
		}
	}
	return &job.FitReply{Law: "chinchilla", Rows: 5, Level: 0.95, Domain: map[string]job.Range{"D": {Lo: 1e9, Hi: 1e11}}, Views: []job.View{v}}
}

// parabolas are approach 2 by hand: two budgets, of which the second has no
// minimum among its runs.
func parabolas() *job.Approach {
	a := &job.Approach{Method: "isoflop", A: job.Interval{Value: 0.5, Lo: 0.45, Hi: 0.55, Level: 0.95}, Coef: 0.1,
		Optima: []job.Optimum{{C: 1e20, N: 1e9, Loss: 2.5}, {C: 1e22, N: 1e10, Loss: 2.1}}}
	for _, o := range a.Optima {
		p := job.Profile{C: o.C, Found: true}
		for _, f := range []float64{0.25, 0.5, 1, 2, 4} {
			y := o.Loss + 0.1*(f-1)*(f-1)/f
			p.Line.X, p.Line.Y = append(p.Line.X, o.N*f), append(p.Line.Y, y)
			p.Dots = append(p.Dots, job.Dot{X: o.N * f, Y: y * 1.01})
		}
		a.Profiles = append(a.Profiles, p)
	}
	return a
}

// fitFigures are all figures of a fit.
func fitFigures(t *text.Strings) []*chart.XY {
	f := fitted()
	profile := &job.ProfileReply{Coef: "α_N", At: []float64{0.3, 0.35, 0.4}, Value: []float64{3, 1, 3}, Limit: 2,
		Interval: job.Interval{Value: 0.35, Lo: 0.325, Hi: 0.375, Level: 0.95}}
	back := &job.BackTestReply{By: "C", Pinned: "E", At: 1.8, Cuts: []job.Cut{
		{C: 1e20, Free: job.CutError{Mean: 0.02}, Held: job.CutError{Mean: 0.01}},
		{C: 1e21, Free: job.CutError{Failed: "few-runs"}, Held: job.CutError{Mean: 0.005}}}}
	next := &job.NextReply{Target: job.Point{N: 1e10, D: 2e11}, Candidates: []job.Candidate{{N: 1e9, D: 1e10, Gain: 0.3}, {N: 1e8, D: 1e11, Gain: 0.1}}}
	return []*chart.XY{FitView(f.Views[0], f, t), IsoFLOP(parabolas(), t), Optima(parabolas(), t), Profile(profile, t), BackTest(back, t), Next(next, t)}
}

// What is drawn of a fit is in golden files, at the sizes of a page and of a phone.
func TestFitFiguresAsTheyWere(t *testing.T) {
	figures := fitFigures(languages.In(languages.English))
	for _, c := range []struct {
		name string
		fig  *chart.XY
		size chart.Size
	}{
		{"fit-440", figures[0], chart.Size{W: 440, H: 340}},
		{"fit-300", figures[0], chart.Size{W: 300, H: 300}},
		{"isoflop-440", figures[1], chart.Size{W: 440, H: 340}},
	} {
		im, err := new(chart.Renderer).Draw(c.fig, chart.Light, c.size)
		if err != nil {
			t.Fatal(err)
		}
		charttest.Golden(t, c.name+".svg", im.SVG)
	}
}

func TestFitFiguresAreDrawn(t *testing.T) {
	for _, l := range languages.All() {
		for _, f := range fitFigures(languages.In(l)) {
			for _, size := range []chart.Size{{W: 580, H: 340}, {W: 300, H: 300}} {
				if _, err := new(chart.Renderer).Draw(f, chart.Light, size); err != nil {
					t.Errorf("%s: %s: %v", l, f.ID, err)
				}
			}
			if !strings.Contains(f.Summary, f.Title) || len(f.Tables()) == 0 {
				t.Errorf("%s: %s: no words or no table", l, f.ID)
			}
		}
	}
}

// Runs have the colour of their line; those put aside are hollow, and the only
// ones in the legend. The law is solid on the range of the runs.
func TestFitViewTellsRunsApart(t *testing.T) {
	f := fitted()
	g := FitView(f.Views[0], f, languages.In(languages.English))
	if len(g.Points) != 3 || len(g.Points[0].Pts) != 3 || len(g.Points[1].Pts) != 2 || len(g.Points[2].Pts) != 1 {
		t.Fatalf("points: %+v", g.Points)
	}
	for i, p := range g.Points[:2] {
		if p.Role != g.Lines[i].Role || !p.Quiet || p.Hollow {
			t.Errorf("runs of line %d: %+v", i, p)
		}
	}
	if aside := g.Points[2]; !aside.Hollow || aside.Quiet {
		t.Errorf("put aside: %+v", aside)
	}
	if len(g.Bands) != 2 || g.Lines[0].Fitted != [2]float64{1e9, 1e11} {
		t.Errorf("%d bands, fitted on %v", len(g.Bands), g.Lines[0].Fitted)
	}
}

// What has no place on a logarithmic axis is not drawn, and keeps nothing else
// from being.
func TestFitViewLeavesOutWhatHasNoPlace(t *testing.T) {
	f := fitted()
	c := &f.Views[0].Lines[0]
	c.Y[0], c.Lo[1] = -1, 0
	g := FitView(f.Views[0], f, languages.In(languages.English))
	if n := len(g.Lines[0].Pts); n != 39 {
		t.Errorf("%d points of 40, want 39", n)
	}
	if n := len(g.Bands[0].X); n != 38 {
		t.Errorf("the band has %d places, want 38", n)
	}
	if _, err := chart.Render(g, chart.Light, 440, 340); err != nil {
		t.Error(err)
	}
}

// The cut without a fit is no point of the line.
func TestBackTestLeavesOutFailures(t *testing.T) {
	f := fitFigures(languages.In(languages.English))[4]
	if len(f.Lines) != 2 || len(f.Lines[0].Pts) != 1 || len(f.Lines[1].Pts) != 2 {
		t.Errorf("%+v", f.Lines)
	}
}
