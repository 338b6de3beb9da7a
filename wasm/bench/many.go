//go:build js || browser

package main

import (
	"math"

	"lossline/app/chart"
)

// manyScene is a figure of n points, a cloud around a power law.
func manyScene(n int) *chart.XY {
	runs := chart.Points{Key: "runs", Label: "runs", Pts: make([]chart.Point, n)}
	for i := range runs.Pts {
		// As in chart.HeavyScene, the golden angle spreads them.
		c := math.Pow(10, 17+8*math.Mod(float64(i)*0.6180339887, 1))
		runs.Pts[i] = chart.Point{X: c, Y: (1.7 + 40*math.Pow(c/1e15, -0.16)) * (1 + 0.2*math.Mod(float64(i)*0.7548776662, 1))}
	}
	return &chart.XY{
		ID: "many", Title: "Many points", Summary: "Synthetic figure for measuring.",
		X:      chart.AxisSpec{Label: "Training compute", Unit: "FLOP", Log: true, Format: chart.Power, Min: 1e17, Max: 1e25},
		Y:      chart.AxisSpec{Label: "Loss", Unit: "nats per token", Log: true},
		Points: []chart.Points{runs},
	}
}
