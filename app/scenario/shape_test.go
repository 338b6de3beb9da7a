package scenario

import (
	"context"
	"testing"

	"lossline/app/job"
	"lossline/engine/shape"
	"lossline/engine/unit"
)

// On landing there is a finished answer: a buildable shape as deep as published
// decoders of its size (Llama 3.2 1B has 16 layers, Pythia 1.4B 24, Qwen2.5 1.5B 28)
// within 1 % of a billion parameters.
func TestShapeOnLanding(t *testing.T) {
	o := EvalShape(Default())
	first, ok := o.First()
	if !ok || first.Layers < 16 || first.Layers > 28 {
		t.Fatalf("the first shape is %+v", first)
	}
	if n := float64(first.Shape.Count().Total()); n < 0.99e9 || n > 1.01e9 {
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

// 72B was advised as 32 × 13,568 with 106 heads, by either purpose; Llama 2 70B is
// 80 × 8,192 with 64. T5 keeps DeepNarrow, up to 36 layers a stack.
func TestShapeOf72B(t *testing.T) {
	for _, purpose := range []string{"tuned", "loss"} {
		s := Default()
		s.Shape.Params, s.Shape.Purpose = 7.2e10, purpose
		first, _ := EvalShape(s).First()
		if g := first.Shape.(shape.GPT); g.Layers < 64 || g.Layers > 95 || g.DModel < 8192 || g.DModel > 9216 || g.Heads%8 != 0 {
			t.Errorf("%s: %d × %d, %d heads", purpose, g.Layers, g.DModel, g.Heads)
		}
		s.Shape.Family = ShapeT5
		if first, _ := EvalShape(s).First(); first.Layers > 36 || first.Layers < 32 {
			t.Errorf("T5, %s: %g layers", purpose, first.Layers)
		}
	}
}

// The parts that a shape of one's own can have: Gemma 2 2B from Gemma 2B (26
// layers, four norms; 2,614,341,888 parameters in its checkpoint), Qwen2.5 1.5B from
// Llama 3.2 1B (tied, QKV biases; 1,543,714,304), Qwen3 8B from Llama 3 8B.
func TestOwnParts(t *testing.T) {
	for _, c := range []struct {
		preset string
		own    OwnShape
		want   unit.Params
	}{
		{"gemma-2b", OwnShape{Layers: 26, Width: 2304, KVHeads: 4, FeedForward: 9216, Norms: "4"}, 2_614_341_888},
		{"llama-3.2-1b", OwnShape{Layers: 28, Width: 1536, Heads: 12, KVHeads: 2, HeadDim: 128, FeedForward: 8960, Vocab: 151936, Biases: "qkv"}, 1_543_714_304},
		{"qwen2.5-7b", OwnShape{Layers: 36, Width: 4096, Heads: 32, KVHeads: 8, FeedForward: 12288, Vocab: 151936, Biases: "none", QKNorm: "head"}, 8_190_735_360},
		{"gpt2", OwnShape{FF: "gated", Head: "own"}, 124_439_808 + 12*(768*3072+3072) + 50257*768},
		{"gpt2", OwnShape{Biases: "norms"}, 124_439_808 - 12*(3*768+768+3072+768)},
		{"gpt2", OwnShape{Norms: "1"}, 124_439_808 - 12*2*768},
	} {
		s := Default()
		s.Shape.Preset, s.Shape.Own = c.preset, c.own
		if n := EvalShape(s).Own.Count.Total(); n != c.want {
			t.Errorf("%s with %+v: %.0f parameters, want %.0f", c.preset, c.own, float64(n), float64(c.want))
		}
	}
	// A window of 256 in every layer but each sixth of GPT-2: 2·1024 for two layers, 4·(256 − 256²/2048) for ten.
	s := Default()
	s.Shape.Preset, s.Shape.Own = "gpt2", OwnShape{Window: 256, Global: "6"}
	if got, want := EvalShape(s).Own.Forward.Context, unit.FLOPs(768*(2*2*1024+10*4*(256-32))); got != want {
		t.Errorf("attention %g, want %g", float64(got), float64(want))
	}
}

// Training GPT-2 takes 797,824,512 FLOP a token on every page and at the job door:
// 6·84,934,656 for the matrices, 6·12·1024·768 for the causal half of attention,
// 6·768·50257 for the output head, 12·768 for the embedding (Kaplan et al. 2020, Table 1).
func TestOneCountOfGPT2(t *testing.T) {
	s := Default()
	s.Shape.Preset = "gpt2"
	shapes, guide := EvalShape(s).Own.Forward.Training().Total(), EvalGuide(s).Counts[0].FLOPsCounted
	r, err := job.Do(context.Background(), job.Request{Op: job.OpShape, Shape: &job.ShapeSpec{Layers: 12, Width: 768}})
	door := r.Shape
	if err != nil || shapes != 797_824_512 || guide != shapes || door == nil || door.FLOPsPerToken != float64(shapes) ||
		door.Matrices+door.Attention+door.Head+door.Embedding != door.FLOPsPerToken {
		t.Errorf("Shape %.0f, Guide %.0f, job %+v", float64(shapes), float64(guide), door)
	}
}
