package transfer

import (
	"math"

	"lossline/engine/law"
	"lossline/engine/unit"
)

// Action is what an advice comes to.
type Action uint8

// The actions.
const (
	FineTune         Action = iota + 1 // take the pre-trained model
	TrainFromScratch                   // pre-training adds nothing, or hurts
	CollectData                        // neither does with the data at hand
)

// String is the action's key, the same in every language.
func (a Action) String() string {
	switch a {
	case FineTune:
		return "fine-tune"
	case TrainFromScratch:
		return "train-from-scratch"
	case CollectData:
		return "collect-data"
	}
	return ""
}

// DefaultTolerance is the relative difference of losses that counts as none. A
// rerun of a model moves its loss by about 0.02 nats (Kaplan et al. 2020,
// section 4.2), which is 1 % near a loss of 2.
const DefaultTolerance = 0.01

// EvenMultiplier is the multiplier of the data below which pre-training is said
// to add nothing, for the break-even that needs no loss.
const EvenMultiplier = 1.1

// Question is what an advice is asked for.
type Question struct {
	N         unit.Params
	DF        unit.Chars // target data at hand; 0: none
	Target    unit.Loss  // loss to reach; 0: none
	Tolerance float64    // relative difference of losses that counts as none; 0: DefaultTolerance
}

func (q Question) check() error {
	if err := need("N", float64(q.N)); err != nil {
		return err
	}
	if q.DF != 0 && !(q.DF >= leastChars && positive(float64(q.DF))) {
		return &InputError{"D_F", float64(q.DF), "0, or finite and at least 1 character"}
	}
	if q.Target != 0 {
		if err := need("target loss", float64(q.Target)); err != nil {
			return err
		}
	}
	if !(q.Tolerance >= 0 && q.Tolerance < 1) {
		return &InputError{"tolerance", q.Tolerance, "at least 0 and below 1"}
	}
	return nil
}

// Advice is the answer with every number that led to it.
type Advice struct {
	Action   Action
	Reasons  []Note // the deciding one first
	Warnings []Note

	// What the law of transfer says. DF is 1 where no data was at hand.
	DF         unit.Chars
	DT, DE     unit.Chars
	Multiplier float64     // D_E/D_F
	Fraction   float64     // D_T/D_E
	Half       unit.Params // N*: the size whose fraction is 1/2 at DF
	ZeroShot   unit.Chars  // worth before any target data

	// What the from-scratch law adds.
	Scratch      unit.Loss // from scratch on DF
	FineTuned    unit.Loss // fine-tuned on DF, the loss at D_E
	Unified      unit.Loss // the same by eq. 6.1 as printed
	Limit        unit.Loss // L(N,∞)
	Gap          float64   // Scratch/FineTuned − 1
	DataNeeded   unit.Chars
	LowDataLimit unit.Chars
	Regime       Regime

	// Where fine-tuning and training from scratch are level. BreakEven is 0
	// where the gap passes the tolerance nowhere.
	BreakEven           unit.Chars // Gap = tolerance
	BreakEvenMultiplier unit.Chars // Multiplier = EvenMultiplier

	// What the target loss takes; 0 where there is none or it is out of reach.
	TargetScratch   unit.Chars
	TargetFineTuned unit.Chars
}

// Advise answers q: fine-tune where pre-training lowers the loss by more than
// the tolerance; train from scratch where it does not, or where it was seen to
// hurt; collect data where there is none, or where the data at hand misses a
// target that more data would meet.
//
// The order and the tolerance are Lossline's. The paper gives the regimes, the
// law and, in section 6.3, the question whether to collect data or to take a
// larger model, which MoreDataLowers and LargerModelLowers answer.
func (l Losses) Advise(q Question) (Advice, error) {
	for _, err := range []error{l.Check(), q.check()} {
		if err != nil {
			return Advice{}, err
		}
	}
	if q.Tolerance == 0 {
		q.Tolerance = DefaultTolerance
	}
	none := q.DF == 0
	if none {
		q.DF = leastChars
	}
	a := l.measure(q)
	a.Warnings = l.warnings(q, none)
	l.decide(&a, q, none)
	return a, nil
}

// measure fills in the numbers.
func (l Losses) measure(q Question) Advice {
	s, n, dF := l.Set, q.N, q.DF
	a := Advice{
		DF: dF, DT: s.Transferred(n, dF), DE: s.Effective(n, dF),
		Multiplier: s.Multiplier(n, dF), Fraction: s.Fraction(n, dF),
		Half: s.Half(dF), ZeroShot: s.ZeroShot(n),

		Scratch: l.FromScratch(n, dF), FineTuned: l.FineTuned(n, dF), Unified: l.Unified(n, dF),
		Limit: l.Limit(n), Gap: l.Gap(n, dF),
		DataNeeded:   DataNeeded(l.Base, n, Share99),
		LowDataLimit: LowDataLimit(l.Base, n),
		Regime:       RegimeOf(l.Base, n, dF),

		BreakEvenMultiplier: s.DataAt(n, EvenMultiplier),
	}
	a.BreakEven, _ = l.BreakEven(n, q.Tolerance)
	if q.Target != 0 {
		a.TargetScratch, a.TargetFineTuned, _ = l.DataFor(n, q.Target)
	}
	return a
}

// decide chooses the action and gives its reasons, the deciding one first.
func (l Losses) decide(a *Advice, q Question, none bool) {
	best := a.FineTuned
	switch harm := ossification(l.Base, q.N, q.DF); {
	case none:
		a.Action = CollectData
		a.Reasons = append(a.Reasons, Note{Code: NoTargetData})
	case len(harm) > 0:
		a.Action = TrainFromScratch
		a.Reasons = append(a.Reasons, harm...)
		best = a.Scratch
	case a.Gap <= q.Tolerance:
		a.Action = TrainFromScratch
		a.Reasons = append(a.Reasons, Note{GapWithin, share(a.Gap), share(q.Tolerance)})
		best = a.Scratch
	default:
		a.Action = FineTune
		a.Reasons = append(a.Reasons, Note{PretrainingHelps, share(a.Gap), share(q.Tolerance)})
	}
	if a.BreakEven > 0 && !none {
		code := BelowBreakEven
		if a.DF >= a.BreakEven {
			code = AboveBreakEven
		}
		a.Reasons = append(a.Reasons, Note{code, chars(a.DF), chars(a.BreakEven)})
	}
	l.judgeTarget(a, q, best, none)
	if bound := a.Limit / Share95; best > bound {
		a.Reasons = append(a.Reasons, Note{DataLimited, nats(best), nats(bound)},
			Note{MoreDataLowers, nats(l.at(a.Action, q.N, 10*q.DF)), nats(best)},
			Note{LargerModelLowers, nats(l.at(a.Action, 10*q.N, q.DF)), nats(best)})
	}
}

// judgeTarget turns the advice to CollectData where the loss at hand misses the
// target and more data would meet it.
func (l Losses) judgeTarget(a *Advice, q Question, best unit.Loss, none bool) {
	if q.Target == 0 {
		return
	}
	needed := a.TargetFineTuned
	if a.Action == TrainFromScratch {
		needed = a.TargetScratch
	}
	switch {
	case best <= q.Target:
		a.Reasons = append(a.Reasons, Note{TargetMet, nats(best), nats(q.Target)})
		if none {
			a.Action = FineTune // there is nothing to tune on, and no need to
		}
	case q.Target <= a.Limit:
		if n, ok := l.ParamsFor(q.Target); ok {
			a.Reasons = append(a.Reasons, Note{TargetNeedsParams, params(n), params(q.N)})
		}
	default:
		have := q.DF
		if none {
			have = 0
		}
		a.Action = CollectData
		reason := Note{TargetNeedsData, chars(needed), chars(have)}
		a.Reasons = append([]Note{reason}, a.Reasons...)
	}
}

// at returns the loss of the way of training that a stands for.
func (l Losses) at(a Action, n unit.Params, d unit.Chars) unit.Loss {
	if a == TrainFromScratch {
		return l.FromScratch(n, d)
	}
	return l.FineTuned(n, d)
}

// uniformLoss is the loss of guessing among the 50257 tokens of the vocabulary
// that both papers use, in nats.
var uniformLoss = unit.Loss(math.Log(50257))

// warnings returns what must be known about the numbers of q.
func (l Losses) warnings(q Question, none bool) []Note {
	s, n, dF := l.Set, q.N, q.DF
	notes := l.standing(n)
	notes = append(notes, Note{Tentative, nats(l.Unified(n, dF)), nats(l.FineTuned(n, dF))})
	notes = outside(notes, ParamsOutside, s.N, params(n))
	notes = outside(notes, DataOutside, s.DF, chars(dF))
	notes = outside(notes, BaseData, l.Base.About().D, chars(dF))
	notes = outside(notes, BaseData, l.Base.About().D, chars(s.Effective(n, dF)))
	if none {
		notes = append(notes, Note{Code: AtOneCharacter, Value: chars(dF)})
	}
	if limit := LowDataLimit(l.Base, n); dF > limit {
		notes = append(notes, Note{BeyondLowData, chars(dF), chars(limit)})
	}
	notes = append(notes, ossification(l.Base, n, dF)...)
	if loss := l.FromScratch(n, dF); loss > uniformLoss {
		notes = append(notes, Note{LossImplausible, nats(loss), nats(uniformLoss)})
	}
	return notes
}

// standing returns the warnings that go with the base whatever is asked.
func (l Losses) standing(n unit.Params) []Note {
	var notes []Note
	about := l.Base.About()
	if about.Placeholder {
		notes = append(notes, Note{Code: PlaceholderBase})
	}
	if about.CharsPerToken != 0 {
		notes = append(notes, Note{Code: AssumedChars, Value: Quantity{float64(about.CharsPerToken), KindCharsPerToken}})
	}
	if about.Counting != law.NonEmbedding {
		notes = append(notes, Note{Code: CountingDiffers})
	}
	return outside(notes, BaseParams, about.N, params(n))
}

// outside appends a note where q lies outside r.
func outside(notes []Note, c Code, r Range, q Quantity) []Note {
	switch {
	case r == Range{}:
	case q.Amount < r.Lo:
		notes = append(notes, Note{c, q, Quantity{r.Lo, q.Kind}})
	case q.Amount > r.Hi:
		notes = append(notes, Note{c, q, Quantity{r.Hi, q.Kind}})
	}
	return notes
}
