package dataset

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/unit"
)

// sniffed reads text as Sniff guesses.
func sniffed(t *testing.T, text string, o *Options) (*Sniffed, *Import) {
	t.Helper()
	s, err := Sniff([]byte(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	in, err := Read(context.Background(), []byte(text), &s.Guess, o, nil)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return s, in
}

// The journey of a messy file: byte order mark, CR LF, semicolons with decimal
// commas, params in the wrong unit, an empty cell, a text, a duplicate.
func TestMessyFile(t *testing.T) {
	text := "\ufeffparams;tokens (B);loss\r\n" +
		"70;1,4;3,51\r\n" +
		"\r\n" +
		"160;3,2;3,2\r\n" +
		"410;;2,9\r\n" +
		"410;8,2;abc\r\n" +
		"160;3,2;3,2\r\n" +
		"1000;20;2,6\r\n"
	s, in := sniffed(t, text, nil)
	if s.Sure || codes(s) != "decimal-comma scale" || s.Notes[1].Column != "params" || s.Notes[1].Lo != 70 || s.Notes[1].Hi != 1000 {
		t.Errorf("sure %v, notes %+v", s.Sure, s.Notes)
	}
	if in.Runs[0].N != 70 { // a suggestion is not applied by itself
		t.Errorf("N of the first run is %g", float64(in.Runs[0].N))
	}
	s.Guess.Columns[0].Scale = s.Notes[1].Scale
	in, err := Read(context.Background(), []byte(text), &s.Guess, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []Run{
		{N: 7e7, D: 1.4e9, C: 5.88e17, Loss: 3.51, Used: true, Row: 2},
		{N: 1.6e8, D: 3.2e9, C: 3.072e18, Loss: 3.2, Used: true, Row: 4},
		{N: 1.6e8, D: 3.2e9, C: 3.072e18, Loss: 3.2, Used: true, Row: 7},
		{N: 1e9, D: 2e10, C: 1.2e20, Loss: 2.6, Used: true, Row: 8},
	}
	if !slices.Equal(in.Runs, want) {
		t.Errorf("runs %+v, want %+v", in.Runs, want)
	}
	var problems []string
	for _, p := range in.Problems {
		problems = append(problems, p.String())
	}
	if !slices.Equal(problems, []string{`row 5, column tokens (B): the cell is empty`, `row 6, column loss: "abc" is not a number`}) {
		t.Errorf("problems %q", problems)
	}
	if in.Complete || in.Rows != 6 || in.Kept != 4 || in.BadRows != 2 || in.Blank != 1 || in.Completed != 4 ||
		in.DuplicateCount != 1 || !slices.Equal(in.Duplicates, []Duplicate{{7, 4}}) {
		t.Errorf("%+v", in)
	}
	wantRanges := []Range{{RoleN, 7e7, 1e9}, {RoleD, 1.4e9, 2e10}, {RoleC, 5.88e17, 1.2e20}, {RoleLoss, 2.6, 3.51}}
	if !slices.Equal(in.Ranges, wantRanges) {
		t.Errorf("ranges %v, want %v", in.Ranges, wantRanges)
	}

	in, err = Read(context.Background(), []byte(text), &s.Guess, &Options{Drop: true, DropDuplicates: true}, nil)
	if err != nil || !in.Complete || in.Kept != 3 || in.DuplicateCount != 1 || in.Runs[2].Row != 8 {
		t.Errorf("with both dropped: %+v, %v", in, err)
	}
}

// Cells of the columns N, D, C, loss, S, B, U, error and weight in a row that is
// sound but for one.
func TestProblems(t *testing.T) {
	head := "N,D,C,loss,S,B,U,error,weight\n"
	good := []string{"1e9", "2e10", "1.2e20", "2.9", "1000", "2e7", "1e10", "0.4", "1"}
	for _, c := range []struct {
		column int
		cell   string
		want   string
	}{
		{0, "abc", `row 2, column N: "abc" is not a number`},
		{0, "0", `row 2, column N: "0" is zero`},
		{0, "-7e9", `row 2, column N: "-7e9" is negative`},
		{0, "1e19", `row 2, column N: "1e19" is outside of what any training has`},
		{0, "0.5", `row 2, column N: "0.5" is outside of what any training has`},
		{1, "1e999", `row 2, column D: "1e999" is too large`},
		{1, "NaN", `row 2, column D: "NaN" is not a finite number`},
		{1, "inf", `row 2, column D: "inf" is not a finite number`},
		{1, "-Inf", `row 2, column D: "-Inf"`},
		{1, "1.5.2", `row 2, column D: "1.5.2" is not a number`},
		{1, "7G", `row 2, column D: "7G": “G” may mean`},
		{2, "312 TFLOP/s", `row 2, column C: "312 TFLOP/s": `},
		{3, "", `row 2, column loss: the cell is empty`},
		{3, "NA", `row 2, column loss: the cell is empty`},
		{3, "2900", `row 2, column loss: "2900" is outside`},
		{3, "3,1", `row 2, column loss: "3,1": Is the comma`},
		{3, "4.2 bits", `row 2, column loss: "4.2 bits": The loss is in nats`},
		{4, "0", `row 2, column S: "0" is zero`},
		{7, "1.2", `row 2, column error: "1.2" is outside`},
		{8, "0", `row 2, column weight: "0" is zero`},
	} {
		cells := slices.Clone(good)
		cells[c.column] = `"` + c.cell + `"`
		text := head + strings.Join(cells, ",") + "\n" + strings.Join(good, ",") + "\n"
		_, in := sniffed(t, text, nil)
		if len(in.Problems) != 1 || !strings.HasPrefix(in.Problems[0].String(), c.want) || in.Kept != 1 || in.Complete || in.BadRows != 1 {
			t.Errorf("%q: %v (%d kept), want %s", c.cell, in.Problems, in.Kept, c.want)
		}
	}
}

// What is written in another way and means the same.
func TestCells(t *testing.T) {
	for _, c := range []struct {
		role    Role
		cell    string
		scale   float64
		decimal string
		want    float64
	}{
		{RoleN, "7B", 0, ".", 7e9},
		{RoleN, "70亿", 0, ".", 7e9},
		{RoleN, "７０００", 0, ".", 7000},
		{RoleN, "7,000,000", 0, ".", 7e6},
		{RoleN, "7_000_000", 0, ".", 7e6},
		{RoleN, "7.3", 1e9, ".", 7.3e9}, // the float64 nearest to it, which 7.3*1e9 need not be
		{RoleD, "1.4T", 0, ".", 1.4e12},
		{RoleD, "1,4 T", 0, ",", 1.4e12},
		{RoleD, "1.400.000,5", 0, ",", 1400000.5},
		{RoleC, "5.76e23 FLOP", 0, ".", 5.76e23},
		{RoleC, "2 PF-days", 0, ".", 1.728e20},
		{RoleC, "0.5", 8.64e19, ".", 4.32e19},
		{RoleLoss, "2,5", 0, ",", 2.5},
		{RoleLoss, "1.97 nats", 0, ".", 1.97},
		{RoleError, "45%", 0, ".", 0.45},
	} {
		col := Column{Role: c.role, Scale: c.scale}
		if got, code := col.number(c.cell, c.decimal); got != c.want || code != "" {
			t.Errorf("%s %q: %.17g %s, want %.17g", c.role, c.cell, got, code, c.want)
		}
	}
	for _, c := range []struct {
		role    Role
		cell    string
		scale   float64
		decimal string
		want    Code
	}{
		{RoleN, "7B", 1e9, ".", Code(unit.CodeTwoScales)},
		{RoleLoss, "2.5", 0, ",", CodeDecimal},
		{RoleN, "1.5e9", 0, ",", CodeDecimal},
		{RoleN, "1,2,3", 0, ",", CodeDecimal},
		{RoleN, "1,2,3", 0, ".", Code(unit.CodeGrouping)},
	} {
		col := Column{Role: c.role, Scale: c.scale}
		if _, code := col.number(c.cell, c.decimal); code != c.want {
			t.Errorf("%s %q: %s, want %s", c.role, c.cell, code, c.want)
		}
	}
}

// Values by Python's math module.
func TestTransforms(t *testing.T) {
	for _, c := range []struct {
		col  Column
		cell string
		want float64
	}{
		{Column{Role: RoleLoss, Transform: Ln}, "31", 3.4339872044851463},
		{Column{Role: RoleLoss, Scale: math.Ln2}, "5", 3.465735902799727},
		{Column{Role: RoleN, Transform: Exp10}, "7.8", 63095734.44801933},
		{Column{Role: RoleD, Transform: Exp}, "20.7", 977002725.8269073},
		{Column{Role: RoleC, Transform: Exp10, Scale: 1e3}, "17", 1e20},
	} {
		got, code := c.col.number(c.cell, ".")
		if code != "" {
			t.Errorf("%s: %s", c.cell, code)
		}
		numtest.Near(t, c.cell, got, c.want, 1e-12)
	}
}

// Rows are lines of the file, whatever stands between them, and rows that are
// wrong as a whole are named too.
func TestRowsAreLines(t *testing.T) {
	text := "name,N,D,loss\n" + // 1
		"# a comment\n" + // 2
		"\"two\nlines\",1e9,2e10,3\n" + // 3, 4
		"\n" + // 5
		"a,1e9,2e10,3,9\n" + // 6
		"a,1e9,2e10,3,\n" + // 7
		"\"a\"x,1e9,2e10,3\n" + // 8
		"short,1e9\n" + // 9
		"last,1e9,2e10,2\n" // 10
	_, in := sniffed(t, text, nil)
	var rows []int
	for _, r := range in.Runs {
		rows = append(rows, r.Row)
	}
	if !slices.Equal(rows, []int{3, 7, 10}) || in.Runs[0].Name != "two\nlines" {
		t.Errorf("rows %v, first name %q", rows, in.Runs[0].Name)
	}
	var problems []string
	for _, p := range in.Problems {
		problems = append(problems, p.String())
	}
	want := []string{`row 6: "a" the row has more cells than the header`, `row 8: "\"a\"x" a quotation mark does not open or close a whole cell`,
		`row 9, column D: the cell is empty`, `row 9, column loss: the cell is empty`}
	if !slices.Equal(problems, want) || in.Comments != 1 || in.Blank != 1 || in.BadRows != 3 {
		t.Errorf("problems %q, want %q; %d comments, %d blank, %d bad", problems, want, in.Comments, in.Blank, in.BadRows)
	}
}

// A bad object costs its line, not the file.
func TestJSONProblems(t *testing.T) {
	_, in := sniffed(t, "{\"N\":1e9,\"loss\":3}\n{\"N\":1e9,\"loss\":\n{\"N\":\"x\",\"loss\":3}\n[1,2]\n{\"N\":2e9,\"loss\":2.5} \n", nil)
	var problems []string
	for _, p := range in.Problems {
		problems = append(problems, p.String())
	}
	want := []string{"row 2: this is not a JSON object", `row 3, column N: "x" is not a number`, "row 4: this is not a JSON object"}
	if !slices.Equal(problems, want) || in.Kept != 2 || in.Runs[1].Row != 5 {
		t.Errorf("problems %q, want %q; runs %+v", problems, want, in.Runs)
	}
}

// C = 6ND: 6·1e9·2e10 = 1.2e20. What is there is never replaced.
func TestCompletes(t *testing.T) {
	_, in := sniffed(t, "N,D,C,loss\n1e9,2e10,,3\n1e9,,1.2e20,3.1\n,2e10,1.2e20,3.2\n1e9,2e10,1.3e20,3.3\n1e9,2e10,1.4e20,3.4\n1e9,,,3.5\n", nil)
	for i, r := range in.Runs[:3] {
		if r.N != 1e9 || r.D != 2e10 || r.C != 1.2e20 {
			t.Errorf("run %d: %+v", i, r)
		}
	}
	if in.Completed != 3 || in.Runs[4].C != 1.4e20 || in.Kept != 5 {
		t.Errorf("%d completed, runs %+v", in.Completed, in.Runs)
	}
	if in.ContradictionCount != 1 || in.Contradictions[0].Row != 6 || math.Abs(in.Contradictions[0].Ratio-1.4/1.2) > 1e-12 {
		t.Errorf("contradictions %+v", in.Contradictions)
	}
	if len(in.Problems) != 2 || in.Problems[0].Row != 7 || in.Problems[0].Column != "D" || in.Problems[1].Column != "C" {
		t.Errorf("problems %v", in.Problems)
	}
	_, in = sniffed(t, "N,step,batch_tokens,loss\n1e9,1000,2e7,3\n", nil) // D = B·S
	if r := in.Runs[0]; r.D != 2e10 || r.C != 1.2e20 || in.Completed != 1 {
		t.Errorf("%+v", r)
	}
}

func TestCurves(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // Curve of each run
	}{
		{"a column of runs", "run,N,step,loss\na,7e7,1,4\na,7e7,2,3.5\nb,8e7,1,4\nb,8e7,2,3.4\n", []string{"a", "a", "b", "b"}},
		{"rows of runs mixed", "run,N,tokens,loss\na,7e7,1e8,4\nb,8e7,1e8,4\na,7e7,2e8,3.5\nb,8e7,2e8,3.4\n", []string{"a", "b", "a", "b"}},
		{"runs that end", "run,N,D,loss\na,7e7,1e9,4\nb,8e7,1e9,3\n", []string{"", ""}},
		{"one run among ends", "run,N,D,loss\na,7e7,1e9,4\na,7e7,2e9,3.8\nb,8e7,1e9,3\n", []string{"a", "a", ""}},
		{"W&B", "Name,State,config.n_params,_step,train/loss,val/loss\nx,finished,7e7,10,4,4.1\nx,finished,7e7,20,3,3.1\n", []string{"x", "x"}},
		{"names of sizes are no runs", "model,N,D,loss\n7B,7e9,1e9,4\n7B,7e9,2e9,3.8\n7B,7e9,4e9,3.6\n", []string{"", "", ""}},
		{"seeds are no curve", "model,N,step,loss\nx,7e9,100,4\nx,7e9,100,3.8\n", []string{"", ""}},
		{"steps of one N", "N,step,loss\n7e7,1,5\n7e7,2,4\n7e7,3,3.5\n7e7,4,3.3\n8e7,1,5\n8e7,2,4\n8e7,3,3.5\n8e7,4,3.2\n",
			[]string{"1", "1", "1", "1", "2", "2", "2", "2"}},
		{"too short for that", "N,step,loss\n7e7,1,5\n7e7,2,4\n8e7,1,5\n8e7,2,4\n", []string{"", "", "", ""}},
		{"export of a chart", "Step,a - val/loss,a - val/loss__MIN,b - val/loss\n1,4,4,\n2,3.5,3.5,4\n3,3.3,3.3,3.4\n", []string{"a", "a", "b", "a", "b"}},
	} {
		_, in := sniffed(t, c.text, nil)
		var got []string
		for _, r := range in.Runs {
			got = append(got, r.Curve)
		}
		any := slices.ContainsFunc(c.want, func(s string) bool { return s != "" })
		if !slices.Equal(got, c.want) || in.Curves != any {
			t.Errorf("%s: curves %q (%v), want %q", c.name, got, in.Curves, c.want)
		}
		if _, in = sniffed(t, c.text, &Options{NoCurves: true}); in.Curves || slices.ContainsFunc(in.Runs, func(r Run) bool { return r.Curve != "" }) {
			t.Errorf("%s: curves although there should be none", c.name)
		}
	}
}

func TestReadRefusesMappings(t *testing.T) {
	n, loss := Column{Name: "n", Role: RoleN}, Column{Name: "l", Role: RoleLoss}
	for _, c := range []struct {
		m    *Mapping
		want Code
	}{
		{nil, CodeMapping},
		{&Mapping{Format: Delimited, Delimiter: ","}, CodeMapping},
		{&Mapping{Format: Delimited, Columns: []Column{n, loss}}, CodeMapping},
		{&Mapping{Format: "xls", Columns: []Column{n, loss}}, CodeMapping},
		{&Mapping{Format: JSONL, Decimal: "·", Columns: []Column{n, loss}}, CodeMapping},
		{&Mapping{Format: JSONL, Columns: []Column{n, loss, loss}}, CodeMapping},
		{&Mapping{Format: JSONL, Columns: []Column{{Name: "n", Role: RoleN, Scale: -1}, loss}}, CodeMapping},
		{&Mapping{Format: JSONL, Columns: []Column{{Name: "n", Role: "Q"}, loss}}, CodeMapping},
		{&Mapping{Format: JSONL, Columns: []Column{{Name: "n", Role: RoleN, Transform: "sin"}, loss}}, CodeMapping},
		{&Mapping{Format: JSONL, Columns: []Column{n}}, CodeNoLoss},
		{&Mapping{Format: JSONL, Columns: make([]Column, MaxColumns+1)}, CodeColumns},
	} {
		_, err := Read(context.Background(), []byte("{}"), c.m, nil, nil)
		var e *ReadError
		if !errors.As(err, &e) || e.Code != c.want {
			t.Errorf("%+v: %v, want %s", c.m, err, c.want)
		}
	}
}

// Only the first thousand problems are listed, all are counted.
func TestManyProblems(t *testing.T) {
	_, in := sniffed(t, "N,loss\n1e9,3\n"+strings.Repeat("1e9,x\n", 2500)+strings.Repeat("1e9,3\n", 1500), nil)
	if len(in.Problems) != 1000 || in.ProblemCounts[Code(unit.CodeNoNumber)] != 2500 || in.BadRows != 2500 ||
		len(in.Duplicates) != 1000 || in.DuplicateCount != 1500 {
		t.Errorf("%d problems, counts %v, %d and %d duplicates", len(in.Problems), in.ProblemCounts, len(in.Duplicates), in.DuplicateCount)
	}
}

// The shipped files, read as anybody's file, say what their loaders say.
func TestReadsShippedFile(t *testing.T) {
	s, in := sniffed(t, string(chinchillaCSV), nil)
	want := chinchilla(t).Runs
	if !s.Sure || len(in.Runs) != len(want) || in.ContradictionCount != 0 {
		t.Fatalf("sure %v, %d runs, %d contradictions", s.Sure, len(in.Runs), in.ContradictionCount)
	}
	for i, r := range in.Runs {
		r.Used = want[i].Used
		if r != want[i] {
			t.Fatalf("run %d: %+v, want %+v", i, r, want[i])
		}
	}
}

// Every code that can be met has an English sentence.
func TestReadCodesHaveSentences(t *testing.T) {
	for _, c := range ReadCodes() {
		if s := (&ReadError{Code: c}).Error(); s == string(c) {
			t.Errorf("no sentence for %s", c)
		}
	}
	for _, c := range unit.Codes() {
		p := Problem{Row: 1, Column: "x", Role: RoleN, Code: Code(c), Cell: "7"}
		if s := p.String(); s == `row 1, column x: "7": `+string(c) || strings.Contains(s, "{") {
			t.Errorf("%s: %s", c, s)
		}
	}
}
