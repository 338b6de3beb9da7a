package law

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// texSymbols reads the symbols of a formula: a letter or command with its
// sub- and superscript as the laws write them, "α_N", "C_c^min". It reports
// false if groups or \left and \right do not balance.
func texSymbols(tex string) (map[string]bool, bool) {
	out := map[string]bool{}
	ok := strings.Count(tex, "{") == strings.Count(tex, "}") && strings.Count(tex, `\left`) == strings.Count(tex, `\right`)
	for depth, pairs := 0, 0; tex != ""; {
		var base string
		base, tex = texToken(tex)
		switch base {
		case "{":
			depth++
		case "}":
			depth--
		case `\left`:
			pairs++
		case `\right`:
			pairs--
		}
		ok = ok && depth >= 0 && pairs >= 0
		symbol := texNames.Replace(base)
		out[symbol] = true
		for strings.HasPrefix(tex, "_") || strings.HasPrefix(tex, "^") {
			mark := tex[:1]
			var script string
			script, tex = texScript(tex[1:])
			symbol += mark + texNames.Replace(script)
			out[symbol] = true
			inner, innerOK := texSymbols(script)
			maps.Copy(out, inner)
			ok = ok && innerOK
		}
	}
	return out, ok
}

var texNames = strings.NewReplacer(`\alpha`, "α", `\beta`, "β", `\gamma`, "γ", `\eta`, "η", `\epsilon`, "ε", `\min`, "min", `\infty`, "∞")

// texToken cuts a command or a single character off tex.
func texToken(tex string) (tok, rest string) {
	i := 1
	if tex[0] == '\\' {
		for i < len(tex) && (tex[i] >= 'a' && tex[i] <= 'z' || tex[i] >= 'A' && tex[i] <= 'Z') {
			i++
		}
		i = min(max(i, 2), len(tex))
	}
	return tex[:i], tex[i:]
}

// texScript cuts the argument of _ or ^ off tex, without its outer braces.
func texScript(tex string) (script, rest string) {
	if !strings.HasPrefix(tex, "{") {
		if tex == "" {
			return "", ""
		}
		return texToken(tex)
	}
	depth := 0
	for i, r := range tex {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return tex[1:i], tex[i+1:]
		}
	}
	return tex[1:], ""
}

func TestTeXSymbols(t *testing.T) {
	for _, c := range []struct {
		tex, want string // want is empty where tex does not balance
	}{
		{`L=E+\frac{A}{N^{\alpha}}`, `+ = A E L N N^α \frac { } α`},
		{`\left(C_c^{\min}\right)^{\alpha_C^{\min}}`, `( ) )^α_C^{min} C C_c C_c^min \left \right c min α α_C α_C^min`},
		{`\frac{A}{N`, ``},
		{`A}{`, ``},
		{`\left(A`, ``},
		{`\right)\left(`, ``},
	} {
		symbols, ok := texSymbols(c.tex)
		if ok != (c.want != "") {
			t.Errorf("%s: balanced %v", c.tex, ok)
		}
		want := slices.Sorted(slices.Values(strings.Fields(c.want)))
		if got := slices.Sorted(maps.Keys(symbols)); ok && !slices.Equal(got, want) {
			t.Errorf("%s: symbols %q, want %q", c.tex, got, want)
		}
	}
}

// Each coefficient and each coordinate of a law stands in its formula.
func TestFamilyTeX(t *testing.T) {
	for _, l := range All() {
		symbols, ok := texSymbols(l.TeX)
		if !ok {
			t.Errorf("law %s: TeX does not balance: %s", l.ID, l.TeX)
		}
		for _, c := range l.Coefs {
			if !symbols[c.Symbol] {
				t.Errorf("law %s: coefficient %s is not in %s", l.ID, c.Symbol, l.TeX)
			}
		}
		for _, s := range l.Needs {
			if !symbols[string(s)] {
				t.Errorf("law %s: coordinate %s is not in %s", l.ID, s, l.TeX)
			}
		}
		for i, c := range l.Coefs {
			for _, d := range l.Coefs[:i] {
				if c.Symbol == d.Symbol {
					t.Errorf("law %s: two coefficients %s", l.ID, c.Symbol)
				}
			}
		}
	}
}
