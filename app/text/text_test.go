package text

import (
	"reflect"
	"regexp"
	"slices"
	"testing"

	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Every string is there in both languages, with the same placeholders.
func TestComplete(t *testing.T) { complete(t, "", reflect.ValueOf(en), reflect.ValueOf(zh)) }

var slot = regexp.MustCompile(`\{[^}]*\}`)

func complete(t *testing.T, path string, e, z reflect.Value) {
	for i := range e.NumField() {
		name := path + e.Type().Field(i).Name
		if e.Type().Field(i).Name == "_" {
			continue // incomparable
		}
		if e.Field(i).Kind() == reflect.Struct {
			complete(t, name+".", e.Field(i), z.Field(i))
			continue
		}
		a, b := e.Field(i).String(), z.Field(i).String()
		if name == "SentenceSep" {
			continue // Chinese has none
		}
		if a == "" || b == "" {
			t.Errorf("%s: en %q, zh %q", name, a, b)
		}
		as, bs := slot.FindAllString(a, -1), slot.FindAllString(b, -1)
		slices.Sort(as)
		slices.Sort(bs)
		if !slices.Equal(as, bs) {
			t.Errorf("%s: placeholders %v and %v", name, as, bs)
		}
		for _, s := range as {
			if len(s) != 3 {
				t.Errorf("%s: placeholder %s", name, s)
			}
		}
	}
}

func TestEveryErrorIsTranslated(t *testing.T) {
	for _, c := range append(unit.Codes(), plan.BelowLimit, plan.AboveLimit) {
		if zhErrors[c] == "" {
			t.Errorf("no Chinese for the error %s", c)
		}
	}
	for c, s := range zhErrors {
		english := c.English()
		if w, ok := enErrors[c]; ok {
			english = w
		}
		as, bs := slot.FindAllString(english, -1), slot.FindAllString(s, -1)
		slices.Sort(as)
		slices.Sort(bs)
		if !slices.Equal(slices.Compact(as), slices.Compact(bs)) {
			t.Errorf("error %s: placeholders %v and %v", c, as, bs)
		}
	}
}

// What the engine says in words is translated.
func TestEngineIsTranslated(t *testing.T) {
	want := func(s string) {
		t.Helper()
		if s != "" && zhOf[s] == "" {
			t.Errorf("no Chinese for %q", s)
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
				for _, l := range Langs() {
					if s := In(l).Warning(w); s == "" || s == string(w.Code) {
						t.Errorf("%s: no sentence for %s", l, w.Code)
					}
				}
			}
		}
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]Lang{
		"en": English, "en-GB": English, "de": English, "": English, "zha": English,
		"zh": Chinese, "zh-CN": Chinese, "zh-SG": Chinese, "zh-Hans-CN": Chinese, "zh-TW": Chinese, "ZH_cn": Chinese,
	} {
		if got := For(tag); got != want {
			t.Errorf("For(%q) = %s, want %s", tag, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	pieces, slots := Split("With {0}, train {2}.")
	if !slices.Equal(pieces, []string{"With ", ", train ", "."}) || !slices.Equal(slots, []int{0, 2}) {
		t.Errorf("%q %v", pieces, slots)
	}
}
