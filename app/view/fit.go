package view

import (
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
)

// fitView is what the parts of the Fit page share.
type fitView struct {
	Context
	w    *scenario.Work
	f    *job.FitReply // nil: nothing fitted yet
	law  *law.Law      // that was fitted; nil for approaches 1 and 2
	data dataset.Dataset
	txt  *text.FitText
}

// Fit is the screen on which runs become a law.
func Fit(ctx Context) h.UI {
	v := newFitView(ctx)
	v.of = v.ofFit()
	return v.main().Body(
		h.Div().Class("ledebox").Body(v.lede(), v.progress(), v.matched(), v.missing(), v.adoption()),
		h.Div().Class("inputs").Body(v.inputs()...),
		h.Div().Class("content").Body(v.content()...),
		h.Div().Class("controls").Body(v.controls()...),
		h.Div().Class("below").Body(append([]h.UI{v.asked(v.whyCard)}, append(v.below(), v.printed())...)...),
	)
}

func newFitView(c Context) fitView {
	if c.Work == nil {
		c.Work = &scenario.Work{}
	}
	v := fitView{Context: c, w: c.Work, f: c.Work.FitReply(), txt: &c.T.Fit}
	v.data, _, _ = dataset.About(c.State.Fit.Data)
	if v.f != nil && v.f.Approach == nil {
		v.law, _ = law.ByID(v.f.Law)
	}
	return v
}

// own reports whether the runs are the reader's own.
func (v fitView) own() bool { return v.State.Fit.Data == scenario.OwnData }

// read is what is in the runs, nil where that is not known.
func (v fitView) read() *job.ReadReply {
	if v.own() {
		return v.w.Read
	}
	return v.w.Replies[scenario.WorkRead].Read
}

// dataName is what the runs are called.
func (v fitView) dataName() string {
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
func (v fitView) old(key string) string {
	if v.w.Tasks[key].Stale || v.State.Bad() {
		return "result stale"
	}
	return "result"
}

// lede is the answer in a sentence, or what keeps it from being there.
func (v fitView) lede() h.UI {
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
func (v fitView) said() []h.UI {
	runs := h.Strong().Body(control.Num(exact(float64(v.f.Rows)), "runs", "", v.T.Whole(float64(v.f.Rows))))
	floor, exponents, rest := v.parts()
	var out []h.UI
	switch {
	case v.f.Approach != nil:
		out = v.fill(v.txt.LedeA, runs, v.coef("a", v.f.Approach.A))
	case floor != nil && exponents != nil:
		out = v.fill(v.txt.Lede, runs, floor, exponents)
	case exponents != nil:
		out = v.fill(v.txt.LedeNoFloor, runs, exponents)
	default:
		out = v.fill(v.txt.LedeOther, runs, rest)
	}
	if a := v.f.Flat; a != nil {
		share := v.T.SmallShare(a.Share)
		out = append(append(out, h.Text(v.T.SentenceSep)), v.fill(v.txt.LedeFlat,
			v.strong("flops", a.C, v.T.FLOP(a.C)), v.bestSize(a.Size),
			v.strong("params-low", a.Lo, v.T.Short(a.Lo)), v.strong("params-high", a.Hi, v.T.Short(a.Hi)), h.Text(share))...)
	}
	return out
}

func (v fitView) strong(quantity string, x float64, shown string) h.UI {
	return h.Strong().Body(control.Num(exact(x), quantity, plan.OwnID, shown))
}

// interval is a value in bold with the range that holds it.
func (v fitView) interval(quantity string, i job.Interval, show, short func(float64) string) h.UI {
	value := v.strong(quantity, i.Value, show(i.Value))
	if i.Level == 0 || i.Lo == i.Hi {
		return value
	}
	return h.Span().Body(v.fill(v.txt.Between, value,
		control.Num(exact(i.Lo), quantity+"-lo", plan.OwnID, short(i.Lo)),
		control.Num(exact(i.Hi), quantity+"-hi", plan.OwnID, short(i.Hi)))...)
}

func (v fitView) coef(symbol string, i job.Interval) h.UI {
	return v.interval("coefficient-"+symbol, i, text.Estimate, v.three)
}

// parts are the floor, the exponents and all coefficients of the fit, nil where
// the law has no such.
func (v fitView) parts() (floor, exponents, rest h.UI) {
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
func (v fitView) list(parts []h.UI) h.UI {
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
func (v fitView) how() string {
	if v.f.Approach != nil {
		return text.Fill(v.txt.LedeSmallA, v.dataName(), v.T.FitLaw(v.f.Law), v.T.Percent(v.f.Level))
	}
	return text.Fill(v.txt.LedeSmall, v.dataName(), v.T.FitLaw(v.f.Law), v.objectives()[v.f.Objective], v.T.Percent(v.f.Level))
}

// progress is how far the work is and, where it came to nothing, why.
func (v fitView) progress() h.UI {
	body := v.failures()
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
			&control.Button{ID: "fit-cancel", Label: v.txt.Cancel, Do: v.cancel}))
	}
	return h.Div().ID("fit-progress").Class("stack").Body(body...)
}

// leading is the task that the others wait for.
func (v fitView) leading() scenario.Task {
	for _, key := range []string{scenario.WorkRead, scenario.WorkFit, scenario.WorkBackTest, scenario.WorkCompare, scenario.WorkNext} {
		if t := v.w.Tasks[key]; t.Running {
			return t
		}
	}
	return scenario.Task{}
}

func (v fitView) cancel() { v.Send(scenario.Cancel{}) }

// adoption is the button that makes the fit a law like any other, or what became
// of it.
func (v fitView) adoption() h.UI {
	o, ok := scenario.OwnFrom(v.f)
	held := v.State.Own
	if v.absent() && !v.State.Shown.Has(plan.OwnID) { // what the link has of it can be used
		o, ok = held, held.Law != ""
	}
	switch {
	case v.State.Shown.Has(plan.OwnID) && (!ok || held == o):
		return h.Div().Class("row").ID("adopted").Body(
			h.Span().Text(text.Fill(v.txt.Adopted, v.T.Method(plan.OwnID))),
			h.If(v.Open != nil && held.Plans(), func() h.UI {
				return &control.Button{ID: "fit-plan", Label: v.txt.PlanWith, Kind: "primary", Do: func() { v.Open(scenario.Plan) }}
			}),
			&control.Button{ID: "fit-dismiss", Label: v.txt.Dismiss, Kind: "link", Do: func() { v.Send(scenario.Dismiss{}) }},
		)
	case ok && !o.Plans():
		return h.P().Class("help").Text(v.txt.NoPlan)
	case ok:
		return h.Div().Class("row").Body(
			&control.Button{ID: "fit-adopt", Label: v.txt.Adopt, Kind: "primary", Do: func() { v.Send(scenario.Adopt{Own: o}) }},
			h.Span().Class("help").Text(v.txt.AdoptHelp),
		)
	}
	return h.Div()
}
