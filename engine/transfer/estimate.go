package transfer

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"lossline/engine/unit"
)

// Settings say how D_T is measured. The zero of a field is its default.
type Settings struct {
	// MaxDF is the largest fine-tuning set of the fits, default 2²⁰ tokens. The
	// from-scratch runs of Kim 2021 pause there: D_T of these sets is read off
	// the gap above it, that of larger ones is not, and the two do not join.
	MaxDF unit.Tokens

	// MaxStep is the factor between two neighbouring from-scratch sets above
	// which an interpolation counts as one across a gap, default 4.
	MaxStep float64

	// Grid, where given, restricts the from-scratch runs to sets of these sizes;
	// see CommonGrid.
	Grid []unit.Tokens
}

func (s *Settings) withDefaults() Settings {
	var t Settings
	if s != nil {
		t = *s
	}
	if t.MaxDF == 0 {
		t.MaxDF = 1 << 20
	}
	if t.MaxStep == 0 {
		t.MaxStep = 4
	}
	return t
}

func (s Settings) check() error {
	if err := need("largest D_F", float64(s.MaxDF)); err != nil {
		return err
	}
	if !(s.MaxStep > 1) {
		return &InputError{"widest step", s.MaxStep, "above 1"}
	}
	return nil
}

// plateauFall is the fall of the loss over the last step of a from-scratch
// curve above which its end is not taken for L(N,∞): the 1 % that defines D(N).
const plateauFall = 0.01

// Estimate is the transfer that one pre-trained run shows, in tokens.
type Estimate struct {
	Run
	ScratchLoss unit.Loss // from scratch on the same set; 0: not run

	// Known is false where the loss lies beyond the from-scratch runs: D_E and
	// D_T are then 0, and what is known is that D_E > Below or D_E < Above.
	Known  bool
	DE, DT unit.Tokens

	// The from-scratch sets on both sides of D_E; 0: none. If the loss falls with
	// data throughout, D_E is surely between them, wherever the curve runs.
	Below, Above unit.Tokens

	RelError   float64     // relative error of D_E from reading the losses
	DataNeeded unit.Tokens // D(N) at 99 %, with the largest from-scratch set for infinite data
	Used       bool        // in the fits
	Notes      []Note      // where the law does not hold, or the number is doubtful
}

// Has says whether e carries the code.
func (e Estimate) Has(c Code) bool {
	return slices.ContainsFunc(e.Notes, func(n Note) bool { return n.Code == c })
}

// Verdict says whether the law holds at an estimate.
type Verdict uint8

// The verdicts.
const (
	Holds         Verdict = iota + 1 // in the low-data regime and within a factor of 2 of the fitted law
	Fails                            // in the low-data regime and off the fitted law, or D_T < 0
	OutsideRegime                    // D_F above 0.1·D(N), where no law is claimed
	CannotTell                       // D_T is not known, is within its error, or rests on a gap of the grid
)

// String is the verdict's key, the same in every language.
func (v Verdict) String() string {
	switch v {
	case Holds:
		return "holds"
	case Fails:
		return "fails"
	case OutsideRegime:
		return "outside-regime"
	case CannotTell:
		return "cannot-tell"
	}
	return ""
}

// Verdict judges e after AlphaFit.Judge; its Notes give the reasons.
func (e Estimate) Verdict() Verdict {
	switch {
	case e.Has(AboveLowData):
		return OutsideRegime
	case !e.Known || e.Has(WithinReading) || e.Has(GridGap):
		return CannotTell
	case e.Has(PretrainingHurts) || e.Has(OffLaw):
		return Fails
	}
	return Holds
}

// Estimates measures the effective data of every pre-trained run: D_E is the
// data at which the from-scratch curve of the same language and size has its
// loss, interpolated linearly in log L over log D between neighbouring runs and
// never beyond them, and D_T = D_E − D_F. They come by language, size and D_F.
func Estimates(runs []Run, s *Settings) ([]Estimate, error) {
	t := s.withDefaults()
	if err := t.check(); err != nil {
		return nil, err
	}
	curves, err := curvesOf(runs, t.Grid)
	if err != nil {
		return nil, err
	}
	var es []Estimate
	for _, r := range runs {
		if !r.Pretrained {
			continue
		}
		g := group{r.Language, r.N}
		if len(curves[g]) < 2 {
			return nil, fmt.Errorf("transfer: %v: fewer than 2 from-scratch runs", g)
		}
		es = append(es, curves[g].estimate(r, t))
	}
	slices.SortFunc(es, func(a, b Estimate) int {
		return cmp.Or(cmp.Compare(a.Language, b.Language), cmp.Compare(a.N, b.N), cmp.Compare(a.D, b.D))
	})
	return es, nil
}

func (c curve) estimate(r Run, t Settings) Estimate {
	e := Estimate{Run: r}
	for _, s := range c {
		if s.D == r.D {
			e.ScratchLoss = s.Loss
		}
	}
	var fall float64
	e.DataNeeded, fall = c.dataNeeded()
	note := func(code Code, value, limit Quantity) { e.Notes = append(e.Notes, Note{code, value, limit}) }
	if fall > plateauFall {
		note(NoPlateau, share(fall), share(plateauFall))
	}
	if low := LowDataShare * e.DataNeeded; r.D > low {
		note(AboveLowData, tokens(r.D), tokens(low))
	} else if r.D > t.MaxDF {
		note(AboveFit, tokens(r.D), tokens(t.MaxDF))
	}
	if r.Reading != Clean {
		note(PoorReading, share(r.Reading.RelError()), Quantity{})
	}
	c.interpolate(&e, t)
	e.Used = e.Known && e.DT > 0 && r.D <= t.MaxDF && !e.Has(AboveLowData) && !e.Has(WithinReading)
	return e
}

// interpolate fills in what the curve says of e's loss.
func (c curve) interpolate(e *Estimate, t Settings) {
	note := func(code Code, value, limit Quantity) { e.Notes = append(e.Notes, Note{code, value, limit}) }
	i, crossings := c.locate(e.Loss)
	if crossings == 0 {
		end := c[len(c)-1]
		e.Below = end.D
		if e.Loss > end.Loss {
			end = c[0]
			e.Below, e.Above = 0, end.D
		}
		note(OffGrid, nats(e.Loss), nats(end.Loss))
		return
	}
	e.Known = true
	e.Below, e.Above = c[i].D, c[i+1].D
	e.DE = c.at(i, e.Loss)
	e.DT = e.DE - e.D
	reading := max(c[i].Reading, c[i+1].Reading)
	e.RelError = math.Hypot(e.Reading.RelError(), reading.RelError()) / math.Abs(c.slope(i))
	if crossings > 1 {
		note(Ambiguous, count(crossings), Quantity{})
	}
	if step := float64(e.Above / e.Below); step > t.MaxStep {
		note(GridGap, ratio(step), ratio(t.MaxStep))
	}
	if spread := e.DE * unit.Tokens(e.RelError); unit.Tokens(math.Abs(float64(e.DT))) <= spread {
		note(WithinReading, tokens(e.DT), tokens(spread))
	} else if e.DT < 0 {
		note(PretrainingHurts, tokens(e.DE), tokens(e.D))
	}
}
