package shape

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"lossline/engine/internal/csvtable"
	"lossline/engine/unit"
)

//go:embed data/decoders.csv
var decodersCSV string

// Decoder is a published decoder.
type Decoder struct {
	ID, Name string
	Shape    GPT
	Params   unit.Params // of the released checkpoint, or as published
	Released bool        // Params is exact: that of the checkpoint
}

// Decoders returns the embedded list of 48 published decoders.
var Decoders = sync.OnceValues(func() ([]Decoder, error) { return ParseDecoders("decoders.csv", decodersCSV) })

// ParseDecoders reads the list from CSV text. Errors name the file, row and column.
func ParseDecoders(name, text string) ([]Decoder, error) {
	var out []Decoder
	err := csvtable.Parse(name, []byte(text)).Records(func(r csvtable.Record) { out = append(out, decoder(r)) },
		"id", "name", "layers", "d_model", "heads", "kv_heads", "head_dim", "d_ff", "vocab", "context", "parts", "params")
	if err != nil {
		return nil, err
	}
	return out, nil
}

// decoder reads one row. Whole params are those of a checkpoint.
func decoder(r csvtable.Record) Decoder {
	dim := func(col string) int { return int(r.Whole(col, 1)) }
	d := Decoder{
		ID: r.Text("id"), Name: r.Text("name"), Params: unit.Params(r.Amount("params")), Released: !strings.Contains(r.Text("params"), "e"),
		Shape: GPT{Layers: dim("layers"), DModel: dim("d_model"), Heads: dim("heads"), KVHeads: dim("kv_heads"), HeadDim: dim("head_dim"),
			DFF: dim("d_ff"), Vocab: dim("vocab"), ContextLength: dim("context")},
	}
	for _, p := range strings.Fields(r.Text("parts")) {
		if !d.Shape.set(p) {
			r.Fail("parts", "has an unknown part")
		}
	}
	if err := d.Shape.Validate(); r.Err() == nil && err != nil {
		r.Fail("d_model", "is part of no valid shape: "+err.Error())
	}
	return d
}

// set gives g one part by its word in the list.
func (g *GPT) set(part string) bool {
	word, number, _ := strings.Cut(part, "=")
	switch word {
	case "tied":
		g.Tied = true
	case "gated":
		g.Gated = true
	case "bias":
		g.Biases = AllBias
	case "qkv-bias":
		g.Biases = QKVBias
	case "positions":
		g.LearnedPositions = true
	case "rel-positions":
		g.RelativePositions = true
	case "norm-bias":
		g.NormBias = true
	case "norm1":
		g.Norms = 1
	case "norm4":
		g.Norms = 4
	case "embed-norm":
		g.EmbedNorm = true
	case "qk-head":
		g.QKNorm = QKPerHead
	case "qk-all":
		g.QKNorm = QKWhole
	case "window": // tokens, or tokens/layers from one global layer to the next
		w, every, _ := strings.Cut(number, "/")
		g.Window, _ = strconv.Atoi(w)
		g.GlobalEvery, _ = strconv.Atoi(every)
		return g.Window > 0
	default:
		return false
	}
	return true
}
