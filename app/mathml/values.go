package mathml

import "strings"

// Values puts values into a formula: of gives the TeX of a symbol's value, by the
// name that laws have for it ("α_N", "C_c^min", "N"), and "" for what stays as it
// is. Numbers that come to stand side by side are multiplied.
//
//	Values(`N=kC^{a}`, …)   N=0.0893\cdot \left(5.76\cdot 10^{23}\right)^{0.5}
func Values(tex string, of func(symbol string) string) string {
	v := valuer{in: tex, of: of}
	for v.in != "" {
		v.token()
	}
	return v.out.String()
}

type valuer struct {
	in  string
	of  func(symbol string) string
	out strings.Builder

	// What stands before: a factor, and whether it is a number that another factor
	// must be set apart from.
	factor, number bool
}

func (v *valuer) token() {
	tok := cut(&v.in)
	switch {
	case tok == `\text` || tok == `\mathrm`:
		v.put(tok+v.group(), true, false)
	case tok == `\left`:
		v.put(tok+cut(&v.in), false, false)
	case tok == `\right`:
		v.after(tok+cut(&v.in), true)
	case tok == "}":
		v.after(tok, true)
	case tok == "{" || tok == "^" || tok == "_":
		v.after(tok, false)
	case tok == `\frac` || tok == `\sqrt` || tok == `\exp` || tok == `\ln`:
		v.put(tok, false, false)
	case isDigit(tok[0]):
		for v.in != "" && (isDigit(v.in[0]) || v.in[0] == '.') {
			tok += cut(&v.in)
		}
		v.put(tok, true, true)
	case isLetter(tok[0]) || names[tok] != "":
		v.symbol(tok)
	case tok == " ":
		v.out.WriteString(tok)
	default: // operators
		v.after(tok, false)
	}
}

// symbol puts the value of a symbol, or the symbol as it is with its index.
func (v *valuer) symbol(base string) {
	rest := v.in
	name, raw := plain(base), base
	sub, sup := "", ""
	for _, mark := range []string{"_", "^"} {
		if strings.HasPrefix(rest, mark) {
			script := argument(rest[1:])
			if mark == "_" {
				sub = "_" + plain(script)
			} else {
				sup = "^" + plain(script)
			}
			if value := v.of(name + sub + sup); value != "" {
				v.value(value, rest[1+len(script):])
				return
			}
			if mark == "_" {
				raw += "_" + script
				rest = rest[1+len(script):]
			}
		}
	}
	if value := v.of(name); value != "" && sub == "" && !strings.HasPrefix(rest, "'") {
		v.value(value, rest)
		return
	}
	v.in = rest
	v.put(raw, true, false)
}

// value puts a value, in brackets where it is raised to a power.
func (v *valuer) value(value, rest string) {
	if v.in = rest; strings.HasPrefix(rest, "^") && strings.ContainsAny(value, `\-`) {
		value = `\left(` + value + `\right)`
	}
	v.put(value, true, true)
}

// put is a factor, set apart from a number before it, and a number from what it
// follows.
func (v *valuer) put(tex string, factor, number bool) {
	if v.factor && (v.number || number) {
		v.out.WriteString(`\cdot `)
	}
	v.out.WriteString(tex)
	v.factor, v.number = factor, number
}

// after is what no product begins with. What it ends counts as a number, so that
// a number that follows is set apart.
func (v *valuer) after(tex string, factor bool) {
	v.out.WriteString(tex)
	v.factor, v.number = factor, false
}

// group is an argument in braces, taken as it stands.
func (v *valuer) group() string {
	s := argument(v.in)
	v.in = v.in[len(s):]
	return s
}

// cut takes a command or a character off in.
func cut(in *string) string {
	s := *in
	if s == "" {
		return ""
	}
	n := len(string([]rune(s)[:1]))
	if s[0] == '\\' {
		for n < len(s) && isLetter(s[n]) {
			n++
		}
		n = min(max(n, 2), len(s))
	}
	*in = s[n:]
	return s[:n]
}

// argument is the argument at the beginning of s, with its braces.
func argument(s string) string {
	if !strings.HasPrefix(s, "{") {
		rest := s
		return cut(&rest)
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return s[:i+1]
		}
	}
	return s
}

// names are the commands that laws write as letters in the names of symbols.
var names = map[string]string{`\alpha`: "α", `\beta`: "β", `\gamma`: "γ", `\eta`: "η", `\epsilon`: "ε", `\min`: "min"}

// plain is a symbol or an index as laws name it.
func plain(s string) string {
	s = strings.TrimPrefix(strings.Trim(s, "{}"), `\text{`)
	if n := names[s]; n != "" {
		return n
	}
	return s
}
