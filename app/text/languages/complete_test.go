package languages

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"lossline/app/text"
)

// Every language has every string of English, with the same placeholders.
func TestComplete(t *testing.T) {
	for _, l := range All() {
		s := In(l)
		if s.Lang == "" || s.Native == "" || (s.Dir == "") != (l == First()) {
			t.Errorf("%q: native name %q, folder %q", s.Lang, s.Native, s.Dir)
		}
		for _, problem := range missing(In(English), s) {
			t.Errorf("%s: %s", l, problem)
		}
	}
}

// The check itself finds what is missing, at any depth.
func TestMissing(t *testing.T) {
	broken := *In(Chinese)
	broken.Copy = ""
	broken.Sharing.Lane = "方案"
	broken.Tour = broken.Tour[1:]
	broken.Presets = map[string]text.PresetText{}
	broken.Entries[0] = slices.Clone(broken.Entries[0])
	broken.Entries[0][0].ID = "other"
	if got := missing(In(English), &broken); len(got) < 5+len(In(English).Presets)-1 {
		t.Errorf("found only %q", got)
	}
}

// fromEngine are the maps in which English has less: what is not there is said by
// the engine. Tests beside this one hold them to the engine's lists.
var fromEngine = []string{".Codes.Parse", ".Codes.Engine"}

// missing lists what z lacks of e, and where the two differ in more than words.
func missing(e, z *text.Strings) []string {
	return differ("", reflect.ValueOf(*e), reflect.ValueOf(*z))
}

func differ(path string, e, z reflect.Value) (out []string) {
	switch {
	case slices.Contains(fromEngine, path):
		return nil
	case e.Kind() == reflect.Struct:
		for i := range e.NumField() {
			switch name := e.Type().Field(i).Name; name {
			case "_", "Lang", "Native", "Dir", "Numbers":
			default:
				out = append(out, differ(path+"."+name, e.Field(i), z.Field(i))...)
			}
		}
	case e.Kind() == reflect.Map:
		for _, k := range e.MapKeys() {
			if at := fmt.Sprintf("%s[%s]", path, k); !z.MapIndex(k).IsValid() {
				out = append(out, at+" is not there")
			} else {
				out = append(out, differ(at, e.MapIndex(k), z.MapIndex(k))...)
			}
		}
		if z.Len() > e.Len() {
			out = append(out, path+" has what English does not have")
		}
	case e.Kind() == reflect.Slice || e.Kind() == reflect.Array:
		if e.Len() != z.Len() {
			return append(out, fmt.Sprintf("%s has %d entries, English %d", path, z.Len(), e.Len()))
		}
		for i := range e.Len() {
			out = append(out, differ(fmt.Sprintf("%s[%d]", path, i), e.Index(i), z.Index(i))...)
		}
	case e.Kind() == reflect.String:
		return differWords(path, e.String(), z.String())
	default:
		return []string{path + " is of a kind that nothing compares"}
	}
	return out
}

var (
	mayBeEmpty = regexp.MustCompile(`^\.SentenceSep$|^\.Presets\[.*\]\.Outcome$`)
	isID       = regexp.MustCompile(`\.ID$`)
	slot       = regexp.MustCompile(`\{[^}]*\}`)
	numbered   = regexp.MustCompile(`^\{[0-9]\}$`)
)

func differWords(path, e, z string) []string {
	as, bs := slots(e), slots(z)
	wrong := func(s string) bool { return !numbered.MatchString(s) }
	switch {
	case isID.MatchString(path) && e != z:
		return []string{fmt.Sprintf("%s is %q, in English %q", path, z, e)}
	case (e == "" || z == "") && !mayBeEmpty.MatchString(path):
		return []string{fmt.Sprintf("%s: %q, in English %q", path, z, e)}
	case !slices.Equal(as, bs) || slices.ContainsFunc(as, wrong):
		return []string{fmt.Sprintf("%s: placeholders %v, in English %v", path, bs, as)}
	}
	return nil
}

// slots are the placeholders of a template, sorted.
func slots(template string) []string {
	all := slot.FindAllString(template, -1)
	slices.Sort(all)
	return all
}
