package shape

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lossline/engine/cite"
)

func mustTable4(t *testing.T) []Table4Row {
	t.Helper()
	rows, err := Table4()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Schema as the source notes describe it: 14 rows, 10 usable, all grade C; and
// in usable rows the printed average is the mean of the scores (rounding and
// one digit of slack) and the printed size that of the architecture to 1.8 %.
func TestTable4Schema(t *testing.T) {
	rows := mustTable4(t)
	doubts := map[Doubt]int{}
	for _, r := range rows {
		doubts[r.Doubt]++
		if r.Grade != cite.GradeC {
			t.Errorf("%s: grade %c", r.Model, r.Grade)
		}
		if !r.Usable {
			continue
		}
		if d := math.Abs(r.AveragePrinted - r.Scores.Downstream()); d > 0.0151 {
			t.Errorf("%s: average printed %.2f, computed %.4f", r.Model, r.AveragePrinted, r.Scores.Downstream())
		}
		if q := float64(r.Params / r.Shape.Count().Total()); math.Abs(q-1) > 0.018 {
			t.Errorf("%s: printed/counted size %.4f", r.Model, q)
		}
	}
	if len(rows) != 14 || doubts[NoDoubt] != 10 || doubts[DoubtAverage] != 2 ||
		doubts[DoubtTranscription] != 1 || doubts[DoubtContradiction] != 1 {
		t.Errorf("%d rows, doubts %v", len(rows), doubts)
	}
}

// Tay et al. (2021), Table 3: the wide model wins upstream and loses all three
// downstream. NL32-XL is the XL-32L of Table 4, which must agree to the printed
// digit downstream, and upstream to 0.01 (the tables print -1.49 and -1.500).
func TestTable3Reversal(t *testing.T) {
	wide, deep := Table3()[0], Table3()[1]
	if wide.Scores.Upstream <= deep.Scores.Upstream {
		t.Error("the wide model is to win upstream")
	}
	for name, m := range map[string]Metric{"GLUE": GLUE, "SuperGLUE": SuperGLUE, "SQuAD": SQuAD, "mean": Scores.Downstream} {
		if m(wide.Scores) >= m(deep.Scores) {
			t.Errorf("the deep model is to win %s", name)
		}
	}
	row, _ := rowNamed(mustTable4(t), "XL-32L")
	for _, m := range []Metric{GLUE, SuperGLUE, SQuAD} {
		if math.Abs(m(row.Scores)-m(deep.Scores)) > 0.0501 {
			t.Errorf("Table 4 has %.2f, Table 3 %.1f", m(row.Scores), m(deep.Scores))
		}
	}
	if math.Abs(row.Scores.Upstream-deep.Scores.Upstream) > 0.0101 {
		t.Errorf("upstream %.3f and %.3f", row.Scores.Upstream, deep.Scores.Upstream)
	}
}

// The text's ratios of parameters against counts from the architecture, within
// one and a half points: 60.1 % (134M/223M), 84 %, 37 %, 33 %.
func TestComparisonsAgainstCounts(t *testing.T) {
	stated := 0
	for _, c := range Comparisons() {
		deep, ok := table4Shape(c.Deep)
		standard, ok2 := table4Shape(c.Standard)
		if !ok || !ok2 || c.Grade != cite.GradeA {
			t.Errorf("%+v", c)
		}
		got := float64(deep.Count().Total() / standard.Count().Total())
		if c.Params > 0 && math.Abs(got-c.Params) > 0.015 {
			t.Errorf("%s/%s: counted %.3f, stated %.3f", c.Deep, c.Standard, got, c.Params)
		}
		if c.Params > 0 {
			stated++
		}
	}
	if len(Comparisons()) != 5 || stated != 4 {
		t.Errorf("%d comparisons, %d with a size", len(Comparisons()), stated)
	}
	for n, want := range map[float64]string{1e6: "Small-16L", 1.4e8: "Small-16L", 6.2e8: "Base-36L", 1.1e9: "Large-36L", 7e10: "XL-32L"} {
		if got := NearestComparison(unitParams(n)).Deep; got != want {
			t.Errorf("nearest to %g: %s, want %s", n, got, want)
		}
	}
}

// What the rows that may be used say, read off the table by hand: sorted by
// cost, a row stays if it beats every cheaper one.
func TestFrontier(t *testing.T) {
	rows := mustTable4(t)
	for _, c := range []struct {
		name   string
		cost   Cost
		metric Metric
		want   string
	}{
		{"params, mean", CostParams, Scores.Downstream, "Mini-8L Small Small-16L Small-32EL Large XL XL-32L"},
		{"params, upstream", CostParams, Upstream, "Mini-8L Small Small-16L Small-20L Base Large XL"},
		{"FLOPs, mean", CostFLOPs, Scores.Downstream, "Mini-8L Small Small-16L Small-20L Small-22L Small-32EL Large XL XL-32L"},
		{"time, mean", CostTime, Scores.Downstream, "Mini-8L Small Small-16L Small-20L Small-32EL Large XL-32L"},
		{"time, SQuAD", CostTime, SQuAD, "Mini-8L Small Small-16L Small-20L Small-32EL Large XL-32L"},
	} {
		front, err := Frontier(rows, c.cost, c.metric)
		if err != nil {
			t.Error(err)
		}
		var names []string
		for _, r := range front {
			names = append(names, r.Model)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A doubtful row never enters, however good: XXL has the best mean of all 14.
func TestFrontierLeavesDoubtOut(t *testing.T) {
	rows := mustTable4(t)
	best := slices.MaxFunc(rows, func(a, b Table4Row) int { return sign(a.Scores.Downstream() - b.Scores.Downstream()) })
	if best.Model != "XXL" || best.Usable {
		t.Fatalf("best row is %s", best.Model)
	}
	for _, cost := range []Cost{CostParams, CostFLOPs, CostTime} {
		front, err := Frontier(rows, cost, Scores.Downstream)
		if err != nil || len(front) == 0 {
			t.Fatal(err)
		}
		for _, r := range front {
			if !r.Usable {
				t.Errorf("%s is on the frontier", r.Model)
			}
		}
	}
}

// Against the definition, tried on every pair, with many ties.
func TestParetoDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := rng.IntN(30)
		cost, score := make([]float64, n), make([]float64, n)
		for i := range n {
			cost[i], score[i] = float64(rng.IntN(6)), float64(rng.IntN(6))
		}
		var want []int
		for i := range n {
			dominated := false
			for j := range n {
				dominated = dominated || cost[j] <= cost[i] && score[j] >= score[i] && (cost[j] < cost[i] || score[j] > score[i])
			}
			if !dominated {
				want = append(want, i)
			}
		}
		got, err := Pareto(cost, score)
		if err != nil || !slices.IsSortedFunc(got, func(a, b int) int { return sign(cost[a] - cost[b]) }) {
			t.Fatalf("%v, %v", got, err)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("cost %v score %v: %v, want %v", cost, score, got, want)
		}
	}
	if _, err := Pareto([]float64{1}, nil); err == nil {
		t.Error("lengths 1 and 0 went through")
	}
	if _, err := Pareto([]float64{1, math.NaN()}, []float64{1, 1}); err == nil || !strings.Contains(err.Error(), "point 1") {
		t.Errorf("NaN: %v", err)
	}
}

// XL has the widths of XL-32L at three quarters of its depth, so it can neither
// take 64 TFLOPs against 169 nor be slower (1 against 3 steps a second); XXL has
// about four times the work of XL by the architecture.
func TestCostNotes(t *testing.T) {
	var got []string
	for _, n := range CostNotes(mustTable4(t)) {
		got = append(got, string(n.Code)+" "+strings.TrimSpace(n.Names[0]+" "+n.Names[1]))
	}
	want := []string{"printed-flops-off XL", "printed-speed-off XL XL-32L", "printed-flops-off XXL"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if CostNotes(nil) != nil {
		t.Error("notes on nothing")
	}
}

func TestTable4Errors(t *testing.T) {
	bad := func(old, new string) string { return strings.Replace(table4CSV, old, new, 1) }
	for want, text := range map[string]string{
		`row 2, column glue: "177.45" is not between`:   bad("77.45", "177.45"),
		`row 2, column model: "Smaller"`:                bad("Small,", "Smaller,"),
		`row 2, column params_from_architecture`:        bad("60506624", "60506625"),
		`row 2, column avg_recomputed`:                  bad("73.57,73.57", "73.57,73.67"),
		`row 2, column use_in_claims: want 0 or 1: "2"`: bad("60506624,1,", "60506624,2,"),
		`row 2, column use_in_claims: "0"`:              bad("60506624,1,", "60506624,0,"),
		`row 2, column provenance`:                      bad("grade_C", "grade_A"),
		`row 8, column doubt`:                           bad("average does not match the three scores", "odd"),
		`row 2, column steps_per_s_quoted: "0"`:         bad(",3.7,23,", ",3.7,0,"),
	} {
		if _, err := ParseTable4("t4", text); err == nil || !strings.HasPrefix(err.Error(), "t4: "+want) {
			t.Errorf("%v, want t4: %s…", err, want)
		}
	}
}
