// Package fit draws the page Fit: a law fitted to runs, and what judges it.
package fit

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
)

// view is what the parts of the Fit page share.
type view struct {
	ui.Context
	w    *scenario.Work
	f    *job.FitReply // nil: nothing fitted yet
	law  *law.Law      // that was fitted; nil for approaches 1 and 2
	data dataset.Dataset
	txt  *text.FitText
}

// Draw is the screen on which runs become a law.
func Draw(ctx ui.Context) h.UI {
	v := newView(ctx)
	return v.Main().Body(
		h.Div().Class("ledebox").Body(v.lede(), v.progress(), matched(v), missing(v), v.adoption()),
		h.Div().Class("inputs").Body(inputs(v)...),
		h.Div().Class("content").Body(content(v)...),
		h.Div().Class("controls").Body(controls(v)...),
		h.Div().Class("below").Body(append([]h.UI{v.Asked(v.whyCard)}, append(below(v), v.Printed())...)...),
	)
}

// Part returns what a data set is called by its ID, "" where there is none.
func Part(t *text.Strings, id string) string {
	d, _, _ := dataset.About(id)
	return t.Said(d.Name)
}

// newView returns what the page is drawn from.
func newView(c ui.Context) view {
	if c.Work == nil {
		c.Work = &scenario.Work{}
	}
	v := view{Context: c, w: c.Work, f: c.Work.FitReply(), txt: &c.T.Fit}
	v.data, _, _ = dataset.About(c.State.Fit.Data)
	if v.f != nil && v.f.Approach == nil {
		v.law, _ = law.ByID(v.f.Law)
	}
	return v
}

// own reports whether the runs are the reader's own.
func (v view) own() bool { return v.State.Fit.Data == scenario.OwnData }

// read is what is in the runs, nil where that is not known.
func (v view) read() *job.ReadReply {
	if v.own() {
		return v.w.Read
	}
	return v.w.Replies[scenario.WorkRead].Read
}

// dataName is what the runs are called.
func (v view) dataName() string {
	switch {
	case !v.own():
		return v.T.Said(v.data.Name)
	case v.w.Foreign:
		return v.T.Private.LinkRuns
	case v.w.File.Name != "":
		return v.w.File.Name
	}
	return v.txt.CardOwn
}

// old is the class of what a key's reply says, dimmed where it answers another
// question than the one that is asked.
func (v view) old(key string) string {
	if v.w.Tasks[key].Stale || v.State.Bad() {
		return "result stale"
	}
	return "result"
}

// lede is the answer in a sentence, or what keeps it from being there.
func (v view) lede() h.UI {
	lede := h.H1().Class("lede")
	task := v.w.Tasks[scenario.WorkFit]
	switch {
	case v.f != nil:
		return lede.Class(v.old(scenario.WorkFit)).Body(append(v.said(), h.Small().Text(v.how()))...)
	case task.Err != nil && task.Err.Code == "cancelled":
		return lede.Text(v.T.JobError(task.Err))
	case task.Err != nil:
		return lede.Text(v.txt.Failed)
	case task.Running:
		return lede.Text(text.Fill(v.txt.Working, v.dataName()))
	}
	return lede.Text(v.txt.Nothing)
}

// said is the runs, the floor and the exponents; then the best size.
func (v view) said() []h.UI {
	runs := h.Strong().Body(ui.Num(ui.Exact(float64(v.f.Rows)), "runs", "", v.T.Whole(float64(v.f.Rows))))
	floor, exponents, rest := v.parts()
	var out []h.UI
	switch {
	case v.f.Approach != nil:
		out = v.Fill(v.txt.LedeA, runs, v.coef("a", v.f.Approach.A))
	case floor != nil && exponents != nil:
		out = v.Fill(v.txt.Lede, runs, floor, exponents)
	case exponents != nil:
		out = v.Fill(v.txt.LedeNoFloor, runs, exponents)
	default:
		out = v.Fill(v.txt.LedeOther, runs, rest)
	}
	if a := v.f.Flat; a != nil {
		share := v.T.SmallShare(a.Share)
		out = append(append(out, h.Text(v.T.SentenceSep)), v.Fill(v.txt.LedeFlat,
			v.strong("flops", a.C, v.T.FLOP(a.C)), bestSize(v, a.Size),
			v.strong("params-low", a.Lo, v.T.Short(a.Lo)), v.strong("params-high", a.Hi, v.T.Short(a.Hi)), h.Text(share))...)
	}
	return out
}

func (v view) strong(quantity string, x float64, shown string) h.UI {
	return h.Strong().Body(ui.Num(ui.Exact(x), quantity, plan.OwnID, shown))
}

// interval is a value in bold with the range that holds it.
func (v view) interval(quantity string, i job.Interval, show, short func(float64) string) h.UI {
	value := v.strong(quantity, i.Value, show(i.Value))
	if i.Level == 0 || i.Lo == i.Hi {
		return value
	}
	return h.Span().Body(v.Fill(v.txt.Between, value,
		ui.Num(ui.Exact(i.Lo), quantity+"-lo", plan.OwnID, short(i.Lo)),
		ui.Num(ui.Exact(i.Hi), quantity+"-hi", plan.OwnID, short(i.Hi)))...)
}

func (v view) coef(symbol string, i job.Interval) h.UI {
	return v.interval("coefficient-"+symbol, i, text.Estimate, v.three)
}

// parts are the floor, the exponents and all coefficients of the fit, nil where
// the law has no such.
func (v view) parts() (floor, exponents, rest h.UI) {
	var floors, exps, all []h.UI
	for _, c := range v.f.Coefs {
		i := job.Interval{Value: c.Value, Lo: c.Lo, Hi: c.Hi, Level: v.f.Level}
		if c.Hi == 0 {
			i.Level = 0
		}
		named := h.Span().Body(h.Text(c.Symbol+"\u00a0"), v.coef(c.Symbol, i))
		switch {
		case c.Symbol == "E":
			floors = append(floors, v.coef(c.Symbol, i))
		case strings.HasPrefix(c.Symbol, "α"), strings.HasPrefix(c.Symbol, "β"), c.Symbol == "η":
			exps = append(exps, named)
		}
		all = append(all, named)
	}
	return v.list(floors), v.list(exps), v.list(all)
}

// list joins elements as a sentence does; nil for none.
func (v view) list(parts []h.UI) h.UI {
	if len(parts) == 0 {
		return nil
	}
	var out []h.UI
	for i, p := range parts {
		switch {
		case i == 0:
		case i == len(parts)-1:
			out = append(out, h.Text(v.txt.And))
		default:
			out = append(out, h.Text(v.T.ListSep))
		}
		out = append(out, p)
	}
	return h.Span().Body(out...)
}

// how is what was fitted and how, in a line.
func (v view) how() string {
	if v.f.Approach != nil {
		return text.Fill(v.txt.LedeSmallA, v.dataName(), v.T.FitLaw(v.f.Law), v.T.Percent(v.f.Level))
	}
	return text.Fill(v.txt.LedeSmall, v.dataName(), v.T.FitLaw(v.f.Law), objectives(v)[v.f.Objective], v.T.Percent(v.f.Level), from(v))
}

// progress is how far the work is and, where it came to nothing, why.
func (v view) progress() h.UI {
	body := failures(v)
	if t := v.w.Tasks[scenario.WorkFit]; t.Stale && !t.Running && v.f != nil {
		body = append(body, h.P().Class("note").ID("fit-stale").Text(v.txt.Stale))
	}
	if v.w.Busy() {
		bar, said := h.Progress().Attr("aria-label", v.txt.Task), v.txt.Task
		if t := v.leading(); t.Total > 0 {
			bar = bar.Max(t.Total).Value(t.Done)
			said = text.Fill(v.txt.Progress, v.T.Whole(float64(t.Done)), v.T.Whole(float64(t.Total)))
		}
		body = append(body, h.Div().Class("row").Class("working").Body(bar, h.Span().Class("help").Text(said),
			&ui.Button{ID: "fit-cancel", Label: v.txt.Cancel, Do: v.cancel}))
	}
	return h.Div().ID("fit-progress").Class("stack").Body(body...)
}

// leading is the task that the others wait for.
func (v view) leading() scenario.Task {
	for _, key := range []string{scenario.WorkRead, scenario.WorkFit, scenario.WorkBackTest, scenario.WorkCompare, scenario.WorkNext} {
		if t := v.w.Tasks[key]; t.Running {
			return t
		}
	}
	return scenario.Task{}
}

func (v view) cancel() { v.Send(scenario.Cancel{}) }

// adoption is the button that makes the fit a law like any other, or what became
// of it.
func (v view) adoption() h.UI {
	o, ok := scenario.OwnFrom(v.f)
	held := v.State.Own
	if absent(v) && !v.State.Shown.Has(plan.OwnID) { // what the link has of it can be used
		o, ok = held, held.Law != ""
	}
	switch {
	case v.State.Shown.Has(plan.OwnID) && (!ok || held == o):
		return h.Div().Class("row").ID("adopted").Body(
			h.Span().Text(text.Fill(v.txt.Adopted, v.T.Method(plan.OwnID))),
			h.If(v.Open != nil && held.Plans(), func() h.UI {
				return &ui.Button{ID: "fit-plan", Label: v.txt.PlanWith, Kind: "primary", Do: func() { v.Open(scenario.Plan) }}
			}),
			&ui.Button{ID: "fit-dismiss", Label: v.txt.Dismiss, Kind: "link", Do: func() { v.Send(scenario.Dismiss{}) }},
		)
	case ok && !o.Plans():
		return h.P().Class("help").Text(v.txt.NoPlan)
	case ok:
		return h.Div().Class("row").Body(
			&ui.Button{ID: "fit-adopt", Label: v.txt.Adopt, Kind: "primary", Do: func() { v.Send(scenario.Adopt{Own: o}) }},
			h.Span().Class("help").Text(v.txt.AdoptHelp),
		)
	}
	return h.Div()
}
