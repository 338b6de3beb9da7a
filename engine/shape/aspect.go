package shape

import (
	"fmt"
	"math"
	"slices"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// kaplanAlphaN is α_N of L(N) = (N_c/N)^α_N (Kaplan et al. 2020, eq. 1.1). It
// serves to take out of a group's spread what its small differences in N do.
const kaplanAlphaN = 0.076

// Validation picks one of the two validation losses of a Gemstone.
type Validation func(GemstoneCheckpoint) unit.Loss

// The validation losses.
func OnFineWebEdu(c GemstoneCheckpoint) unit.Loss { return c.FineWebEdu }
func OnDCLM(c GemstoneCheckpoint) unit.Loss       { return c.DCLM }

// AspectPoint is one model in an AspectGroup.
type AspectPoint struct {
	Run         string
	Shape       GPT
	N           unit.Params // in the counting asked for
	AspectRatio float64     // d_model/n_layer
	Loss        unit.Loss
	LossAtEqual unit.Loss // Loss · (N/N̄)^0.076: moved to the group's N̄
}

// AspectGroup is models of near-equal N at equal tokens, by ascending aspect
// ratio: one line of loss against shape.
type AspectGroup struct {
	Points        []AspectPoint
	N             unit.Params // N̄, the geometric mean
	NFold         float64     // largest N over smallest
	AspectFold    float64     // largest aspect ratio over smallest
	Spread        float64     // largest loss over smallest, − 1
	SpreadAtEqual float64     // the same of LossAtEqual
}

// AspectCheck puts Kaplan's claim that loss hardly depends on shape at fixed N
// (2020, Figure 5) to real runs: for every largest set of models whose N differ
// by at most the ratio 1+within, it returns their losses after exactly d tokens.
// Sets may share models; sets of one model are left out. Groups ascend in N.
//
// N is to be NonEmbedding for Kaplan's claim: in Total the untied embeddings
// take up to 70 % of the smallest models, so that shape moves N.
//
// Note: the runs have a constant learning rate, set for each shape by the
// authors' rule, so that a loss carries the rule's fortune with this shape.
//
// It returns an *Error for within outside (0, 1] and for tokens at which some
// model has no checkpoint; see GemstoneTokens.
func AspectCheck(gs []Gemstone, d unit.Tokens, v Validation, k law.Counting, within float64) ([]AspectGroup, error) {
	if !(within > 0 && within <= 1) {
		return nil, &Error{"within", within, "must be between 0 and 1"}
	}
	var pts []AspectPoint
	for _, g := range gs {
		c, ok := g.at(d)
		if !ok {
			return nil, &Error{"d", float64(d), fmt.Sprintf("%s has no checkpoint there", g.Run)}
		}
		pts = append(pts, AspectPoint{Run: g.Run, Shape: g.Shape, N: g.Shape.Count().By(k),
			AspectRatio: AspectRatio(g.Shape), Loss: v(c)})
	}
	slices.SortStableFunc(pts, func(a, b AspectPoint) int { return sign(float64(a.N - b.N)) })
	var out []AspectGroup
	end := 0
	for i := range pts {
		j := i
		for j < len(pts) && float64(pts[j].N) <= float64(pts[i].N)*(1+within) {
			j++
		}
		if j > end && j-i > 1 {
			out = append(out, newAspectGroup(slices.Clone(pts[i:j])))
		}
		end = max(end, j)
	}
	return out, nil
}

// newAspectGroup takes points in ascending order of N.
func newAspectGroup(pts []AspectPoint) AspectGroup {
	var sum float64
	for _, p := range pts {
		sum += math.Log(float64(p.N))
	}
	g := AspectGroup{Points: pts, N: unit.Params(math.Exp(sum / float64(len(pts)))),
		NFold: float64(pts[len(pts)-1].N / pts[0].N)}
	for i, p := range pts {
		pts[i].LossAtEqual = p.Loss * unit.Loss(math.Pow(float64(p.N/g.N), kaplanAlphaN))
	}
	slices.SortStableFunc(pts, func(a, b AspectPoint) int { return sign(a.AspectRatio - b.AspectRatio) })
	g.AspectFold = pts[len(pts)-1].AspectRatio / pts[0].AspectRatio
	g.Spread = spread(pts, func(p AspectPoint) unit.Loss { return p.Loss })
	g.SpreadAtEqual = spread(pts, func(p AspectPoint) unit.Loss { return p.LossAtEqual })
	return g
}

func spread(pts []AspectPoint, of func(AspectPoint) unit.Loss) float64 {
	lo, hi := of(pts[0]), of(pts[0])
	for _, p := range pts {
		lo, hi = min(lo, of(p)), max(hi, of(p))
	}
	return float64(hi/lo) - 1
}
