package scenario

import (
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/shape"
	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// Answers is what the Plan page says beyond the laws side by side: the plan of
// the law in the sentence in practical terms, and the three papers' rules with
// this plan's own numbers.
type Answers struct {
	Plan  plan.Allocation
	Bytes unit.Bytes // text that Plan's tokens are
	Have  unit.Tokens
	// Scarce is filled where there are fewer tokens than Plan asks for.
	Scarce *plan.Scarcity

	Device plan.Accelerator // the budget's own, or an H100
	Count  float64          // devices; 0: device-days only
	Time   unit.Duration    // with Count devices, or of one device
	MFU    float64

	Hints []plan.Hint
	Shape *shape.Candidate // for Plan's N, pre-training loss; nil if none is near enough
	Rule  shape.Note

	// Ten times the compute: factors on N and D.
	GrowN, GrowD float64
	// Kaplan's criterion against overfitting: D ≥ 5e3·N^0.74.
	FitData unit.Tokens
	// Where data is scarce: what a pre-training elsewhere would multiply it by,
	// and Kaplan's relative overfitting of Plan's model on it alone.
	HaveMultiplier, HaveOverfit float64
	HaveLoss, TransferLoss      unit.Loss // Kaplan's L(N,D) on the text alone, and on what a pre-training makes of it
	// A pre-training at Plan's N, in characters of target data, for PilotData of them.
	Worth       unit.Chars
	Multiplier  float64
	Pretrain    transfer.Set
	WorthBeyond []law.Warning
}

// PilotData is the fine-tuning data for which the rule on transfer is quoted,
// in characters.
const PilotData unit.Chars = 1e6

// Answer computes the Answers for the law in the sentence. The Outcome is Eval's
// for the same scenario; its Head must be a plan.
func Answer(s Scenario, o Outcome) Answers {
	a := Answers{Plan: o.Head, Have: s.DataTokens()}
	n := o.Head.NonEmbedding() // as Kaplan's, Hernandez's and Step Law's rules count it
	a.Bytes = unit.Bytes(float64(o.Head.D) * s.BytesPerToken())
	if a.Have > 0 && s.Ask.Given != GivenData && float64(a.Have) < float64(o.Head.D)*(1-1e-9) {
		sc := plan.Scarce(o.C, a.Have)
		a.Scarce = &sc
	}
	a.Pretrain = transfer.TextToPython()
	if a.Scarce != nil {
		a.HaveMultiplier = a.Pretrain.Multiplier(n, transfer.CharsPerToken(transfer.WebText2Chars).Chars(a.Have))
		_, nd, _ := law.SetByID("kaplan2020.nd.1")
		a.HaveOverfit = law.KaplanOverfit(nd.Theta, n, a.Have)
		a.HaveLoss = law.KaplanND.Loss(nd.Theta, law.Point{N: n, D: a.Have})
		a.TransferLoss = law.KaplanND.Loss(nd.Theta, law.Point{N: n, D: a.Have * unit.Tokens(a.HaveMultiplier)})
	}
	a.hardware(s, o)
	a.Hints = plan.Hints(n, o.Head.D, o.Head.Loss)
	a.shape(o)
	ten := o.At(o.Head.Method, 10*o.C)
	a.GrowN, a.GrowD = float64(ten.N/o.Head.N), float64(ten.D/o.Head.D)
	a.FitData = law.KaplanTokensRule(n)
	a.Worth = a.Pretrain.Transferred(n, PilotData)
	a.Multiplier = a.Pretrain.Multiplier(n, PilotData)
	if f := a.Pretrain.N.Factor(float64(n)); f != 1 {
		a.WorthBeyond = []law.Warning{{Code: plan.Extrapolates, Symbol: law.N, Value: f}}
	}
	return a
}

func (a *Answers) hardware(s Scenario, o Outcome) {
	a.MFU = plan.DefaultUtilisation
	a.Device, _ = plan.AcceleratorByName("h100")
	if b := s.Budget; b.Device != "" {
		a.Device, _ = plan.AcceleratorByName(b.Device)
		a.MFU = b.MFU()
		if !b.Pooled {
			a.Count = b.Count
		}
	}
	a.Time = plan.DeviceTime(o.C, a.Device, a.MFU)
	if a.Count > 0 {
		a.Time /= unit.Duration(a.Count)
	}
}

func (a *Answers) shape(o Outcome) {
	r := shape.DefaultRequest(shape.FamilyGPT)
	r.Amount = float64(o.Head.N)
	r.Counting = o.Head.Counting
	r.Max = 1
	advice, err := shape.Advise(r)
	if err != nil || len(advice.Candidates) == 0 {
		return // a size that no decoder of the family comes near, such as ten parameters
	}
	a.Shape, a.Rule = &advice.Candidates[0], advice.Rule
}
