package transfer

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
)

func (v view) inputs() []h.UI {
	t, x := v.T, v.State.Transfer
	dF, reading := float64(x.DF), ""
	if dF == 0 {
		dF, reading = float64(v.o.Chosen.Advice.DF), t.Transfer.DFNoneReading
	} else {
		reading = t.Reading(dF, t.Chars) + t.SemiSep + v.tokens(dF)
	}
	return []h.UI{
		v.Quantity(scenario.FieldTransferN, "tn", t.Transfer.NLabel, t.Transfer.NHelp, t.Reading(float64(x.N), t.Params),
			float64(x.N), 1e5, 1e12, t.SpokenParams(float64(x.N))),
		v.Quantity(scenario.FieldTransferDF, "td", t.Transfer.DFLabel, t.Transfer.DFHelp, reading,
			dF, 1e3, 1e12, t.Chars(dF)),
		v.Choice(scenario.ChoiceSource, "tsrc", t.Transfer.SourceLabel, t.Transfer.SourceHelp,
			ui.Labels{scenario.SourceText: t.Transfer.MenuText, scenario.SourceMix: t.Transfer.MenuMix}),
	}
}

// tokens is an amount of characters in tokens, with the conversion.
func (v view) tokens(chars float64) string {
	cpt := v.State.Transfer.CharsPerToken
	return text.Fill(v.T.Transfer.InTokens, v.T.Count(chars/float64(cpt)), v.T.Ratio(float64(cpt)))
}

func (v view) controls() []h.UI {
	t, x := v.T, v.State.Transfer
	field := func(f scenario.Field, id, label, help, none, reading string) h.UI {
		return &ui.TextField{ID: id, Label: label, Help: help, Placeholder: none, Field: f, Send: v.Send,
			Text: v.FieldText(f), Error: v.FieldError(f), Reading: reading}
	}
	return []h.UI{
		v.Choice(scenario.ChoiceBase, "tbase", t.Transfer.BaseLabel, t.Transfer.BaseHelp,
			ui.Labels{scenario.BaseKaplan: t.Transfer.BaseKaplan, scenario.BaseBesiroglu: t.Transfer.BaseBesiroglu}),
		field(scenario.FieldTransferLoss, "tl", t.Transfer.TargetLabel, t.Transfer.TargetHelp, t.Transfer.TargetNone, ""),
		field(scenario.FieldCharsPerToken, "tcpt", t.Transfer.CPTLabel, t.Transfer.CPTHelp, "",
			text.Fill(t.Transfer.CPTReading, t.Ratio(float64(x.CharsPerToken)))+t.SemiSep+t.Transfer.CPTHelp),
		&ui.Button{ID: "reset", Label: t.Reset, Kind: "link", Do: func() { v.Send(scenario.Reset{}) }},
	}
}
