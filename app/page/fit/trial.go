package fit

import (
	"slices"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/unit"
)

// part is a section of heavy work of its own: what it says once the reply is
// there and, until then, how far it is.
func part(v view, id, title, key string, there bool, body func() []h.UI) h.UI {
	task, out := v.w.Tasks[key], []h.UI{h.H2().Text(title)}
	switch {
	case there:
		out = append(out, h.Div().Class("stack").Class(v.old(key)).Body(body()...))
	case task.Err != nil:
		out = append(out, undone(v, id+"-error", task.Err))
	case task.Running:
		out = append(out, h.P().Class("note").Text(v.txt.Task+" …"))
	default:
		out = append(out, h.Div().Body(&ui.Button{ID: id + "-ask", Label: v.txt.AskAll, Do: func() { v.Send(scenario.AskAll{}) }}))
	}
	return h.Section().ID(id).Class("stack").Class("study").Body(out...)
}

// backTest is what the law would have predicted from less compute.
func backTest(v view) h.UI {
	r := v.w.Replies[scenario.WorkBackTest].BackTest
	return part(v, "fit-backtest", v.txt.BackTitle, scenario.WorkBackTest, r != nil, func() []h.UI {
		if len(r.Cuts) == 0 {
			return []h.UI{h.P().Class("note").Text(v.txt.BackNone)}
		}
		both := []h.UI{backTable(v, r)}
		if f := v.Once("backtest", r, func() *chart.XY { return BackTest(r, v.T) }); len(f.Lines) > 0 {
			both = []h.UI{v.Figure(f, ui.Half), backTable(v, r)}
		}
		return []h.UI{backSaid(v, r), h.Div().Class("halves").Body(both...)}
	})
}

// backSaid is the cut in the middle, in a sentence.
func backSaid(v view, r *job.BackTestReply) h.UI {
	c := r.Cuts[len(r.Cuts)/2]
	if c.Free.Failed != "" {
		return h.Div()
	}
	whole := func(quantity string, n int) h.UI { return num(v, quantity, float64(n), v.T.Whole) }
	return h.P().Class("said").Body(v.Fill(v.txt.BackSaid, whole("below", c.Below), num(v, "cut", c.C, func(x float64) string { return sized(v, r.By, x) }),
		whole("above", c.Above), num(v, "beyond", c.Beyond, v.T.Factor), v.strong("backtest-mean", c.Free.Mean, v.share(c.Free.Mean)))...)
}

func backTable(v view, r *job.BackTestReply) h.UI {
	t := v.txt
	heads := []string{text.Fill(t.AxisCut, r.By), t.BackFree}
	if r.Pinned != "" {
		heads = append(heads, text.Fill(t.BackHeld, r.Pinned, unit.Digits(r.At, 3)))
	}
	heads = append(heads, t.ColBelow, t.ColAbove, t.ColBeyond)
	var rows []ui.Row
	for _, c := range r.Cuts {
		cells := []h.UI{cutCell(v, "free", c.Free)}
		if r.Pinned != "" {
			cells = append(cells, cutCell(v, "held", c.Held))
		}
		cells = append(cells, num(v, "below", float64(c.Below), v.T.Whole), num(v, "above", float64(c.Above), v.T.Whole), known(v, "beyond", c.Beyond, v.T.Factor))
		rows = append(rows, ui.Row{What: sized(v, r.By, c.C), Cells: cells})
	}
	return v.TableAs("tight", t.BackTable, heads, rows)
}

// cutCell is the mean error of a cut and, below it, the worst and the bias.
func cutCell(v view, of string, e job.CutError) h.UI {
	if e.Failed != "" {
		return h.Text(v.txt.NoFit)
	}
	return h.Span().Body(num(v, of+"-mean", e.Mean, v.share),
		h.Small().Body(h.Text(v.txt.ColWorst+" "), num(v, of+"-worst", e.Worst, v.share)),
		h.Small().Body(h.Text(v.txt.ColBias+" "), num(v, of+"-bias", e.Bias, v.signedShare)))
}

// families are other laws on the same runs, by what they predict of runs that
// were held out.
func families(v view) h.UI {
	r := v.w.Replies[scenario.WorkCompare].Compare
	return part(v, "fit-families", v.txt.FamTitle, scenario.WorkCompare, r != nil, func() []h.UI {
		t := v.txt
		var rows []ui.Row
		for _, c := range r.Rows {
			rows = append(rows, ui.Row{What: v.T.FitLaw(c.Law), Cells: []h.UI{num(v, "beyond", c.Beyond, v.share), num(v, "folds", c.Folds, v.share),
				num(v, "daicc", c.DAICc, func(x float64) string { return text.Decimal(x, 1) }), num(v, "free", float64(c.Free), v.T.Whole),
				num(v, "rmse", c.RMSE, v.share)}})
			cells := rows[len(rows)-1].Cells
			if c.NoBeyond != "" || r.Cut == 0 {
				cells[0] = nil
			}
			if c.NoFolds != "" || r.Parts == 0 {
				cells[1] = nil
			}
			if c.AICc == 0 { // too few runs for one
				cells[2] = nil
			}
		}
		var out []h.UI
		if len(r.Rows) > 0 && r.Cut > 0 && r.Rows[0].NoBeyond == "" {
			best := r.Rows[0]
			out = append(out, h.P().Class("said").Body(v.Fill(t.FamSaid, h.Text(v.T.FitLaw(best.Law)), v.strong("beyond", best.Beyond, v.share(best.Beyond)))...))
			if len(r.Rows) > 1 && r.Rows[1].BehindSE > 0 {
				second := r.Rows[1]
				out = append(out, h.P().Class("note").Body(v.Fill(t.FamBehind, h.Text(v.T.FitLaw(second.Law)),
					num(v, "behind", second.Behind, v.share), num(v, "behind-se", second.BehindSE, v.share), num(v, "above", float64(r.Above), v.T.Whole))...))
			}
		}
		out = append(out, v.Table(t.FamTable, []string{t.ColFamily, t.ColHeldOut, t.ColFolds, t.ColDAICc, t.ColFree, t.HowRMSE}, rows), h.P().Class("note").Text(t.FamHelp))
		var left []h.UI
		for _, l := range r.Left {
			left = append(left, h.Li().Text(v.T.FitLaw(l.Law)+v.T.Colon+v.T.LeftOut(l)))
		}
		if len(left) > 0 {
			out = append(out, &ui.Disclosure{ID: "fit-left", Label: t.FamLeft, Content: func() h.UI { return h.Ul().Class("note").Body(left...) }})
		}
		return out
	})
}

// mostCandidates is how many candidates are listed.
const mostCandidates = 8

// next is what to train next.
func next(v view) h.UI {
	r := v.w.Replies[scenario.WorkNext].Next
	return part(v, "fit-next", v.txt.NextTitle, scenario.WorkNext, r != nil, func() []h.UI {
		t := v.txt
		if len(r.Candidates) == 0 {
			return []h.UI{h.P().Class("note").Text(t.NextNone)}
		}
		best := r.Candidates[0]
		out := []h.UI{
			h.P().Class("said").Body(v.Fill(t.NextSaid, v.strong("params", best.N, v.T.Params(best.N)), v.strong("tokens", best.D, v.T.Tokens(best.D)),
				num(v, "flops", best.C, v.T.FLOP), v.strong("gain", best.Gain, v.share(best.Gain)))...),
			h.P().Class("note").Body(v.Fill(t.NextTarget, num(v, "params", r.Target.N, v.T.Params), num(v, "tokens", r.Target.D, v.T.Tokens), v.interval("loss", r.Before, v.T.Loss, v.T.Loss))...),
			h.Div().Class("halves").Body(
				v.Figure(v.Once("next", r, func() *chart.XY { return Next(r, v.T) }), ui.Half),
				candidates(v, t.NextTable, r.Candidates[:min(len(r.Candidates), mostCandidates)])),
		}
		shown := r.Candidates[:min(len(r.Candidates), mostCandidates)]
		if len(r.Sequence) > 1 {
			out = append(out, candidates(v, t.NextSeq, r.Sequence))
			shown = append(slices.Clone(shown), r.Sequence...)
		}
		return append(out, doubts(v, r, shown))
	})
}

// doubts are what to know of the candidates shown: of each kind the furthest.
func doubts(v view, r *job.NextReply, shown []job.Candidate) h.UI {
	var worst []job.Warning
	far := func(w job.Warning) float64 { return max(w.Value[0], 1/w.Value[0]) }
	for _, c := range shown {
		for _, w := range c.Doubts {
			i := slices.IndexFunc(worst, func(o job.Warning) bool { return o.Code == w.Code && slices.Equal(o.Coefs, w.Coefs) })
			if i < 0 {
				worst = append(worst, w)
			} else if far(w) > far(worst[i]) {
				worst[i] = w
			}
		}
	}
	if r.Held != nil {
		worst = append(worst, job.Warning{Code: "next-held", Coefs: r.Held})
	}
	var items []h.UI
	for _, w := range worst {
		items = append(items, h.Li().Text(v.T.FitWarning(w)))
	}
	return h.Ul().ID("fit-next-doubts").Class("rules").Body(items...)
}

func candidates(v view, caption string, list []job.Candidate) h.UI {
	var rows []ui.Row
	for _, c := range list {
		rows = append(rows, ui.Row{What: v.T.Short(c.N), Cells: []h.UI{num(v, "tokens", c.D, v.T.Short), num(v, "gain", c.Gain, v.share),
			num(v, "flops", c.C, v.Powers), span(v, "loss", c.After.Lo, c.After.Hi, v.T.Loss)}})
	}
	return v.TableAs("tight", caption, []string{v.T.ColParams, v.T.ColTokens, v.txt.ColGain, v.T.Answers.ColCompute, v.txt.ColAfter}, rows)
}
