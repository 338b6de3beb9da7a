package scenario

import (
	"lossline/engine/law"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// SourceOutcome is what one source of pre-training comes to.
type SourceOutcome struct {
	ID     string // SourceText, SourceMix
	Losses transfer.Losses
	Advice transfer.Advice

	// N against data in D_T: ten times N changes it as DataTimes times D_F does,
	// by the factor Gain.
	DataTimes, Gain float64
}

// TransferOutcome is what follows from a TransferChoice.
type TransferOutcome struct {
	Sources []SourceOutcome // in the order of the published table
	Chosen  SourceOutcome
	None    bool // no target data: the law is read at one character

	// Level is the loss to which compute is compared: the target or, without
	// one, what fine-tuning reaches.
	Level unit.Loss
	Cost  transfer.Cost

	// Meet is the target data above which the first source transfers more than
	// the second.
	Meet unit.Chars
}

// EvalTransfer computes what follows from the scenario's TransferChoice.
func EvalTransfer(s Scenario) TransferOutcome {
	x := s.Transfer
	o := TransferOutcome{None: x.DF == 0}
	for i, set := range transfer.Sets() {
		r := SourceOutcome{ID: transferChoices[0].Values[i], DataTimes: set.DataFactor(10)}
		r.Losses = transfer.Losses{Set: set, Base: baseOf(x)}
		// The limits of fields and links let nothing in that Advise refuses.
		r.Advice, _ = r.Losses.Advise(transfer.Question{N: x.N, DF: x.DF, Target: x.Target})
		r.Gain = float64(set.Transferred(10*x.N, r.Advice.DF) / r.Advice.DT)
		o.Sources = append(o.Sources, r)
		if r.ID == x.Source {
			o.Chosen = r
		}
	}
	chosen := o.Chosen
	if o.Level = x.Target; o.Level != 0 {
		o.Cost, _ = chosen.Losses.Compute(x.N, o.Level, chosen.Assumptions(x))
	} else {
		o.Level = chosen.Advice.FineTuned
		o.Cost, _ = chosen.Losses.ComputeLike(x.N, chosen.Advice.DF, chosen.Assumptions(x))
	}
	o.Meet, _ = transfer.Meet(o.Sources[0].Losses.Set, o.Sources[1].Losses.Set, x.N)
	return o
}

// Assumptions are those of the compute: one pass over every set, the choice's
// characters per token for the target.
func (r SourceOutcome) Assumptions(x TransferChoice) transfer.Assumptions {
	a := transfer.Assume(r.Losses.Set)
	a.CharsPerToken = x.CharsPerToken
	return a
}

// baseOf is the from-scratch law that the choice names, as a placeholder.
func baseOf(x TransferChoice) transfer.Scratch {
	if x.Base == BaseBesiroglu {
		if l, set, ok := law.SetByID("besiroglu2024.1"); ok {
			if b, err := transfer.FromLaw(l, *set, x.CharsPerToken); err == nil {
				return b.Placeholder()
			}
		}
	}
	return transfer.WebText2(x.CharsPerToken)
}
