package fit

import (
	"math"

	"lossline/app/chart"
	"lossline/app/job"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/unit"
)

// Profile is the least objective while one coefficient is held, in units of what
// ends its interval.
func Profile(p *job.ProfileReply, t *text.Strings) *chart.XY {
	txt := &t.Fit
	f := &chart.XY{
		ID: "fig-profile-" + ascii(p.Coef), Title: text.Fill(txt.FigProfile, p.Coef), Subtitle: text.Fill(txt.FigProfSub, p.Coef), Bare: true,
		X: chart.AxisSpec{Label: p.Coef, Format: chart.Plain},
		Y: chart.AxisSpec{Label: txt.AxisRise, Format: chart.Plain, Max: 2.5},
	}
	if len(p.At) > 0 && p.At[0] > 0 && p.At[len(p.At)-1] > 20*p.At[0] {
		f.X.Log = true
	}
	least := math.Inf(1)
	for _, v := range p.Value {
		least = min(least, v)
	}
	unit := p.Limit - least
	line := chart.Line{Key: "profile", Label: txt.ProfLine, Role: chart.Accent, Plain: true}
	for i, at := range p.At {
		if y := (p.Value[i] - least) / unit; unit > 0 && !math.IsInf(y, 0) && y < 10 {
			line.Pts = append(line.Pts, chart.Point{X: at, Y: y})
		}
	}
	f.Lines = []chart.Line{line}
	f.HLines = []chart.Rule{{At: 1}}
	if !p.OpenLo {
		f.VLines = append(f.VLines, chart.Rule{At: p.Lo})
	}
	if !p.OpenHi {
		f.VLines = append(f.VLines, chart.Rule{At: p.Hi})
	}
	ui.Describe(f, t)
	return f
}

// ascii is a coefficient's symbol as a part of an id.
func ascii(symbol string) string {
	id := ""
	for _, r := range symbol {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_':
			id += string(r)
		default:
			id += "u" + unit.Compact(float64(r))
		}
	}
	return id
}

// BackTest is the error of predictions as the cut moves, free and with the floor
// held.
func BackTest(b *job.BackTestReply, t *text.Strings) *chart.XY {
	txt := &t.Fit
	x := coordinateAxis(b.By, t)
	x.Label, x.Of = text.Fill(txt.AxisCut, x.Label), ""
	f := &chart.XY{
		ID: "fig-backtest", Title: txt.FigBack, Subtitle: txt.FigBackSub, Bare: true,
		X: x, Y: chart.AxisSpec{Label: txt.AxisOff, Log: true, Format: chart.Percent},
	}
	add := func(key, label string, role chart.Role, of func(job.Cut) job.CutError) {
		l, dots := chart.Line{Key: key, Label: label, Role: role}, chart.Points{Key: key, Role: role}
		for _, c := range b.Cuts {
			if e := of(c); e.Failed == "" && e.Mean > 0 {
				l.Pts = append(l.Pts, chart.Point{X: c.C, Y: e.Mean})
			}
		}
		if dots.Pts = l.Pts; len(l.Pts) > 0 {
			f.Lines, f.Points = append(f.Lines, l), append(f.Points, dots)
		}
	}
	add("free", txt.BackFree, chart.Accent, func(c job.Cut) job.CutError { return c.Free })
	if b.Pinned != "" {
		add("held", text.Fill(txt.BackHeld, b.Pinned, unit.Digits(b.At, 3)), chart.S2, func(c job.Cut) job.CutError { return c.Held })
	}
	ui.Describe(f, t)
	return f
}

// mostNames is how many candidates have their gain written beside them.
const mostNames = 6

// Next is the candidates over N and D, and the target.
func Next(n *job.NextReply, t *text.Strings) *chart.XY {
	txt := &t.Fit
	f := &chart.XY{
		ID: "fig-next", Title: txt.FigNext, Subtitle: txt.FigNextSub, Bare: true,
		X: chart.AxisSpec{Label: t.AxisParams, Of: ui.Params, Log: true, Format: chart.Count},
		Y: chart.AxisSpec{Label: t.AxisTokens, Of: ui.Tokens, Log: true, Format: chart.Count},
	}
	best, rest := chart.Points{Key: "best", Label: txt.GainBest, Role: chart.S2}, chart.Points{Key: "rest", Label: txt.GainRest, Role: chart.Muted, Hollow: true}
	for i, c := range n.Candidates {
		to := &rest
		if c.Gain >= n.Candidates[0].Gain/2 {
			to = &best
		}
		to.Pts = append(to.Pts, chart.Point{X: c.N, Y: c.D})
		name := ""
		if i < mostNames {
			name = t.Percent(c.Gain)
		}
		to.Names = append(to.Names, name)
	}
	f.Points = []chart.Points{best, rest}
	if n.Target.N > 0 && n.Target.D > 0 {
		f.Marks = []chart.Mark{{Key: "target", Label: txt.Target, At: chart.Point{X: n.Target.N, Y: n.Target.D}}}
	}
	ui.Describe(f, t)
	return f
}
