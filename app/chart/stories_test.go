package chart

import "math"

// story is a figure in one of its states. The stories are the golden files of
// testdata, and the page that `go test -run Stories -page FILE` writes.
type story struct {
	name string
	fig  *XY
	w, h float64
}

// lawForm is a loss of the form E + A/Nᵅ + B/Dᵝ.
type lawForm struct{ e, a, alpha, b, beta float64 }

func (l lawForm) loss(n, d float64) float64 {
	return l.e + l.a*math.Pow(n, -l.alpha) + l.b*math.Pow(d, -l.beta)
}

var (
	hoffmann  = lawForm{1.69, 406.4, 0.34, 410.7, 0.28}          // Hoffmann et al. 2022, equation 10
	besiroglu = lawForm{1.8172, 482.01, 0.3478, 2085.43, 0.3658} // Besiroglu et al. 2024, table 1
	invented  = [...]lawForm{{1.6, 300, 0.32, 900, 0.31}, {1.9, 500, 0.36, 1500, 0.35}, {1.75, 250, 0.31, 3000, 0.38}}
)

// curve samples a law over tokens at n parameters.
func curve(l lawForm, n, lo, hi float64, count int) []Point {
	var pts []Point
	for i := range count {
		d := lo * math.Pow(hi/lo, float64(i)/float64(count-1))
		pts = append(pts, Point{d, l.loss(n, d)})
	}
	return pts
}

// observed returns points around a law, spread without a random number.
func observed(l lawForm, n, lo, hi float64, count int) []Point {
	var pts []Point
	for i, p := range curve(l, n, lo, hi, count) {
		pts = append(pts, Point{p.X, p.Y * (1 + 0.03*math.Sin(float64(i)*12.9898))})
	}
	return pts
}

var (
	tokenAxis = AxisSpec{Label: "Training tokens D", Log: true, Format: Count}
	lossAxis  = AxisSpec{Label: "Loss L", Unit: "nats per token", Log: true}
	flopAxis  = AxisSpec{Label: "Training compute C", Unit: "FLOP", Log: true, Format: Power}
)

func oneLaw() *XY {
	return &XY{
		ID: "one", Title: "Loss of a model of 1B parameters", Subtitle: "Besiroglu et al. 2024, approach 3",
		Summary: "The loss falls from 3.2 at 1B tokens to 2.2 at 1T tokens.", X: tokenAxis, Y: lossAxis,
		Lines: []Line{{Key: "b", Label: "Besiroglu 2024", Pts: curve(besiroglu, 1e9, 1e9, 1e12, 60)}},
	}
}

func fiveLaws() *XY {
	f := oneLaw()
	f.ID, f.Title, f.Subtitle = "five", "Five laws, one question", "Loss of a model of 70B parameters"
	f.Lines = nil
	for i, l := range []lawForm{besiroglu, hoffmann, invented[0], invented[1], invented[2]} {
		name := []string{"Besiroglu 2024", "Hoffmann 2022", "Third law", "Fourth law", "Fifth law"}[i]
		f.Lines = append(f.Lines, Line{Key: name, Label: name, Pts: curve(l, 7e10, 1e9, 1e13, 80)})
	}
	return f
}

func beyondFitted() *XY {
	f := fiveLaws()
	f.ID, f.Title, f.Subtitle = "beyond", "Where the laws were fitted", "Solid: fitted; dashed: extrapolated"
	for i := range f.Lines {
		f.Lines[i].Fitted = [2]float64{3e9 * float64(1+i), 2e11 * float64(1+2*i)}
	}
	f.Beyond = "extrapolation"
	f.Marks = []Mark{{Key: "you", Label: "your run, 1.4T tokens", At: Point{1.4e12, besiroglu.loss(7e10, 1.4e12)}}}
	f.Points = []Points{{Key: "runs", Label: "runs", Pts: observed(besiroglu, 7e10, 3e9, 2e11, 40)}}
	return f
}

func withBand() *XY {
	f := oneLaw()
	f.ID, f.Title = "band", "Disagreement of the laws"
	b := Band{Key: "laws", Label: "range over laws", Role: S2}
	for _, p := range f.Lines[0].Pts {
		b.X, b.Lo, b.Hi = append(b.X, p.X), append(b.Lo, p.Y*0.94), append(b.Hi, p.Y*1.05)
	}
	f.Bands = []Band{b}
	f.VLines = []Rule{{Label: "20 tokens per parameter", At: 2e10}}
	f.HLines = []Rule{{Label: "irreducible", At: besiroglu.e}}
	f.Y.Min = 1.7
	return f
}

func pointsOnly() *XY {
	f := &XY{ID: "points", Title: "Runs by family", Summary: "Two families of runs.", X: flopAxis, Y: lossAxis}
	for i, l := range []lawForm{besiroglu, hoffmann, invented[0], invented[1], invented[2]} {
		var pts []Point
		for _, p := range observed(l, 1e9, 1e9, 1e12, 30) {
			pts = append(pts, Point{6e9 * p.X, p.Y * (1 + 0.05*float64(i))})
		}
		f.Points = append(f.Points, Points{Key: "p", Label: "Family " + string(rune('A'+i)), Pts: pts})
	}
	return f
}

func chinese() *XY {
	f := beyondFitted()
	f.ID, f.Title, f.Subtitle = "zh", "各缩放定律对 700 亿参数模型损失的预测", "实线：拟合范围内；虚线：外推"
	f.Summary = "五条定律在拟合范围内一致，在 1T token 以上分歧增大。"
	f.X.Label, f.Y.Label, f.Y.Unit = "训练 token 数 D", "损失 L", "nat/token"
	for i, n := range []string{"Besiroglu 2024", "Hoffmann 2022", "第三定律", "第四定律", "第五定律"} {
		f.Lines[i].Label = n
	}
	f.Beyond, f.Marks[0].Label, f.Points[0].Label = "外推区域", "你的训练，1.4T token", "实际训练"
	return f
}

// valley is a figure of isoFLOP profiles: curves that end inside of the figure,
// on a y axis of much less than a decade.
func valley() *XY {
	f := &XY{ID: "valley", Title: "IsoFLOP profiles", Summary: "Each profile has a minimum.",
		X: AxisSpec{Label: "Parameters N", Log: true, Format: Count}, Y: lossAxis}
	for i, c := range []float64{6e18, 6e19, 6e20, 6e21} {
		var pts []Point
		best := math.Sqrt(c / 120)
		for k := -20; k <= 20; k++ {
			n := best * math.Pow(10, float64(k)/25)
			pts = append(pts, Point{n, besiroglu.loss(n, c/6/n)})
		}
		f.Lines = append(f.Lines, Line{Key: "c", Label: Power.Tick(c, 0) + " FLOP", Role: SeriesRole(i), Pts: pts})
	}
	return f
}

func subDecade() *XY {
	f := oneLaw()
	f.ID, f.Title, f.Subtitle = "sub", "Less than a decade", ""
	f.X.Min, f.X.Max, f.Y.Min, f.Y.Max = 2e10, 9e10, 1.7, 4
	return f
}

func linear() *XY {
	f := &XY{ID: "linear", Title: "Share of the budget", Summary: "A straight line.",
		X: AxisSpec{Label: "Epochs"}, Y: AxisSpec{Label: "Effective data", Format: Percent}}
	l := Line{Key: "a", Label: "value of repetition"}
	for i := range 41 {
		l.Pts = append(l.Pts, Point{float64(i), 1 - math.Exp(-float64(i)/15.4)})
	}
	f.Lines = []Line{l}
	return f
}

// budget is a figure of counts over decades, whose last label stands at the very
// end of the axis.
func budget() *XY {
	f := &XY{ID: "budget", Title: "Compute-optimal parameters", Summary: "Three power laws.", Bare: true,
		X: flopAxis, Y: AxisSpec{Label: "Parameters N", Log: true, Format: Count}, Beyond: "extrapolation"}
	f.X.Min, f.X.Max = 1e18, 1e25
	for i, exponent := range []float64{0.5, 0.46, 0.73} {
		l := Line{Key: "l", Label: "Law with a name, " + string(rune('A'+i)), Fitted: [2]float64{1e18, 3e22 / math.Pow(100, float64(i))}}
		for k := range 61 {
			c := math.Pow(10, 18+7*float64(k)/60)
			l.Pts = append(l.Pts, Point{c, 1e8 * math.Pow(c/1e18, exponent)})
		}
		f.Lines = append(f.Lines, l)
	}
	f.Marks = []Mark{{Key: "you", Label: "your budget", At: Point{5.76e23, 1e8 * math.Sqrt(5.76e5)}}}
	return f
}

// withNames is a figure of observations with names, as dense as those of Tay et al. 2021.
func withNames() *XY {
	f := &XY{ID: "named", Title: "Observations with names", Summary: "Sixteen names.",
		X: AxisSpec{Label: "Upstream", Format: Plain}, Y: AxisSpec{Label: "Score", Format: Plain}}
	p := Points{Key: "runs", Label: "runs"}
	for i := range 16 {
		x, y := float64(i%4)+0.3*math.Sin(float64(i)), float64(i/4)+0.4*math.Cos(3*float64(i))
		p.Pts = append(p.Pts, Point{-3 + 0.4*x, 70 + 4*y})
		p.Names = append(p.Names, "NL"+string(rune('A'+i))+"-XL")
	}
	f.Points = []Points{p}
	return f
}

func sized(name string, f *XY, w, h float64) story { return story{name, f, w, h} }

// stories are the states that a reader can meet.
func stories() []story {
	bare := beyondFitted()
	bare.Bare = true
	crowd := fiveLaws()
	for i := range crowd.Lines {
		crowd.Lines[i].Label += " with a long name, all coefficients"
	}
	return []story{
		sized("one", oneLaw(), 720, 440),
		sized("five", fiveLaws(), 720, 440),
		sized("beyond", beyondFitted(), 720, 440),
		sized("band", withBand(), 720, 440),
		sized("points", pointsOnly(), 720, 440),
		sized("zh", chinese(), 720, 440),
		sized("valley", valley(), 720, 440),
		sized("sub", subDecade(), 440, 320),
		sized("linear", linear(), 440, 320),
		sized("crowd", crowd, 720, 440),
		sized("bare-440", bare, 440, 320),
		sized("one-300", oneLaw(), 300, 280),
		sized("beyond-300", beyondFitted(), 300, 380),
		sized("zh-300", chinese(), 300, 380),
		sized("valley-300", valley(), 300, 320),
		sized("budget-440", budget(), 440, 340),
		sized("budget-300", budget(), 300, 300),
		sized("heavy", HeavyScene(0), 720, 440),
	}
}
