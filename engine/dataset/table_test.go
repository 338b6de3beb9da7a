package dataset

import (
	"errors"
	"strings"
	"testing"

	"lossline/engine/internal/csvtable"
)

const header = "params,tokens,train_flops,loss_nats,used_in_besiroglu_fit\n"

func TestErrorsNameThePlace(t *testing.T) {
	good := "1e8,2e9,1.2e18,3.1,1\n"
	for _, c := range []struct {
		csv  string
		want error
		text string
	}{
		{"", csvtable.ErrHeader, "row 1, column params"},
		{"params,tokens,train_flops,loss_nats\n", csvtable.ErrHeader, "row 1, column used_in_besiroglu_fit"},
		{"params," + header, csvtable.ErrHeader, "row 1, column params"},
		{header + good + "1e8,2e9,1.2e18,3.1\n", csvtable.ErrWidth, "row 3: "},
		{header + "1e8,2e9,1.2e18,3.1,1,7\n", csvtable.ErrWidth, "row 2: "},
		{header + good + "\n1e8,2e9,abc,3.1,1\n", csvtable.ErrNumber, `row 4, column train_flops: not a number: "abc"`},
		{header + "1e8,2e9,1.2e18,,1\n", csvtable.ErrNumber, "row 2, column loss_nats"},
		{header + "-1e8,2e9,1.2e18,3.1,1\n", csvtable.ErrPositive, "row 2, column params"},
		{header + "0,2e9,1.2e18,3.1,1\n", csvtable.ErrPositive, "row 2, column params"},
		{header + "NaN,2e9,1.2e18,3.1,1\n", csvtable.ErrPositive, "row 2, column params"},
		{header + "1e8,Inf,1.2e18,3.1,1\n", csvtable.ErrPositive, "row 2, column tokens"},
		{header + "1e8,1e999,1.2e18,3.1,1\n", csvtable.ErrPositive, "row 2, column tokens"},
		{header + "1e8,2e9,1.2e18,3.1,yes\n", csvtable.ErrFlag, "row 2, column used_in_besiroglu_fit"},
		{header + "\"1e8,2e9,1.2e18,3.1,1\n", csvtable.ErrQuote, "row 2: "},
		{header + "\"1e8\"x,2e9,1.2e18,3.1,1\n", csvtable.ErrQuote, "row 2: "},
		{header + "1\"e8,2e9,1.2e18,3.1,1\n", csvtable.ErrQuote, "row 2: "},
	} {
		d, err := ParseChinchilla([]byte(c.csv))
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) || d != nil {
			t.Errorf("%q: %v, %v; want %v with %q", c.csv, d, err, c.want, c.text)
		}
	}
}

func TestReadsWhatSpreadsheetsWrite(t *testing.T) {
	plain := header + "1e8,2e9,1.2e18,3.1,1\n"
	for _, csv := range []string{
		plain,
		"\ufeff" + plain,
		strings.ReplaceAll(plain, "\n", "\r\n"),
		strings.TrimSuffix(plain, "\n"),
		strings.Replace(plain, "2e9", `"2e9"`, 1),
		strings.Replace(plain, "2e9", " 2e9 ", 1),
		plain + "\n\n",
	} {
		d, err := ParseChinchilla([]byte(csv))
		if err != nil {
			t.Errorf("%q: %v", csv, err)
			continue
		}
		want := Run{N: 1e8, D: 2e9, C: 1.2e18, Loss: 3.1, Used: true, Row: 2}
		if len(d.Runs) != 1 || d.Runs[0] != want {
			t.Errorf("%q: runs %v, want %v", csv, d.Runs, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(chinchillaCSV[:300])
	f.Add([]byte("a,\"b\"\n\"1\",2\r\n"))
	f.Add([]byte("\ufeff\"\"\"\n"))
	f.Fuzz(func(t *testing.T, csv []byte) {
		d, err := ParseChinchilla(csv)
		if (d == nil) == (err == nil) {
			t.Fatalf("%v, %v: want either a data set or an error", d, err)
		}
		if err != nil {
			return
		}
		for i, r := range d.Runs {
			if !(r.N > 0 && r.D > 0 && r.C > 0 && r.Loss > 0) {
				t.Fatalf("run %d of accepted input: %+v", i, r)
			}
		}
	})
}
