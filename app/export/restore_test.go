package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
)

// files are the exports of the tests' figure, by their endings.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	m := origin()
	svg, err := drawn(m)
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := PDF(svg, m)
	if err != nil {
		t.Fatal(err)
	}
	// The smallest PNG's chunks; Restore does not look at pixels.
	raw := chunk([]byte(pngSignature), "IHDR", "\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00")
	raw = chunk(chunk(raw, "IDAT", "x\x9cc`\x00\x00\x00\x02\x00\x01"), "IEND", "")
	png, err := PNG(raw, 4, m)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"svg": svg, "pdf": pdf, "png": png, "json": JSON(m, everything().Tables())}
}

func TestRestore(t *testing.T) {
	m := origin()
	for ext, data := range files(t) {
		got, ok := Restore(m.FileName("plan", "all", ext), data)
		if !ok || got != m.State() {
			t.Errorf("%s: %q, %v, want %q", ext, got, ok, m.State())
			continue
		}
		if l, notices := share.Decode(got); len(notices) > 0 || l.Page != scenario.Plan || l.Scenario != scenario.Default() {
			t.Errorf("%s: %v", ext, notices)
		}
	}
}

// Other programs save files again: indented JSON, quotes written out, a metadata
// element before ours.
func TestRestoreSavedAgain(t *testing.T) {
	all, m := files(t), origin()
	var b bytes.Buffer
	if err := json.Indent(&b, all["json"], "", "  "); err != nil {
		t.Fatal(err)
	}
	svg := strings.Replace(string(all["svg"]), "<metadata>", "<metadata id=\"m1\"><rdf:RDF/></metadata>\n<metadata\n id=\"m2\">\n", 1)
	for name, data := range map[string]string{
		"a.json": "\ufeff" + b.String(), "a.svg": "<?xml version=\"1.0\"?>\n<!-- x -->\n" + svg,
		"b.svg": strings.ReplaceAll(svg, `"app":"`, `&quot;app&quot;:&quot;`),
	} {
		if name == "b.svg" {
			data = strings.ReplaceAll(data, `Lossline",`, `Lossline&quot;,`)
		}
		if got, ok := Restore(name, []byte(data)); !ok || got != m.State() {
			t.Errorf("%s: %q, %v", name, got, ok)
		}
	}
}

// What is no export of ours, or has something else than a link in its place,
// gives nothing.
func TestRestoreRefuses(t *testing.T) {
	meta := func(link string) []byte {
		return JSON(Meta{Permalink: link}, nil)
	}
	long := "https://x/#v=1&n=" + strings.Repeat("1", share.MaxLen)
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("N,D,loss\n1,2,3\n"), "a.svg": []byte("<svg></svg>"), "b.svg": []byte("<svg><metadata>{"),
		"runs.json":    []byte(`[{"N":1,"D":2,"loss":3}]`),
		"other.json":   []byte(`{"app":"Other","permalink":"https://x/#v=1&z=0"}`),
		"markup.json":  meta(`https://x/#v=1&<script>`),
		"space.json":   meta(`https://x/#v=1& z=0`),
		"none.json":    meta(`https://x/`),
		"version.json": meta(`https://x/#page`),
		"long.json":    meta(long),
		"deep.json":    []byte(`{"x":` + strings.Repeat("[", 1<<20)),
		"runs.jsonl":   files(t)["json"],
		"cut.png":      []byte(pngSignature + "\xff\xff\xff\xfftEXtSource\x00#v=1"),
		"a.pdf":        []byte("%PDF-1.7 /Permalink(x#v=1"),
		"b.pdf":        []byte("%PDF-1.7 /Permalink"),
	} {
		if got, ok := Restore(name, data); ok || got != "" {
			t.Errorf("%s: %.60q", name, got)
		}
	}
}

// Any bytes give either nothing or a fragment of a link's characters.
func FuzzRestore(f *testing.F) {
	for ext, data := range files(f) {
		f.Add("a."+ext, data)
	}
	f.Add("a", []byte(pngSignature))
	f.Add("a.json", []byte(`{"meta":{"app":"Lossline","permalink":"\u0023v=1"}}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		got, ok := Restore(name, data)
		if !ok && got != "" {
			t.Errorf("%q though not ok", got)
		}
		if ok && (len(got) > share.MaxLen || !strings.HasPrefix(got, "v=") || strings.ContainsAny(got, "<>\"'\\ %#\x00\n")) {
			t.Errorf("%q", got)
		}
		if ok {
			share.Decode(got)
		}
	})
}

// PDF returns a file or an error for any bytes, and does not panic.
func FuzzPDF(f *testing.F) {
	f.Add(files(f)["svg"])
	f.Add([]byte(`<svg viewBox="0 0 9 9"><path fill="#000000" d="M1 1a1 1 0 0 1 2-.5z"/></svg>`))
	f.Fuzz(func(t *testing.T, svg []byte) {
		pdf, err := PDF(svg, Meta{})
		if (err == nil) != bytes.HasPrefix(pdf, []byte("%PDF")) {
			t.Error("neither a file nor an error")
		}
	})
}
