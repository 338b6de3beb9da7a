package scenario

import (
	"testing"

	"lossline/engine/plan"
	"lossline/engine/unit"
)

func TestTypingABudget(t *testing.T) {
	s := NewState(Default())
	s = Update(s, Typed{FieldBudget, "1e22"})
	if s.Budget != (plan.Budget{FLOPs: 1e22}) || s.Bad() {
		t.Fatalf("budget %+v, bad %v", s.Budget, s.Bad())
	}
	s = Update(s, Settle{})
	before := s.Scenario
	s = Update(s, Typed{FieldBudget, "1e23"})
	s = Update(s, Typed{FieldBudget, "1e2x"}) // by way of 1e23, which was good
	if s.Scenario != before {
		t.Error("a text that cannot be read does not bring the settled scenario back")
	}
	if !s.Bad() || s.Draft(FieldBudget).Text != "1e2x" {
		t.Errorf("the text or its error is lost: %+v", s.Draft(FieldBudget))
	}
	s = Update(s, Slid{FieldBudget, 3e21})
	if s.Bad() || s.Budget.FLOPs != 3e21 || s.Draft(FieldBudget) != (Draft{}) {
		t.Errorf("the slider does not win over the text: %+v", s)
	}
}

// Every kind of bad text in every field leaves scenario and outcome as they were.
func TestBadTextInEveryField(t *testing.T) {
	bad := []string{"abc", "-5", "0", "1e999", "NaN", "1 2", "7m", "1e-30", "1e34x", "１，５", "<script>", "1e30 potatoes"}
	fields := []Field{FieldBudget}
	for _, q := range Quantities() {
		fields = append(fields, q.Field)
	}
	if len(fields) > maxDrafts {
		t.Fatalf("%d fields, and room for the drafts of %d", len(fields), maxDrafts)
	}
	for _, f := range fields {
		for _, text := range bad {
			s := NewState(Default())
			next := Update(s, Typed{f, text})
			if next.Scenario != s.Scenario || !next.Draft(f).Bad() {
				t.Errorf("field %s, %q: scenario changed or no error: %+v", f, text, next.Draft(f))
			}
			if next.Draft(f).Text != text {
				t.Errorf("field %s: the text %q became %q", f, text, next.Draft(f).Text)
			}
		}
	}
}

func TestEmptyBatchIsTheRule(t *testing.T) {
	s := Update(NewState(Default()), Typed{FieldBatch, "4M"})
	if s.Batch != 4e6 {
		t.Fatalf("batch %g", s.Batch)
	}
	s = Update(s, Typed{FieldBatch, ""})
	if s.Batch != 0 || s.Bad() {
		t.Errorf("batch %g, bad %v", s.Batch, s.Bad())
	}
}

func TestHeadIsAlwaysShown(t *testing.T) {
	s := NewState(Default())
	s = Update(s, ChooseHead{"hoffmann2022.a1"})
	if s.Head != "hoffmann2022.a1" || !s.Shown.Has("hoffmann2022.a1") {
		t.Errorf("head %s, shown %v", s.Head, s.Shown.IDs())
	}
	if s = Update(s, Show{"hoffmann2022.a1", false}); !s.Shown.Has("hoffmann2022.a1") {
		t.Error("the law of the sentence was taken away")
	}
	if s = Update(s, ChooseHead{"nobody2020"}); s.Head != "hoffmann2022.a1" {
		t.Error("an unknown law was chosen")
	}
}

// The point follows the plan of the law in the sentence until somebody moves it,
// and its cost is 6ND.
func TestPoint(t *testing.T) {
	s := NewState(Default())
	o := Eval(s.Scenario)
	if o.N != o.Head.N || o.D != o.Head.D {
		t.Errorf("the point %g, %g does not follow the plan %g, %g", o.N, o.D, o.Head.N, o.Head.D)
	}
	s = Update(s, Typed{FieldParams, "70B"})
	s = Update(s, Typed{FieldTokens, "1.4T"})
	o = Eval(s.Scenario)
	if o.PointC != unit.FLOPs(6*70e9*1.4e12) {
		t.Errorf("6ND = %g", o.PointC)
	}
	// L(70B, 1.4T), in double precision from the published constants.
	want := map[string]float64{"besiroglu2024.1": 1.9739, "hoffmann2022.2": 1.9208}
	for _, l := range o.Losses {
		if w, ok := want[l.Method.ID]; ok && (float64(l.Loss) < w-5e-5 || float64(l.Loss) > w+5e-5) {
			t.Errorf("%s: L = %.5f, want %.4f", l.Method.ID, l.Loss, w)
		}
	}
	if s = Update(s, Follow{}); s.N != 0 || s.D != 0 {
		t.Error("the point does not follow again")
	}
}

// The spread is over laws that count parameters as the headline does: at
// 5.76e23 FLOP Hoffmann's 40.4B to Besiroglu's 72.2B, and not Kaplan.
func TestSpread(t *testing.T) {
	o := Eval(Default())
	if o.Spread.Methods != 2 || o.Spread.N.Lo < 4.03e10 || o.Spread.N.Lo > 4.04e10 || o.Spread.N.Hi < 7.22e10 || o.Spread.N.Hi > 7.23e10 {
		t.Errorf("spread %+v", o.Spread)
	}
	if len(o.Rows) != 3 {
		t.Errorf("%d rows", len(o.Rows))
	}
}

// Links and drafts go by these keys.
func TestKeysAreUnique(t *testing.T) {
	seen := map[string]bool{"v": true, "p": true, "law": true, "cmp": true, "c": true, "dev": true, "cnt": true,
		"sec": true, "mfu": true, "pool": true, "kap": true, "z": true}
	add := func(key string) {
		if seen[key] {
			t.Errorf("the key %s stands twice", key)
		}
		seen[key] = true
	}
	for _, q := range Quantities() {
		add(string(q.Field))
	}
	for _, c := range Choices() {
		add(c.Key)
		if len(c.Values) < 2 || defaultOf(c) != c.Values[0] {
			t.Errorf("the first value of %s is not the default", c.Key)
		}
	}
}

func defaultOf(c Choice) string {
	s := Default()
	return *c.At(&s)
}

// A field in hand shows what the reader left in it, even nothing; what was typed
// badly does not follow to where the field is not.
func TestDraftsStayWithTheirField(t *testing.T) {
	s := Update(NewState(Default()), Typed{FieldParams, ""})
	if d := s.Draft(FieldParams); !d.Held || d.Text != "" || d.Bad() {
		t.Errorf("an emptied field: %+v", d)
	}
	s = Update(s, Let{FieldParams})
	if s.Draft(FieldParams).Held {
		t.Error("a field that was let go is still in hand")
	}
	bad := Update(s, Typed{FieldBudget, "abc"})
	if !bad.Bad() || Update(bad, Choose{"ask", GivenLoss}).Bad() || Update(bad, Leave{}).Bad() {
		t.Error("a bad text follows to where its field is not")
	}
}

// What hardware a field takes a link takes too.
func TestAcceptedBudgetsAreWithinTheLimitsOfLinks(t *testing.T) {
	for _, text := range []string{"1e10 H100 for 1 hour", "1 H100 for 40000 years", "64 H100 for 21 days at 0.00001%"} {
		if s := Update(NewState(Default()), Typed{FieldBudget, text}); !s.Bad() {
			t.Errorf("%q is taken as %+v, which no link can hold", text, s.Budget)
		}
	}
}
