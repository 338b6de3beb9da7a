package languages

import (
	"slices"
	"testing"

	"lossline/app/text"
	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Every reason to refuse an input has a sentence in every language, with no other
// names of what is put in than the English one.
func TestEveryErrorIsTranslated(t *testing.T) {
	english := func(c unit.Code) string {
		if s, ok := In(English).Codes.Parse[c]; ok {
			return s
		}
		return c.English()
	}
	for _, l := range Others(English) {
		parse := In(l).Codes.Parse
		for _, c := range append(unit.Codes(), plan.BelowLimit, plan.AboveLimit) {
			if parse[c] == "" {
				t.Errorf("%s: nothing for the error %s", l, c)
			}
		}
		for c, s := range parse {
			if as, bs := slots(english(c)), slots(s); !slices.Equal(slices.Compact(as), slices.Compact(bs)) {
				t.Errorf("%s: error %s: placeholders %v and %v", l, c, as, bs)
			}
		}
	}
}

// What the engine says in words is translated.
func TestEngineIsTranslated(t *testing.T) {
	want := func(s string) {
		t.Helper()
		for _, l := range Others(English) {
			if s != "" && In(l).Codes.Engine[s] == "" {
				t.Errorf("%s: nothing for %q", l, s)
			}
		}
	}
	for _, l := range slices.Concat(law.All(), law.Forms()) {
		want(l.Name)
		for _, c := range l.Coefs {
			want(c.Meaning)
		}
		for _, s := range l.Sets {
			want(s.Note)
		}
	}
	for _, loader := range dataset.All() {
		if loader.Load == nil {
			continue
		}
		d, err := loader.Load()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range append(d.Caveats, d.Name) {
			want(c)
		}
	}
}

func TestEveryWarningHasASentence(t *testing.T) {
	for _, m := range plan.Methods() {
		for _, c := range []unit.FLOPs{1e15, 1e21, 1e27} {
			for _, w := range plan.Allocate(m, c, plan.Options{Kaplan: plan.AsPrinted}).Warnings {
				for _, l := range All() {
					if s := In(l).Warning(w); s == "" || s == string(w.Code) {
						t.Errorf("%s: no sentence for %s", l, w.Code)
					}
				}
			}
		}
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]text.Lang{
		"en": English, "en-GB": English, "de": English, "": English, "zha": English,
		"zh": Chinese, "zh-CN": Chinese, "zh-SG": Chinese, "zh-Hans-CN": Chinese, "zh-TW": Chinese, "ZH_cn": Chinese,
	} {
		if got := For(tag); got != want {
			t.Errorf("For(%q) = %s, want %s", tag, got, want)
		}
	}
}
