package shape

import (
	"fmt"
	"math"
	"slices"
)

// Pareto returns the indices of the points that no other point dominates, by
// ascending cost. A point dominates another if it costs no more and scores no
// less, and is better in one of the two; equal points stand side by side in the
// order given. It returns an error for slices of different lengths and for a
// NaN, naming its index.
func Pareto(cost, score []float64) ([]int, error) {
	if len(cost) != len(score) {
		return nil, fmt.Errorf("shape: %d costs and %d scores", len(cost), len(score))
	}
	order := make([]int, len(cost))
	for i := range order {
		if math.IsNaN(cost[i]) || math.IsNaN(score[i]) {
			return nil, fmt.Errorf("shape: point %d is not a number", i)
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case cost[a] != cost[b]:
			return sign(cost[a] - cost[b])
		default:
			return sign(score[b] - score[a])
		}
	})
	var front []int
	for _, i := range order {
		if len(front) == 0 {
			front = append(front, i)
			continue
		}
		top := front[len(front)-1]
		if score[i] > score[top] || score[i] == score[top] && cost[i] == cost[top] {
			front = append(front, i)
		}
	}
	return front, nil
}

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

// Cost is what a model of Table 4 takes.
type Cost uint8

// The costs. Tay et al. (2021) call a shape efficient if it is so in at least
// one of them.
const (
	CostParams Cost = iota + 1
	CostFLOPs
	CostTime // seconds per step, 1/speed
)

// Of returns the cost of a row: parameters, printed TFLOPs or seconds a step.
func (c Cost) Of(r Table4Row) float64 {
	switch c {
	case CostParams:
		return float64(r.Params)
	case CostFLOPs:
		return r.TFLOPs
	}
	return 1 / r.StepsPerSecond
}

// Metric picks one score of a row; higher is better.
type Metric func(Scores) float64

// The metrics of Table 4 besides Scores.Downstream.
func Upstream(s Scores) float64  { return s.Upstream }
func GLUE(s Scores) float64      { return s.GLUE }
func SuperGLUE(s Scores) float64 { return s.SuperGLUE }
func SQuAD(s Scores) float64     { return s.SQuAD }

// Frontier returns the Pareto-efficient rows by ascending cost, least cost and
// highest score. Rows that are not Usable take no part.
func Frontier(rows []Table4Row, c Cost, m Metric) ([]Table4Row, error) {
	var used []Table4Row
	var cost, score []float64
	for _, r := range rows {
		if r.Usable {
			used = append(used, r)
			cost, score = append(cost, c.Of(r)), append(score, m(r.Scores))
		}
	}
	front, err := Pareto(cost, score)
	var out []Table4Row
	for _, i := range front {
		out = append(out, used[i])
	}
	return out, err
}
