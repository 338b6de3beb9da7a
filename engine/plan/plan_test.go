package plan

import (
	"errors"
	"math"
	"testing"

	"lossline/engine/law"
	"lossline/engine/unit"
)

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if math.Abs(got-want) > tol*math.Abs(want) {
		t.Errorf("%s = %.8g, want %.8g within %g", what, got, want, tol)
	}
}

func method(t *testing.T, id string) Method {
	t.Helper()
	m, ok := MethodByID(id)
	if !ok {
		t.Fatalf("no method %s", id)
	}
	return m
}

func TestEveryMethodsSetsExist(t *testing.T) {
	for _, m := range Methods() {
		for _, id := range []string{m.Allocation, m.Loss, m.LossOfC} {
			if _, _, ok := law.SetByID(id); id != "" && !ok {
				t.Errorf("%s rests on %s, which does not exist", m.ID, id)
			}
		}
		if len(m.Sets()) == 0 {
			t.Errorf("%s rests on nothing", m.ID)
		}
	}
}

// The values at Chinchilla's budget, computed in double precision from the
// published constants (Hoffmann et al. 2022 eq. 4 and 10; Besiroglu et al. 2024),
// quoted to four digits.
func TestChinchillasBudget(t *testing.T) {
	for _, c := range []struct {
		id       string
		n, ratio float64
	}{
		{"hoffmann2022.2", 4.036e10, 58.9},
		{"hoffmann2022.1", 3.219e10, 92.7},
		{"besiroglu2024.1", 7.225e10, 18.4},
	} {
		a := Allocate(method(t, c.id), 5.76e23, Options{})
		near(t, c.id+" N", float64(a.N), c.n, 2e-4)
		near(t, c.id+" D/N", a.TokensPerParam(), c.ratio, 1e-3)
		near(t, c.id+" 6ND", float64(a.Cost), 5.76e23, 1e-12)
	}
}

// Hoffmann et al. 2022, section on the comparison at 1e21 FLOP: Kaplan's law
// says 4.68B parameters, which is Table 6 of Kaplan et al. at C_min = C/2.
func TestKaplanAtTheCriticalBatch(t *testing.T) {
	a := Allocate(method(t, "kaplan2020.1"), 1e21, Options{})
	near(t, "N", float64(a.N), 4.68e9, 2e-3)
	near(t, "B·S", float64(a.B)*float64(a.S), float64(a.D), 1e-12)
	// Eq. 1.4: at the critical batch a run takes twice S_min. The paper's rounded
	// constants close to within 8 %.
	smin := 5.4e3 * math.Pow(1e21/2/8.64e19, 0.03)
	near(t, "S/S_min", float64(a.S)/smin, 2, 0.08)
}

// Kaplan et al. 2020, Table 6 at 1 PF-day.
func TestKaplanAsPrinted(t *testing.T) {
	a := Allocate(method(t, "kaplan2020.1"), unit.PFDay, Options{Kaplan: AsPrinted})
	near(t, "N", float64(a.N), 1.3e9, 1e-12)
	near(t, "B", float64(a.B), 2.0e6, 1e-12)
	near(t, "S", float64(a.S), 5400, 1e-12)
	near(t, "D", float64(a.D), 2e10, 1e-12)
	// L(C_min) with α = 0.050, C_c = 3.1e8 PF-days, in double precision.
	near(t, "L", float64(a.Loss), 2.6581, 2e-5)
}

// The edges of the flat range lie on the contour that defines it, and the
// optimum inside; computed here by evaluating the law at the edges.
func TestFlatRange(t *testing.T) {
	m := method(t, "besiroglu2024.1")
	a := Allocate(m, 1e21, Options{})
	if !(a.Flat[0] < a.N && a.N < a.Flat[1]) {
		t.Fatalf("N = %g is not inside %g..%g", a.N, a.Flat[0], a.Flat[1])
	}
	for _, n := range a.Flat {
		l, _ := m.LossAt(n, unit.Tokens(1e21/(6*float64(n))))
		near(t, "loss at the edge", float64(l), 1.005*float64(a.Loss), 1e-9)
	}
}

func TestBatchByRule(t *testing.T) {
	m := method(t, "besiroglu2024.1")
	a := Allocate(m, 5.76e23, Options{})
	// Kaplan et al. 2020, eq. 5.3 and Table 5: B* = 2.1e8, α_B = 0.21.
	near(t, "B", float64(a.B), 2.1e8/math.Pow(float64(a.Loss), 1/0.21), 1e-12)
	near(t, "S", float64(a.S), float64(a.D)/float64(a.B), 1e-12)
	b := Allocate(m, 5.76e23, Options{Batch: 4e6})
	near(t, "chosen B", float64(b.B), 4e6, 0)
	near(t, "S at the chosen B", float64(b.S), float64(b.D)/4e6, 1e-12)
}

func TestWarnings(t *testing.T) {
	has := func(ws []law.Warning, c law.Code) bool {
		for _, w := range ws {
			if w.Code == c {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		id       string
		c        unit.FLOPs
		code     law.Code
		expected bool
	}{
		{"besiroglu2024.1", 5.76e23, Extrapolates, true}, // largest run: 1.6e10 parameters
		{"besiroglu2024.1", 1e20, Extrapolates, false},
		{"kaplan2020.1", 1e20, NonEmbedding, true},
		{"kaplan2020.1", 1e20, BudgetAtBcrit, true},
		{"hoffmann2022.a1", 1e20, NoLoss, true},
		{"hoffmann2022.a1", 1e20, OwnPrefactor, true},
		{"hoffmann2022.1", 1e20, RoundedSet, true},
		{"hoffmann2022.2", 1e20, RoundedSet, false},
		{"hoffmann2022.2", 1e20, BatchByKaplan, true},
	} {
		if got := has(Allocate(method(t, c.id), c.c, Options{}).Warnings, c.code); got != c.expected {
			t.Errorf("%s at %g: warning %s is %v, want %v", c.id, c.c, c.code, got, c.expected)
		}
	}
}

func TestParseBudget(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64
	}{
		{"5.76e23", 5.76e23},
		{"1000 PF-days", 8.64e22},
		// 64 × 989.4e12 FLOP/s × 21 × 86400 s × 0.40
		{"64 H100 for 21 days at 40%", 64 * 989.4e12 * 21 * 86400 * 0.40},
		// The utilisation that is assumed where none is said.
		{"8 A100 for 30 days", 8 * 312e12 * 30 * 86400 * DefaultUtilisation},
		{"1000 H100-days @40%", 1000 * 989.4e12 * 86400 * 0.40},
		{"256 TPU v5p for 2 weeks at 50%", 256 * 459e12 * 14 * 86400 * 0.5},
		{"2 RTX 4090, 10 hours, 35%", 2 * 165.2e12 * 36000 * 0.35},
		{"8 x 4090 for one week at 40%", 8 * 165.2e12 * 604800 * 0.4}, // and not 8·4090
		{"8×4090 30天 MFU=40%", 8 * 165.2e12 * 30 * 86400 * 0.4},
		{"64 NVIDIA H100 for 21 days at 40%", 64 * 989.4e12 * 21 * 86400 * 0.4},
		{"8 Google TPU v5p, a day, 40%", 8 * 459e12 * 86400 * 0.4},
	} {
		b, err := ParseBudget(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		got, err := b.Total()
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		}
		near(t, c.text, float64(got), c.want, 1e-12)
	}
	for text, code := range map[string]unit.Code{
		"":                            unit.CodeEmpty,
		"abc":                         unit.CodeNoNumber,
		"5 FLOP":                      BelowLimit,
		"1e40":                        AboveLimit,
		"300 TFLOP/s":                 unit.CodeRate,
		"8 Cray for 3 days":           unit.CodeUnknownDevice,
		"8 H100":                      unit.CodeNoTime,
		"8 H100 3 days at 0%":         unit.CodeUtilisation,
		"-1e20":                       unit.CodeNegative,
		"1e999":                       unit.CodeTooLarge,
		"64 H100 for 21 days at 140%": unit.CodeUtilisation,
	} {
		_, err := ParseBudget(text)
		var pe *unit.ParseError
		if !errors.As(err, &pe) || pe.Code != code {
			t.Errorf("%q: error %v, want code %s", text, err, code)
		}
	}
}

// Every device is found by its ID, its name and its name as people type it, and
// none by a part of it.
func TestAcceleratorByName(t *testing.T) {
	for _, a := range Accelerators() {
		for _, name := range []string{a.ID, a.Name, " " + a.Name} {
			if got, ok := AcceleratorByName(name); !ok || got.ID != a.ID {
				t.Errorf("%q is not found as %s", name, a.ID)
			}
		}
		if a.Peak <= 0 || a.Ref.Source == nil || a.Dated == "" {
			t.Errorf("%s: peak, source or date is missing", a.ID)
		}
	}
	if _, ok := AcceleratorByName("h1"); ok {
		t.Error("a part of a name is found")
	}
}

// At a batch of one's own (Kaplan et al. 2020, eq. 5.4, 5.5): C = C_min·(1 + B/B_crit),
// S = S_min·(1 + B_crit/B), with B_crit = 2.1e8/L^(1/0.21) at the loss of C_min. At
// B = B_crit that is C = 2·C_min.
func TestKaplanAtABatch(t *testing.T) {
	m := method(t, "kaplan2020.1")
	a := Allocate(m, 1e21, Options{Batch: 1 << 19})
	cmin := 8.64e19 * math.Pow(float64(a.N)/1.3e9, 1/0.73) // Table 6 turned round
	crit := 2.1e8 / math.Pow(float64(a.Loss), 1/0.21)
	near(t, "C", cmin*(1+(1<<19)/crit), 1e21, 1e-9)
	near(t, "S", float64(a.S), 5.4e3*math.Pow(cmin/8.64e19, 0.03)*(1+crit/(1<<19)), 1e-9)
	near(t, "B·S", float64(a.B)*float64(a.S), float64(a.D), 1e-12)
	if float64(cmin) < 0.8e21 {
		t.Errorf("a batch of a sixth of B_crit leaves C_min = %g of 1e21", cmin)
	}
	same := Allocate(m, 1e21, Options{Batch: unit.Tokens(2.1e8 / math.Pow(float64(Allocate(m, 1e21, Options{}).Loss), 1/0.21))})
	near(t, "N at B_crit", float64(same.N), 4.683e9, 2e-3)
}
