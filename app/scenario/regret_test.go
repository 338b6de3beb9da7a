package scenario

import (
	"testing"

	"lossline/engine/law"
	"lossline/engine/plan"
)

// The table has the shown laws that answer, the fit of one's own among them, at
// the budget of the sentence; without a plan there is none.
func TestRegrets(t *testing.T) {
	s := Default()
	_, set, _ := law.SetByID("besiroglu2024.1")
	s.Own = OwnLaw{Law: "chinchilla"}
	copy(s.Own.Theta[:], set.Theta)
	s.Shown = s.Shown.With(plan.OwnID, true).With("hoffmann2022.a1", true)
	rows, columns := Regrets(s, Eval(s))
	if len(rows) != 5 || len(columns) != 4 {
		t.Fatalf("%d rows, %d columns", len(rows), len(columns))
	}
	last := rows[len(rows)-1]
	if r := last[len(last)-1]; r.Followed.ID != plan.OwnID || r.Right.ID != plan.OwnID || r.Excess != 0 {
		t.Errorf("the own law against itself: %+v", r)
	}
	if r := last[0]; r.Excess != 0 { // the same coefficients as Besiroglu's
		t.Errorf("the own law against its twin: %g", float64(r.Excess))
	}
	s.Ask.Given, s.Ask.Target, s.Shown = GivenLoss, 1, Methods(0).With(s.Head, true)
	if rows, _ := Regrets(s, Eval(s)); rows != nil {
		t.Error("a table without a plan")
	}
}
