package numtest

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// NIST is a problem of non-linear least squares from the Statistical Reference
// Datasets of the National Institute of Standards and Technology. Its model is
// in words only and up to the test.
type NIST struct {
	Name      string
	Level     string       // of difficulty: "Lower", "Average" or "Higher"
	Starts    [2][]float64 // far from the certified values and near them
	Certified []float64    // coefficients
	SD        []float64    // their certified standard deviations
	Squares   float64      // certified residual sum of squares
	X, Y      []float64
}

// ReadNIST reads a file as NIST publishes it.
func ReadNIST(t testing.TB, file string) *NIST {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := &NIST{}
	data := false
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case data:
			v := floats(t, file, words)
			p.Y, p.X = append(p.Y, v[0]), append(p.X, v[1])
		case words[0] == "Data:" && words[1] == "y":
			data = true
		case strings.HasPrefix(line, "Dataset Name:"):
			p.Name = words[2]
		case strings.HasSuffix(line, "Level of Difficulty"):
			p.Level = words[0]
		case strings.HasPrefix(line, "Residual Sum of Squares:"):
			p.Squares = floats(t, file, words[4:])[0]
		case len(words) == 6 && words[1] == "=" && words[0][0] == 'b':
			v := floats(t, file, words[2:])
			for i := range p.Starts {
				p.Starts[i] = append(p.Starts[i], v[i])
			}
			p.Certified, p.SD = append(p.Certified, v[2]), append(p.SD, v[3])
		}
	}
	if len(p.Certified) == 0 || len(p.Y) == 0 || p.Level == "" || !(p.Squares > 0) {
		t.Fatalf("%s: incomplete", file)
	}
	return p
}

func floats(t testing.TB, file string, words []string) []float64 {
	t.Helper()
	out := make([]float64, len(words))
	for i, w := range words {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out[i] = v
	}
	return out
}
