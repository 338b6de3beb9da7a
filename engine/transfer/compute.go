package transfer

import (
	"lossline/engine/unit"
)

// flopsPerParam is the training compute of one parameter for one token, C = 6ND
// (Kaplan et al. 2020, section 2.1).
const flopsPerParam = 6

// MostEpochs is the upper end of what the paper saw to convergence on its large
// code sets, 1 to 10 epochs with and without pre-training (appendix G). Its
// smallest set, 1e5 tokens, took a fine-tuned model 2 to 5 times fewer epochs
// than one from scratch.
const MostEpochs = 10

// Assumptions are what a compute estimate needs beyond the two laws.
type Assumptions struct {
	CharsPerToken   CharsPerToken
	ScratchEpochs   float64    // passes over the target data from scratch
	FineTuneEpochs  float64    // passes over it when fine-tuning
	Pretrain        unit.Chars // pre-training data; 0: not known
	PretrainEpochs  float64
	PretrainedChars CharsPerToken // characters per token of the pre-training data
}

// Assume returns the assumptions that the page starts from: one pass over every
// set, which is the least compute, and the tokenizer's mean on web text.
func Assume(s Set) Assumptions {
	return Assumptions{
		CharsPerToken: WebText2Chars, ScratchEpochs: 1, FineTuneEpochs: 1,
		Pretrain: s.Pretrain, PretrainEpochs: 1, PretrainedChars: WebText2Chars,
	}
}

func (a Assumptions) check() error {
	for _, f := range []struct {
		name string
		v    float64
	}{
		{"characters per token", float64(a.CharsPerToken)}, {"epochs from scratch", a.ScratchEpochs},
		{"epochs of fine-tuning", a.FineTuneEpochs}, {"epochs of pre-training", a.PretrainEpochs},
		{"characters per token of the pre-training data", float64(a.PretrainedChars)},
	} {
		if err := need(f.name, f.v); err != nil {
			return err
		}
	}
	if a.Pretrain != 0 {
		return need("pre-training data", float64(a.Pretrain))
	}
	return nil
}

// Cost is the compute to bring one size to one loss.
type Cost struct {
	N      unit.Params
	Target unit.Loss

	// Reachable is false where the target is at or below L(N,∞); all below is
	// then 0.
	Reachable bool

	ScratchData  unit.Chars // target data needed from scratch
	FineTuneData unit.Chars // target data needed with pre-training; 0: none
	Scratch      unit.FLOPs
	FineTune     unit.FLOPs // without the pre-training
	Pretrain     unit.FLOPs // 0: not known

	// Reuses is how many such fine-tunings a pre-training must serve before all
	// have cost less than as many runs from scratch; 0: not known or never.
	Reuses float64

	Notes []Note
}

// Compute estimates the compute with which size n reaches the loss target,
// without and with pre-training:
//
//	C = 6·N·(tokens of the data needed)·(passes over it)
//
// The data needed is that of DataFor. The paper measures such compute (Figs 4,
// 7 and 8) but gives no law for it; what has a basis is the number of characters
// and 6N FLOP per token. The passes over them are assumed. One pass each is the
// least compute, and where both take equally many, Scratch/FineTune does not
// depend on them; that fine-tuning takes fewer on small sets makes the estimate
// of its advantage a cautious one. How far training follows the compute-
// efficient frontier on the way (section 3.2) is not modelled.
func (l Losses) Compute(n unit.Params, target unit.Loss, a Assumptions) (Cost, error) {
	c, err := l.cost(n, target, a)
	if err != nil {
		return c, err
	}
	scratch, fine, ok := l.DataFor(n, target)
	if !ok {
		if needed, ok := l.ParamsFor(target); ok {
			c.Notes = append(c.Notes, Note{TargetNeedsParams, params(needed), params(n)})
		}
		return c, nil
	}
	return l.costOf(c, scratch, fine, a), nil
}

// ComputeLike is Compute for the loss that fine-tuning on dF characters reaches. The
// data from scratch is then D_E, of which no loss is inverted: near L(N,∞) that would
// cost digits, seven of sixteen where the loss is 1e-8 above it.
func (l Losses) ComputeLike(n unit.Params, dF unit.Chars, a Assumptions) (Cost, error) {
	if err := need("D_F", float64(dF)); err != nil {
		return Cost{N: n}, err
	}
	c, err := l.cost(n, l.FineTuned(n, dF), a)
	if err != nil {
		return c, err
	}
	return l.costOf(c, l.Set.Effective(n, dF), dF, a), nil
}

// cost has what Cost has of its inputs, which are checked.
func (l Losses) cost(n unit.Params, target unit.Loss, a Assumptions) (Cost, error) {
	c := Cost{N: n, Target: target}
	for _, err := range []error{
		l.Check(), a.check(), need("N", float64(n)), need("target loss", float64(target)),
	} {
		if err != nil {
			return c, err
		}
	}
	c.Notes = append(l.standing(n), epochsNote(a))
	return c, nil
}

// costOf adds the compute of the data that is needed from scratch and with pre-training.
func (l Losses) costOf(c Cost, scratch, fine unit.Chars, a Assumptions) Cost {
	n := c.N
	c.Reachable = true
	c.ScratchData = scratch
	c.Scratch = trainFLOPs(n, a.CharsPerToken.Tokens(scratch), a.ScratchEpochs)
	if fine >= leastChars {
		c.FineTuneData = fine
		c.FineTune = trainFLOPs(n, a.CharsPerToken.Tokens(fine), a.FineTuneEpochs)
	} else {
		c.Notes = append(c.Notes, Note{ZeroShotEnough, chars(l.Set.ZeroShot(n)), chars(scratch)})
	}
	if a.Pretrain == 0 {
		c.Notes = append(c.Notes, Note{Code: PretrainUnknown})
		return c
	}
	c.Pretrain = trainFLOPs(n, a.PretrainedChars.Tokens(a.Pretrain), a.PretrainEpochs)
	if c.Scratch > c.FineTune {
		c.Reuses = float64(c.Pretrain / (c.Scratch - c.FineTune))
	}
	return c
}

// trainFLOPs returns 6·N·D·epochs.
func trainFLOPs(n unit.Params, d unit.Tokens, epochs float64) unit.FLOPs {
	return unit.FLOPs(flopsPerParam * float64(n) * float64(d) * epochs)
}

func epochsNote(a Assumptions) Note {
	most := max(a.ScratchEpochs, a.FineTuneEpochs, a.PretrainEpochs)
	return Note{AssumedEpochs, ratio(most), ratio(MostEpochs)}
}
