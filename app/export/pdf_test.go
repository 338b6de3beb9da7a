package export

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"lossline/app/chart"
)

// A reader finds an object by the offset that the table gives it, the table by
// the number before %%EOF, and the end of a stream by its length.
func TestPDFStructure(t *testing.T) {
	svg, err := drawn(origin())
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := PDF(svg, origin())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-1.7\n")) || !bytes.HasSuffix(pdf, []byte("%%EOF\n")) {
		t.Error("no beginning or no end")
	}
	start := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(pdf)
	at, _ := strconv.Atoi(string(start[1]))
	table := string(pdf[at:])
	var n int
	if _, err := fmt.Sscanf(table, "xref\n0 %d\n", &n); err != nil || n < 10 {
		t.Fatalf("no table: %v %.40q", err, table)
	}
	entries := table[strings.Index(table, "0000000000 65535 f"):]
	for i := 1; i < n; i++ {
		var offset int
		entry := entries[20*i : 20*i+20]
		if _, err := fmt.Sscanf(entry, "%010d 00000 n", &offset); err != nil || entry[18:] != " \n" {
			t.Fatalf("entry %q: %v", entry, err)
		}
		if want := fmt.Sprintf("%d 0 obj\n", i); !bytes.HasPrefix(pdf[offset:], []byte(want)) {
			t.Errorf("object %d: %.20q", i, pdf[offset:])
		}
	}
	stream := regexp.MustCompile(`<</Length (\d+)>>\nstream\n`).FindSubmatchIndex(pdf)
	length, _ := strconv.Atoi(string(pdf[stream[2]:stream[3]]))
	if rest := pdf[stream[1]+length:]; !bytes.HasPrefix(rest, []byte("\nendstream\nendobj\n")) {
		t.Errorf("after the stream: %.30q", rest)
	}
	// 720 by 440 pixels of a 96th of an inch are 7.5 by 4.58 inches of 72 points.
	if !bytes.Contains(pdf, []byte("/MediaBox[0 0 540 330]")) {
		t.Error("no page of 540 by 330 points")
	}
	for _, ref := range regexp.MustCompile(`(\d+) 0 R\b`).FindAllSubmatch(pdf, -1) {
		if k, _ := strconv.Atoi(string(ref[1])); k < 1 || k >= n {
			t.Errorf("a reference to object %d of %d", k, n-1)
		}
	}
}

// hexText is s as PDF writes text that is not ASCII.
func hexText(s string) string {
	out := "<feff"
	for _, u := range utf16.Encode([]rune(s)) {
		out += fmt.Sprintf("%04x", u)
	}
	return out + ">"
}

func TestPDFSaysWhereItComesFrom(t *testing.T) {
	m := origin()
	info := m.pdfInfo()
	for _, want := range []string{
		"/Title" + hexText(hostile), "/Creator(Lossline 1.2)", "/CreationDate(D:20261003)",
		"/Permalink(" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(m.Permalink) + ")",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %s in\n%s", want, info)
		}
	}
}

// The text of a figure is text, and what is not in Helvetica is in the font that
// has it. Codes are those of ISO 32000-1, annex D.
func TestPDFText(t *testing.T) {
	f := everything()
	f.Title, f.Subtitle = "Loss (α ≤ 10⁻²) “£”", "参数量 N₀"
	svg, err := SVG(f, Look{Theme: chart.Light, Size: chart.Size{W: 720, H: 440}}, origin())
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := PDF(svg, origin())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"/F1 16 Tf\n0 Ts\n(Loss \\()Tj", "/F2 16 Tf\n0 Ts\n(a)Tj", "/F2 16 Tf\n0 Ts\n(\xa3)Tj", // alpha, lessequal
		"(\\) \x93\xa3\x94)Tj", // quotedblleft, sterling, quotedblright of WinAnsiEncoding
		"/F2 9.92 Tf\n5.76 Ts\n(\x2d)Tj", "/F1 9.92 Tf\n5.76 Ts\n(2)Tj",
		"/F3 13 Tf\n0 Ts\n<53c2657091cf>Tj", // 参 U+53C2, 数 U+6570, 量 U+91CF
		"/ActualText" + hexText("Loss (α ≤ 10⁻²) “£”"),
		"(extrapolation)Tj",
	} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
}

// Widths are from Adobe's AFM files: in Helvetica H 722, e 556, l 222, o 556; in
// Symbol alpha 631; in bold H 722, e 556, l 278, o 611.
func TestPDFWidths(t *testing.T) {
	for _, c := range []struct {
		s    string
		bold bool
		want float64
	}{{"Hello", false, 2.278}, {"Hello", true, 2.445}, {"α", false, 0.631}, {"中文", false, 2}, {"ÿ€", false, 0.5 + 0.556}} {
		w := 0.0
		for _, p := range pieces(c.s, c.bold) {
			w += p.width
		}
		if math.Abs(w-c.want) > 1e-12 {
			t.Errorf("%q is %v ems wide, want %v", c.s, w, c.want)
		}
	}
}

// What a path of SVG says in its terms is known in those of PDF.
func TestPDFPath(t *testing.T) {
	for d, want := range map[string]string{
		"M10 20h5v-2.5l-1 .5-2 3z":        "10 20 m 15 20 l 15 17.5 l 14 18 l 12 21 l h",
		"M1 1h1zM-5.5-.5v2":               "1 1 m 2 1 l h -5.5 -0.5 m -5.5 1.5 l",
		"M0 0c1 2 3 4 5 6":                "0 0 m 1 2 3 4 5 6 c",
		"M3 3q3 3 6 0":                    "3 3 m 5 5 7 5 9 3 c", // 3 + 2/3·3, and 3 + 6 − 2/3·3
		"M10.5-3l1 1 2-2":                 "10.5 -3 m 11.5 -2 l 13.5 -4 l",
		"M0 0a5 5 0 0 1 0 0":              "0 0 m",
		"M0 0h1 2":                        "0 0 m 1 0 l 3 0 l",
		"M-1000.1.5l.1-.1":                "-1000.1 0.5 m -1000 0.4 l",
		"M2 2zl1 1" /* from the start */ : "2 2 m h 3 3 l",
	} {
		var p page
		if !p.path(d) || strings.Join(strings.Fields(string(p.b)), " ") != want {
			t.Errorf("%s is %q, want %q", d, strings.Fields(string(p.b)), want)
		}
	}
	for _, d := range []string{"L1 1", "M1", "M1 x", "M1 1A2", "hello", "M1 1c1 2 3"} {
		if p := new(page); p.path(d) {
			t.Errorf("%s is a path: %s", d, p.b)
		}
	}
}

// Half circles of radius 3 around the origin, both ways: every curve's middle is
// on the circle, and on the side to which the arc turns on a screen, where y
// points down and a clockwise arc from the right goes below.
func TestPDFArc(t *testing.T) {
	for _, c := range []struct {
		d    string
		side float64
	}{{"M3 0a3 3 0 0 1-6 0", 1}, {"M3 0a3 3 0 0 0-6 0", -1}} {
		var p page
		if !p.path(c.d) {
			t.Fatal(c.d)
		}
		x, y, curves := 0.0, 0.0, 0
		for _, line := range strings.Split(strings.TrimSpace(string(p.b)), "\n") {
			var v [6]float64
			if n, _ := fmt.Sscan(line, &v[0], &v[1], &v[2], &v[3], &v[4], &v[5]); n < 6 {
				x, y = v[0], v[1]
				continue
			}
			curves++
			mx, my := (x+3*v[0]+3*v[2]+v[4])/8, (y+3*v[1]+3*v[3]+v[5])/8
			if r := math.Hypot(mx, my); math.Abs(r-3) > 0.0003*3+1e-4 || my*c.side < 0 {
				t.Errorf("%s: middle %v, %v at radius %v", c.d, mx, my, r)
			}
			x, y = v[4], v[5]
		}
		if curves != 2 || math.Abs(x+3) > 1e-4 || math.Abs(y) > 1e-4 {
			t.Errorf("%s: %d curves to %v, %v", c.d, curves, x, y)
		}
	}
}

func TestPDFOfSomethingElse(t *testing.T) {
	for svg, want := range map[string]string{
		"": "no size", "<svg width=\"1\">": "no viewBox", "hello": "text outside",
		`<svg viewBox="0 0 9 9"><image/></svg>`:                            "<image>",
		`<svg viewBox="0 0 9 9"><path fill="#000000" d="R1"/></svg>`:       "R1",
		`<svg viewBox="0 0 9 9"><text x="1">`:                              "open <text>",
		`<svg viewBox="0 0 9 9"><svg viewBox="0 0 9 9"></svg></svg>`:       "several",
		`<svg viewBox="0 0 9 9`:                                            "no end",
		`<svg viewBox="0 0 NaN 9"></svg>`:                                  "viewBox",
		`<svg viewBox="0 0 9 9"><g><path fill="#000" d="M0 0"/></g></svg>`: "<g>",
	} {
		if _, err := PDF([]byte(svg), Meta{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", svg, err, want)
		}
	}
}
