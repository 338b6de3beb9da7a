package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// TestMeasure checks the font's advances against those of Helvetica, to which
// Liberation Sans is metrically compatible: Adobe's Helvetica.afm, in 1/1000 em.
func TestMeasure(t *testing.T) {
	f := font.DefaultCache.Lookup(tickFace.font(), 1000)
	for s, want := range map[string]float64{
		"0": 556, "A": 667, "C": 722, "M": 833, "i": 222, " ": 278, ".": 278, "%": 889, "−": 584, "×": 584, "é": 556, "—": 1000,
	} {
		if got := f.Width(s).Points(); math.Abs(got-want) > 1 {
			t.Errorf("%q is %v wide, want %v", s, got, want)
		}
	}
	// What the font does not have is one em wide.
	for _, s := range []string{"定", "，", "한", "あ", "\u2603", "🙂"} {
		if got := f.Width(s).Points(); math.Abs(got-1000) > 1e-9 {
			t.Errorf("%q is %v wide, want 1000", s, got)
		}
		if got := ems(s); got != 1 {
			t.Errorf("%q is %v em wide, want 1", s, got)
		}
	}
}

// TestFontHasLabels checks that the subset has the characters of labels.
func TestFontHasLabels(t *testing.T) {
	f := font.DefaultCache.Lookup(tickFace.font(), 1)
	var buf sfnt.Buffer
	for _, r := range "AZaz09 ÀÿαωΑΩ⁰¹²³⁴⁹⁻₀₉×·−–—…≤≥≈∞∂√←→↑↓≠±∑∏“”‘’•" {
		if i, err := f.Face.GlyphIndex(&buf, r); err != nil || i == 0 {
			t.Errorf("no glyph for %q: %v", r, err)
		}
	}
	// The licence reserves the original's names.
	for id := sfnt.NameID(0); id < 26; id++ {
		name, err := f.Face.Name(&buf, id)
		if err != nil || id == sfnt.NameIDCopyright || id == sfnt.NameIDDescription {
			continue
		}
		for _, reserved := range []string{"Liberation", "Arimo", "Tinos", "Cousine"} {
			if strings.Contains(name, reserved) {
				t.Errorf("name %d of the font is %q", id, name)
			}
		}
	}
	if name, err := f.Face.Name(&buf, sfnt.NameIDFamily); err != nil || name != "Lossline Measure" {
		t.Errorf("family %q, %v", name, err)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		max  vg.Length
		want []string
	}{
		{"", 100, nil},
		{"one", 100, []string{"one"}},
		{"Loss of a model of 1B parameters", 120, []string{"Loss of a model", "of 1B parameters"}},
		{"各缩放定律对模型损失的预测", 65, []string{"各缩放定律", "对模型损失", "的预测"}},
		{"损失，预测（外推）", 40, []string{"损失，", "预测", "（外", "推）"}}, // no comma begins a line, no bracket ends one
		{"Unbreakable", 60, []string{"Unbre…"}},
	} {
		got := labelFace.wrap(c.s, c.max)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %v: %q, want %q", c.s, c.max, got, c.want)
		}
		for _, l := range got {
			if labelFace.width(l) > c.max {
				t.Errorf("%q is %v wide, more than %v", l, labelFace.width(l), c.max)
			}
		}
	}
}
