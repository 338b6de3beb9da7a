package shape

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// published is the size of each decoder as its paper or card prints it, rounded.
// Chinchilla's and Gopher's hold the projections of relative positions (Rae et al.
// 2021, section 2.1), about layers × d_model².
var published = map[string]float64{
	"gpt2": 1.24e8, "gpt2-xl": 1.558e9, "gpt-3-175b": 1.746e11, "gpt-3-6.7b": 6.7e9, "llama-7b": 6.738e9, "llama-13b": 1.302e10,
	"llama-33b": 3.253e10, "llama-65b": 6.529e10, "llama-2-70b": 6.898e10, "llama3-8b": 8.03e9, "llama-3-70b": 7.055e10,
	"llama-3.1-405b": 4.059e11, "llama-3.2-1b": 1.236e9, "llama-3.2-3b": 3.213e9, "mistral-7b": 7.242e9, "qwen2.5-0.5b": 4.94e8,
	"qwen2.5-1.5b": 1.544e9, "qwen2.5-3b": 3.086e9, "qwen2.5-7b": 7.616e9, "qwen2.5-14b": 1.477e10, "qwen2.5-32b": 3.276e10,
	"qwen2.5-72b": 7.271e10, "gemma-2b": 2.506e9, "gemma-7b": 8.538e9, "gemma-2-9b": 9.242e9, "gemma-2-27b": 2.723e10,
	"olmo-2-7b": 7.299e9, "olmo-2-13b": 1.372e10, "phi-3-mini": 3.821e9, "smollm2-1.7b": 1.711e9, "smollm2-135m": 1.345e8,
	"smollm2-360m": 3.62e8, "tinyllama-1.1b": 1.1e9, "pythia-410m": 4.05e8, "pythia-1.4b": 1.415e9, "pythia-6.9b": 6.857e9,
	"pythia-12b": 1.185e10, "falcon-40b": 4.13e10, "bloom-176b": 1.762e11, "opt-66b": 6.6e10, "chinchilla-70b": 7e10,
	"gopher-280b": 2.8e11, "palm-540b": 5.404e11, "mpt-7b": 6.65e9, "yi-34b": 3.439e10, "deepseek-llm-67b": 6.742e10,
	"qwen3-8b": 8.191e9, "qwen3-32b": 3.276e10,
}

func TestDecoders(t *testing.T) {
	list, err := Decoders()
	if err != nil || len(list) != 48 || len(published) != 48 {
		t.Fatalf("%d decoders, %v", len(list), err)
	}
	for _, d := range list {
		got := float64(d.Shape.Count().Total())
		if off := got/published[d.ID] - 1; !(math.Abs(off) <= 0.007) {
			t.Errorf("%s: %.0f parameters, published %g (%.2g)", d.Name, got, published[d.ID], off)
		}
		if d.Released && got != float64(d.Params) {
			t.Errorf("%s: %.0f parameters, the checkpoint has %.0f", d.Name, got, float64(d.Params))
		}
		if !d.Released && float64(d.Params) != published[d.ID] {
			t.Errorf("%s: %g and %g", d.Name, float64(d.Params), published[d.ID])
		}
	}
}

// Where a part is expressed the count is that of the checkpoint: the totals are
// those of the weight files' headers (for BLOOM the model card's). Without the part
// it is off by what the part holds.
func TestPartsCount(t *testing.T) {
	list, _ := Decoders()
	for _, c := range []struct {
		id    string
		total float64
		plain func(*GPT)
		less  float64
	}{
		{"gemma-2-9b", 9_241_705_984, func(g *GPT) { g.Norms = 0 }, 42 * 2 * 3584},
		{"gemma-2-27b", 27_227_128_320, func(g *GPT) { g.Norms = 0 }, 46 * 2 * 4608},
		{"qwen3-8b", 8_190_735_360, func(g *GPT) { g.QKNorm = NoQKNorm }, 36 * 2 * 128},
		{"qwen3-32b", 32_762_123_264, func(g *GPT) { g.QKNorm = NoQKNorm }, 64 * 2 * 128},
		{"olmo-2-7b", 7_298_617_344, func(g *GPT) { g.QKNorm = NoQKNorm }, 32 * 2 * 4096},
		{"olmo-2-13b", 13_716_198_400, func(g *GPT) { g.QKNorm = NoQKNorm }, 40 * 2 * 5120},
		{"bloom-176b", 176_247_271_424, func(g *GPT) { g.EmbedNorm = false }, 2 * 14336},
		{"falcon-40b", 41_303_293_952, func(g *GPT) { g.NormBias = false }, (2*60 + 1) * 8192},
		{"qwen2.5-1.5b", 1_543_714_304, func(g *GPT) { g.Biases = NoBias }, 28 * (12 + 2*2) * 128}, // tied, with QKV biases
	} {
		d := list[slices.IndexFunc(list, func(d Decoder) bool { return d.ID == c.id })]
		if got := float64(d.Shape.Count().Total()); got != c.total || float64(d.Params) != c.total {
			t.Errorf("%s: %.0f parameters, the checkpoint has %.0f", c.id, got, c.total)
		}
		if less := c.total - float64(with(d.Shape, c.plain).Count().Total()); less != c.less {
			t.Errorf("%s: the part holds %.0f, want %.0f", c.id, less, c.less)
		}
	}
	// Gemma 2 2B, which is not in the list: 26 layers, 2,614,341,888 parameters.
	g := GPT{Layers: 26, DModel: 2304, Heads: 8, KVHeads: 4, HeadDim: 256, DFF: 9216, Gated: true, Tied: true,
		Vocab: 256000, ContextLength: 8192, Parts: Parts{Norms: 4}}
	if got := g.Count().Total(); got != 2_614_341_888 {
		t.Errorf("Gemma 2 2B: %.0f parameters", float64(got))
	}
	// PaLM's parallel block has one norm where a serial one has two.
	if one, two := with(g, func(g *GPT) { g.Norms = 1 }).Count(), with(g, func(g *GPT) { g.Norms = 2 }).Count(); two.Norms-one.Norms != 26*2304 {
		t.Errorf("a norm a layer holds %d", two.Norms-one.Norms)
	}
}

// The context term against counting what each token sees: token i of n sees
// min(i, w) tokens, at 4·d_attn FLOPs each (scores and values). Kaplan's row takes
// i − 1/2 for i, which the sum does as well.
func TestWindow(t *testing.T) {
	g := GPT{Layers: 6, DModel: 128, Heads: 2, KVHeads: 1, HeadDim: 64, DFF: 512, Vocab: 1000, ContextLength: 1000}
	for _, c := range []struct{ window, every, global int }{{0, 0, 6}, {100, 0, 0}, {100, 2, 3}, {100, 6, 1}, {1000, 0, 6}, {5000, 2, 6}} {
		g.Window, g.GlobalEvery = c.window, c.every
		want, kept := 0.0, 0.0
		for layer := 1; layer <= g.Layers; layer++ {
			w := float64(c.window)
			if layer <= c.global {
				w = 1000
			}
			for i := 1; i <= 1000; i++ {
				want += 4 * 128 * min(float64(i)-0.5, w) / 1000
			}
			kept += 2 * 64 * w / 1000
		}
		if got := float64(g.Forward().Context); math.Abs(got/want-1) > 1e-3 {
			t.Errorf("%+v: %g FLOP a token for attention, %g by counting", c, got, want)
		}
		if got := float64(g.KVCache()); math.Abs(got-kept) > 0.5 {
			t.Errorf("%+v: %g values kept, want %g", c, got, kept)
		}
	}
}

// The regression in Python (local linear, weights exp(−(Δ ln N)²/2 ln² 2) + 0.03,
// solved by centred sums): layers 19.1, 24.4, 34.2, 41.6, 75.9, 107.2.
func TestLadder(t *testing.T) {
	for n, want := range map[float64]float64{1e8: 19.1, 1e9: 24.4, 7e9: 34.2, 1.3e10: 41.6, 7.2e10: 75.9, 4e11: 107.2} {
		if got, _ := Ladder(unitParams(n)); math.Abs(got-want) > 0.051 {
			t.Errorf("%g: %.2f layers, want %g", n, got, want)
		}
	}
	// Where nobody was, the power law of all 48: 0.534 a decade for depth (Python: 5.0 layers at 1e6).
	if got, _ := Ladder(1e6); math.Abs(got-5.0) > 0.051 {
		t.Errorf("1e6: %.2f layers", got)
	}
}

// 72B was advised as 32 × 13,568. Llama 2 70B, Llama 3 70B, Qwen2.5 72B and
// Chinchilla are 80 × 8,192, OPT 66B 64 × 9,216, DeepSeek 67B 95 × 8,192. At every
// size the first shape is no deeper, shallower, wider or narrower than the published
// decoders within a factor of two of it, but for a quarter.
func TestAdviceIsPlausible(t *testing.T) {
	list, _ := Decoders()
	for _, n := range []float64{1.2e8, 3.5e8, 1e9, 1.6e9, 3e9, 7e9, 1.3e10, 3.3e10, 4.5e10, 7.2e10, 1.8e11, 4e11} {
		a := mustAdvise(t, request(FamilyGPT, func(r *Request) { r.Amount, r.Vocab = n, 32000 })).Candidates[0]
		lo, hi, thin, wide := math.Inf(1), 0.0, math.Inf(1), 0.0
		for _, d := range list {
			if q := float64(d.Params) / n; q > 0.5 && q < 2 {
				l, w := float64(d.Shape.Layers), float64(d.Shape.DModel)
				lo, hi, thin, wide = min(lo, l), max(hi, l), min(thin, w), max(wide, w)
			}
		}
		l, w := a.Layers, float64(a.Shape.Width())
		t.Logf("%g: %.0f × %.0f, miss %.3g, heads of %d", n, l, w, a.Miss, a.Shape.(GPT).Heads)
		if l < lo/1.25 || l > hi*1.25 || w < thin/1.25 || w > wide*1.25 {
			t.Errorf("%g: %.0f × %.0f, published have %.0f to %.0f layers of %.0f to %.0f", n, l, w, lo, hi, thin, wide)
		}
		if n == 7.2e10 && (l < 64 || l > 95 || w < 8192 || w > 9216) {
			t.Errorf("72B: %.0f × %.0f", l, w)
		}
	}
}

// The first shape is the nearest to the budget of all that are equally near to the
// ladder, and each is the nearest of its widths.
func TestNearestFirst(t *testing.T) {
	for _, n := range []float64{1.033e9, 2.2e9, 9.6e9, 7.2e10} {
		r := request(FamilyGPT, func(r *Request) { r.Amount, r.Max = n, 1000 })
		list := mustAdvise(t, r).Candidates
		first := math.Abs(list[0].Miss)
		for _, c := range list {
			near := offLadder(c.Shape) <= onLadder && c.Kaplan.Zone == InRange
			if near && math.Abs(c.Miss) < first {
				t.Errorf("%g: %v is nearer than %v", n, c.Shape, list[0].Shape)
			}
			for _, step := range []int{-1, 1} {
				g := c.Shape.(GPT)
				g.Layers += step
				if g.Layers <= maxDepth && KaplanRange(AspectRatio(g)).Zone == c.Kaplan.Zone && math.Abs(r.miss(g)) < math.Abs(c.Miss) {
					t.Errorf("%g: %d layers are nearer than %v", n, g.Layers, c.Shape)
				}
			}
		}
	}
}

func TestDecodersErrors(t *testing.T) {
	for want, text := range map[string]string{
		"row 2, column parts":   strings.Replace(decodersCSV, "tied bias positions", "tied bias wings", 1),
		"row 2, column d_model": strings.Replace(decodersCSV, ",12,768,12,12,", ",12,768,12,5,", 1),
		"row 2, column params":  strings.Replace(decodersCSV, "124439808", "-1", 1),
	} {
		if _, err := ParseDecoders("d", text); err == nil || !strings.HasPrefix(err.Error(), "d: "+want) {
			t.Errorf("%v, want d: %s…", err, want)
		}
	}
}
