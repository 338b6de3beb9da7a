package shape

import (
	_ "embed"
	"strings"

	"lossline/engine/cite"
	"lossline/engine/internal/csvtable"
)

//go:embed data/t5_efficient_configs.csv
var t5ConfigsCSV string

// T5Config is one released checkpoint of Tay et al. (2021). No scores are
// published with the checkpoints.
type T5Config struct {
	Model         string // "google/t5-efficient-tiny-nl32"
	Size          string // the standard size it starts from
	Shape         T5
	Computed      int64   // parameters computed when the data set was made
	CardMillions  float64 // size on the model card, in 1e6 parameters (file size / 4); 0 if none
	Grade         cite.Grade
	NameMisleads  bool // the released configuration contradicts the checkpoint's name
	NameOnlyKnown bool // dimensions derived from the name, the configuration not seen
}

// T5Configs returns the embedded list of 57 released checkpoints.
func T5Configs() ([]T5Config, error) {
	return ParseT5Configs("t5_efficient_configs.csv", t5ConfigsCSV)
}

// ParseT5Configs reads the list of checkpoints from CSV text. Errors name the
// file, row and column.
func ParseT5Configs(name, text string) ([]T5Config, error) {
	var out []T5Config
	err := csvtable.Parse(name, []byte(text)).Records(func(r csvtable.Record) { out = append(out, t5Config(r)) },
		"hf_model", "size", "encoder_layers", "decoder_layers", "d_ff", "d_model",
		"d_kv", "num_heads", "params_computed", "params_card_millions", "config_evidence", "note")
	if err != nil {
		return nil, err
	}
	return out, nil
}

// t5Config reads one row.
func t5Config(r csvtable.Record) T5Config {
	dim := func(col string) int { return int(r.Whole(col, 1)) }
	c := T5Config{
		Model: r.Text("hf_model"), Size: r.Text("size"),
		Shape: T5{
			EncoderLayers: dim("encoder_layers"), DecoderLayers: dim("decoder_layers"),
			DModel: dim("d_model"), DFF: dim("d_ff"), DKV: dim("d_kv"), Heads: dim("num_heads"),
			Vocab: T5Vocab, Inputs: T5Inputs, Targets: T5Targets,
		},
		Computed: r.Whole("params_computed", 1),
		Grade:    cite.GradeC,
	}
	if r.Text("params_card_millions") != "" {
		c.CardMillions = r.Number("params_card_millions", 1, 1e6)
	}
	switch r.Text("config_evidence") {
	case "config_json":
		c.Grade = cite.GradeA
	case "derivative_model_config_json":
	case "name_only_derived":
		c.NameOnlyKnown = true
	default:
		r.Fail("config_evidence", "is no known evidence")
	}
	if note := r.Text("note"); note != "" {
		c.NameMisleads = strings.HasPrefix(note, "HF config differs from name")
		if !c.NameMisleads {
			r.Fail("note", "is no known note")
		}
	}
	if err := c.Shape.Validate(); r.Err() == nil && err != nil {
		r.Fail("d_model", "is part of no valid shape: "+err.Error())
	}
	return c
}
