package shape

import (
	_ "embed"
	"math"

	"lossline/engine/cite"
	"lossline/engine/internal/csvtable"
	"lossline/engine/unit"
)

//go:embed data/t5_scale_efficiently_table4.csv
var table4CSV string

// Scores is what a model of Tay et al. (2021) reached. Higher is better in all.
type Scores struct {
	Upstream  float64 // negative log perplexity on C4: minus the loss in nats per token
	GLUE      float64 // after fine-tuning, in percent, as the others
	SuperGLUE float64
	SQuAD     float64
}

// Downstream returns the mean of the three fine-tuned scores.
func (s Scores) Downstream() float64 { return (s.GLUE + s.SuperGLUE + s.SQuAD) / 3 }

// Doubt is why a row of Table 4 is not used in any computed claim.
type Doubt string

// The doubts.
const (
	NoDoubt            Doubt = ""
	DoubtAverage       Doubt = "average"       // the printed average is not the mean of the three scores
	DoubtTranscription Doubt = "transcription" // two transcriptions differ in SuperGLUE: 75.57 and 76.57
	DoubtContradiction Doubt = "contradiction" // two transcriptions differ, and the row contradicts the paper's text
)

// doubts maps the remarks of the data file to codes.
var doubts = map[string]Doubt{
	"": NoDoubt,
	"average does not match the three scores":                                          DoubtAverage,
	"two transcriptions differ in SuperGLUE (75.57, 76.57)":                            DoubtTranscription,
	"two transcriptions differ; contradicts the paper's prose that XL-32L does better": DoubtContradiction,
}

// Table4Row is one model of Tay et al. (2021), Table 4, as transcribed without
// the paper at hand: evidence grade C throughout.
type Table4Row struct {
	Model          string // "Small-16L"
	Shape          T5
	Params         unit.Params // total, as printed
	TFLOPs         float64     // as printed; what one unit of work is is not stated
	StepsPerSecond float64
	Scores         Scores
	AveragePrinted float64
	Usable         bool // false: drawn hollow, and in no computed claim
	Doubt          Doubt
	Ref            cite.Ref
	Grade          cite.Grade
}

// table4Shape says which shape each row's name stands for.
func table4Shape(model string) (T5, bool) {
	deep := func(size string, n int) (T5, bool) { t, ok := T5Size(size); return t.Deep(n), ok }
	switch model {
	case "Small":
		return T5Size("small")
	case "Mini-8L":
		return deep("mini", 8)
	case "Base":
		return T5Size("base")
	case "Small-16L":
		return deep("small", 16)
	case "Small-20L":
		return deep("small", 20)
	case "Small-22L":
		return deep("small", 22)
	case "Small-24L":
		return deep("small", 24)
	case "Small-32EL":
		t, ok := T5Size("small")
		t.EncoderLayers = 32
		return t, ok
	case "Large":
		return T5Size("large")
	case "Base-36L":
		return deep("base", 36)
	case "XL":
		return T5Size("xl")
	case "Large-36L":
		return deep("large", 36)
	case "XXL":
		return T5Size("xxl")
	case "XL-32L":
		return deep("xl", 32)
	}
	return T5{}, false
}

// Table4 returns the embedded rows of Tay et al. (2021), Table 4.
func Table4() ([]Table4Row, error) {
	return ParseTable4("t5_scale_efficiently_table4.csv", table4CSV)
}

// ParseTable4 reads the rows of Table 4 from CSV text. Errors name the file,
// row and column. A row must be grade C, its shape must have the parameters
// that its file states, and it is usable exactly if it has no doubt.
func ParseTable4(name, text string) ([]Table4Row, error) {
	var out []Table4Row
	err := csvtable.Parse(name, []byte(text)).Records(func(r csvtable.Record) { out = append(out, table4Row(r)) },
		"model", "params_quoted", "tflops_quoted", "steps_per_s_quoted",
		"c4_neg_log_ppl_quoted", "glue", "superglue", "squad", "avg_quoted", "avg_recomputed",
		"params_from_architecture", "use_in_claims", "doubt", "provenance")
	if err != nil {
		return nil, err
	}
	return out, nil
}

// table4Row reads one row.
func table4Row(r csvtable.Record) Table4Row {
	row := Table4Row{
		Model:          r.Text("model"),
		Params:         unit.Params(r.Number("params_quoted", 1e6, 1e12)),
		TFLOPs:         r.Number("tflops_quoted", 1e-3, 1e6),
		StepsPerSecond: r.Number("steps_per_s_quoted", 1e-3, 1e6),
		Scores: Scores{
			Upstream: r.Number("c4_neg_log_ppl_quoted", -20, 0),
			GLUE:     r.Number("glue", 0, 100), SuperGLUE: r.Number("superglue", 0, 100), SQuAD: r.Number("squad", 0, 100),
		},
		AveragePrinted: r.Number("avg_quoted", 0, 100),
		Usable:         r.Flag("use_in_claims"),
		Ref:            cite.Ref{Source: cite.Tay2021, Where: "Table 4"}, Grade: cite.GradeC,
	}
	checkTable4(r, &row)
	return row
}

// checkTable4 holds the cells of a row against each other.
func checkTable4(r csvtable.Record, row *Table4Row) {
	var known bool
	if row.Shape, known = table4Shape(row.Model); !known {
		r.Fail("model", "is no model of Table 4")
	}
	if r.Whole("params_from_architecture", 1) != int64(row.Shape.Count().Total()) {
		r.Fail("params_from_architecture", "is not the count of that shape")
	}
	if math.Abs(r.Number("avg_recomputed", 0, 100)-row.Scores.Downstream()) > 0.0051 {
		r.Fail("avg_recomputed", "is not the mean of the three scores")
	}
	if row.Doubt, known = doubts[r.Text("doubt")]; !known {
		r.Fail("doubt", "is no known doubt")
	}
	if row.Usable != (row.Doubt == NoDoubt) {
		r.Fail("use_in_claims", "contradicts the column doubt")
	}
	if r.Text("provenance") != "transcribed_unchecked_grade_C" {
		r.Fail("provenance", "is not grade C")
	}
}
