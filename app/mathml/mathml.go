// Package mathml turns the formulas of the laws, written in a small subset of
// TeX, into MathML, which every browser draws without a library or a web font.
//
// The subset: letters, numbers, operators, ^ and _, { }, \frac, \sqrt, \left
// and \right, \text, \mathrm, Greek letters and a few symbols. Anything else is
// an error, which the laws' test finds.
package mathml

import (
	"fmt"
	"strings"
)

// From returns the math element for a formula, block for one on a line of its
// own. The element's alttext is the TeX itself.
func From(tex string, block bool) (string, error) {
	p := parser{in: tex}
	body, err := p.row("")
	if err != nil {
		return "", fmt.Errorf("formula %q: %w", tex, err)
	}
	display := "inline"
	if block {
		display = "block"
	}
	return `<math display="` + display + `" alttext="` + Escape(tex) + `">` + body + `</math>`, nil
}

// symbols are the commands that stand for one character.
var symbols = map[string]string{
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η",
	"theta": "θ", "lambda": "λ", "mu": "μ", "nu": "ν", "rho": "ρ", "sigma": "σ", "tau": "τ",
	"Delta": "Δ", "infty": "∞", "ell": "ℓ", "hat": "^",
}

// greek are the letters that may stand for themselves.
const greek = "αβγδεηθλμνρστΔ∞ℓ"

// operators are the commands that stand for an operator.
var operators = map[string]string{
	"cdot": "·", "times": "×", "approx": "≈", "le": "≤", "ge": "≥", "propto": "∝", "to": "→",
	"lbrace": "{", "rbrace": "}", "sim": "∼",
}

// words are the commands that are set upright, as names of functions.
var words = map[string]bool{"min": true, "max": true, "exp": true, "ln": true, "log": true, "opt": true}

// spaces are the commands that only make room.
var spaces = map[string]bool{",": true, ";": true, ":": true, "!": true, " ": true}

type parser struct {
	in string
	at int
}

// row reads atoms up to end, a closing brace or the command \right, or up to
// the end of input where end is empty.
func (p *parser) row(end string) (string, error) {
	var out []string
	for p.at < len(p.in) {
		if end != "" && strings.HasPrefix(p.in[p.at:], end) {
			p.at += len(end)
			return join(out), nil
		}
		c := p.in[p.at]
		if c == ' ' {
			p.at++
			continue
		}
		if c == '^' || c == '_' {
			if len(out) == 0 {
				return "", fmt.Errorf("%c at %d has nothing before it", c, p.at)
			}
			s, err := p.scripts(out[len(out)-1])
			if err != nil {
				return "", err
			}
			out[len(out)-1] = s
			continue
		}
		a, err := p.atom()
		if err != nil {
			return "", err
		}
		if a != "" {
			out = append(out, a)
		}
	}
	if end != "" {
		return "", fmt.Errorf("%q is missing", end)
	}
	return join(out), nil
}

// scripts attaches the exponent and the index that follow to base.
func (p *parser) scripts(base string) (string, error) {
	var sub, sup string
	for p.at < len(p.in) && (p.in[p.at] == '^' || p.in[p.at] == '_') {
		c := p.in[p.at]
		p.at++
		a, err := p.atom()
		if err != nil {
			return "", err
		}
		if c == '^' {
			sup = a
		} else {
			sub = a
		}
	}
	switch {
	case sub != "" && sup != "":
		return "<msubsup>" + base + sub + sup + "</msubsup>", nil
	case sub != "":
		return "<msub>" + base + sub + "</msub>", nil
	}
	return "<msup>" + base + sup + "</msup>", nil
}

func (p *parser) atom() (string, error) {
	for p.at < len(p.in) && p.in[p.at] == ' ' {
		p.at++
	}
	if p.at == len(p.in) {
		return "", fmt.Errorf("the formula ends too early")
	}
	c := p.in[p.at]
	switch {
	case c == '{':
		p.at++
		s, err := p.row("}")
		return "<mrow>" + s + "</mrow>", err
	case c == '\\':
		return p.command()
	case isDigit(c):
		return p.number(), nil
	case isLetter(c):
		p.at++
		return "<mi>" + string(c) + "</mi>", nil
	case strings.ContainsRune(greek, []rune(p.in[p.at:])[0]):
		r := string([]rune(p.in[p.at:])[0])
		p.at += len(r)
		return "<mi>" + r + "</mi>", nil
	case c == '}':
		return "", fmt.Errorf("a brace closes at %d that was not opened", p.at)
	}
	return p.operator(), nil
}

func (p *parser) number() string {
	from := p.at
	for p.at < len(p.in) && (isDigit(p.in[p.at]) || p.in[p.at] == '.') {
		p.at++
	}
	return "<mn>" + p.in[from:p.at] + "</mn>"
}

func (p *parser) operator() string {
	r := []rune(p.in[p.at:])[0]
	p.at += len(string(r))
	s := string(r)
	if s == "-" {
		s = "−"
	}
	if strings.ContainsAny(s, "()[]|") {
		return `<mo stretchy="false">` + s + "</mo>"
	}
	return "<mo>" + Escape(s) + "</mo>"
}

func (p *parser) command() (string, error) {
	p.at++ // the backslash
	from := p.at
	for p.at < len(p.in) && isLetter(p.in[p.at]) {
		p.at++
	}
	if p.at == from && p.at < len(p.in) {
		p.at++ // a command of one sign: \, \;
	}
	switch name := p.in[from:p.at]; {
	case name == "frac":
		return p.two("mfrac")
	case name == "sqrt":
		a, err := p.atom()
		return "<msqrt>" + a + "</msqrt>", err
	case name == "left":
		return p.fence()
	case name == "text" || name == "mathrm":
		return p.word()
	case name == "quad":
		return `<mspace width="1em"></mspace>`, nil
	case spaces[name]:
		return "", nil
	case words[name]:
		return "<mi>" + name + "</mi>", nil
	case symbols[name] != "":
		return "<mi>" + symbols[name] + "</mi>", nil
	case operators[name] != "":
		return "<mo>" + operators[name] + "</mo>", nil
	default:
		return "", fmt.Errorf("unknown command \\%s", name)
	}
}

func (p *parser) two(tag string) (string, error) {
	a, err := p.atom()
	if err != nil {
		return "", err
	}
	b, err := p.atom()
	return "<" + tag + ">" + a + b + "</" + tag + ">", err
}

// fence reads \left( … \right).
func (p *parser) fence() (string, error) {
	open := p.delimiter()
	body, err := p.row(`\right`)
	if err != nil {
		return "", err
	}
	return "<mrow><mo>" + open + "</mo>" + body + "<mo>" + p.delimiter() + "</mo></mrow>", nil
}

func (p *parser) delimiter() string {
	for p.at < len(p.in) && p.in[p.at] == ' ' {
		p.at++
	}
	if p.at == len(p.in) {
		return ""
	}
	c := p.in[p.at]
	p.at++
	if c == '.' {
		return ""
	}
	if c == '\\' && p.at < len(p.in) { // \{ and \}
		c = p.in[p.at]
		p.at++
	}
	return string(c)
}

func (p *parser) word() (string, error) {
	rest := p.in[p.at:]
	end := strings.IndexByte(rest, '}')
	if !strings.HasPrefix(rest, "{") || end < 0 {
		return "", fmt.Errorf(`\text wants {words}`)
	}
	p.at += end + 1
	return "<mtext>" + Escape(rest[1:end]) + "</mtext>", nil
}

func join(parts []string) string { return strings.Join(parts, "") }

// Escape returns s as the text of an element, or the value of an attribute, of HTML or XML.
func Escape(s string) string { return escaper.Replace(s) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
