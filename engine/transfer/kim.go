package transfer

import (
	"fmt"
	"slices"

	"lossline/engine/cite"
	"lossline/engine/internal/csvtable"
	"lossline/engine/unit"
)

// KimRef and KimGrade go with every number measured on these runs: they were
// read off her figures, and all that is computed from them is Lossline's.
var KimRef = cite.Ref{Source: cite.Kim2021, Where: "figures of loss against tokens and of effective data"}

// KimGrade is the evidence grade of the runs.
const KimGrade = cite.GradeB

// Reading says how well a point could be read from its figure.
type Reading uint8

// The readings, best first.
const (
	Clean Reading = iota + 1
	PartlyOccluded
	Overlapping
	MostlyHidden
)

var readings = map[string]Reading{
	"clean": Clean, "partly_occluded": PartlyOccluded,
	"overlapping": Overlapping, "mostly_hidden": MostlyHidden,
}

// RelError returns the relative error of a loss read so. The 21 points that are in
// two figures agree to 0.11 %; hidden ones are good to 0.5 %.
func (r Reading) RelError() float64 {
	if r == Clean {
		return 0.0011
	}
	return 0.005
}

// Run is one model trained to its best on D tokens of the target language. Its
// loss is of GPT-2 tokens, whose number per character differs by language:
// losses compare within a language only.
type Run struct {
	Language   string // "chinese", "german", "spanish"
	N          unit.Params
	Pretrained bool // on English; else from scratch
	D          unit.Tokens
	Loss       unit.Loss
	Reading    Reading
	Figure     string // file name of the figure it was read from
}

const kimFile = "kim_language_transfer_digitised.csv"

var kimColumns = []string{"target_language", "params_nonembed", "init", "finetune_tokens", "test_loss_nats", "digitisation_quality", "figure"}

var kimLanguages = []string{"chinese", "german", "spanish"}

// ParseKim reads the runs digitised from the figures of Kim 2021. Errors name
// the row and the column.
func ParseKim(csv []byte) ([]Run, error) {
	var runs []Run
	seen := map[Run]int{}
	err := csvtable.Parse(kimFile, csv).Records(func(r csvtable.Record) {
		run := kimRun(r)
		same := Run{Language: run.Language, N: run.N, Pretrained: run.Pretrained, D: run.D}
		if first, ok := seen[same]; ok {
			r.Fail("finetune_tokens", fmt.Sprintf("is the same run as row %d", first))
		}
		seen[same] = r.Line()
		runs = append(runs, run)
	}, kimColumns...)
	if err != nil {
		return nil, err
	}
	return runs, nil
}

// kimRun reads one row.
func kimRun(r csvtable.Record) Run {
	run := Run{
		Language: r.Text("target_language"), N: unit.Params(r.Amount("params_nonembed")),
		Pretrained: r.Text("init") == "english_pretrained",
		D:          unit.Tokens(r.Amount("finetune_tokens")), Loss: unit.Loss(r.Amount("test_loss_nats")),
		Reading: readings[r.Text("digitisation_quality")], Figure: r.Text("figure"),
	}
	if !slices.Contains(kimLanguages, run.Language) {
		r.Fail("target_language", "is not a known language")
	}
	if !run.Pretrained && r.Text("init") != "scratch" {
		r.Fail("init", "is neither scratch nor english_pretrained")
	}
	if run.Reading == 0 {
		r.Fail("digitisation_quality", "is not a known quality")
	}
	return run
}
