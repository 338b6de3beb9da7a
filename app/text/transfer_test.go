package text

import (
	"slices"
	"strings"
	"testing"

	"lossline/engine/transfer"
)

// Every finding of the engine has a sentence in both languages, with the same
// numbers in it, and none is left over.
func TestEveryFindingIsTranslated(t *testing.T) {
	for _, c := range transfer.Codes() {
		f := findings[c]
		if f.en == "" || f.zh == "" {
			t.Errorf("%s: en %q, zh %q", c, f.en, f.zh)
		}
		en, zh := slot.FindAllString(f.en, -1), slot.FindAllString(f.zh, -1)
		slices.Sort(en)
		slices.Sort(zh)
		if !slices.Equal(en, zh) {
			t.Errorf("%s: placeholders %v and %v", c, en, zh)
		}
	}
	if len(findings) != len(transfer.Codes()) {
		t.Errorf("%d findings for %d codes", len(findings), len(transfer.Codes()))
	}
	for _, s := range transfer.Sets() {
		if zhOf[s.Note] == "" {
			t.Errorf("no Chinese for %q", s.Note)
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
	for l, want := range map[Lang][2]string{English: {"300k chars", "2.7B chars"}, Chinese: {"300k (30万) 字符", "2.7B (27亿) 字符"}} {
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
