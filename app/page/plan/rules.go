package plan

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// rules are the guidance of the papers as short sentences with this plan's own
// numbers.
func rules(c ui.Context, a scenario.Answers) h.UI {
	t, p := c.T.Answers, a.Plan
	say := func(template string, args ...string) h.UI { return h.Li().Text(text.Fill(template, args...)) }
	size := []h.UI{h.Text(text.Fill(t.RuleSize, c.T.FLOP(float64(p.Budget)), c.T.Params(float64(p.N)), c.T.Tokens(float64(p.D)), c.T.Ratio(p.TokensPerParam())))}
	if r := c.Outcome.Spread.N; !r.Single() {
		size = append(size, h.Text(c.T.SentenceSep+text.Fill(t.RuleSpread, c.T.Count(r.Lo), c.T.Count(r.Hi))))
	}
	if lo, hi, ok := p.Joint(); ok {
		size = append(size, h.Text(c.T.SentenceSep+text.Fill(t.RuleJoint, c.T.Count(float64(lo)), c.T.Count(float64(hi)))))
	}
	items := []h.UI{
		h.Li().Body(size...),
		say(t.RuleGrow, c.T.Factor(a.GrowN), c.T.Factor(a.GrowD)),
	}
	if p.Flat[0] > 0 {
		items = append(items, say(t.RuleFlat, c.T.Count(float64(p.Flat[0])), c.T.Count(float64(p.Flat[1]))))
	}
	if p.HasLoss() {
		items = append(items, say(t.RuleBatch, c.T.Count(float64(law.CriticalBatch(p.Loss)))))
	}
	_, repeated, _ := law.SetByID("muennighoff2023.1")
	worth := func(passes float64) string {
		return unit.Digits(float64(law.EffectiveTokens(repeated.Theta, unit.Tokens(passes), 1)), 3)
	}
	items = append(items,
		say(t.RuleOverfit, c.T.Count(float64(a.FitData)), c.T.Count(float64(p.NonEmbedding())), c.T.Count(float64(p.D))),
		say(t.RuleRepeat, worth(4), worth(40)),
		say(t.RuleShape, shapeText(c, a)),
		say(t.RuleTransfer, c.T.Count(float64(scenario.PilotData)), c.T.Params(float64(p.NonEmbedding())), c.T.Count(float64(a.Worth)+float64(scenario.PilotData)), c.T.Factor(a.Multiplier)),
	)
	return h.Section().ID("rules").Body(h.H2().Text(t.Rules), h.Ol().Class("rules").Body(items...))
}

// scarce is what to do where there is less text than the plan asks for, or that
// there is enough.
func scarce(c ui.Context, a scenario.Answers) h.UI {
	t := c.T.Answers
	if a.Have == 0 || c.State.Ask.Given == scenario.GivenData {
		return h.Div()
	}
	bytes := c.T.Quantity(unit.KindBytes, float64(c.State.DataBytes()))
	if a.Scarce == nil {
		return h.Div().Body(h.P().ID("enough").Text(text.Fill(t.ScarceEnough, bytes, c.T.Tokens(float64(a.Have)), c.T.Tokens(float64(a.Plan.D)))))
	}
	ref := a.Scarce.Set.Ref
	var rows []h.UI
	for _, w := range a.Scarce.Ways {
		rows = append(rows, wayRow(c, w, a.Scarce.Ways[0].Loss))
	}
	said := text.Fill(t.ScarceLaw, ref.Source.Short)
	return h.Div().Body(h.Section().ID("scarce").Body(
		h.H2().Text(t.ScarceTitle),
		h.P().Text(text.Fill(t.ScarceIntro, bytes, c.T.Tokens(float64(a.Have)), c.T.Tokens(float64(a.Plan.D)), c.T.Factor(float64(a.Plan.D/a.Have)))),
		h.Table().Class("cards").Body(
			h.Caption().Class("sr").Text(t.ScarceTitle),
			h.THead().Body(h.Tr().Body(ui.ColHead(t.ColWay), ui.ColHead(c.T.ColParams), ui.ColHead(t.ColSeen), ui.ColHead(t.ColEpochs),
				ui.ColHead(t.ColEffective), ui.ColHead(t.ColCompute), ui.ColHead(c.T.ColLoss), ui.ColHead(t.ColLost))),
			h.TBody().Body(rows...),
		),
		h.P().Class("note").Body(h.Text(said+c.T.SentenceSep), ui.SourceLink(ref)),
		otherWays(c, a),
	))
}

// otherWays are those that another law speaks of.
func otherWays(c ui.Context, a scenario.Answers) h.UI {
	t := c.T.Answers
	return h.Ul().Body(
		h.Li().ID("way-transfer").Text(text.Fill(t.ScarceTransfer, c.T.Tokens(float64(a.Have)), c.T.Factor(a.HaveMultiplier), c.T.Loss(float64(a.TransferLoss)))),
		h.Li().ID("way-stop").Text(text.Fill(t.ScarceStop, c.T.Percent(a.HaveOverfit), c.T.Loss(float64(a.HaveLoss)))),
	)
}

func wayRow(c ui.Context, w plan.WayOut, best unit.Loss) h.UI {
	t := c.T.Answers
	name := map[plan.Way]string{plan.Unlimited: t.WayUnlimited, plan.SmallerRun: t.WaySmaller,
		plan.LargerOnce: t.WayLarger, plan.Repeat: t.WayRepeat, plan.FourEpochs: t.WayFour}[w.Way]
	id := string(w.Way)
	return h.Tr().DataSet("way", id).Body(
		h.Th().Scope("row").Class("words").Body(h.Text(name), h.If(len(w.Beyond) > 0, func() h.UI { return h.Small().Text(c.T.Beyond(w.Beyond)) })),
		ui.Cell(c.T.ColParams, ui.Num(ui.Exact(w.N), "params", id, c.T.Short(float64(w.N)))),
		ui.Cell(t.ColSeen, ui.Num(ui.Exact(w.D), "tokens", id, c.T.Short(float64(w.D)))),
		ui.Cell(t.ColEpochs, ui.Num(ui.Exact(w.Epochs), "epochs", id, c.T.Ratio(w.Epochs))),
		ui.Cell(t.ColEffective, ui.Num(ui.Exact(w.Effective), "effective-tokens", id, c.T.Short(float64(w.Effective)))),
		ui.Cell(t.ColCompute, ui.Num(ui.Exact(w.Cost), "flops", id, c.Powers(float64(w.Cost)))),
		ui.Cell(c.T.ColLoss, ui.Num(ui.Exact(w.Loss), "loss", id, c.T.Loss(float64(w.Loss)))),
		ui.Cell(t.ColLost, ui.Num(ui.Exact(w.Loss-best), "loss-gap", id, "+"+unit.Digits(float64(w.Loss-best), 2))),
	)
}
