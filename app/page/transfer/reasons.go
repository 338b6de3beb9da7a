package transfer

import (
	"math"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/ui"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// reasons is why the answer is what it is, the deciding reason first, and what
// else follows for the user's own numbers.
func reasons(v view) h.UI {
	var items []h.UI
	add := func(body ...h.UI) { items = append(items, h.Li().Body(body...)) }
	for _, n := range v.o.Chosen.Advice.Reasons {
		add(v.note(n)...)
	}
	add(regime(v)...)
	add(exchange(v)...)
	if !v.o.None {
		add(worth(v)...)
	}
	if v.o.Cost.Reachable {
		add(compute(v)...)
	}
	return h.Section().ID("reasons").Body(
		h.H2().Text(v.T.Transfer.ReasonsTitle),
		h.Ol().Class("rules").Body(items...),
	)
}

func regime(v view) []h.UI {
	a := v.o.Chosen.Advice
	return fill(v, v.T.Transfer.Regime, []h.UI{
		h.Text(v.T.Regime(a.Regime)),
		num(v, float64(a.LowDataLimit), "low-data-limit", v.T.Chars),
		num(v, float64(a.DataNeeded), "data-needed", v.T.Chars),
		ui.Num(ui.Exact(transfer.Share99), "share", "", v.T.Percent(transfer.Share99)),
	})
}

func exchange(v view) []h.UI {
	r := v.o.Chosen
	return fill(v, v.T.Transfer.Exchange, []h.UI{
		num(v, 10*float64(v.o.Cost.N), "params-tenfold", v.T.Params),
		num(v, r.Gain*float64(r.Advice.DT), "chars-transferred-tenfold", v.T.Chars),
		num(v, r.DataTimes, "data-times", v.T.Ratio),
		num(v, r.DataTimes*float64(r.Advice.DF), "chars-times", v.T.Chars),
	})
}

func worth(v view) []h.UI {
	a := v.o.Chosen.Advice
	return fill(v, v.T.Transfer.Worth, []h.UI{
		num(v, float64(a.ZeroShot), "zero-shot", v.T.Chars),
		num(v, float64(a.DT), "chars-transferred", v.T.Chars),
		num(v, float64(a.DF), "chars", v.T.Chars),
	})
}

// compute is what reaching the loss takes with and without pre-training, with
// its assumptions as footnotes.
func compute(v view) []h.UI {
	c := v.o.Cost
	flop := func(x unit.FLOPs, quantity string) h.UI { return num(v, float64(x), quantity, v.T.FLOP) }
	body := fill(v, v.T.Transfer.ComputeSaved, []h.UI{
		num(v, float64(v.o.Level), "loss", v.T.Loss), flop(c.Scratch, "flops-scratch"), flop(c.FineTune, "flops-tuned"),
	})
	// What a pre-training costs is no argument for one that is advised against.
	advised := v.o.Chosen.Advice.Action != transfer.TrainFromScratch
	if advised && c.Pretrain > 0 && c.Reuses > 0 {
		body = append(append(body, h.Text(v.T.SentenceSep)), fill(v, v.T.Transfer.ComputePre, []h.UI{
			flop(c.Pretrain, "flops-pretrained"), num(v, math.Ceil(c.Reuses), "reuses", v.T.Whole),
		})...)
	}
	var notes []transfer.Note
	for _, n := range c.Notes {
		switch n.Code {
		case transfer.AssumedEpochs, transfer.PretrainUnknown, transfer.ZeroShotEnough:
			notes = append(notes, n)
		}
	}
	return append(body, v.refs(notes))
}
