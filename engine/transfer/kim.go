package transfer

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lossline/engine/cite"
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

const (
	kimFile   = "kim_language_transfer_digitised.csv"
	kimHeader = "target_language,params_nonembed,init,finetune_tokens,test_loss_nats,digitisation_quality,figure"
)

var kimLanguages = []string{"chinese", "german", "spanish"}

// ParseKim reads the runs digitised from the figures of Kim 2021. Errors name
// the line and the column.
func ParseKim(csv []byte) ([]Run, error) {
	header, body, _ := strings.Cut(string(csv), "\n")
	if strings.TrimSuffix(header, "\r") != kimHeader {
		return nil, fmt.Errorf("%s: line 1: the header is not %q", kimFile, kimHeader)
	}
	var runs []Run
	type key struct {
		language   string
		n          unit.Params
		pretrained bool
		d          unit.Tokens
	}
	seen := map[key]int{}
	for i, row := range strings.Split(strings.TrimRight(body, "\r\n"), "\n") {
		line := i + 2
		r, err := parseKimRow(strings.TrimSuffix(row, "\r"))
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", kimFile, line, err)
		}
		k := key{r.Language, r.N, r.Pretrained, r.D}
		if first, ok := seen[k]; ok {
			return nil, fmt.Errorf("%s: line %d: the same run as line %d", kimFile, line, first)
		}
		seen[k] = line
		runs = append(runs, r)
	}
	return runs, nil
}

func parseKimRow(row string) (Run, error) {
	names := strings.Split(kimHeader, ",")
	f := strings.Split(row, ",")
	if len(f) != len(names) {
		return Run{}, fmt.Errorf("%d columns in place of %d", len(f), len(names))
	}
	var errs []error
	bad := func(column int, why string) {
		errs = append(errs, fmt.Errorf("column %s: %q is %s", names[column], f[column], why))
	}
	number := func(column int) float64 {
		v, err := strconv.ParseFloat(f[column], 64)
		if err != nil || !positive(v) {
			bad(column, "not a positive number")
		}
		return v
	}
	r := Run{
		Language: f[0], N: unit.Params(number(1)), Pretrained: f[2] == "english_pretrained",
		D: unit.Tokens(number(3)), Loss: unit.Loss(number(4)), Reading: readings[f[5]], Figure: f[6],
	}
	if !slices.Contains(kimLanguages, r.Language) {
		bad(0, "not a known language")
	}
	if !r.Pretrained && f[2] != "scratch" {
		bad(2, "neither scratch nor english_pretrained")
	}
	if r.Reading == 0 {
		bad(5, "not a known quality")
	}
	return r, errors.Join(errs...)
}
