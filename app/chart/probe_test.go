package chart

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// plainWords is a Wording in English that knows no quantity.
type plainWords struct{}

func (plainWords) Value(f Format, v float64) string { return f.Tick(v, 3) }
func (plainWords) Short(v float64) string           { return Count.Tick(v, 0) }
func (plainWords) Number(v float64) string          { return Count.Tick(v, 0) }
func (plainWords) Spoken(Quantity, float64) string  { return "" }
func (plainWords) Phrase(p Phrase, args ...string) string {
	said := map[Phrase]string{ListSep: "; ", Colon: ": ", Pause: ", ", End: ".", To: "{0} to {1}",
		AboveFitted: "{0} times beyond", BelowFitted: "{0} times below", OutsideFitted: "outside the fitted range"}[p]
	for i, a := range args {
		said = strings.ReplaceAll(said, "{"+strconv.Itoa(i)+"}", a)
	}
	return said
}

// probed draws a figure and returns its probe.
func probed(t testing.TB, f *XY) (*Probe, Image) {
	t.Helper()
	im, err := Render(f, Light, designWidth, designHeight)
	if err != nil {
		t.Fatal(err)
	}
	p := &Probe{}
	p.Follow(f, im.X, im.Y, plainWords{})
	return p, im
}

func read(t testing.TB, p *Probe) Readout {
	t.Helper()
	r, ok := p.Read()
	if !ok {
		t.Fatal("nothing is read")
	}
	return r
}

// cloud is n observations around a power law, without order.
func cloud(n int) *XY {
	rng := rand.New(rand.NewPCG(1, 2))
	f := &XY{ID: "many", Title: "Many runs", X: AxisSpec{Label: "N", Log: true, Format: Count}, Y: AxisSpec{Label: "L", Log: true}}
	runs := Points{Key: "runs", Label: "runs"}
	for range n {
		x := math.Pow(10, 6+6*rng.Float64())
		runs.Pts = append(runs.Pts, Point{x, 1.7 + 400*math.Pow(x, -0.34)*(1+0.3*rng.NormFloat64()*rng.Float64()) + 0.2*rng.ExpFloat64()})
	}
	f.Points = []Points{runs}
	return f
}

// The nearest of very many points is that which looking at all of them gives.
func TestProbeNearestOfMany(t *testing.T) {
	for _, n := range []int{1, 2, 7, 300, 20_000} {
		f := cloud(n)
		p, im := probed(t, f)
		rng := rand.New(rand.NewPCG(3, uint64(n)))
		for range 300 {
			x := im.X.From + rng.Float64()*(im.X.To-im.X.From)
			y := im.Y.From + rng.Float64()*(im.Y.To-im.Y.From)
			least := math.Inf(1)
			for _, q := range f.Points[0].Pts {
				least = min(least, math.Hypot(im.X.Map(q.X)-x, im.Y.Map(q.Y)-y))
			}
			if !p.Find(x, y) {
				t.Fatalf("%d points: nothing at %.1f, %.1f", n, x, y)
			}
			q, _ := p.Value()
			if off := math.Hypot(im.X.Map(q.X)-x, im.Y.Map(q.Y)-y); off > least+1e-3 {
				t.Fatalf("%d points: at %.1f, %.1f one %.4f away, the nearest is %.4f", n, x, y, off, least)
			}
		}
	}
}

// Of lines the pointer means the one that runs nearest, however far its samples
// are apart, and of this the sample that is nearest in x; of samples and
// observations near it what is nearer. The values are those of the data.
func TestProbeLines(t *testing.T) {
	f := &XY{ID: "two", Title: "Two", X: AxisSpec{Label: "x", Max: 100}, Y: AxisSpec{Label: "y", Max: 10},
		Lines: []Line{
			{Label: "steep", Pts: []Point{{100, 10}, {1, 0.1}}}, // from right to left
			{Label: "flat", Pts: []Point{{1, 2}, {50, 2.125}, {100, 2}}},
		},
		Points: []Points{{Label: "runs", Pts: []Point{{60, 8}, {31, 3}}}, {Pts: []Point{{50, 2.125}}}},
	}
	p, im := probed(t, f)
	for _, c := range []struct {
		x, y   float64
		series string
		want   Point
	}{
		{45, 4.4, "steep", Point{1, 0.1}}, // on it, nearer to its left sample
		{60, 5.8, "steep", Point{100, 10}},
		{45, 2.3, "flat", Point{50, 2.125}},
		{99, 3, "flat", Point{100, 2}},
		{60.5, 7.9, "runs", Point{60, 8}},
		{31.2, 3.02, "runs", Point{31, 3}},
		{50, 2.13, "flat", Point{50, 2.125}}, // samples without a name belong to the line
	} {
		if !p.Find(im.X.Map(c.x), im.Y.Map(c.y)) {
			t.Fatalf("nothing at %g, %g", c.x, c.y)
		}
		q, _ := p.Value()
		if r := read(t, p); r.Series != c.series || q != c.want {
			t.Errorf("at %g, %g: %s %v, want %s %v", c.x, c.y, r.Series, q, c.series, c.want)
		}
	}
	if p.Find(im.X.From-30, im.Y.To) {
		t.Error("something beside the data area")
	}
}

// Keys: along a series, across to the next, and back to where one was.
func TestProbeTravel(t *testing.T) {
	var many []Point
	for i := range 1001 {
		many = append(many, Point{float64(i + 1), 5})
	}
	f := &XY{ID: "keys", Title: "Keys", X: AxisSpec{Label: "x"}, Y: AxisSpec{Label: "y"},
		Lines:  []Line{{Label: "falling", Pts: []Point{{1000, 1}, {500, 2}, {1, 3}}}},
		Points: []Points{{Label: "cloud", Pts: []Point{{700, 4}, {100, 4}, {400, 4}, {400, 3}}}},
		Marks:  []Mark{{Label: "you", At: Point{650, 2}}},
	}
	f.Lines = append(f.Lines, Line{Label: "many", Pts: many})
	p, _ := probed(t, f)
	for _, c := range []struct {
		step   Step
		series string
		want   Point
	}{
		{Right, "you", Point{650, 2}}, // the first key only comes in
		{Down, "you", Point{650, 2}},  // the last there is
		{Up, "cloud", Point{700, 4}},
		{Left, "cloud", Point{400, 4}},
		{Left, "cloud", Point{400, 3}},
		{First, "cloud", Point{100, 4}},
		{Left, "cloud", Point{100, 4}},
		{Up, "many", Point{100 + 1, 5}}, // its px is as near: see below
		{Right, "many", Point{103, 5}},  // stops are each sixth point
		{Ahead, "many", Point{163, 5}},
		{Back, "many", Point{103, 5}},
		{Last, "many", Point{1001, 5}},
		{Left, "many", Point{997, 5}},
		{Right, "many", Point{1001, 5}},
		{Up, "falling", Point{1000, 1}},
		{Left, "falling", Point{500, 2}},
		{First, "falling", Point{1, 3}},
		{Back, "falling", Point{1, 3}},
		{Stay, "falling", Point{1, 3}},
	} {
		if !p.Go(c.step) {
			t.Fatalf("%s goes nowhere", c.step)
		}
		q, _ := p.Value()
		r := read(t, p)
		if c.step == Up && c.series == "many" { // samples a tenth of a pixel apart
			if r.Series != "many" || math.Abs(q.X-100) > 1 {
				t.Errorf("up: %s %v", r.Series, q)
			}
			p.at.Point = 100
			continue
		}
		if r.Series != c.series || q != c.want {
			t.Errorf("%s: %s %v, want %s %v", c.step, r.Series, q, c.series, c.want)
		}
	}
	stops := map[int]bool{}
	for p.Go(Down); p.at.Track == 0; p.Go(Down) {
	}
	for p.Go(First); !stops[p.at.Point]; p.Go(Right) {
		stops[p.at.Point] = true
	}
	if len(stops) > mostStops+1 || !stops[1000] {
		t.Errorf("%d stops", len(stops))
	}
}

// What is not in the data area is neither found nor travelled to, and a figure
// that is drawn anew keeps the place only where there is one.
func TestProbeSeen(t *testing.T) {
	f := &XY{ID: "seen", Title: "Seen", X: AxisSpec{Label: "x", Min: 10, Max: 20}, Y: AxisSpec{Label: "y"},
		Lines: []Line{{Label: "a", Pts: []Point{{1, 1}, {12, 2}, {18, 3}, {40, 9}}}, {Label: "gone", Pts: []Point{{1, 1}, {2, 2}}}}}
	p, im := probed(t, f)
	p.Go(First)
	if q, _ := p.Value(); q != (Point{12, 2}) {
		t.Errorf("the first is %v", q)
	}
	p.Go(Last)
	if q, _ := p.Value(); q != (Point{18, 3}) {
		t.Errorf("the last is %v", q)
	}
	if p.Go(Down); read(t, p).Series != "a" {
		t.Error("a line that is not seen is read")
	}
	g := *f
	g.Lines = []Line{{Label: "a", Pts: []Point{{12, 2}}}}
	p.Follow(&g, im.X, im.Y, plainWords{})
	if _, ok := p.Read(); ok {
		t.Error("a place that is no more is read")
	}
}

// Where no line was fitted in the figure, and where x is no multiple, there is no
// number to give.
func TestProbeBeyondWithoutMultiple(t *testing.T) {
	for name, f := range map[string]*XY{
		"linear": {X: AxisSpec{Label: "x"}, Lines: []Line{{Label: "a", Pts: []Point{{0, 1}, {5, 2}, {9, 3}}, Fitted: [2]float64{0, 6}}}},
		"beside": {X: AxisSpec{Label: "x", Log: true}, Lines: []Line{{Label: "a", Pts: []Point{{1, 1}, {9, 3}}, Fitted: [2]float64{20, 40}}}},
	} {
		f.ID, f.Title = "beyond", "Beyond"
		p, _ := probed(t, f)
		p.Go(Last)
		if r := read(t, p); r.Beyond != "outside the fitted range" {
			t.Errorf("%s: %q", name, r.Beyond)
		}
	}
}

// Keys go on from where a pointer has been, though the points are put into order
// only then.
func TestProbeFromPointer(t *testing.T) {
	f := cloud(5000)
	p, im := probed(t, f)
	p.Find((im.X.From+im.X.To)/2, (im.Y.From+im.Y.To)/2)
	was, _ := p.Value()
	p.Go(Stay)
	if is, _ := p.Value(); is != was {
		t.Errorf("at %v, then at %v", was, is)
	}
	p.Go(Right)
	if is, _ := p.Value(); !(is.X > was.X) {
		t.Errorf("to the right of %v is %v", was, is)
	}
	p.Find((im.X.From+im.X.To)/2, (im.Y.From+im.Y.To)/2)
	if is, _ := p.Value(); is != was {
		t.Errorf("found at %v, then at %v", was, is)
	}
}

// From the reader's own point, which has no neighbours, keys go onto the line that
// it lies on; and where reading ended they begin again.
func TestProbeFromMark(t *testing.T) {
	f := &XY{ID: "mark", Title: "Mark", X: AxisSpec{Label: "x"}, Y: AxisSpec{Label: "y"},
		Lines: []Line{{Label: "far", Pts: []Point{{1, 9}, {9, 9}}}, {Label: "own", Pts: []Point{{1, 1}, {4, 4}, {6, 6}, {9, 9}}}},
		Marks: []Mark{{Label: "you", At: Point{5.2, 5.2}}}}
	for step, want := range map[Step]Point{Right: {6, 6}, Left: {4, 4}, First: {1, 1}} {
		p, _ := probed(t, f)
		p.Go(Stay)
		p.Go(step)
		if q, _ := p.Value(); q != want {
			t.Errorf("%s goes to %v, want %v", step, q, want)
		}
		p.Leave()
		if _, ok := p.Read(); ok {
			t.Error("it reads after it has ended")
		}
		p.Go(Right)
		if q, _ := p.Value(); q != want {
			t.Errorf("it begins again at %v, want %v", q, want)
		}
	}
}

// What an ear follows: heights as fractions of the axis, from left to right.
func TestProbeTrace(t *testing.T) {
	f := &XY{ID: "trace", Title: "Trace", X: AxisSpec{Label: "x"}, Y: AxisSpec{Label: "y", Min: 1, Max: 100, Log: true},
		Lines: []Line{{Label: "a", Pts: []Point{{3, 100}, {2, 10}, {1, 1}}}}}
	p, _ := probed(t, f)
	got := p.Trace()
	for i, want := range []float64{0, 0.5, 1} {
		if len(got) != 3 || math.Abs(got[i]-want) > 1e-6 {
			t.Fatalf("the trace is %v", got)
		}
	}
}

// A figure of bands alone is read by its bands.
func TestProbeBands(t *testing.T) {
	f := &XY{ID: "bands", Title: "Bands", X: AxisSpec{Label: "x"}, Y: AxisSpec{Label: "y"},
		Bands: []Band{{Label: "share", X: []float64{1, 2}, Lo: []float64{0, 1}, Hi: []float64{2, 4}}}}
	p, _ := probed(t, f)
	p.Go(Last)
	if r := read(t, p); r.Spoken != "share: x 2.000, share 1.000 to 4.000." || len(r.Rows) != 2 {
		t.Errorf("it says %q", r.Spoken)
	}
}

// BenchmarkProbe is what one move of a pointer costs among many points.
func BenchmarkProbe(b *testing.B) {
	p, im := probed(b, cloud(200_000))
	p.Find(300, 200)
	for i := 0; b.Loop(); i++ {
		p.Find(im.X.From+float64(i%500), im.Y.To+float64(i%300))
		p.Read()
	}
}
