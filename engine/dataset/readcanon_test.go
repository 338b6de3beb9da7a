package dataset

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"lossline/engine/internal/csvtable"
)

func TestCanonical(t *testing.T) {
	runs := []Run{
		{N: 7e9, D: 1.4e12, Loss: 1.97, Used: true, Row: 3},
		{N: 123456789, D: 1e9, Loss: 0.30000000000000004, Used: true, Name: `a,"b"` + "\n#"},
		{N: 5e-324, Loss: 1.7976931348623157e308, Error: 1e-7, Weight: 3},
	}
	const want = "N,D,loss,error,weight,name,used\n" +
		"7e9,1.4e12,1.97,,,,1\n" +
		"1.23456789e8,1e9,0.30000000000000004,,,\"a,\"\"b\"\"\n#\",1\n" +
		"5e-324,,1.7976931348623157e308,1e-7,3,,0"
	got := Canonical(runs)
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
	back, err := ParseCanonical(got)
	runs[0].Row = 0
	if err != nil || !slices.Equal(back, runs) {
		t.Errorf("comes back as %+v, %v", back, err)
	}
	if back, err := ParseCanonical(Canonical(nil)); err != nil || len(back) != 0 {
		t.Errorf("no runs come back as %v, %v", back, err)
	}
}

// The runs of all that is shipped in the binary make the round trip.
func TestCanonicalRoundTrip(t *testing.T) {
	runs := chinchilla(t).Runs
	back, err := ParseCanonical(Canonical(runs))
	if err != nil || len(back) != len(runs) || Digest(back) != Digest(runs) {
		t.Fatalf("%d runs, %v", len(back), err)
	}
	for i := range back {
		if runs[i].Row = 0; back[i] != runs[i] {
			t.Fatalf("run %d: %+v, want %+v", i, back[i], runs[i])
		}
	}
}

func TestParseCanonicalErrors(t *testing.T) {
	for text, want := range map[string]error{
		"N,N\n1,2":        ErrColumn,
		"N,M\n1,2":        ErrColumn,
		"N,loss\n1e9":     csvtable.ErrWidth,
		"N,loss\n1e9,x":   csvtable.ErrNumber,
		"N,loss\n1e9,-1":  csvtable.ErrPositive,
		"N,loss\n1e9,0":   csvtable.ErrPositive,
		"N,loss\nNaN,1":   csvtable.ErrPositive,
		"N,used\n1e9,yes": csvtable.ErrFlag,
		"N,name\n1e9,\"":  csvtable.ErrQuote,
	} {
		runs, err := ParseCanonical(text)
		var cell *CellError
		if !errors.Is(err, want) || !errors.As(err, &cell) || runs != nil {
			t.Errorf("%q: %v, %v; want %v", text, runs, err, want)
		}
	}
}

// Digests computed by a program of its own in Python from the definition: FNV-1a
// by words of 64 bits with h ^= h >> 32, over the nine numbers and three texts of
// each run, and over the fingerprints.
func TestDigest(t *testing.T) {
	runs := []Run{{N: 7e9, D: 1.4e12, C: 5.88e22, Loss: 1.97}, {N: 7e7, S: 1000, Loss: 3.5, Name: "a", Curve: "é"}}
	for _, c := range []struct {
		runs []Run
		want string
	}{
		{nil, "cbf29ce484222325"}, // the offset basis of FNV-1a
		{runs[:1], "3e9446ed74f62123"},
		{runs, "00eac17a370f992c"},
	} {
		if got := Digest(c.runs); got != c.want {
			t.Errorf("%d runs: %s, want %s", len(c.runs), got, c.want)
		}
	}
	seen := map[string]int{}
	for i, change := range []func(*Run){
		func(r *Run) {}, func(r *Run) { r.N++ }, func(r *Run) { r.D++ }, func(r *Run) { r.C *= 2 }, func(r *Run) { r.Loss += 1e-9 },
		func(r *Run) { r.S = 1 }, func(r *Run) { r.B = 1 }, func(r *Run) { r.U = 1 }, func(r *Run) { r.Error = 1 }, func(r *Run) { r.Weight = 1 },
		func(r *Run) { r.Name = "x" }, func(r *Run) { r.Curve = "x" }, func(r *Run) { r.Group = "x" },
	} {
		r := runs[0]
		change(&r)
		d := Digest([]Run{r, runs[1]})
		if j, ok := seen[d]; ok || len(d) != 16 || strings.ToLower(d) != d {
			t.Errorf("change %d has the digest %s of change %d", i, d, j)
		}
		seen[d] = i
		r.Row, r.Used = 77, !r.Used
		if Digest([]Run{r, runs[1]}) != d {
			t.Errorf("change %d: row and use change the digest", i)
		}
	}
}
