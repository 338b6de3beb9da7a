package mathml

import "testing"

func TestValues(t *testing.T) {
	of := map[string]string{"k": "0.09", "a": "0.5", "C": `5.76\cdot 10^{23}`, "N": "70", "α": "0.35", "A": "482",
		"N_c": `8.8\cdot 10^{13}`, "α_N": "0.076", "α_D": "0.1", "C_c^min": "3.1", "α_C^min": "0.05", "C_min": "7", "M": "20", "n_layer": "12", "D": "9"}
	for _, c := range []struct{ tex, want string }{
		{`N_1C^{p_N}`, `N_1\cdot \left(5.76\cdot 10^{23}\right)^{p_N}`},
		{`kC^{a}`, `0.09\cdot \left(5.76\cdot 10^{23}\right)^{0.5}`},
		{`\frac{C}{6N}`, `\frac{5.76\cdot 10^{23}}{6\cdot 70}`},
		{`L=E+\frac{A}{N^{\alpha}}`, `L=E+\frac{482}{70^{0.35}}`},
		{`\left(\frac{N_c}{N}\right)^{\frac{\alpha_N}{\alpha_D}}`, `\left(\frac{8.8\cdot 10^{13}}{70}\right)^{\frac{0.076}{0.1}}`},
		{`\left(\frac{C_c^{\min}}{C_{\min}}\right)^{\alpha_C^{\min}}`, `\left(\frac{3.1}{7}\right)^{0.05}`},
		{`\left(aM^{\eta}+bM^{-\eta}\right)C^{-\eta}`, `\left(0.5\cdot 20^{\eta}+b\cdot 20^{-\eta}\right)\cdot \left(5.76\cdot 10^{23}\right)^{-\eta}`},
		{`2n_{\text{layer}}n_{\text{ctx}}`, `2\cdot 12\cdot n_{\text{ctx}}`},
		{`N'+U_D+\text{an N}`, `N'+U_D+\text{an N}`}, // other symbols, and words, stay
		{`\frac{\alpha A}{B}\frac{C}{6}`, `\frac{0.35 \cdot 482}{B}\frac{5.76\cdot 10^{23}}{6}`},
	} {
		got := Values(c.tex, func(s string) string { return of[s] })
		if got != c.want {
			t.Errorf("%s\n gave %s\nwant %s", c.tex, got, c.want)
		}
		if _, err := From(got, true); err != nil {
			t.Error(err)
		}
	}
}
