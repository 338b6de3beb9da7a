package languages

import (
	"strings"
	"testing"

	"lossline/app/text"
	"lossline/engine/transfer"
)

// Every finding of the engine has a sentence, and none is left over.
func TestEveryFindingIsTranslated(t *testing.T) {
	findings := In(English).Codes.Findings
	for _, c := range transfer.Codes() {
		if findings[c] == "" {
			t.Errorf("nothing for %s", c)
		}
	}
	if len(findings) != len(transfer.Codes()) {
		t.Errorf("%d findings for %d codes", len(findings), len(transfer.Codes()))
	}
	for _, l := range Others(English) {
		for _, s := range transfer.Sets() {
			if In(l).Codes.Engine[s.Note] == "" {
				t.Errorf("%s: nothing for %q", l, s.Note)
			}
		}
	}
}

// A note carries its numbers with their units.
func TestNote(t *testing.T) {
	n := transfer.Note{
		Code:  transfer.BelowBreakEven,
		Value: transfer.Quantity{Amount: 3e5, Kind: transfer.KindChars},
		Limit: transfer.Quantity{Amount: 2.7e9, Kind: transfer.KindChars},
	}
	for l, want := range map[text.Lang][2]string{English: {"300k chars", "2.7B chars"}, Chinese: {"300k (30万) 字符", "2.7B (27亿) 字符"}} {
		said := In(l).Note(n)
		if !strings.Contains(said, want[0]) || !strings.Contains(said, want[1]) || strings.Contains(said, "{") {
			t.Errorf("%s: %q", l, said)
		}
	}
}

func TestPartOf(t *testing.T) {
	for v, want := range map[float64]string{0.5: "50%", 0.9979: "99.8%", 0.99999: "> 99.9%", 1: "100%"} {
		if got := In(English).PartOf(v); got != want {
			t.Errorf("%g is %q, want %q", v, got, want)
		}
	}
}
