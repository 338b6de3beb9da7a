package scenario

import (
	"math"
	"strconv"

	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// KaplanSets are the constants in use: those of one table for each question, and
// where the paper prints two values, the chosen one.
type KaplanSets struct {
	NS, ND, N, D, C, CMin, Alloc, NC *law.Set
	Batch                            law.BatchLaw
}

// SizedRun is what a model of some size takes to reach the target loss.
type SizedRun struct {
	N         unit.Params
	Run       law.KaplanRun
	Floor     unit.Loss // never reached, however long it is trained
	Reachable bool
}

// StudyOutcome is what Kaplan et al. 2020 say about the point looked at.
type StudyOutcome struct {
	Sets KaplanSets
	N    unit.Params
	D    unit.Tokens

	// The point as one pass over D tokens, on the learning curve. Batch is the
	// scenario's, at most all of D, and 0 for the critical one.
	Batch  unit.Tokens
	Run    law.KaplanRun
	Beyond []law.Warning // of the point against what was trained

	Target unit.Loss
	Curves []SizedRun // from a thousandth of N to ten times N
	Yours  SizedRun   // N itself

	Overfit Overfit
	Alloc   Divided
	Size    OffSize
	Cross   law.Crossover
	Print   Single
}

// Overfit is the point with D as all the data there are.
type Overfit struct {
	Loss, Unlimited unit.Loss
	Excess          float64     // δL
	Rule            unit.Tokens // 5e3·N^0.74
	Needed          unit.Tokens // for an excess of KaplanNoise, exactly
	Larger          unit.Params
	Growth          float64 // of the data, for equal overfitting
	LargerTokens    unit.Tokens
	Stop            law.EarlyStop
}

// Divided is the compute of the run divided as the paper would.
type Divided struct {
	CMin     unit.FLOPs
	Table    law.Point // Table 6 at CMin
	Loss     unit.Loss // L(C_min)
	Frontier law.Point // appendix B at CMin
	Best     unit.Loss
	Theory   law.Exponents
	// By how much ten times the compute raises N, B, S and D, by Table 6.
	GrowN, GrowB, GrowS, GrowD float64
}

// OffSize is the point's model against the best one for the same loss, by
// appendix B, and stopping early against usual practice.
type OffSize struct {
	Loss   unit.Loss   // of N parameters for CMin: that of the run by the constants in use
	Best   unit.Params // that reach Loss with the least compute
	Times  float64     // N over Best
	Cost   law.SizeCost
	Slack  float64
	Lo, Hi float64 // multiples of the best size within Slack

	F, Ref                 float64 // excess over the converged loss: efficient, usual
	RatioN, RatioS, RatioC float64
}

// Single has the laws of one variable at the point's numbers.
type Single struct {
	N, D, C, CMin unit.Loss
	Rate          law.LearningRate
	Total         unit.Params // with embeddings, if N leaves them out
	Without       unit.Params // without, if N counts them
}

// EvalStudy computes the StudyOutcome of s, whose Outcome is at. It is pure and
// takes some ten microseconds.
func EvalStudy(s Scenario, at Outcome) StudyOutcome {
	o := StudyOutcome{Sets: s.Study.sets(), N: at.N, D: at.D, Batch: min(s.Batch, at.D)}
	o.Run, _ = law.KaplanRunOn(o.Sets.NS.Theta, o.Sets.Batch, o.N, o.D, o.Batch) // limits keep N and D positive
	kaplan, _ := plan.MethodByID("kaplan2020.1")
	o.Beyond = plan.PointWarnings(kaplan, o.N, o.D)
	o.curves(s)
	o.overfit(s)
	o.divide()
	o.size(s)
	o.Cross, _ = law.KaplanCrossover(o.Sets.CMin.Theta, o.Sets.D.Theta, o.Sets.Alloc.Theta) // a test tries every pair
	o.single()
	return o
}

// sets looks the chosen constants up; IDs are constants, and a test takes every
// combination.
func (c StudyChoice) sets() KaplanSets {
	pick := func(first bool, a, b string) *law.Set {
		if !first {
			a = b
		}
		_, s, _ := law.SetByID(a)
		return s
	}
	k := KaplanSets{
		NS: pick(true, "kaplan2020.ns.1", ""), ND: pick(true, "kaplan2020.nd.1", ""),
		N: pick(true, "kaplan2020.n.1", ""), D: pick(true, "kaplan2020.d.1", ""), C: pick(true, "kaplan2020.c.1", ""),
		CMin:  pick(c.CMin != "2.3e8", "kaplan2020.cmin.1", "kaplan2020.cmin.2"),
		Alloc: pick(c.Tokens != "e67", "kaplan2020.alloc.1", "kaplan2020.alloc.2"),
		NC:    pick(c.Frontier != "t5", "kaplan2020.nc.1", "kaplan2020.nc.2"),
		Batch: law.KaplanBatches[0],
	}
	if c.BStar == "2e8" {
		k.Batch = law.KaplanBatches[1]
	}
	return k
}

// curveSizes are the sizes whose learning curves stand side by side, as
// multiples of N.
var curveSizes = [...]float64{1e-3, 1e-2, 0.1, 1, 10}

func (o *StudyOutcome) curves(s Scenario) {
	o.Target = s.Study.Target
	if o.Target == 0 {
		o.Target = unit.Loss(math.Ceil(float64(o.Run.Loss)*100) / 100)
	}
	for _, x := range curveSizes {
		c := SizedRun{N: o.N * unit.Params(x)}
		c.Floor = law.KaplanNS.Loss(o.Sets.NS.Theta, law.Point{N: c.N, S: unit.Steps(math.Inf(1))})
		var err error
		c.Run, err = law.KaplanRunTo(o.Sets.NS.Theta, o.Sets.Batch, c.N, o.Target, o.Batch)
		c.Reachable = err == nil
		o.Curves = append(o.Curves, c)
		if x == 1 {
			o.Yours = c
		}
	}
}

func (o *StudyOutcome) overfit(s Scenario) {
	nd, v := o.Sets.ND.Theta, &o.Overfit
	v.Loss = law.KaplanND.Loss(nd, law.Point{N: o.N, D: o.D})
	v.Unlimited = law.KaplanND.Loss(nd, law.Point{N: o.N, D: unit.Tokens(math.Inf(1))})
	v.Excess = law.KaplanOverfit(nd, o.N, o.D)
	v.Rule = law.KaplanTokensRule(o.N)
	v.Needed, _ = law.KaplanTokensFor(nd, o.N, law.KaplanNoise) // N is positive
	v.Larger = s.Study.Larger
	if v.Larger == 0 {
		v.Larger = 8 * o.N
	}
	v.Growth = law.KaplanDataGrowth(nd, float64(v.Larger/o.N))
	v.LargerTokens = o.D * unit.Tokens(v.Growth)
	v.Stop, _ = law.KaplanStopAfter(nd, o.Sets.NS.Theta, o.N, o.D)
}

func (o *StudyOutcome) divide() {
	v := &o.Alloc
	v.CMin = o.Run.LeastCost
	v.Table = law.KaplanAllocation.Frontier(o.Sets.Alloc.Theta, v.CMin)
	v.Loss = law.KaplanCMin.Loss(o.Sets.CMin.Theta, law.Point{C: v.CMin})
	nc := o.Sets.NC.Theta
	v.Frontier = law.KaplanNC.Frontier(nc, v.CMin)
	v.Best = law.KaplanNC.Loss(nc, v.Frontier)
	v.Theory = law.KaplanTheory(nc[1], nc[5], nc[3])
	grown := law.KaplanAllocation.Frontier(o.Sets.Alloc.Theta, 10*v.CMin)
	v.GrowN, v.GrowB = float64(grown.N/v.Table.N), float64(grown.B/v.Table.B)
	v.GrowS, v.GrowD = float64(grown.S/v.Table.S), float64(grown.D/v.Table.D)
}

func (o *StudyOutcome) size(s Scenario) {
	v, nc := &o.Size, o.Sets.NC.Theta
	v.Loss = law.KaplanNC.Loss(nc, law.Point{N: o.N, C: o.Alloc.CMin})
	// On the frontier the loss is (1 + α_N/α_S) times the converged one (eq. B.5),
	// which gives the best size for a loss without a search.
	v.Best = unit.Params(nc[0] * math.Pow((1+nc[1]/nc[3])/float64(v.Loss), 1/nc[1]))
	v.Times = float64(o.N / v.Best)
	v.Cost, _ = law.KaplanSizeCost(nc, v.Times) // zero where N only just reaches Loss
	v.Slack = percent(s.Study.Slack)
	v.Lo, v.Hi, _ = law.KaplanSizesFor(nc, 1+v.Slack)
	v.F, v.Ref = nc[1]/nc[3], percent(s.Study.Stop)
	v.RatioN, v.RatioS, v.RatioC = law.KaplanConvergence(nc, v.F, v.Ref)
}

// percent reads one of the values of a choice.
func percent(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v / 100
}

func (o *StudyOutcome) single() {
	v := &o.Print
	v.N = law.KaplanN.Loss(o.Sets.N.Theta, law.Point{N: o.N})
	v.D = law.KaplanD.Loss(o.Sets.D.Theta, law.Point{D: o.D})
	v.C = law.KaplanC.Loss(o.Sets.C.Theta, law.Point{C: law.Compute(o.N, o.D)})
	v.CMin = o.Alloc.Loss
	v.Rate, _ = law.KaplanLearningRate(o.N)
	v.Total, _ = law.TotalParams(o.N, law.PearceGamma)
	v.Without, _ = law.NonEmbeddingParams(o.N, law.PearceGamma)
}

// PaperCrossing is the crossing of L(C_min) and L(D) as the paper gives it, in
// round numbers (section 6.3).
var PaperCrossing = law.Crossover{Point: law.Point{C: 1e4 * unit.PFDay, N: 1e12, D: 1e12}, Loss: 1.7}

// Position is one of the paper's fits of the loss along the context.
type Position struct {
	Set         *law.Set
	First, Last unit.Loss
}

// contextTokens is the context of the paper's models (section 2).
const contextTokens = 1024

// Mean is the loss averaged over the context.
func (p Position) Mean() unit.Loss { return law.KaplanContextLoss(p.Set.Theta, contextTokens) }

// Positions lists the fits in order of model size.
func Positions() []Position {
	var out []Position
	for i := range law.KaplanPosition.Sets {
		set := &law.KaplanPosition.Sets[i]
		at := func(t unit.Tokens) unit.Loss { return law.KaplanPosition.Loss(set.Theta, law.Point{T: t}) }
		out = append(out, Position{set, at(1), at(contextTokens)})
	}
	return out
}
