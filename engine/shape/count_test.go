package shape

import (
	"math"
	"strings"
	"testing"

	"lossline/engine/unit"
)

// gpt2 is the architecture of Radford et al. (2019): 64-wide heads, d_ff =
// 4·d_model, biases everywhere, learned positions, tied output head.
func gpt2(layers, d int) GPT {
	return GPT{Layers: layers, DModel: d, Heads: d / 64, KVHeads: d / 64, HeadDim: 64, DFF: 4 * d,
		Tied: true, LearnedPositions: true, Biases: AllBias, Vocab: 50257, ContextLength: 1024}
}

// llama is gated, without biases, with rotary positions and a separate head.
func llama(layers, d, heads, kv, ff, vocab int) GPT {
	return GPT{Layers: layers, DModel: d, Heads: heads, KVHeads: kv, HeadDim: d / heads, DFF: ff,
		Gated: true, Vocab: vocab, ContextLength: 4096}
}

// pythia is GPT-NeoX: biases, rotary positions, a separate head.
func pythia(layers, d, heads, vocab int) GPT {
	return GPT{Layers: layers, DModel: d, Heads: heads, KVHeads: heads, HeadDim: d / heads, DFF: 4 * d,
		Biases: AllBias, Vocab: vocab, ContextLength: 2048}
}

func unitParams(x float64) unit.Params { return unit.Params(x) }

func with(g GPT, change func(*GPT)) GPT {
	change(&g)
	return g
}

// The totals are the numbers of parameters in the released checkpoints.
func TestPublishedTotals(t *testing.T) {
	qwen := llama(24, 896, 14, 2, 4864, 151936) // Qwen2.5-0.5B
	qwen.Tied, qwen.Biases = true, QKVBias
	qwen7 := llama(28, 3584, 28, 4, 18944, 152064) // Qwen2.5-7B
	qwen7.Biases = QKVBias
	gemma := func(layers, d, heads, kv, ff int) GPT { // head dimension 256, whatever d_model
		return GPT{Layers: layers, DModel: d, Heads: heads, KVHeads: kv, HeadDim: 256, DFF: ff,
			Gated: true, Tied: true, Vocab: 256000, ContextLength: 8192}
	}
	for _, c := range []struct {
		name string
		g    GPT
		want unit.Params
	}{
		{"GPT-2 small", gpt2(12, 768), 124_439_808},
		{"GPT-2 medium", gpt2(24, 1024), 354_823_168},
		{"GPT-2 large", gpt2(36, 1280), 774_030_080},
		{"GPT-2 XL", gpt2(48, 1600), 1_557_611_200},
		{"Llama-2-7B", llama(32, 4096, 32, 32, 11008, 32000), 6_738_415_616},
		{"Llama-2-13B", llama(40, 5120, 40, 40, 13824, 32000), 13_015_864_320},
		{"Llama-3-8B", llama(32, 4096, 32, 8, 14336, 128256), 8_030_261_248},
		{"Mistral-7B-v0.1", llama(32, 4096, 32, 8, 14336, 32000), 7_241_732_096},
		{"Qwen2.5-0.5B", qwen, 494_032_768},
		{"Qwen2.5-7B", qwen7, 7_615_616_512},
		{"Gemma-2B", gemma(18, 2048, 8, 1, 16384), 2_506_172_416},
		{"Gemma-7B", gemma(28, 3072, 16, 16, 24576), 8_537_680_896},
	} {
		if err := c.g.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := c.g.Count().Total(); got != c.want {
			t.Errorf("%s: %.0f parameters, published %.0f", c.name, got, c.want)
		}
	}
}

// Totals and non-embedding parameters are from the table of the Pythia suite's
// README (EleutherAI), whose non-embedding count holds biases and norms too.
func TestPythia(t *testing.T) {
	for _, c := range []struct {
		g              GPT
		total, without unit.Params
	}{
		{pythia(6, 512, 8, 50304), 70_426_624, 18_915_328},
		{pythia(12, 768, 12, 50304), 162_322_944, 85_056_000},
		{pythia(24, 1024, 16, 50304), 405_334_016, 302_311_424},
		{pythia(16, 2048, 8, 50304), 1_011_781_632, 805_736_448},
		{pythia(24, 2048, 16, 50304), 1_414_647_808, 1_208_602_624},
		{pythia(32, 2560, 32, 50304), 2_775_208_960, 2_517_652_480},
		{pythia(32, 4096, 32, 50432), 6_857_302_016, 6_444_163_072},
		{pythia(36, 5120, 40, 50688), 11_846_072_320, 11_327_027_200},
	} {
		n := c.g.Count()
		if n.Total() != c.total || n.NonEmbedding()+unit.Params(n.Biases+n.Norms) != c.without {
			t.Errorf("d_model %d: total %.0f (published %.0f), without embeddings %.0f (%.0f)",
				c.g.DModel, n.Total(), c.total, n.NonEmbedding()+unit.Params(n.Biases+n.Norms), c.without)
		}
	}
}

// Kaplan et al. 2020, eq. 2.1: N = 12·n_layer·d_model². The shapes are the
// paper's; its text gives 708M for (36, 1280) and 393.2K for (2, 128), the
// other digits are computed from the equation.
func TestKaplanN(t *testing.T) {
	for _, c := range []struct {
		layers, d int
		want      unit.Params
	}{
		{48, 1600, 1_474_560_000},
		{6, 4288, 1_323_859_968},
		{36, 1280, 707_788_800},
		{207, 768, 1_465_122_816},
		{2, 128, 393_216},
		{1, 8, 768},
	} {
		g := with(gpt2(c.layers, c.d), func(g *GPT) { g.Heads, g.KVHeads, g.HeadDim = 1, 1, c.d })
		if got := g.Count().NonEmbedding(); got != c.want {
			t.Errorf("(%d, %d): N = %.0f, want %.0f", c.layers, c.d, got, c.want)
		}
	}
}

// Rows of Kaplan et al. 2020, Table 1, for GPT-2 XL in whole numbers: 48
// layers, d_model = d_attn = 1600, d_ff = 6400, n_ctx 1024, n_vocab 50257. The
// table's (n_vocab + n_ctx)·d_model is Embed + Positions here.
func TestKaplanTable1(t *testing.T) {
	g := gpt2(48, 1600)
	c, o := g.Count(), g.Forward()
	for _, x := range []struct {
		name      string
		got, want float64
	}{
		{"embed params", float64(c.Embed + c.Positions), (50257 + 1024) * 1600},
		{"QKV params", float64(c.QKV), 48 * 1600 * 3 * 1600},
		{"project params", float64(c.Project), 48 * 1600 * 1600},
		{"feed-forward params", float64(c.FeedForward), 48 * 2 * 1600 * 6400},
		{"embed", float64(o.Embed), 4 * 1600},
		{"QKV", float64(o.QKV), 2 * 48 * 1600 * 3 * 1600},
		{"mask", float64(o.Context), 2 * 48 * 1024 * 1600},
		{"project", float64(o.Project), 2 * 48 * 1600 * 1600},
		{"feed-forward", float64(o.FeedForward), 2 * 48 * 2 * 1600 * 6400},
		{"de-embed", float64(o.Deembed), 2 * 1600 * 50257},
		{"2N", float64(o.Matrices()), 2 * float64(c.NonEmbedding())},
		{"non-embedding", float64(o.NonEmbedding()), 2*1_474_560_000 + 157_286_400},
		{"6N", float64(o.Training().Matrices()), 6 * 1_474_560_000},
		{"training", float64(o.Training().Total()), 3 * float64(o.Total())},
	} {
		if x.got != x.want {
			t.Errorf("%s: %.0f, want %.0f", x.name, x.got, x.want)
		}
	}
	// "2N = 2.949e9, context term 1.573e8 (5.33 %)": computed from Table 1.
	if share := float64(o.Context / o.Matrices()); math.Abs(share-0.0533) > 5e-5 {
		t.Errorf("context term is %.4f of 2N, want 0.0533", share)
	}
}

// The context term reaches 2N at n_ctx = 12·d_model (Kaplan et al. 2020,
// section 2.1), and grouped-query attention lowers parameters but not this term.
func TestContextTerm(t *testing.T) {
	g := gpt2(10, 640)
	g.ContextLength = 12 * g.DModel
	if o := g.Forward(); o.Context != o.Matrices() {
		t.Errorf("context %.0f, 2N %.0f", o.Context, o.Matrices())
	}
	grouped := with(g, func(g *GPT) { g.KVHeads = 2 })
	if grouped.Forward().Context != g.Forward().Context {
		t.Error("sharing keys and values changed the context term")
	}
	// 10 layers · 640 · 2 · (10−2)·64 fewer key and value weights.
	if d := g.Count().NonEmbedding() - grouped.Count().NonEmbedding(); d != 10*640*2*8*64 {
		t.Errorf("grouping removed %.0f parameters", d)
	}
	if g.KVCache() != 2*10*640 || grouped.KVCache() != 2*10*2*64 {
		t.Errorf("KV cache %d and %d values a token", g.KVCache(), grouped.KVCache())
	}
}

func TestValidate(t *testing.T) {
	good, t5 := gpt2(12, 768), T5{6, 6, 512, 2048, 64, 8, T5Vocab, T5Inputs, T5Targets, false}
	for _, c := range []struct {
		field string
		s     Shape
	}{
		{"Layers", with(good, func(g *GPT) { g.Layers = 0 })},
		{"DModel", with(good, func(g *GPT) { g.DModel = -1 })},
		{"Heads", with(good, func(g *GPT) { g.Heads = 0 })},
		{"KVHeads", with(good, func(g *GPT) { g.KVHeads = 5 })},
		{"KVHeads", with(good, func(g *GPT) { g.KVHeads = 24 })},
		{"HeadDim", with(good, func(g *GPT) { g.HeadDim = 1 << 17 })},
		{"DFF", with(good, func(g *GPT) { g.DFF = math.MaxInt })},
		{"Vocab", with(good, func(g *GPT) { g.Vocab = 0 })},
		{"ContextLength", with(good, func(g *GPT) { g.ContextLength = 0 })},
		{"Biases", with(good, func(g *GPT) { g.Biases = 9 })},
		{"EncoderLayers", t5.Deep(0)},
		{"DecoderLayers", T5{6, 0, 512, 2048, 64, 8, T5Vocab, 512, 114, false}},
		{"DKV", T5{6, 6, 512, 2048, 1 << 10, 1 << 10, T5Vocab, 512, 114, false}},
		{"Targets", T5{6, 6, 512, 2048, 64, 8, T5Vocab, 512, 0, false}},
	} {
		err, ok := c.s.Validate().(*Error)
		if !ok || err.Field != c.field || !strings.Contains(err.Error(), c.field) {
			t.Errorf("%+v: %v, want an error about %s", c.s, c.s.Validate(), c.field)
		}
	}
	for _, s := range []Shape{good, t5} {
		if err := s.Validate(); err != nil {
			t.Error(err)
		}
	}
}

// The largest shape that Validate accepts is still counted without overflow:
// n_layer·(4·d² + 3·d·d_ff) with all widths 2¹⁸ is 7·2⁴⁸.
func TestLargestCount(t *testing.T) {
	g := GPT{Layers: maxLayers, DModel: maxWidth, Heads: maxWidth, KVHeads: maxWidth, HeadDim: 1, DFF: maxWidth,
		Gated: true, Vocab: maxVocab, ContextLength: maxTokens}
	if err := g.Validate(); err != nil {
		t.Fatal(err)
	}
	if got, want := g.Count().NonEmbedding(), unit.Params(7<<48); got != want {
		t.Errorf("N = %.0f, want %.0f", got, want)
	}
	if g.Count().Total() >= 1<<53 {
		t.Error("float64 no longer counts exactly")
	}
}
