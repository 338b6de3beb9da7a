package plan

import (
	"fmt"
	"strconv"

	"lossline/engine/unit"
)

// DefaultUtilisation is assumed where a budget of hardware does not say which
// share of the peak it reaches. It is always shown as an assumption. Well-run
// dense training on hundreds of accelerators is usually reported at 0.35 to 0.5.
const DefaultUtilisation = 0.40

// Budget is what somebody has to spend: an amount of FLOPs or, where Device is
// set, accelerators for a time. Budgets are comparable with ==.
type Budget struct {
	FLOPs       unit.FLOPs // used where Device is empty
	Device      string     // an Accelerator's ID
	Count       float64
	Time        unit.Duration
	Utilisation float64 // model FLOPs utilisation, 0 < u <= 1; 0 stands for DefaultUtilisation
	Pooled      bool    // said as device-time, "1000 H100-days": only Count·Time is meant
}

// Total returns the budget as compute:
//
//	C = count · time · peak · utilisation
//
// where peak is the dense bf16 peak of the device. An unknown device is an error.
func (b Budget) Total() (unit.FLOPs, error) {
	if b.Device == "" {
		return b.FLOPs, nil
	}
	a, ok := AcceleratorByName(b.Device)
	if !ok {
		return 0, fmt.Errorf("unknown accelerator %q", b.Device)
	}
	return unit.FLOPs(b.Count * float64(b.Time) * float64(a.Peak) * b.MFU()), nil
}

// MFU is the utilisation in force.
func (b Budget) MFU() float64 {
	if b.Utilisation == 0 {
		return DefaultUtilisation
	}
	return b.Utilisation
}

// DeviceTime returns for how long one device of kind a would have to run at
// utilisation u to spend c.
func DeviceTime(c unit.FLOPs, a Accelerator, u float64) unit.Duration {
	return unit.Duration(float64(c) / (float64(a.Peak) * u))
}

// Codes of ParseBudget, beside those of package unit.
const (
	BelowLimit unit.Code = "below-limit" // Word is the limit
	AboveLimit unit.Code = "above-limit" // Word is the limit
)

// Limits is a closed interval of accepted values.
type Limits struct{ Lo, Hi float64 }

// BudgetLimits are the budgets that can be planned for: beyond them no law was
// ever meant to speak.
var BudgetLimits = Limits{1e10, 1e35}

// Check returns nil for a v within the limits and else a *unit.ParseError for
// the input that gave it.
func (l Limits) Check(v float64, input string, want unit.Kind) error {
	e := unit.ParseError{Input: input, At: -1, Want: want}
	switch {
	case v < l.Lo:
		e.Code, e.Word = BelowLimit, strconv.FormatFloat(l.Lo, 'g', -1, 64)
	case v > l.Hi:
		e.Code, e.Word = AboveLimit, strconv.FormatFloat(l.Hi, 'g', -1, 64)
	default:
		return nil
	}
	return &e
}

// What hardware a budget may name; links accept the same.
var (
	CountLimits       = Limits{1e-6, 1e9}
	TimeLimits        = Limits{1e-3, 1e12} // seconds
	UtilisationLimits = Limits{1e-6, 1}
)

// ParseBudget reads a budget as a person writes it: "5.76e23", "1000 PF-days",
// "64 H100 for 21 days at 40%". Its error is a *unit.ParseError.
func ParseBudget(text string) (Budget, error) {
	c, err := unit.ParseCompute(text, func(name string) (string, bool) {
		a, ok := AcceleratorByName(name)
		return a.ID, ok
	})
	if err != nil {
		return Budget{}, err
	}
	h := c.Hardware
	b := Budget{FLOPs: c.FLOPs, Device: h.Device, Count: h.Count, Time: h.Time, Utilisation: h.Utilisation, Pooled: h.Pooled}
	if b.Device != "" {
		for _, p := range []struct {
			limits Limits
			v      float64
		}{{CountLimits, b.Count}, {TimeLimits, float64(b.Time)}, {UtilisationLimits, b.MFU()}} {
			if err := p.limits.Check(p.v, text, unit.KindFLOPs); err != nil {
				return Budget{}, err
			}
		}
	}
	total, err := b.Total()
	if err != nil {
		return Budget{}, err
	}
	if err := BudgetLimits.Check(float64(total), text, unit.KindFLOPs); err != nil {
		return Budget{}, err
	}
	return b, nil
}
