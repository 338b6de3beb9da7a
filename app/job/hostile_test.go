package job

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"lossline/engine/dataset"
)

// extreme returns runs with numbers from all over what a float64 holds, and some
// coordinates left out.
func extreme(r *rand.Rand, n int) []Run {
	wide := math.Pow(10, r.Float64()*150)
	power := func() float64 { return math.Pow(wide, 2*r.Float64()-1) * 1e9 }
	out := make([]Run, n)
	for i := range out {
		out[i] = Run{N: power(), D: power(), Loss: math.Pow(wide, 0.05*(r.Float64()-0.5)) * 3}
		switch r.IntN(4) {
		case 0:
			out[i].C = power()
		case 1:
			out[i].D, out[i].C = 0, power()
		}
	}
	return out
}

// No answer, and no reason for none, has an infinite number: neither for extreme
// runs and questions nor for candidates beyond all numbers.
func TestNextIsFinite(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 9))
	laws := []string{"chinchilla", "power-n", "power-d", "power-c", "kaplan-nd", "kaplan-n", "overtraining"}
	answers := 0
	for i := range 400 {
		q := Request{Op: OpNext, Law: laws[i%len(laws)], Starts: 1, Objective: "squares", Runs: extreme(r, 3+r.IntN(12)),
			Budget: math.Pow(10, 60*r.Float64()), Allowance: math.Pow(10, 60*r.Float64())}
		switch i % 5 {
		case 0:
			q.At = []Point{{N: 1e200, D: 1e200}}
		case 1:
			q.Target = &Point{N: math.Pow(10, 300*r.Float64()), D: math.Pow(10, 300*r.Float64())}
		}
		reply, err := Do(context.Background(), q)
		if err == nil {
			answers++
		}
		said, jerr := json.Marshal(reply)
		if jerr != nil || strings.Contains(string(said), "Inf") || strings.Contains(string(said), "NaN") || strings.Contains(string(said), `"internal"`) {
			t.Errorf("%d: %v: %s", i, jerr, said)
		}
	}
	if answers < 10 {
		t.Errorf("only %d answers: the test asks for too much", answers)
	}
}

// A table that is beyond a limit, or of a format that is not read, is refused by
// that name, not read in part or said to be no table.
func TestReadSaysTheLimit(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte("N,D,loss\n1e9,2e10,3\n2e9,2e10,2.9\n")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, text, code string
		args             []string
	}{
		{"rows", "N,D,loss\n" + strings.Repeat("1e9,2e10,3\n", dataset.MaxRows+1), "file-rows", []string{"", "1,000,000"}},
		{"cell", "N,D,loss\n1e9,2e10,3\n1e9,2e10," + strings.Repeat("3", 10<<20) + "\n", "file-cell", []string{"", "64 KiB"}},
		{"columns", strings.Repeat("a,", 1_000_000) + "\n", "file-columns", []string{"", "1000"}},
		{"workbook", "PK\x03\x04[Content_Types].xml", "file-workbook", []string{"XLSX", ""}},
		{"gzip", packed.String(), "", nil},
	} {
		var s Session
		s.Put("own", []byte(c.text))
		for range 2 { // the second time from what was kept
			reply := s.Do(context.Background(), Request{Op: OpRead, Data: "own"}, nil)
			switch {
			case c.code == "" && (reply.Error != nil || reply.Read.Kept != 2):
				t.Errorf("%s: %v, %+v", c.what, reply.Error, reply.Read)
			case c.code != "" && (reply.Error == nil || reply.Error.Code != c.code || strings.Join(reply.Error.Args, "|") != strings.Join(c.args, "|")):
				t.Errorf("%s: %+v, want %s %q", c.what, reply.Error, c.code, c.args)
			}
		}
	}
}

// Rows of learning curves may be more than the runs that a law is fitted to.
func TestRunsOfAFitAreBounded(t *testing.T) {
	var s Session
	s.Put("own", []byte("N,D,loss\n"+strings.Repeat("1e9,2e10,3\n2e9,2e10,2.9\n", dataset.MaxRuns/2+1)))
	if reply := s.Do(context.Background(), Request{Op: OpRead, Data: "own"}, nil); reply.Error != nil || reply.Read.Kept != dataset.MaxRuns+2 {
		t.Fatalf("%+v", reply.Error)
	}
	reply := s.Do(context.Background(), Request{Op: OpFit, Data: "own", Law: "power-n"}, nil)
	if e := reply.Error; e == nil || e.Code != "file-runs" || e.Args[1] != "200,000" {
		t.Errorf("%+v", e)
	}
}

// Runs from which no law follows give no coefficients, and the reason has its
// numbers.
func TestNoLawFollows(t *testing.T) {
	same, constant := make([]Run, 50), make([]Run, 50)
	for i := range same {
		same[i] = Run{N: 1e9, D: 2e10, Loss: 2.9}
		constant[i] = Run{N: 1e9 * float64(i+1), D: 2e10 * float64(i%7+1), Loss: 2.9}
	}
	for _, op := range []Op{OpFit, OpBootstrap, OpProfile, OpNext} {
		for _, c := range []struct {
			runs []Run
			code string
			args string
		}{{same, "fit-distinct", "1|5"}, {constant, "fit-constant", "2.9"}} {
			_, err := Do(context.Background(), Request{Op: op, Law: "chinchilla", Runs: c.runs, Coef: "E", Bootstrap: 10, To: 10, Budget: 1e22, Allowance: 1e21})
			if e, ok := err.(*Error); !ok || e.Code != c.code || strings.Join(e.Args, "|") != c.args {
				t.Errorf("%s: %+v, want %s %s", op, err, c.code, c.args)
			}
		}
	}
}
