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
	var out []Preset
	list, _ := Decoders() // a test reads it
	for _, d := range list {
		p := Preset{d.ID, d.Name, d.Shape, 0}
		if d.Released {
			p.Stored = d.Params
		}
		out = append(out, p)
	}
	t5 := func(size string, layers int) T5 {
		s, _ := T5Size(size) // a test counts them all
		return s.Deep(layers)
	}
	v11 := func(layers, d, ff, heads int) T5 { // the released configurations
		return T5{layers, layers, d, ff, 64, heads, T5Vocab, T5Inputs, T5Targets, true}
	}
	return append(out, []Preset{
		{"llama2-7b", "Llama 2 7B", GPT{Layers: 32, DModel: 4096, Heads: 32, KVHeads: 32, HeadDim: 128, DFF: 11008,
			Gated: true, Vocab: 32000, ContextLength: 4096}, 6_738_415_616},
		{"t5-small", "T5 Small", t5("small", 6), 60_506_624},
		{"small-16l", "T5 Small-16L", t5("small", 16), 133_932_544},
		{"t5-base", "T5 Base", t5("base", 12), 222_903_552},
		{"t5-large", "T5 Large", t5("large", 24), 737_668_096},
		{"t5-xxl", "T5 XXL", t5("xxl", 24), 11_307_321_344},
		{"t5.1-small", "T5 v1.1 Small", v11(8, 512, 1024, 6), 76_961_152},
		{"t5.1-base", "T5 v1.1 Base", v11(12, 768, 2048, 12), 247_577_856},
		{"t5.1-large", "T5 v1.1 Large", v11(24, 1024, 2816, 16), 783_150_080},
		{"t5.1-xl", "T5 v1.1 XL", v11(24, 2048, 5120, 32), 2_849_757_184},
		{"t5.1-xxl", "T5 v1.1 XXL", v11(24, 4096, 10240, 64), 11_135_332_352},
	}...)
}
