package transfer

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
)

// declared reads the codes out of the source, with their comments.
func declared(t *testing.T) map[Code]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "note.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[Code]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		if id, ok := v.Type.(*ast.Ident); ok && id.Name == "Code" {
			s, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			if _, twice := codes[Code(s)]; twice {
				t.Errorf("the code %q is declared twice", s)
			}
			codes[Code(s)] = v.Comment.Text()
		}
		return true
	})
	return codes
}

// Every code has a sentence, which uses no quantity that its comment does not
// name.
func TestEveryCodeHasASentence(t *testing.T) {
	codes := declared(t)
	if len(codes) != len(Codes()) || len(codes) < 40 {
		t.Errorf("%d codes are declared, %d have a sentence", len(codes), len(Codes()))
	}
	for c, comment := range codes {
		s, ok := english[c]
		if !ok {
			t.Errorf("%s has no sentence", c)
		}
		if !strings.Contains(comment, " | ") && strings.Contains(s, "{limit}") {
			t.Errorf("%s shows a limit and its comment names none", c)
		}
		if strings.Contains(comment, "no quantities") && strings.Contains(s, "{") {
			t.Errorf("%s shows a quantity and its comment says that there are none", c)
		}
	}
}

func TestNoteString(t *testing.T) {
	for want, n := range map[string]Note{
		"From scratch the loss is 87.4 % higher, more than the tolerance of 1 %.":             {PretrainingHelps, share(0.8739), share(0.01)},
		"3e+05 characters are less than the break-even of 2.7e+09 characters.":                {BelowBreakEven, chars(3e5), chars(2.7e9)},
		"Tokens are turned into characters with 4.3 characters per token, an assumption.":     {AssumedChars, Quantity{4.3, KindCharsPerToken}, Quantity{}},
		"Only 3 runs carry the fit; 5 runs would be wanted.":                                  {FewRuns, count(3), count(5)},
		"The loss of 2 nats/token meets the target of 3 nats/token.":                          {TargetMet, nats(2), nats(3)},
		"1e+11 parameters lie outside the sizes of the fit, which end near 1e+09 parameters.": {ParamsOutside, params(1e11), params(1e9)},
		"D_T of 2 tokens is within the error of reading the figure, 3 tokens.":                {WithinReading, tokens(2), tokens(3)},
		"The size exponent is not determined: its interval is -0.25 to 0.14.":                 {BetaUnclear, ratio(-0.25), ratio(0.14)},
		"unheard-of": {Code: "unheard-of"},
	} {
		if got := n.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
