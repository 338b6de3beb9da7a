package export

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"lossline/app/chart"
)

// elements reads an SVG with another parser than ours, and returns how often each
// element stands in it and the texts of each.
func elements(t *testing.T, svg []byte) (count map[string]int, texts map[string][]string) {
	t.Helper()
	count, texts = map[string]int{}, map[string][]string{}
	d := xml.NewDecoder(bytes.NewReader(svg))
	var open []string
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return count, texts
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			open = append(open, tok.Name.Local)
			count[tok.Name.Local]++
			for _, a := range tok.Attr {
				if n := strings.ToLower(a.Name.Local); strings.HasPrefix(n, "on") || n == "href" || n == "style" {
					t.Errorf("attribute %s", n)
				}
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			name := open[len(open)-1]
			texts[name] = append(texts[name], string(tok))
		}
	}
}

func TestSVG(t *testing.T) {
	svg, err := drawn(origin())
	if err != nil {
		t.Fatal(err)
	}
	count, texts := elements(t, svg)
	for _, name := range []string{"script", "style", "image", "foreignObject", "a"} {
		if count[name] > 0 {
			t.Errorf("an element %s", name)
		}
	}
	if count["svg"] != 1 || count["title"] != 1 || count["desc"] != 1 || count["metadata"] != 1 || count["rect"] != 1 {
		t.Errorf("elements %v", count)
	}
	m := origin()
	meta := strings.Join(texts["metadata"], "")
	for _, want := range []string{m.Permalink, `"version":"1.2"`, `"date":"2026-10-03"`, `"id":"` + m.Uses[0].ID + `"`} {
		if !strings.Contains(meta, want) {
			t.Errorf("no %s in %s", want, meta)
		}
	}
	if !strings.Contains(strings.Join(texts["text"], "|"), "extrapolation") {
		t.Error("text is not text")
	}
}

// The ground is the only thing that a clear picture lacks; a picture without its
// title lacks the title only where it is drawn, not its name.
func TestLook(t *testing.T) {
	size := chart.Size{W: 720, H: 440}
	full, err := SVG(everything(), Look{Theme: chart.Dark, Size: size}, origin())
	if err != nil {
		t.Fatal(err)
	}
	clear, err := SVG(everything(), Look{Theme: chart.Dark, Size: size, Clear: true}, origin())
	if err != nil {
		t.Fatal(err)
	}
	ground := []byte(`<rect x="-16" y="-16" width="100%" height="100%" fill="#111827"/>`)
	if !bytes.Contains(full, ground) || !bytes.Equal(bytes.Replace(full, ground, nil, 1), clear) {
		t.Error("a clear picture is not the picture without its ground")
	}
	f := everything()
	f.Title = "Shown or not"
	for _, untitled := range []bool{false, true} {
		svg, err := SVG(f, Look{Theme: chart.Light, Size: size, Untitled: untitled}, origin())
		if err != nil {
			t.Fatal(err)
		}
		_, texts := elements(t, svg)
		if seen := strings.Contains(strings.Join(texts["text"], "|"), f.Title); seen == untitled {
			t.Errorf("untitled %v: title seen %v", untitled, seen)
		}
		if texts["title"][0] != f.Title {
			t.Errorf("named %q", texts["title"])
		}
	}
	if f.Bare {
		t.Error("the figure itself was changed")
	}
}

func TestSVGError(t *testing.T) {
	if _, err := SVG(&chart.XY{}, Look{Theme: chart.Light, Size: chart.Size{W: 720, H: 440}}, origin()); err == nil {
		t.Error("a figure without data is a file")
	}
}
