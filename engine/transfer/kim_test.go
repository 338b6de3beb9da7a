package transfer

import (
	"os"
	"slices"
	"strings"
	"testing"

	"lossline/engine/unit"
)

// kimTable reads the table from disk, beside the copy that is embedded.
func kimTable(t testing.TB) []byte {
	t.Helper()
	csv, err := os.ReadFile("data/" + kimFile)
	if err != nil {
		t.Fatal(err)
	}
	return csv
}

func kim(t *testing.T) []Run {
	t.Helper()
	runs, err := ParseKim(kimTable(t))
	if err != nil {
		t.Fatal(err)
	}
	return runs
}

// What data/README.md says of the table.
func TestKimSchema(t *testing.T) {
	runs := kim(t)
	if len(runs) != 143 {
		t.Errorf("%d runs, want 143", len(runs))
	}
	count := map[string]int{}
	sizes := map[string]map[unit.Params]bool{}
	for _, r := range runs {
		count[r.Language]++
		if sizes[r.Language] == nil {
			sizes[r.Language] = map[unit.Params]bool{}
		}
		sizes[r.Language][r.N] = true
		if r.D < 8192 || r.D > 1.28e9 || r.Loss < 1.5 || r.Loss > 5.6 || r.Reading == 0 {
			t.Errorf("out of range: %+v", r)
		}
		if r.Reading == MostlyHidden {
			count["hidden"]++
		}
		if r.Pretrained {
			count["pretrained"]++
		}
	}
	for what, want := range map[string]int{"chinese": 98, "german": 22, "spanish": 23, "pretrained": 72, "hidden": 1} {
		if count[what] != want {
			t.Errorf("%d runs are %s, want %d", count[what], what, want)
		}
	}
	for language, want := range map[string]int{"chinese": 5, "german": 1, "spanish": 1} {
		if got := len(sizes[language]); got != want {
			t.Errorf("%s has %d sizes, want %d", language, got, want)
		}
	}
	// First and last row of the table, read by eye.
	first := Run{"chinese", 3370000, true, 8192, 3.4042, Clean, "data-limited.png"}
	last := Run{"spanish", 16300000, false, 863000000, 2.7424, Clean, "effective_data_transfer_16M_transformer.png"}
	if runs[0] != first || runs[142] != last {
		t.Errorf("first %+v, last %+v", runs[0], runs[142])
	}
}

var kimHeader = strings.Join(kimColumns, ",")

func TestParseKimRefuses(t *testing.T) {
	const row = "german,16300000,scratch,8192,4.6605,clean,a.png"
	for _, c := range []struct{ csv, want string }{
		{"", "row 1, column target_language: want exactly one column"},
		{"language,n\n" + row, "row 2: a different number of cells"},
		{kimHeader + "\n", "row 1: no rows below the header"},
		{kimHeader + "\n" + row + ",x", "row 2: a different number of cells than in the header: 8, want 7"},
		{kimHeader + "\n" + row + "\n\n" + row, "row 4, column finetune_tokens: \"8192\" is the same run as row 2"},
		{kimHeader + "\n" + row + "\nx", "row 3: a different number of cells"},
		{kimHeader + "\n" + row + "\n" + row, "row 3, column finetune_tokens: \"8192\" is the same run as row 2"},
		{kimHeader + "\n" + strings.Replace(row, "16300000", "16M", 1), `row 2, column params_nonembed: not a number: "16M"`},
		{kimHeader + "\n" + strings.Replace(row, "8192", "-1", 1), `column finetune_tokens: want a finite number above 0: "-1"`},
		{kimHeader + "\n" + strings.Replace(row, "8192", "1e999", 1), `column finetune_tokens: want a finite number above 0: "1e999"`},
		{kimHeader + "\n" + strings.Replace(row, "4.6605", "NaN", 1), `column test_loss_nats: want a finite number above 0: "NaN"`},
		{kimHeader + "\n" + strings.Replace(row, "german", "latin", 1), `column target_language: "latin" is not a known language`},
		{kimHeader + "\n" + strings.Replace(row, "scratch", "french", 1), `column init: "french"`},
		{kimHeader + "\n" + strings.Replace(row, "clean", "fine", 1), `column digitisation_quality: "fine"`},
	} {
		if _, err := ParseKim([]byte(c.csv)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.csv, err, c.want)
		}
	}
	if runs, err := ParseKim([]byte(kimHeader + "\r\n" + row + "\r\n")); err != nil || len(runs) != 1 {
		t.Errorf("lines that end as on Windows: %v, %v", runs, err)
	}
}

// FuzzParseKim holds what is accepted to be sound. Its seeds are short: mutations of
// the whole table, which a fit follows, would take all the time.
func FuzzParseKim(f *testing.F) {
	rows := strings.SplitAfter(string(kimTable(f)), "\n")
	f.Add([]byte(strings.Join(rows[:4], "")))
	f.Add([]byte(kimHeader + "\ngerman,1,scratch,1,1,clean,\n"))
	f.Add([]byte(kimHeader + "\n,,,,,,"))
	f.Fuzz(func(t *testing.T, csv []byte) {
		runs, err := ParseKim(csv)
		if err != nil {
			return
		}
		for _, r := range runs {
			if !positive(float64(r.N)) || !positive(float64(r.D)) || !positive(float64(r.Loss)) || r.Reading == 0 {
				t.Errorf("accepted %+v", r)
			}
		}
	})
}

// FuzzReplicate changes one run of one language and measures transfer on all: an
// error or a replication, but never a panic.
func FuzzReplicate(f *testing.F) {
	f.Add(uint8(0), 1e9, 1e6, 3.0, true)
	f.Add(uint8(7), 1e-300, 1e300, 1e-9, false)
	all, err := ParseKim(kimTable(f))
	if err != nil {
		f.Fatal(err)
	}
	var table []Run
	for _, r := range all {
		if r.Language == kimLanguages[0] {
			table = append(table, r)
		}
	}
	f.Fuzz(func(t *testing.T, at uint8, n, d, loss float64, pretrained bool) {
		if !positive(n) || !positive(d) || !positive(loss) {
			return
		}
		runs := slices.Clone(table)
		r := &runs[int(at)%len(runs)]
		r.N, r.D, r.Loss, r.Pretrained = unit.Params(n), unit.Tokens(d), unit.Loss(loss), pretrained
		if rs, err := Replicate(runs, nil); err == nil && len(rs) != 1 {
			t.Errorf("%d replications of one language", len(rs))
		}
	})
}
