package ui

import (
	"lossline/app/chart"
	"lossline/app/text"
)

// The quantities that have a name of their own when they are spoken.
const (
	Params chart.Quantity = "params"
	Tokens chart.Quantity = "tokens"
	FLOPs  chart.Quantity = "flops"
	Loss   chart.Quantity = "loss"
)

// Words returns the wording of figures in the language of t.
func Words(t *text.Strings) chart.Wording { return words{t} }

// Describe writes the figure's summary, which is also the alternative text of the
// image.
func Describe(f *chart.XY, t *text.Strings) { f.Summary = f.Describe(Words(t)) }

// words implements Wording.
type words struct{ t *text.Strings }

func (w words) Value(f chart.Format, v float64) string {
	switch f {
	case chart.Count:
		return w.t.Count(v)
	case chart.Power:
		return w.t.FLOP(v)
	case chart.Percent:
		return w.t.Percent(v)
	case chart.Whole:
		return w.t.Whole(v)
	}
	return w.t.Loss(v)
}

func (w words) Short(v float64) string { return w.t.Short(v) }

func (w words) Number(v float64) string { return w.t.SpokenNumber(v) }

func (w words) Spoken(q chart.Quantity, v float64) string {
	switch q {
	case Params:
		return w.t.SpokenParams(v)
	case Tokens:
		return w.t.SpokenTokens(v)
	case FLOPs:
		return w.t.SpokenFLOP(v)
	case Loss:
		return w.t.ColLoss + " " + w.t.Loss(v)
	}
	return ""
}

func (w words) Phrase(p chart.Phrase, args ...string) string { return text.Fill(w.phrase(p), args...) }

// phrase returns the template of a phrase.
func (w words) phrase(p chart.Phrase) string {
	t := w.t
	return [...]string{
		chart.SentenceSep: t.SentenceSep, chart.ListSep: t.ListSep, chart.Colon: t.Colon,
		chart.Pause: t.Readout.Pause, chart.End: t.Readout.End, chart.To: t.To,
		chart.SaysPowerAxes: t.SummaryReads, chart.SaysAxes: t.Shape.SummaryAxes, chart.SaysLine: t.SummaryLine,
		chart.SaysFitted: t.SummaryFitted, chart.SaysNotFitted: t.SummaryNotFitted,
		chart.SaysMark: t.SummaryMark, chart.SaysPoints: t.SummaryRuns,
		chart.AboveFitted: t.Readout.Above, chart.BelowFitted: t.Readout.Below, chart.OutsideFitted: t.Readout.Outside,
	}[p]
}
