package job

import (
	"context"
	"math"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/isoflop"
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// approach answers OpFit for "isoflop", "envelope" and "power-alloc": approaches
// 2 and 1 of Hoffmann et al. 2022, and the last step of them on optima that
// somebody else found, each row being one with the weight 1/SE².
func (s *Session) approach(ctx context.Context, r Request, src source) (*FitReply, error) {
	o := &isoflop.Options{Level: r.level()}
	var a *isoflop.Allocation
	var err error
	switch r.Law {
	case "isoflop":
		a, err = isoflop.Approach2(ctx, src.runs, o)
	case "envelope":
		a, err = isoflop.Approach1(ctx, src.runs, o)
	default:
		a, err = isoflop.Regress(optimaOf(src.runs), o)
	}
	if err != nil {
		return nil, err
	}
	p := law.PowerAllocation
	out := &FitReply{
		Law: r.Law, Objective: string(fit.Squares), Status: string(fit.Converged), Rows: len(src.runs), Free: 2, Starts: 1, Agree: 1,
		R2: finite(a.Params.R2), Domain: map[string]Range{"C": {a.Params.Lo, a.Params.Hi}},
		Digest: dataset.Digest(bare(src.runs)), Level: r.level(), From: "covariance", Seed: r.Seed, Views: []View{},
	}
	out.Coefs = []Coef{
		{Symbol: p.Coefs[0].Symbol, Value: a.Params.Coef},
		{Symbol: p.Coefs[1].Symbol, Value: a.Params.Exponent, SE: a.Params.SE, Lo: a.Params.Interval.Lo, Hi: a.Params.Interval.Hi},
	}
	if b := a.Params.Band(1); b.Level > 0 { // at C = 1 the power law is its coefficient
		out.Coefs[0].Lo, out.Coefs[0].Hi = finite(b.Lo), finite(b.Hi)
	}
	for _, w := range a.Warnings {
		out.Warnings = append(out.Warnings, Warning{Code: string(w.Code), Value: []float64{finite(w.Value), finite(w.Limit)}})
	}
	for _, x := range src.aside {
		out.Aside = append(out.Aside, x.Row)
	}
	out.Approach = &Approach{
		Method: r.Law, A: Interval{a.Params.Exponent, a.Params.Interval.Lo, a.Params.Interval.Hi, a.Params.Interval.Level},
		Coef: a.Params.Coef, R2: finite(a.Params.R2), Profiles: profilesOf(a, src.runs), Optima: optimaReply(a.Optima),
	}
	if a.Weighted {
		if p, err := isoflop.Regress(a.Optima, &isoflop.Options{Level: o.Level, Unweighted: true}); err == nil {
			i := p.Params.Interval
			out.Approach.Plain = &Interval{p.Params.Exponent, i.Lo, i.Hi, i.Level}
		}
	}
	return out, s.beside(ctx, r, src, out.Approach, o)
}

// optimaOf reads each run as the optimum of its budget.
func optimaOf(runs []dataset.Run) []isoflop.Optimum {
	out := make([]isoflop.Optimum, len(runs))
	for i, r := range runs {
		out[i] = isoflop.Optimum{C: unit.FLOPs(isoflop.Compute(r)), N: r.N, D: r.D, Loss: r.Loss}
		if r.Weight > 0 {
			out[i].SE = 1 / math.Sqrt(r.Weight)
		}
	}
	return out
}

// maxOptima is how many optima a reply has; the envelope of curves has more.
const maxOptima = 300

func optimaReply(all []isoflop.Optimum) []Optimum {
	step := (len(all) + maxOptima - 1) / maxOptima
	out := []Optimum{}
	for i, o := range all {
		if i%step == 0 || i == len(all)-1 {
			out = append(out, Optimum{C: float64(o.C), N: float64(o.N), Loss: finite(float64(o.Loss)), SE: finite(o.SE)})
		}
	}
	return out
}

// profilesOf are the parabolas of approach 2 with their runs.
func profilesOf(a *isoflop.Allocation, runs []dataset.Run) []Profile {
	var out []Profile
	for i := range a.Profiles {
		p := &a.Profiles[i]
		if len(out) == 200 {
			break
		}
		v := Profile{C: float64(p.C), Runs: len(p.Runs), Found: p.OK(), Reason: string(p.Reason), Line: Curve{By: float64(p.C)}, Dots: []Dot{}}
		for _, k := range p.Runs[:min(len(p.Runs), maxDots)] {
			v.Dots = append(v.Dots, Dot{X: float64(runs[k].N), Y: float64(runs[k].Loss), Row: runs[k].Row, Line: len(out)})
		}
		if p.Reason != isoflop.FewSizes {
			lo, hi := num.Log(float64(p.Lo)), num.Log(float64(p.Hi))
			for k := range 32 {
				n := num.Exp(lo + float64((hi-lo)*float64(k)/31))
				v.Line.add(n, Interval{Value: float64(p.At(unit.Params(n)))})
			}
		}
		out = append(out, v)
	}
	return out
}

// beside puts approach 3 on the same runs beside approaches 1 and 2: its
// β/(α+β), and what approach 2 would find if its law were true. Where the law
// cannot be fitted both are left out.
func (s *Session) beside(ctx context.Context, r Request, src source, to *Approach, o *isoflop.Options) error {
	if r.Law == law.PowerAllocation.ID {
		return nil
	}
	res, err := fit.Fit(ctx, law.Chinchilla, src.runs, &fit.Settings{Seed: r.Seed})
	if err != nil {
		return ctx.Err()
	}
	u := sureness{res, nil, r.level()}
	a := u.of(func(theta []float64) float64 { return theta[4] / (theta[2] + theta[4]) })
	to.Parametric = &a
	if r.Law != "isoflop" {
		return nil
	}
	b, err := isoflop.BiasOf(ctx, res.Theta, src.runs, o)
	if err != nil {
		return ctx.Err()
	}
	to.Bias = &Bias{True: b.True, Found: b.Found.Params.Exponent}
	return nil
}
