package ui

import (
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Exact is the full value of a number, for its data element.
func Exact[T ~float64](v T) string { return strconv.FormatFloat(float64(v), 'g', -1, 64) }

// FieldText is what stands in a field: what is being typed or else the
// scenario's own value.
func (c Context) FieldText(f scenario.Field) string {
	d := c.State.Draft(f)
	if d.Held || d.Text != "" || d.Bad() {
		return d.Text
	}
	switch f {
	case scenario.FieldBudget:
		return c.T.BudgetText(c.State.Budget)
	case scenario.FieldData:
		if v := c.State.DataBytes(); v > 0 {
			return text.Typed(unit.KindBytes, float64(v))
		}
	case scenario.FieldParams:
		if c.State.N == 0 {
			return unit.Compact(float64(c.Outcome.N)) // the plan's own, to be read and not to be kept
		}
	case scenario.FieldTokens:
		if c.State.D == 0 {
			return unit.Compact(float64(c.Outcome.D))
		}
	}
	for _, q := range scenario.Quantities() {
		if v := *q.At(&c.State.Scenario); q.Field == f && v != 0 {
			return text.Typed(q.Kind, v)
		}
	}
	return ""
}

// FieldError says what is wrong with what stands in a field.
func (c Context) FieldError(f scenario.Field) string {
	if d := c.State.Draft(f); d.Bad() {
		return c.T.ParseError(d.Err)
	}
	return ""
}

// KeyClass is the class of a method's colour key.
func KeyClass(id string) string { return "key-" + strconv.Itoa(int(RoleOf(id))) }

// LossWarnings are the warnings of a loss beside its extrapolation, which has a
// column of its own.
func LossWarnings(c Context, l scenario.AtPoint) []law.Warning {
	ws := []law.Warning{{Code: plan.LossesNotAlike}}
	if l.Method.Superseded {
		ws = append(ws, law.Warning{Code: plan.Superseded})
	}
	return ws
}

// Quantity is a field for a quantity with a slider beside it. value is what
// stands there, chosen or not; lo and hi bound the slider, not the field.
func (c Context) Quantity(f scenario.Field, id, label, help, reading string, value, lo, hi float64, spoken string) h.UI {
	Breathe()
	return h.Div().Class("field").Class("range").Body(
		&TextField{ID: id, Label: label, Help: help, Field: f, Send: c.Send,
			Text: c.FieldText(f), Error: c.FieldError(f), Reading: reading},
		&Slider{ID: id + "-slider", Label: label, Field: f, Send: c.Send, Value: value, Min: lo, Max: hi, Spoken: spoken},
	)
}

// Labels names the values of a Choice. A value without a label is a mistake, which a test of the written pages finds.
type Labels map[string]string

// Choice is a menu for a Choice.
func (c Context) Choice(key, id, label, help string, names Labels) h.UI {
	Breathe()
	for _, x := range scenario.Choices() {
		if x.Key != key {
			continue
		}
		var options []Option
		for _, v := range x.Values {
			options = append(options, Option{Value: v, Label: names[v]})
		}
		return &Select{ID: id, Label: label, Help: help, Value: *x.At(&c.State.Scenario), Options: options, Send: c.Send,
			Make: func(v string) scenario.Msg { return scenario.Choose{Key: key, Value: v} }}
	}
	return h.Div()
}
