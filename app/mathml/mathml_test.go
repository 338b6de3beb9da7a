package mathml

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"lossline/engine/law"
)

func TestFrom(t *testing.T) {
	for tex, want := range map[string]string{
		`L=E`:            `<mi>L</mi><mo>=</mo><mi>E</mi>`,
		`N^{\alpha}`:     `<msup><mi>N</mi><mrow><mi>α</mi></mrow></msup>`,
		`C_c^{\min}`:     `<msubsup><mi>C</mi><mi>c</mi><mrow><mi>min</mi></mrow></msubsup>`,
		`\frac{A}{2.5}`:  `<mfrac><mrow><mi>A</mi></mrow><mrow><mn>2.5</mn></mrow></mfrac>`,
		`a-b`:            `<mi>a</mi><mo>−</mo><mi>b</mi>`,
		`\left(x\right)`: `<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>`,
		`a,\quad b`:      `<mi>a</mi><mo>,</mo><mspace width="1em"></mspace><mi>b</mi>`,
	} {
		got, err := From(tex, false)
		if err != nil || !strings.Contains(got, ">"+want+"</math>") {
			t.Errorf("%s: %s, %v; want %s", tex, got, err, want)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, tex := range []string{`{`, `x}`, `^2`, `\frac{a}`, `\nonsense`, `\left(x`, `\text x`, `x_`} {
		if got, err := From(tex, false); err == nil {
			t.Errorf("%s: %s, want an error", tex, got)
		}
	}
}

// Every law's formula is in the subset, and what comes out is well-formed.
func TestEveryLaw(t *testing.T) {
	for _, l := range law.All() {
		s, err := From(l.TeX, true)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, c := range l.Coefs {
			if _, err := From(strings.ReplaceAll(c.Symbol, "min", `{\min}`), false); err != nil {
				t.Error(err)
			}
		}
		d := xml.NewDecoder(strings.NewReader(s))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v in %s", l.ID, err, s)
				break
			}
		}
	}
}
