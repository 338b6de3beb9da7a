package job

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

// Every example of the package comment is asked, and its reply has all that the
// example says: numbers to the digits shown, within half a thousandth.
func TestExamplesOfTheComment(t *testing.T) {
	source, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for line := range strings.SplitSeq(string(source), "\n") {
		if text, ok := strings.CutPrefix(line, "//\t{"); ok {
			pairs = append(pairs, "{"+text)
		}
	}
	seen := map[Op]bool{}
	for i := 0; i+1 < len(pairs); i += 2 {
		got := DoJSON(t.Context(), []byte(pairs[i]))
		var want, have any
		if err := json.Unmarshal([]byte(pairs[i+1]), &want); err != nil {
			t.Fatalf("%s: %v", pairs[i+1], err)
		}
		if _, err := DecodeReply([]byte(pairs[i+1])); err != nil {
			t.Errorf("%s is no reply: %v", pairs[i+1], err)
		}
		if err := json.Unmarshal(got, &have); err != nil {
			t.Fatal(err)
		}
		for _, c := range within(want, have, "") {
			t.Errorf("%.70s…: %s", pairs[i], c)
		}
		r, _ := Decode([]byte(pairs[i]))
		seen[r.Op] = true
	}
	for _, op := range []Op{OpRead, OpFit, OpBootstrap, OpProfile, OpBackTest, OpCompare, OpNext, OpPredict, OpPlan, OpTransfer, OpShape} {
		if !seen[op] {
			t.Errorf("no example of %s", op)
		}
	}
}

// within says where have does not have all that want has: the fields of objects,
// the beginnings of lists, and numbers within 5e-4 of their size.
func within(want, have any, at string) []string {
	switch w := want.(type) {
	case map[string]any:
		h, ok := have.(map[string]any)
		if !ok {
			return []string{at + " is no object"}
		}
		var out []string
		for k, v := range w {
			out = append(out, within(v, h[k], at+"."+k)...)
		}
		return out
	case []any:
		h, _ := have.([]any)
		if len(h) < len(w) {
			return []string{fmt.Sprintf("%s has %d elements, want %d", at, len(h), len(w))}
		}
		var out []string
		for i, v := range w {
			out = append(out, within(v, h[i], fmt.Sprintf("%s[%d]", at, i))...)
		}
		return out
	case float64:
		if h, ok := have.(float64); ok && math.Abs(h-w) <= 5e-4*math.Abs(w) {
			return nil
		}
	default:
		if want == have {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s is %v, want %v", at, have, want)}
}
