package scenario

import (
	"testing"

	"lossline/engine/shape"
	"lossline/engine/unit"
)

// On landing there is a finished answer: a buildable shape in DeepNarrow's band
// within 5 % of a billion parameters.
func TestShapeOnLanding(t *testing.T) {
	o := EvalShape(Default())
	first, ok := o.First()
	if !ok || first.Layers < 32 || first.Layers > 36 {
		t.Fatalf("the first shape is %+v", first)
	}
	if n := float64(first.Shape.Count().Total()); n < 0.95e9 || n > 1.05e9 {
		t.Errorf("%g parameters", n)
	}
	if o.Own.Shape != first.Shape || o.Own.Count != first.Shape.Count() {
		t.Errorf("the shape that is counted is %+v", o.Own.Shape)
	}
	if len(o.Table4) != 14 || len(o.Aspects) == 0 || len(o.All) < len(o.Advice.Candidates) {
		t.Errorf("%d rows, %d groups, %d shapes", len(o.Table4), len(o.Aspects), len(o.All))
	}
}

// The engine is asked what the page says: each budget in its own unit.
func TestShapeBudgets(t *testing.T) {
	for by, want := range map[string]shape.Budget{
		ShapeByParams: shape.BudgetParams, ShapeByFLOPs: shape.BudgetTrainingFLOPs, ShapeByMemory: shape.BudgetMemory,
	} {
		s := Update(NewState(Default()), Choose{ShapeByKey, by})
		o := EvalShape(s.Scenario)
		if o.Request.Budget != want || len(o.Advice.Candidates) == 0 {
			t.Errorf("%s: budget %d, %d shapes", by, o.Request.Budget, len(o.Advice.Candidates))
		}
	}
	s := Update(NewState(Default()), Choose{ShapeByKey, ShapeByMemory})
	s = Update(s, Typed{FieldShapeMemory, "80 GB"})
	first, _ := EvalShape(s.Scenario).First()
	if first.MemoryBytes < 0.95*80e9 || first.MemoryBytes > 1.05*80e9 {
		t.Errorf("80 GB became %g bytes", first.MemoryBytes)
	}
}

// The first 8B model of Llama 3 with as many key and value heads as heads:
// 32 layers · 4096 · 2 · (32 − 8)·128 parameters more.
func TestOwnShape(t *testing.T) {
	s := Update(NewState(Default()), Choose{ShapePresetKey, "llama3-8b"})
	if n := EvalShape(s.Scenario).Own.Count.Total(); n != 8_030_261_248 {
		t.Fatalf("Llama 3 has %.0f parameters", float64(n))
	}
	s = Update(s, Typed{FieldOwnKV, "32"})
	if n := EvalShape(s.Scenario).Own.Count.Total(); n != 8_030_261_248+unit.Params(32*4096*2*24*128) {
		t.Errorf("with 32 key and value heads %.0f", float64(n))
	}
	s = Update(s, Typed{FieldOwnKV, "5"})
	if own := EvalShape(s.Scenario).Own; own.Err == nil || own.Err.Field != "KVHeads" {
		t.Errorf("5 key and value heads for 32: %v", own.Err)
	}
	// Multi-head attention stays so when the heads change.
	s = Update(NewState(Default()), Choose{ShapePresetKey, "gpt2"})
	s = Update(s, Typed{FieldOwnHeads, "24"})
	if g := EvalShape(s.Scenario).Own.Shape.(shape.GPT); g.KVHeads != 24 {
		t.Errorf("24 heads on %d key and value heads", g.KVHeads)
	}
}
