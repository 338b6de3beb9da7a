package figure

import "lossline/app/text"

// The quantities that have a name of their own when they are spoken.
const (
	Params Quantity = "params"
	Tokens Quantity = "tokens"
	FLOPs  Quantity = "flops"
	Loss   Quantity = "loss"
)

// Words returns the wording of figures in the language of t.
func Words(t *text.Strings) Wording { return words{t} }

// describe writes the figure's summary, which is also the alternative text of the
// image.
func describe(f *XY, t *text.Strings) { f.Summary = f.Describe(Words(t)) }

// words implements Wording.
type words struct{ t *text.Strings }

func (w words) Value(f Format, v float64) string {
	switch f {
	case Count:
		return w.t.Count(v)
	case Power:
		return w.t.FLOP(v)
	case Percent:
		return w.t.Percent(v)
	case Whole:
		return w.t.Whole(v)
	}
	return w.t.Loss(v)
}

func (w words) Short(v float64) string { return w.t.Short(v) }

func (w words) Number(v float64) string { return w.t.SpokenNumber(v) }

func (w words) Spoken(q Quantity, v float64) string {
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

func (w words) Phrase(p Phrase, args ...string) string { return text.Fill(w.phrase(p), args...) }

// phrase returns the template of a phrase.
func (w words) phrase(p Phrase) string {
	t := w.t
	return [...]string{
		SentenceSep: t.SentenceSep, ListSep: t.ListSep, Colon: t.Colon,
		Pause: t.Readout.Pause, End: t.Readout.End, To: t.To,
		SaysPowerAxes: t.SummaryReads, SaysAxes: t.Shape.SummaryAxes, SaysLine: t.SummaryLine,
		SaysFitted: t.SummaryFitted, SaysNotFitted: t.SummaryNotFitted,
		SaysMark: t.SummaryMark, SaysPoints: t.SummaryRuns,
		AboveFitted: t.Readout.Above, BelowFitted: t.Readout.Below, OutsideFitted: t.Readout.Outside,
	}[p]
}
