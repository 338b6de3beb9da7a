package pretraining

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
)

// overfitting is what happens where D is all the data there are.
func (s study) overfitting() section {
	v, o, t, txt := s.o.Overfit, s.o, s.T, s.txt
	said := s.Fill(txt.OverSaid, s.tokens(o.D), s.params(o.N), s.share("excess", v.Excess), s.tokens(v.Rule))
	said = append(said, h.Text(t.SentenceSep))
	said = append(said, s.Fill(txt.OverGrow, s.params(v.Larger), s.times("times-params", float64(v.Larger/o.N)),
		s.times("data-growth", v.Growth), s.tokens(v.LargerTokens))...)
	said = append(said, s.noted(t.LawWarnings(v.Stop.Warnings)...))
	return section{
		id: "overfitting", title: txt.OverTitle, said: said,
		asks: func() []h.UI { return []h.UI{largerControl(s)} },
		figures: func() []h.UI {
			return []h.UI{s.Figure(LimitedData(o, t), ui.Medium), s.Figure(ExcessOverTokens(o, t), ui.Medium)}
		},
		tables: func() []h.UI { return []h.UI{overTable(s)} },
		sources: func() []h.UI {
			return []h.UI{
				s.set(o.Sets.ND),
				s.formula(`\delta L=\left[1+\left(\frac{N}{N_c}\right)^{\frac{\alpha_N}{\alpha_D}}\frac{D_c}{D}\right]^{\alpha_D}-1`, "eq. 4.2, 4.3"),
				s.formula(`D\ge 5\cdot 10^3\cdot N^{0.74}`, "eq. 4.4"),
				s.formula(`S_{stop}\ge \frac{S_c}{\left[L(N,D)-L(N,\infty)\right]^{\frac{1}{\alpha_S}}}`, "eq. 5.7"),
			}
		},
	}
}

func largerControl(s study) h.UI {
	t, txt, v := s.T, s.txt, s.o.Overfit
	return h.Div().Class("field").Body(
		&ui.TextField{ID: "larger", Label: txt.LargerLabel, Help: txt.LargerHelp, Placeholder: t.Short(float64(v.Larger)),
			Reading: text.Fill(txt.LargerRead, t.Params(float64(v.Larger)), t.Factor(float64(v.Larger/s.o.N))),
			Field:   scenario.FieldLarger, Text: s.FieldText(scenario.FieldLarger), Error: s.FieldError(scenario.FieldLarger), Send: s.Send},
		&ui.Slider{ID: "larger-slider", Label: txt.LargerLabel, Field: scenario.FieldLarger, Value: float64(v.Larger), Min: 1e6, Max: 1e14,
			Spoken: t.SpokenParams(float64(v.Larger)), Send: s.Send},
	)
}

func overTable(s study) h.UI {
	v, t, txt := s.o.Overfit, s.T, s.txt
	return s.Table(txt.OverTable, []string{txt.ColWhat, txt.ColValue}, []ui.Row{
		{What: txt.RowLossND, Cells: []h.UI{ui.NumOf(v.Loss, "loss", "limited", t.Loss)}},
		{What: txt.RowLossNInf, Cells: []h.UI{ui.NumOf(v.Unlimited, "loss", "unlimited", t.Loss)}},
		{What: txt.RowExcess, Cells: []h.UI{ui.NumOf(v.Excess, "excess", "table", t.SmallShare)}},
		{What: txt.RowRule, Cells: []h.UI{ui.NumOf(v.Rule, "tokens", "rule", t.Count)}},
		{What: txt.RowNeeded, Cells: []h.UI{ui.NumOf(v.Needed, "tokens", "needed", t.Count)}},
		{What: text.Fill(txt.RowGrowth, t.Factor(float64(v.Larger/s.o.N))), Cells: []h.UI{ui.NumOf(v.LargerTokens, "tokens", "larger", t.Count)}},
		{What: txt.RowStop, Cells: []h.UI{ui.NumOf(v.Stop.Steps, "steps", "stop", t.Count)}},
	})
}
