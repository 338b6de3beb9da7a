package chart

import "math"

// HeavyScene returns the figure that redraw times are measured with: six lines
// of 200 points, a band, 250 markers and a legend over two log axes. step is
// the number of the redraw; every value changes with it, as under a slider.
func HeavyScene(step int) *XY {
	f := &XY{
		ID: "heavy", Title: "Loss against compute", Subtitle: "Six laws of power form, synthetic",
		Summary: "Synthetic figure for measuring redraws.",
		X:       AxisSpec{Label: "Training compute", Unit: "FLOP", Log: true, Format: Power, Min: 1e17, Max: 1e25},
		Y:       AxisSpec{Label: "Loss", Unit: "nats per token", Log: true},
		Beyond:  "extrapolation",
	}
	shift := 1 + 0.05*math.Sin(float64(step)/10)
	const n = 200
	for i := range 6 {
		l := Line{Key: "law", Label: "Law number " + string(rune('A'+i)), Fitted: [2]float64{1e18, 1e22}}
		for j := range n {
			c := math.Pow(10, 17+8*float64(j)/(n-1))
			l.Pts = append(l.Pts, Point{c, shift * (1.6 + 0.08*float64(i) + 40*math.Pow(c/1e15, -0.15-0.01*float64(i)))})
		}
		f.Lines = append(f.Lines, l)
	}
	b := Band{Key: "interval", Label: "80 % interval"}
	for _, p := range f.Lines[0].Pts {
		b.X, b.Lo, b.Hi = append(b.X, p.X), append(b.Lo, p.Y*0.97), append(b.Hi, p.Y*1.03)
	}
	f.Bands = []Band{b}
	runs := Points{Key: "runs", Label: "runs"}
	for i := range 250 {
		// The golden angle spreads the runs without a random number.
		u := math.Mod(float64(i)*0.6180339887, 1)
		c := math.Pow(10, 18+4*u)
		runs.Pts = append(runs.Pts, Point{c, shift * (1.7 + 40*math.Pow(c/1e15, -0.16)) * (1 + 0.2*math.Mod(float64(i)*0.7548776662, 1))})
	}
	f.Points = []Points{runs}
	f.Marks = []Mark{{Key: "you", Label: "your budget", At: f.Lines[0].Pts[120]}}
	return f
}
