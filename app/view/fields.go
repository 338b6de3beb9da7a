package view

import (
	"strconv"
	"strings"

	"lossline/app/figure"
	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// exact is the full value of a number, for its data element.
func exact[T ~float64](v T) string { return strconv.FormatFloat(float64(v), 'g', -1, 64) }

// fieldText is what stands in a field: what is being typed or else the
// scenario's own value.
func (c Context) fieldText(f scenario.Field) string {
	d := c.State.Drafts[f]
	if d.Text != "" || d.Bad() {
		return d.Text
	}
	switch f {
	case scenario.FieldBudget:
		return c.T.BudgetText(c.State.Budget)
	case scenario.FieldParams:
		if c.State.N == 0 {
			return unit.Compact(float64(c.Outcome.N)) // the plan's own, to be read and not to be kept
		}
		return text.Typed(c.State.N)
	case scenario.FieldTokens:
		if c.State.D == 0 {
			return unit.Compact(float64(c.Outcome.D))
		}
		return text.Typed(c.State.D)
	case scenario.FieldBatch:
		if c.State.Batch > 0 {
			return text.Typed(c.State.Batch)
		}
	}
	return ""
}

func (c Context) fieldError(f scenario.Field) string {
	if d := c.State.Drafts[f]; d.Bad() {
		return c.T.ParseError(d.Err)
	}
	return ""
}

// keyClass is the class of a method's colour key.
func keyClass(id string) string { return "key-" + strconv.Itoa(int(figure.RoleOf(id))) }

// lossWarnings are the warnings of a loss beside its extrapolation, which has a
// column of its own.
func (c Context) lossWarnings(l scenario.AtPoint) []plan.Warning {
	ws := []plan.Warning{{Code: plan.LossesNotAlike}}
	if l.Method.Superseded {
		ws = append(ws, plan.Warning{Code: plan.Superseded})
	}
	return ws
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
