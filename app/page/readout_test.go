package page

import (
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/job"
	"lossline/app/page/fit"
	"lossline/app/page/plan"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// drawnProbe draws a figure and returns its probe.
func drawnProbe(t testing.TB, f *chart.XY, in *text.Strings) *chart.Probe {
	t.Helper()
	im, err := new(chart.Renderer).Draw(f, chart.Light, chart.Size{W: 720, H: 440})
	if err != nil {
		t.Fatal(err)
	}
	p := &chart.Probe{}
	p.Follow(f, im.X, im.Y, ui.Words(in))
	return p
}

func readOf(t testing.TB, p *chart.Probe) chart.Readout {
	t.Helper()
	r, ok := p.Read()
	if !ok {
		t.Fatal("nothing is read")
	}
	return r
}

// What is said, in both languages: the numbers are those that the figure was given,
// 37 times is 3.7e11 over 1e10.
func TestProbeSentences(t *testing.T) {
	s := scenario.Default() // 5.76e23 FLOP, for which Besiroglu et al. (2024) give 72.2B
	v := job.View{X: "D", By: "N", Points: []job.Dot{{X: 1e10, Y: 2.5}}, Total: 1, Lines: []job.Curve{
		{By: 7e10, X: []float64{2e8, 2e9, 3.7e11}, Y: []float64{3.2, 3, 1.974}, Lo: []float64{3.1, 2.9, 1.93}, Hi: []float64{3.3, 3.1, 2.02}}}}
	reply := &job.FitReply{Rows: 1, Level: 0.8, Views: []job.View{v}, Domain: map[string]job.Range{"D": {Lo: 1e9, Hi: 1e10}}}
	for l, want := range map[text.Lang][4]string{
		languages.English: {
			"your budget: 5.76 times 10 to the 23 floating-point operations, 72.2 billion parameters.",
			"N = 70B: 370 billion tokens, Loss 1.974, 80% interval 1.930 to 2.020, 37 times beyond the largest fitted run.",
			"N = 70B: 200 million tokens, Loss 3.200, 80% interval 3.100 to 3.300, 5 times below the smallest fitted run.",
			"Runs: 10 billion tokens, Loss 2.500.",
		},
		languages.Chinese: {
			"你的预算：5.76乘10的23次方次浮点运算，722亿参数。",
			"N = 70B：3700亿词元，损失 1.974，80% 区间 1.930 到 2.020，为拟合所用最大训练的 37 倍。",
			"N = 70B：2亿词元，损失 3.200，80% 区间 3.100 到 3.300，仅为拟合所用最小训练的 1/5。",
			"训练：100亿词元，损失 2.500。",
		},
	} {
		words := languages.In(l)
		p := drawnProbe(t, plan.Budget(s, scenario.Eval(s), words), words)
		p.Go(chart.Stay)
		got := [4]string{readOf(t, p).Spoken}
		p = drawnProbe(t, fit.FitView(v, reply, words), words)
		p.Go(chart.Last)
		got[1] = readOf(t, p).Spoken
		if r := readOf(t, p); r.Rows[2].Values[0] != 1.93 || r.Rows[2].Values[1] != 2.02 || r.Rows[1].Values[0] != 1.974 {
			t.Errorf("the last point is %+v", r)
		}
		p.Go(chart.First)
		got[2] = readOf(t, p).Spoken
		p.Go(chart.Down)
		got[3] = readOf(t, p).Spoken
		if label := words.Fit.Runs; !strings.HasPrefix(got[3], text.Fill(words.Fit.Near, "N", "70B")) && !strings.HasPrefix(got[3], label) {
			t.Errorf("an observation says %q", got[3])
		}
		for i := range 3 {
			if got[i] != want[i] {
				t.Errorf("%s:\n got %s\nwant %s", l, got[i], want[i])
			}
		}
		if _, tail, _ := strings.Cut(want[3], words.Colon); !strings.HasSuffix(got[3], tail) {
			t.Errorf("an observation says %q, want it to end with %q", got[3], tail)
		}
	}
}
