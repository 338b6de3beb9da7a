//go:build !js && browser

package main

import (
	"encoding/json"
	"math"
	"os/exec"
	"testing"

	"lossline/app/chart"
)

// The alternatives draw the very numbers that we do: the scene's Go program and its
// script agree, computed by Go and by Node.
func TestScenesAreTheSame(t *testing.T) {
	node := exec.Command("node", "-e", `eval(require("fs").readFileSync("scene.js", "utf8") +
		"; const m = manyPoints(1000); console.log(JSON.stringify({ Scene: heavyScene(7), Many: { X: [...m.x], Y: [...m.y] } }))")`)
	text, err := node.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	type columns struct{ X, Y []float64 }
	var got struct {
		Scene struct {
			X     []float64
			Lines []struct {
				Name string
				Y    []float64
			}
			Band struct{ Lo, Hi []float64 }
			Runs columns
			Mark chart.Point
		}
		Many columns
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	near := func(what string, x, y []float64, want []chart.Point) {
		if len(x) != len(want) || len(y) != len(want) {
			t.Errorf("%s: %d and %d numbers, want %d", what, len(x), len(y), len(want))
			return
		}
		for i, p := range want {
			// Powers differ in the last digits between the two languages.
			if math.Abs(x[i]/p.X-1) > 1e-12 || math.Abs(y[i]/p.Y-1) > 1e-12 {
				t.Errorf("%s, point %d: %g, %g, want %g, %g", what, i, x[i], y[i], p.X, p.Y)
				return
			}
		}
	}
	s, want := got.Scene, chart.HeavyScene(7)
	if len(s.Lines) != len(want.Lines) {
		t.Fatalf("%d lines, want %d", len(s.Lines), len(want.Lines))
	}
	for i, l := range want.Lines {
		near(l.Label, s.X, s.Lines[i].Y, l.Pts)
		if s.Lines[i].Name != l.Label {
			t.Errorf("line %d is called %s, want %s", i, s.Lines[i].Name, l.Label)
		}
	}
	b := want.Bands[0]
	near("band below", s.X, s.Band.Lo, pairs(b.X, b.Lo))
	near("band above", s.X, s.Band.Hi, pairs(b.X, b.Hi))
	near("runs", s.Runs.X, s.Runs.Y, want.Points[0].Pts)
	near("mark", []float64{s.Mark.X}, []float64{s.Mark.Y}, []chart.Point{want.Marks[0].At})
	near("many points", got.Many.X, got.Many.Y, manyScene(1000).Points[0].Pts)
}

func pairs(x, y []float64) []chart.Point {
	p := make([]chart.Point, len(x))
	for i := range x {
		p[i] = chart.Point{X: x[i], Y: y[i]}
	}
	return p
}

// By hand: through (0, 1), (1, 3), (2, 5) goes a line of slope 2, and (0, 0), (1, 0),
// (2, 3) have Σ(x-1)(y-1) / Σ(x-1)² = (1 + 0 + 2) / 2.
func TestSlope(t *testing.T) {
	for _, c := range []struct {
		y    []float64
		want float64
	}{{[]float64{1, 3, 5}, 2}, {[]float64{0, 0, 3}, 1.5}} {
		if got := slope([]float64{0, 1, 2}, c.y); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("slope through %v is %g, want %g", c.y, got, c.want)
		}
	}
}
