package scenario

import "lossline/engine/plan"

// Regrets is what the shown laws cost each other at the budget of the sentence:
// a row for each that answers, a column for each of those that predicts losses.
func Regrets(s Scenario, o Outcome) (rows [][]plan.Regret, columns []plan.Method) {
	if o.C == 0 {
		return nil, nil
	}
	var ms []plan.Method
	for _, a := range o.Rows {
		ms = append(ms, a.Method)
	}
	return plan.Regrets(ms, o.C, o.Options), plan.Judges(ms)
}
