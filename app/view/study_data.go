package view

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/control"
	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
)

// overfitting is what happens where D is all the data there are.
func (s study) overfitting() section {
	v, o, t, txt := s.o.Overfit, s.o, s.T, s.txt
	said := s.fill(txt.OverSaid, s.tokens(o.D), s.params(o.N), s.share("excess", v.Excess), s.tokens(v.Rule))
	said = append(said, h.Text(t.SentenceSep))
	said = append(said, s.fill(txt.OverGrow, s.params(v.Larger), s.times("times-params", float64(v.Larger/o.N)),
		s.times("data-growth", v.Growth), s.tokens(v.LargerTokens))...)
	said = append(said, s.noted(t.LawWarnings(v.Stop.Warnings)...))
	return section{
		id: "overfitting", title: txt.OverTitle, said: said,
		asks: func() []h.UI { return []h.UI{s.largerControl()} },
		figures: func() []h.UI {
			return []h.UI{s.figure(figure.LimitedData(o, t), medium), s.figure(figure.ExcessOverTokens(o, t), medium)}
		},
		tables: func() []h.UI { return []h.UI{s.overTable()} },
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

func (s study) largerControl() h.UI {
	t, txt, v := s.T, s.txt, s.o.Overfit
	return h.Div().Class("field").Body(
		&control.TextField{ID: "larger", Label: txt.LargerLabel, Help: txt.LargerHelp, Placeholder: t.Short(float64(v.Larger)),
			Reading: text.Fill(txt.LargerRead, t.Params(float64(v.Larger)), t.Factor(float64(v.Larger/s.o.N))),
			Field:   scenario.FieldLarger, Text: s.fieldText(scenario.FieldLarger), Error: s.fieldError(scenario.FieldLarger), Send: s.Send},
		&control.Slider{ID: "larger-slider", Label: txt.LargerLabel, Field: scenario.FieldLarger, Value: float64(v.Larger), Min: 1e6, Max: 1e14,
			Spoken: t.SpokenParams(float64(v.Larger)), Send: s.Send},
	)
}

func (s study) overTable() h.UI {
	v, t, txt := s.o.Overfit, s.T, s.txt
	return s.table(txt.OverTable, []string{txt.ColWhat, txt.ColValue}, []row{
		{txt.RowLossND, []h.UI{num(v.Loss, "loss", "limited", t.Loss)}},
		{txt.RowLossNInf, []h.UI{num(v.Unlimited, "loss", "unlimited", t.Loss)}},
		{txt.RowExcess, []h.UI{num(v.Excess, "excess", "table", t.SmallShare)}},
		{txt.RowRule, []h.UI{num(v.Rule, "tokens", "rule", t.Count)}},
		{txt.RowNeeded, []h.UI{num(v.Needed, "tokens", "needed", t.Count)}},
		{text.Fill(txt.RowGrowth, t.Factor(float64(v.Larger/s.o.N))), []h.UI{num(v.LargerTokens, "tokens", "larger", t.Count)}},
		{txt.RowStop, []h.UI{num(v.Stop.Steps, "steps", "stop", t.Count)}},
	})
}
