package shape

import (
	"fmt"

	"lossline/engine/internal/csvtable"
	"lossline/engine/unit"
)

// GemstonesFile is the name under which the site serves the data that
// ParseGemstones reads; it is too large to be linked into the browser's binary.
const GemstonesFile = "gemstones_width_depth.csv"

// gemstoneVocab and gemstoneContext are common to all Gemstones.
const (
	gemstoneVocab   = 50304
	gemstoneContext = 2048
)

// Gemstone is one of the 22 models of McLeish et al. (2025), trained at a
// constant learning rate, with its validation losses along the run.
type Gemstone struct {
	Run         string
	Shape       GPT
	Checkpoints []GemstoneCheckpoint // by ascending tokens
}

// GemstoneCheckpoint is one point of a run.
type GemstoneCheckpoint struct {
	Steps      unit.Steps
	Tokens     unit.Tokens
	FineWebEdu unit.Loss // validation loss on FineWeb-Edu
	DCLM       unit.Loss // validation loss on DCLM
}

// gemstoneShape returns the architecture for a width and depth: that of
// Gemma, with head dimension 128, half as many key and value heads rounded
// down, d_ff = 4·d_model gated, and an output head of its own.
func gemstoneShape(width, depth int) GPT {
	heads := width / 128
	return GPT{Layers: depth, DModel: width, Heads: heads, KVHeads: max(heads/2, 1), HeadDim: 128, DFF: 4 * width,
		Gated: true, Vocab: gemstoneVocab, ContextLength: gemstoneContext}
}

// ParseGemstones reads the runs from CSV text, rows of a run one after the
// other by ascending tokens. Errors name the file, row and column; that the
// stated parameters are those of the shape is checked in each row.
func ParseGemstones(name, text string) ([]Gemstone, error) {
	var out []Gemstone
	seen := map[string]bool{}
	err := csvtable.Parse(name, []byte(text)).Records(func(r csvtable.Record) {
		if run := r.Text("run"); len(out) == 0 || out[len(out)-1].Run != run {
			if seen[run] {
				r.Fail("run", "comes back after another run")
			}
			seen[run] = true
			out = append(out, Gemstone{Run: run})
		}
		gemstone(r, &out[len(out)-1])
	}, "run", "width", "depth", "params", "step", "tokens",
		"loss_fineweb_edu_nats", "loss_dclm_nats")
	if err != nil {
		return nil, err
	}
	return out, nil
}

// gemstone reads one row as a checkpoint of g.
func gemstone(r csvtable.Record, g *Gemstone) {
	s := gemstoneShape(int(r.Whole("width", 128)), int(r.Whole("depth", 1)))
	if r.Err() != nil {
		return
	}
	if err := s.Validate(); err != nil {
		r.Fail("width", "is part of no valid shape: "+err.Error())
		return
	}
	if n := s.Count().Total(); unit.Params(r.Whole("params", 1)) != n {
		r.Fail("params", fmt.Sprintf("is not the count of that shape, %.0f", float64(n)))
	}
	c := GemstoneCheckpoint{
		Steps: unit.Steps(r.Whole("step", 1)), Tokens: unit.Tokens(r.Whole("tokens", 1)),
		FineWebEdu: unit.Loss(r.Number("loss_fineweb_edu_nats", 0.1, 20)), DCLM: unit.Loss(r.Number("loss_dclm_nats", 0.1, 20)),
	}
	if k := len(g.Checkpoints); k > 0 {
		if s != g.Shape {
			r.Fail("width", "or depth changes within a run")
		}
		if c.Tokens <= g.Checkpoints[k-1].Tokens {
			r.Fail("tokens", "does not ascend within a run")
		}
	}
	g.Shape = s
	g.Checkpoints = append(g.Checkpoints, c)
}

// GemstoneTokens lists the token counts at which every model has a checkpoint,
// in ascending order.
func GemstoneTokens(gs []Gemstone) []unit.Tokens {
	if len(gs) == 0 {
		return nil
	}
	var out []unit.Tokens
	for _, c := range gs[0].Checkpoints {
		common := true
		for _, g := range gs[1:] {
			_, ok := g.at(c.Tokens)
			common = common && ok
		}
		if common {
			out = append(out, c.Tokens)
		}
	}
	return out
}

// at returns the checkpoint at exactly d tokens.
func (g Gemstone) at(d unit.Tokens) (GemstoneCheckpoint, bool) {
	for _, c := range g.Checkpoints {
		if c.Tokens == d {
			return c, true
		}
	}
	return GemstoneCheckpoint{}, false
}
