//go:build !js

package dataset

import (
	"cmp"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"lossline/engine/internal/numtest"
	"lossline/engine/law"
)

func load(t *testing.T, id string) *Dataset {
	t.Helper()
	l, ok := ByID(id)
	if !ok {
		t.Fatalf("no data set %s", id)
	}
	d, err := l.Load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func group(d *Dataset, name string) []Run {
	return slices.DeleteFunc(slices.Clone(d.Runs), func(r Run) bool { return r.Group != name })
}

func TestAll(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range All() {
		if seen[l.ID] {
			t.Errorf("ID %s twice", l.ID)
		}
		seen[l.ID] = true
		d := load(t, l.ID)
		if d.ID != l.ID || d.Name == "" || d.Ref.Source == nil || d.Grade == 0 || d.Licence == "" || d.Law == "" || len(d.Caveats) == 0 {
			t.Errorf("%s: incomplete", l.ID)
		}
		if d.Counting == 0 && !strings.Contains(d.Caveats[0], "counted") {
			t.Errorf("%s: no counting, and no caveat on it", l.ID)
		}
		if len(group(d, d.Group)) == 0 {
			t.Errorf("%s: no runs in the group %q", l.ID, d.Group)
		}
		if got, ok := ByID(l.ID); !ok || got.File != l.File {
			t.Errorf("ByID(%s) = %v, %v", l.ID, got.File, ok)
		}
	}
	if _, ok := ByID("none"); ok {
		t.Error("ByID finds an unknown data set")
	}
}

// What the source notes of the tidied files state: rows, rows that the published
// fit used, and ranges, to half a unit of the last digit that is stated.
func TestSchema(t *testing.T) {
	type span3 struct{ lo, hi, tol float64 }
	none := span3{}
	for _, c := range []struct {
		id         string
		runs, used int
		n, d, loss span3
	}{
		{"porian-isoflops", 1745, 1745, span3{3.3e5, 9.9e8, 0.01}, none, span3{2.65, 10.09, 1e-3}},
		{"porian-optima", 173, 173, none, none, none},
		{"gadre", 104, 15, span3{1.06e7, 6.89e9, 5e-3}, span3{5.3e7, 9.2e11, 5e-3}, span3{2.382, 6.124, 2e-4}},
		{"muennighoff", 307, 182, span3{7.1e6, 8.67e9, 1e-2}, span3{1e8, 9e11, 1e-9}, span3{2.337, 11.02, 5e-4}},
		{"olmo-ladder", 32, 16, none, span3{1.9e9, 5e12, 6e-3}, none},
		{"olmo-ladder-curves", 3569, 3569, none, none, none},
		{"gemstones", 2 * 770, 2 * 770, span3{4.8e7, 2.0e9, 3e-2}, none, span3{2.479, 3.747, 3e-4}},
		{"nanogpt", 22, 22, span3{9.8e4, 6.3e6, 5e-3}, span3{2.86e7, 9.04e9, 1e-9}, none},
		{"rectified", 1350, 1350, span3{6.05e7, 6.66e9, 2e-3}, span3{0, 1638400, 1e-9}, none},
	} {
		d := load(t, c.id)
		if len(d.Runs) != c.runs || len(d.Used()) != c.used {
			t.Errorf("%s: %d runs, %d used, want %d and %d", c.id, len(d.Runs), len(d.Used()), c.runs, c.used)
		}
		for _, v := range []struct {
			name string
			want span3
			get  func(Run) float64
		}{
			{"N", c.n, func(r Run) float64 { return float64(r.N) }},
			{"D", c.d, func(r Run) float64 { return float64(r.D) }},
			{"loss", c.loss, func(r Run) float64 { return float64(r.Loss) }},
		} {
			if v.want == none {
				continue
			}
			lo, hi := span(d.Runs, v.get)
			numtest.Near(t, c.id+": least "+v.name, lo, v.want.lo, v.want.tol)
			numtest.Near(t, c.id+": largest "+v.name, hi, v.want.hi, v.want.tol)
		}
	}
}

// The first row of each file, read by eye.
func TestFirstRows(t *testing.T) {
	for id, want := range map[string]Run{
		"porian-isoflops": {N: 331776, D: 6.2793371e+09, C: 1.25e16, Loss: 4.7090756, Used: true,
			Group: "refinedweb/base/long/kaplan/6ND_no_embed_no_head/train", Row: 2},
		"porian-optima": {N: 1229787, D: 1.6940603e+09, C: 1.25e16, Loss: 4.6654371, Used: true,
			Weight: 18.112352864402467 /* 1/0.23497008² */, Group: "refinedweb/base/long/kaplan/6ND_no_embed_no_head/train", Row: 2},
		"gadre": {N: 411616256, D: 2058081280, C: 5082838266103726080, Loss: 3.5279493, Error: 0.72861077,
			Name: "c4_original-d=1024_l=24_h=8-0.25", Group: "c4_original", Row: 2},
		"muennighoff": {N: 2.81e9, D: 4e9, U: 4e9, C: 6.744e19, Loss: 3.265024, Name: "2b84b4b", Group: "standard", Row: 2},
		"olmo-ladder": {N: 190354176, D: 1908932600, C: 3.6334456e18, Loss: 3.747479, B: 524288, S: 3641,
			Name: "190M-0.5xC", Row: 2},
		"olmo-ladder-curves": {N: 190354176, D: 2.62144e7, C: 4.989626e16, Loss: 8.124061, B: 524288, S: 50, Used: true,
			Name: "190M-0.5xC", Curve: "190M-0.5xC", Row: 2},
		"gemstones": {N: 543482880, D: 10003415040, C: 6 * 543482880 * 10003415040, Loss: 3.140022696, S: 2385,
			B: 10003415040 / 2385, Used: true, Name: "Gemstone-1024x28", Curve: "Gemstone-1024x28", Group: "FineWeb-Edu", Row: 2},
		"nanogpt":   {N: 196608, D: 28600000, Loss: 4.7892, Used: true, Group: "L(N,D)", Row: 2},
		"rectified": {N: 124440576, Loss: 4.891325951, Used: true, Name: "MBZUAI/LaMini-GPT-124M", Group: "flan MBZUAI/LaMini-GPT-124M", Row: 2},
	} {
		got := load(t, id).Runs[0]
		numtest.Near(t, id+" weight", got.Weight, want.Weight, 1e-12)
		got.Weight = want.Weight
		if got != want {
			t.Errorf("%s: first run %+v, want %+v", id, got, want)
		}
	}
}

// Porian et al. 2024: the exponents of all 15 experiments follow from their
// optima, weighted and not, to the four digits that their table needs.
func TestPorianExponentsFollowFromTheOptima(t *testing.T) {
	fits, err := PorianFits()
	if err != nil || len(fits) != 15 {
		t.Fatalf("%d fits, %v", len(fits), err)
	}
	optima := load(t, "porian-optima")
	for _, f := range fits {
		runs := group(optima, f.Group)
		numtest.Near(t, f.Group, slope(runs, func(r Run) float64 { return r.Weight }), f.A, 5e-5)
		numtest.Near(t, f.Group+" unweighted", slope(runs, func(Run) float64 { return 1 }), f.AUnweighted, 5e-5)
	}
}

// slope is that of ln N on ln C with the weights w.
func slope(runs []Run, w func(Run) float64) float64 {
	var sw, sx, sy, sxx, sxy float64
	for _, r := range runs {
		x, y := math.Log(float64(r.C)), math.Log(float64(r.N))
		sw, sx, sy, sxx, sxy = sw+w(r), sx+w(r)*x, sy+w(r)*y, sxx+w(r)*x*x, sxy+w(r)*x*y
	}
	return (sw*sxy - sx*sy) / (sw*sxx - sx*sx)
}

// Gadre et al. 2024 predict, from five runs on RedPajama with the fitted law
// (a 212.24, b 366.69, η 0.13643, E 1.8366), the losses of the 1.4B model at
// 640 tokens per parameter as 2.51983 where 2.50205 was measured, and of the
// 6.9B model at 20 as 2.44275 where 2.42499 was.
func TestGadrePredictsTheLargeRuns(t *testing.T) {
	const a, b, eta, e = 212.24, 366.69, 0.13643, 1.8366
	for _, c := range []struct{ n, d, predicted, measured float64 }{
		{1439795200, 921468928000, 2.51983, 2.50205},
		{6889410560, 137788211200, 2.44275, 2.42499},
	} {
		i := slices.IndexFunc(group(load(t, "gadre"), "rpj"), func(r Run) bool {
			return float64(r.N) == c.n && float64(r.D) == c.d
		})
		if i < 0 {
			t.Fatalf("no run of %g parameters and %g tokens", c.n, c.d)
		}
		r := group(load(t, "gadre"), "rpj")[i]
		numtest.Near(t, "measured", float64(r.Loss), c.measured, 2e-6)
		m := c.d / c.n
		got := e + (a*math.Pow(m, eta)+b*math.Pow(m, -eta))*math.Pow(float64(r.C), -eta)
		numtest.Near(t, "predicted", got, c.predicted, 2e-4) // of coefficients with five digits
	}
}

// Where a file states both, C is 6ND; OLMo's is the authors' own count, which
// has more in it.
func TestComputeIsThatOfTheFile(t *testing.T) {
	for id, tol := range map[string]float64{"porian-isoflops": 1e-6, "gadre": 1e-3, "muennighoff": 1e-2} {
		for _, r := range load(t, id).Runs {
			if err := numtest.RelErr(float64(law.Compute(r.N, r.D)), float64(r.C)); err > tol {
				t.Errorf("%s, row %d: 6ND is off C by %.2g", id, r.Row, err)
				break
			}
		}
	}
	for _, r := range load(t, "olmo-ladder").Runs {
		if float64(r.C) < float64(law.Compute(r.N, r.D)) {
			t.Errorf("%s: C below 6ND of the non-embedding parameters", r.Name)
		}
	}
}

func TestOLMoTargets(t *testing.T) {
	last := load(t, "olmo-ladder").Runs
	slices.SortFunc(last, func(a, b Run) int { return cmp.Compare(b.N, a.N) })
	// The authors' measured value, an average of the last points, is 2.4378760.
	numtest.Near(t, "13B-5T", float64(last[0].Loss), 2.4378760, 2e-4)
	_, hi := span(load(t, "olmo-ladder-curves").Runs, func(r Run) float64 { return float64(r.Loss) })
	numtest.Near(t, "first loss of a curve", hi, 8.79, 6e-4) // source notes
}

// A page must find on the site what a native program finds in its binary.
func TestFiles(t *testing.T) {
	files := Files()
	if len(files) != len(All()) {
		t.Fatalf("%d files", len(files))
	}
	for i, l := range All() {
		if files[i].Name != l.File {
			t.Errorf("file %d is %s, want %s", i, files[i].Name, l.File)
		}
		if _, err := l.Parse(files[i].Data); err != nil {
			t.Error(err)
		}
	}
	readme, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.Contains(string(readme), "## "+f.Name) {
			t.Errorf("data/README.md does not say where %s is from", f.Name)
		}
	}
}
