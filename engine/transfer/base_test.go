package transfer

import (
	"errors"
	"math"
	"testing"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

var inf = unit.Chars(math.Inf(1))

// Computed in double precision from Kaplan et al. 2020, Table 2; D in tokens.
func TestWebText2Values(t *testing.T) {
	b := WebText2(0)
	for _, c := range []struct {
		n    unit.Params
		d    unit.Tokens
		want float64
	}{
		{1e8, 1e9, 2.9567}, {7.08e8, 1e9, 2.8077}, {1e9, 2.2e10, 2.3693}, {1.5e9, 2.29e10, 2.3103},
		{1e8, unit.Tokens(math.Inf(1)), 2.7623},
	} {
		near(t, "L", float64(b.Loss(c.n, WebText2Chars.Chars(c.d))), c.want, 0.5e-4/2)
	}
}

// The placeholder has the values of the law set whose ID it carries.
func TestWebText2IsTheLawSet(t *testing.T) {
	b := WebText2(0)
	for _, l := range law.All() {
		for _, s := range l.Sets {
			if s.ID != b.ID {
				continue
			}
			for _, p := range []law.Point{{N: 1e6, D: 1e8}, {N: 1e9, D: 1e10}} {
				near(t, "loss", float64(b.Loss(p.N, WebText2Chars.Chars(p.D))), float64(l.Loss(s.Theta, p)), exact)
			}
			return
		}
	}
	t.Errorf("package law has no set %s", b.ID)
}

func TestBaseLimits(t *testing.T) {
	b := WebText2(0)
	for _, n := range []unit.Params{1e6, 4e7, 1e9} {
		near(t, "D → ∞", float64(b.Loss(n, inf)), math.Pow(6.4e13/float64(n), 0.076), exact)
		for _, d := range []unit.Chars{1e6, 1e9, 1e12} {
			near(t, "D of L", float64(b.Data(n, b.Loss(n, d))), float64(d), 1e-8)
		}
	}
	near(t, "N → ∞", float64(b.Loss(1e60, 4.3e9)), math.Pow(1.8e13/1e9, 0.103), 1e-9)
	if d := b.Data(1e6, b.Loss(1e6, inf)*0.99); !math.IsInf(float64(d), 1) {
		t.Errorf("data for a loss below the limit = %v, want +Inf", d)
	}
	for what, v := range map[string]float64{
		"N = 0": float64(b.Loss(0, 1e6)), "D = 0": float64(b.Loss(1e6, 0)), "L < 0": float64(b.Data(1e6, -1)),
	} {
		if v == v {
			t.Errorf("%s gives %v, want NaN", what, v)
		}
	}
}

// Twice the characters per token is twice the characters for the same loss.
func TestCharsPerToken(t *testing.T) {
	a, b := WebText2(3), WebText2(6)
	near(t, "loss", float64(b.Loss(1e8, 2e9)), float64(a.Loss(1e8, 1e9)), exact)
	near(t, "D(N)", float64(DataNeeded(b, 1e8, Share99)), 2*float64(DataNeeded(a, 1e8, Share99)), exact)
	near(t, "default", float64(WebText2(0).About().CharsPerToken), 4.3, 0) // Kaplan et al. 2020, footnote 7
	near(t, "chars and back", float64(WebText2Chars.Tokens(WebText2Chars.Chars(1e9))), 1e9, exact)
	c := a
	c.Unit, c.DC = InChars, a.DC*3
	near(t, "constants in characters", float64(c.Loss(1e8, 1e9)), float64(a.Loss(1e8, 1e9)), exact)
	if c.About().CharsPerToken != 0 {
		t.Error("a base in characters assumes characters per token")
	}
}

func TestPlaceholderSaysSo(t *testing.T) {
	a := WebText2(0).About()
	if !a.Placeholder || a.Ref.Source != cite.Kaplan2020 || a.Counting != law.NonEmbedding {
		t.Errorf("%+v", a)
	}
	// Kaplan's runs: 22M to 23B tokens, 768 to 1.5e9 parameters.
	if (a.D != Range{22e6 * 4.3, 23e9 * 4.3}) || (a.N != Range{768, 1.5e9}) {
		t.Errorf("domain %v, %v", a.N, a.D)
	}
}

func TestBaseCheck(t *testing.T) {
	if err := WebText2(0).Check(); err != nil {
		t.Error(err)
	}
	for field, change := range map[string]func(*Base){
		"α_N": func(b *Base) { b.AlphaN = 0 }, "α_D": func(b *Base) { b.AlphaD = math.Inf(1) },
		"N_C": func(b *Base) { b.NC = -1 }, "D_C": func(b *Base) { b.DC = math.NaN() },
		"characters per token": func(b *Base) { b.CharsPerToken = 0 }, "unit of D_C": func(b *Base) { b.Unit = 0 },
	} {
		b := WebText2(0)
		change(&b)
		var bad *InputError
		if err := b.Check(); !errors.As(err, &bad) || bad.Field != field {
			t.Errorf("bad %s: %v", field, err)
		}
	}
}

// additive is L = E + A/N^α + B/D^β with the coefficients in that order.
var additive = law.Law{
	ID: "additive", Needs: []law.Symbol{law.N, law.D},
	Coefs: []law.Coef{{Symbol: "E"}, {Symbol: "A"}, {Symbol: "B"}, {Symbol: "α"}, {Symbol: "β"}},
	Loss: func(c []float64, p law.Point) unit.Loss {
		return unit.Loss(c[0] + c[1]/math.Pow(float64(p.N), c[3]) + c[2]/math.Pow(float64(p.D), c[4]))
	},
}

// besiroglu has the values of Besiroglu et al. 2024.
var besiroglu = law.Set{
	ID: "besiroglu", Theta: []float64{1.8172, 482.01, 2085.43, 0.3478, 0.3658}, Counting: law.Total,
	Domain: []law.Span{{Symbol: law.N, Lo: 1e7, Hi: 1e10}, {Symbol: law.D, Lo: 1e9, Hi: 1e11}},
}

func TestLawBase(t *testing.T) {
	b, err := FromLaw(&additive, besiroglu, 4)
	if err != nil {
		t.Fatal(err)
	}
	// Computed in double precision from the constants.
	near(t, "L(1e9, 2e10)", float64(b.Loss(1e9, 8e10)), 2.530050323678703, exact)
	near(t, "L(70B, 1.4T)", float64(b.Loss(70e9, 5.6e12)), 1.9739, 1e-4/2)
	limit := 1.8172 + 482.01/math.Pow(1e9, 0.3478)
	near(t, "limit", float64(b.Loss(1e9, inf)), limit, exact)
	// D = [B/(L − L(∞))]^(1/β), in tokens.
	near(t, "D of L", float64(b.Data(1e9, 2.6)), 4*math.Pow(2085.43/(2.6-limit), 1/0.3658), 1e-9)
	if d := b.Data(1e9, unit.Loss(limit)); !math.IsInf(float64(d), 1) {
		t.Errorf("data at the limit = %v", d)
	}
	a := b.About()
	if a.Placeholder || a.Counting != law.Total || (a.D != Range{4e9, 4e11}) || (a.N != Range{1e7, 1e10}) {
		t.Errorf("%+v", a)
	}
	if !b.Placeholder().About().Placeholder || b.About().Placeholder {
		t.Error("the mark of a placeholder is not on the copy alone")
	}
}

// Kaplan's form as a LawBase is the Base, by another inverse.
func TestLawBaseIsBase(t *testing.T) {
	kaplan := law.Law{
		ID: "kaplan", Needs: []law.Symbol{law.D, law.N}, Coefs: make([]law.Coef, 4),
		Loss: func(c []float64, p law.Point) unit.Loss {
			return unit.Loss(math.Pow(math.Pow(c[2]/float64(p.N), c[0]/c[1])+c[3]/float64(p.D), c[1]))
		},
	}
	b, err := FromLaw(&kaplan, law.Set{ID: "table2", Theta: []float64{0.076, 0.103, 6.4e13, 1.8e13}, Counting: law.NonEmbedding}, WebText2Chars)
	if err != nil {
		t.Fatal(err)
	}
	w := WebText2(0)
	for _, n := range []unit.Params{1e6, 4e7, 1e9} {
		near(t, "loss", float64(b.Loss(n, 1e8)), float64(w.Loss(n, 1e8)), exact)
		near(t, "D(N)", float64(DataNeeded(b, n, Share99)), float64(DataNeeded(w, n, Share99)), 1e-9)
	}
}

func TestFromLawRefuses(t *testing.T) {
	budget := additive
	budget.Needs = []law.Symbol{law.C}
	allocation := additive
	allocation.Loss = nil
	rising := law.Set{ID: "rising", Theta: []float64{2, 1, -1, 0.3, 0.3}}
	short := law.Set{ID: "short", Theta: []float64{1}}
	for what, f := range map[string]func() (*LawBase, error){
		"no law":             func() (*LawBase, error) { return FromLaw(nil, besiroglu, 4) },
		"other needs":        func() (*LawBase, error) { return FromLaw(&budget, besiroglu, 4) },
		"no loss":            func() (*LawBase, error) { return FromLaw(&allocation, besiroglu, 4) },
		"few coefficients":   func() (*LawBase, error) { return FromLaw(&additive, short, 4) },
		"rises with data":    func() (*LawBase, error) { return FromLaw(&additive, rising, 4) },
		"no chars per token": func() (*LawBase, error) { return FromLaw(&additive, besiroglu, 0) },
	} {
		if b, err := f(); err == nil || b != nil {
			t.Errorf("%s: accepted", what)
		}
	}
}
