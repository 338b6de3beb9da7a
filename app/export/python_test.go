package export

import (
	"bytes"
	"math"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"lossline/engine/law"
)

// points are where programs are compared with the laws: small, large, and with
// repeated data.
var points = []law.Point{
	{N: 1e8, D: 2e9, C: 1.2e18, S: 1e4, U: 2e9, L: 3.2},
	{N: 7e10, D: 1.4e12, C: 5.88e23, S: 2.5e5, U: 1e11, L: 2.1},
	{N: 123456789, D: 98765432100, C: 7.3161e19, S: 31234, U: 1e10, L: 2.7182818},
}

// theta are values for a law: published ones, or those with which package law
// tests its forms.
func theta(t *testing.T, l *law.Law) []float64 {
	if len(l.Sets) > 0 {
		return l.Sets[0].Theta
	}
	made := map[string][]float64{
		"power-n": {1.7, 400, 0.34}, "power-d": {1.7, 400, 0.28}, "power-c": {1.7, 1070, 0.154},
		"kaplan-nd-floor": {0.5, 6.4e13, 0.076, 1.8e13, 0.103}, "rectified": {1.5, 900, 300, 0.6},
	}
	if made[l.ID] == nil {
		t.Fatalf("no values for %s", l.ID)
	}
	return made[l.ID]
}

// The program of every law that can be fitted, and of Kaplan's L(C_min), prints what the law computes. They
// stand one after the other in one file: starting Python takes longer than they do.
func TestPythonPrintsThePrediction(t *testing.T) {
	var file strings.Builder
	var names []string
	var want []float64
	for _, l := range append(law.Fittable(), law.KaplanCMin) {
		th := theta(t, l)
		for _, p := range points {
			program := Python(l, th, p, "a\nb", l.Name)
			if program == "" || !strings.HasPrefix(program, pyHead+"# a b\n# "+l.Name+"\n") {
				t.Fatalf("%s: program %q", l.ID, program)
			}
			file.WriteString(program)
			names, want = append(names, l.ID), append(want, float64(l.Loss(th, p)))
		}
	}
	for i, line := range strings.Fields(python(t, file.String())) {
		got, err := strconv.ParseFloat(line, 64)
		if err != nil || i >= len(want) {
			t.Fatalf("line %d: %q", i+1, line)
		}
		if math.Abs(got-want[i]) > 1e-12*want[i] {
			t.Errorf("%s: Python prints %.17g, the law gives %.17g", names[i], got, want[i])
		}
		names[i] = ""
	}
	if strings.Join(names, "") != "" {
		t.Errorf("nothing printed for %v", names)
	}
}

func python(t *testing.T, program string) string {
	t.Helper()
	cmd := exec.Command("python3", "-")
	cmd.Stdin = strings.NewReader(program)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s\n%s", err, said.String(), program)
	}
	return string(out)
}

func TestPythonNeedsALawOfLosses(t *testing.T) {
	if s := Python(law.PowerAllocation, law.PowerAllocation.Sets[0].Theta, law.Point{}); s != "" {
		t.Errorf("an allocation predicts:\n%s", s)
	}
	if s := Python(law.Chinchilla, []float64{1}, law.Point{}); s != "" {
		t.Errorf("one coefficient is enough:\n%s", s)
	}
}
