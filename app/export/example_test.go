package export

import (
	"math"

	"lossline/app/chart"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/engine/law"
)

// hostile is a name as an attacker, or a careless person, may give it.
const hostile = `=1+1|<script>alert("x")</script>&amp; \input{/etc/passwd} $x_1^2$ #%~{} ]](x) /Permalink (#v=1&z=0)` + "\r\n,;'`*—α≤10⁻²¹中"

// origin is the Meta of the tests: of the front page in its default state, by sets of
// Besiroglu et al., Hoffmann et al. and Kaplan et al., the first named twice.
func origin() Meta {
	state := share.Encode(share.Link{Page: scenario.Plan, Scenario: scenario.Default()})
	return Meta{Version: "1.2", Date: "2026-10-03", Permalink: "https://example.org/(a)/#" + state,
		Title: hostile, Alt: "What it shows: " + hostile,
		Uses: Sets(&law.Chinchilla.Sets[0], &law.Chinchilla.Sets[1], &law.KaplanND.Sets[0], &law.Chinchilla.Sets[0])}
}

// everything is a figure with each kind of thing that a figure can have, under
// hostile names.
func everything() *chart.XY {
	curve := func(m float64) (pts []chart.Point) {
		for x := 1e18; x < 1e24; x *= 10 {
			pts = append(pts, chart.Point{X: x, Y: m * math.Pow(x, -0.05)})
		}
		return pts
	}
	f := &chart.XY{ID: "fig-all", Title: hostile, Subtitle: "N₀ x⁻¹² Ω≈√2", Summary: hostile, Beyond: "extrapolation",
		X: chart.AxisSpec{Label: "Compute C", Unit: "FLOP", Log: true, Format: chart.Power},
		Y: chart.AxisSpec{Label: "Loss L", Unit: "nats per token", Log: true}}
	f.Lines = []chart.Line{
		{Key: "a", Label: hostile, Pts: curve(30), Fitted: [2]float64{1e19, 1e21}},
		{Key: "b", Label: "-law", Pts: curve(40)}, {Key: "c", Pts: curve(50), Thin: true},
	}
	f.Bands = []chart.Band{{Key: "band", Label: "90%", X: []float64{1e18, 1e20, 1e22}, Lo: []float64{2, 2.1, 2.2}, Hi: []float64{4, 3.1, 3}}}
	for i, m := range []chart.Marker{chart.Circle, chart.Square, chart.Triangle, chart.Diamond} {
		f.Points = append(f.Points, chart.Points{Key: "p" + string(rune('0'+i)), Label: "runs", Marker: m, Hollow: i == 1,
			Pts: curve(20 + float64(i)), Names: []string{"@one", "two"}})
	}
	f.Marks = []chart.Mark{{Key: "you", Label: "your point", At: chart.Point{X: 1e20, Y: 1.0 / 3 * 9}}}
	f.VLines, f.HLines = []chart.Rule{{Label: "C*", At: 1e22}}, []chart.Rule{{Label: "E", At: 1.69}}
	return f
}

func drawn(m Meta) ([]byte, error) {
	return SVG(everything(), Look{Theme: chart.Light, Size: chart.Size{W: 720, H: 440}}, m)
}
