package shape

import "lossline/engine/unit"

// Preset is a released model to start from when a shape is counted.
type Preset struct {
	ID, Name string // the ID is part of links
	Shape    Shape
	Stored   unit.Params // parameters in the released checkpoint
}

// Presets lists models whose count is checked against their checkpoints, the
// decoders first.
func Presets() []Preset {
	gpt := func(g GPT) GPT {
		g.HeadDim = max(g.HeadDim, g.DModel/g.Heads)
		return g
	}
	gpt2 := func(layers, d int) GPT {
		return gpt(GPT{Layers: layers, DModel: d, Heads: d / 64, KVHeads: d / 64, DFF: 4 * d,
			Tied: true, LearnedPositions: true, Biases: AllBias, Vocab: 50257, ContextLength: 1024})
	}
	t5 := func(size string, layers int) T5 {
		s, _ := T5Size(size) // a test counts them all
		return s.Deep(layers)
	}
	return []Preset{
		{"gpt2", "GPT-2", gpt2(12, 768), 124_439_808},
		{"gpt2-xl", "GPT-2 XL", gpt2(48, 1600), 1_557_611_200},
		{"llama2-7b", "Llama-2-7B", gpt(GPT{Layers: 32, DModel: 4096, Heads: 32, KVHeads: 32, DFF: 11008,
			Gated: true, Vocab: 32000, ContextLength: 4096}), 6_738_415_616},
		{"llama3-8b", "Llama-3-8B", gpt(GPT{Layers: 32, DModel: 4096, Heads: 32, KVHeads: 8, DFF: 14336,
			Gated: true, Vocab: 128256, ContextLength: 8192}), 8_030_261_248},
		{"qwen2.5-7b", "Qwen2.5-7B", gpt(GPT{Layers: 28, DModel: 3584, Heads: 28, KVHeads: 4, DFF: 18944,
			Gated: true, Biases: QKVBias, Vocab: 152064, ContextLength: 32768}), 7_615_616_512},
		{"gemma-2b", "Gemma-2B", gpt(GPT{Layers: 18, DModel: 2048, Heads: 8, KVHeads: 1, DFF: 16384, HeadDim: 256,
			Gated: true, Tied: true, Vocab: 256000, ContextLength: 8192}), 2_506_172_416},
		{"t5-small", "T5 Small", t5("small", 6), 60_506_624},
		{"small-16l", "T5 Small-16L", t5("small", 16), 133_932_544},
		{"t5-base", "T5 Base", t5("base", 12), 222_903_552},
		{"t5-large", "T5 Large", t5("large", 24), 737_668_096},
		{"t5-xxl", "T5 XXL", t5("xxl", 24), 11_307_321_344},
	}
}
