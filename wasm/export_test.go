//go:build browser

package main

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"math"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lossline/app/export"
	"lossline/engine/law"
	"lossline/engine/unit"
	"lossline/wasm/browsertest"
)

// file is what a page gave to be saved.
type file struct {
	Name, Type string
	Data       []byte
}

// catch keeps what the page saves and copies from now on.
func catch(p *browsertest.Page) {
	browsertest.Eval[bool](p, `(() => {
		window.caught = {};
		let last;
		const make = URL.createObjectURL;
		URL.createObjectURL = (b) => { last = b; return make.call(URL, b) };
		const click = HTMLAnchorElement.prototype.click;
		HTMLAnchorElement.prototype.click = function () { if (this.download) window.caught = {name: this.download, blob: last}; else click.call(this) };
		Object.defineProperty(navigator, "clipboard", {configurable: true, value: {
			writeText: async (t) => { window.caught = {name: "", blob: new Blob([t])} },
			write: async (items) => { window.caught = {name: "", blob: await items[0].getType("image/png")} },
		}});
		return true })()`)
}

// menu opens the menu of a figure or table.
func menu(p *browsertest.Page, of string) {
	p.WaitFor(`document.getElementById('` + of + `-save')`)
	if !browsertest.Eval[bool](p, `document.getElementById('`+of+`-save').getAttribute("aria-expanded") === "true"`) {
		p.Focus("#" + of + "-save")
		p.Press("Enter")
	}
	p.WaitFor(`document.getElementById('` + of + `-save-bib')`)
}

// took is what a deed of an open menu gave.
func took(p *browsertest.Page, of, deed string) file {
	browsertest.Eval[bool](p, `(window.caught = {}, true)`)
	p.Focus("#" + of + "-save-" + deed)
	p.Press("Enter")
	p.WaitFor(`window.caught.blob && document.getElementById('` + of + `-save').closest('.menu').querySelector('[role=status]').textContent !== ''`)
	got := browsertest.Eval[[]string](p, `new Promise((done) => {
		const r = new FileReader();
		r.onload = () => done([window.caught.name, window.caught.blob.type, r.result.slice(r.result.indexOf(",") + 1)]);
		r.readAsDataURL(window.caught.blob) })`)
	data, err := base64.StdEncoding.DecodeString(got[2])
	if err != nil {
		panic(err)
	}
	return file{got[0], got[1], data}
}

// dropBytes lets go of a file over the page.
func dropBytes(p *browsertest.Page, f file) {
	browsertest.Eval[bool](p, `(() => {
		const data = new DataTransfer();
		data.items.add(new File([Uint8Array.from(atob("`+base64.StdEncoding.EncodeToString(f.Data)+`"), (c) => c.charCodeAt(0))], `+quoted(f.Name)+`));
		for (const type of ["dragenter", "dragover", "drop"])
			document.body.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
		return true })()`)
}

func hash(p *browsertest.Page) string {
	return strings.TrimPrefix(browsertest.Eval[string](p, `location.hash`), "#")
}

// planAt opens the plan for 1e21 FLOP, whose address has settled.
func planAt(p *browsertest.Page, site string) {
	p.Open(site)
	p.WaitLive()
	catch(p)
	p.Fill("#budget", "1e21")
	p.WaitFor(`location.hash.includes("&c=1e21")`)
}

// Every format of a figure is saved, can be read, says where it comes from, and
// has the numbers of the page; dropped on another page it brings them back.
func TestExportAndRestore(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			site := hosted(t, hostOptions{base: "/repo/"})
			p := b.Open(t, browsertest.Screen{})
			planAt(p, site)
			state, link := hash(p), browsertest.Eval[string](p, `location.href`)
			data := p.Data()
			n, c := number(t, p, "h1", "params", ""), number(t, p, "h1", "flops", "")
			menu(p, "fig-budget")
			var saved []file
			for _, deed := range []string{"svg", "png-1", "png-2", "png-4", "pdf", "json", "csv", "image"} {
				f := took(p, "fig-budget", deed)
				ext, _, _ := strings.Cut(deed, "-")
				if deed != "image" && !strings.HasPrefix(f.Name, "lossline_plan_budget_20") || !strings.HasSuffix(f.Name, ext) && deed != "image" {
					t.Errorf("%s is saved as %q", deed, f.Name)
				}
				readable(t, deed, f, link, c, n)
				if deed == "csv" {
					continue
				}
				if got, ok := export.Restore(f.Name, f.Data); !ok || got != state {
					t.Errorf("%s holds the state %q, not %q", deed, got, state)
				}
				if !strings.HasPrefix(deed, "png-") || deed == "png-2" {
					saved = append(saved, f)
				}
			}
			for _, f := range saved {
				if f.Name == "" {
					continue
				}
				p.Open(site + "shape/")
				p.WaitLive()
				dropBytes(p, f)
				p.WaitFor(`document.querySelector('#budget') && location.hash === '#` + state + `'`)
				rested(p)
				if got := p.Data(); !slices.Equal(data, got) {
					t.Errorf("%s brings back other numbers:\n%v\n%v", f.Name, data, got)
				}
			}
			if s := p.Strays(site); len(s) > 0 {
				t.Errorf("requests left the site: %v", s)
			}
			if c := p.Complaints(); len(c) > 0 {
				t.Errorf("the page complained: %v", c)
			}
		})
	}
}

// readable reads a file as others do: by its format's own rules, with the mark of
// the figure at compute c and size n.
func readable(t *testing.T, deed string, f file, link string, c, n float64) {
	t.Helper()
	switch kind, scale, _ := strings.Cut(deed, "-"); kind {
	case "svg":
		d := xml.NewDecoder(bytes.NewReader(f.Data))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("SVG: %v", err)
			}
		}
	case "png", "image":
		im, err := png.DecodeConfig(bytes.NewReader(f.Data))
		by, _ := strconv.Atoi(scale)
		if kind == "image" {
			by = 2
		}
		if err != nil || im.Width != by*(720+32) { // the width at which the figure is designed, and a margin
			t.Errorf("%s: %v, %d pixels wide", deed, err, im.Width)
		}
	case "pdf":
		if !bytes.HasPrefix(f.Data, []byte("%PDF-1.7")) || !bytes.HasSuffix(bytes.TrimSpace(f.Data), []byte("%%EOF")) {
			t.Error("no PDF")
		}
	case "json":
		var doc struct {
			Meta   struct{ Permalink string }
			Tables []struct{ Rows [][]*float64 }
		}
		if err := json.Unmarshal(f.Data, &doc); err != nil || doc.Meta.Permalink != link || len(doc.Tables) == 0 {
			t.Errorf("JSON: %v, permalink %q, %d tables", err, doc.Meta.Permalink, len(doc.Tables))
		}
	case "csv":
		rows, err := csv.NewReader(bytes.NewReader(f.Data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			x, _ := strconv.ParseFloat(r[2], 64)
			y, _ := strconv.ParseFloat(r[3], 64)
			if r[1] == "mark" && x == c && y == n {
				return
			}
		}
		t.Errorf("CSV: no mark at %g, %g in %d rows", c, n, len(rows))
	}
}

// What is copied as a program prints the number of the screen, to 1e-9.
func TestExportedPython(t *testing.T) {
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	planAt(p, site)
	same := func(of string, want float64) {
		t.Helper()
		menu(p, of)
		out, err := exec.Command("python3", "-c", string(took(p, of, "py").Data)).CombinedOutput()
		got, bad := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		if err != nil || bad != nil || math.Abs(got-want) > 1e-9*want {
			t.Errorf("%s: Python says %s (%v), the page %.17g", of, out, err, want)
		}
	}
	same("fig-budget", number(t, p, "h1", "loss", ""))
	p.Click(`nav a[href*="p=pretraining"]`)
	p.Fill("#params", "7B")
	p.WaitFor(`document.querySelector('h1 data[data-quantity=params]').value === '7e+09'`)
	same("fig-n", number(t, p, "h1", "loss", ""))

	p.Open(site + "fit/#fboot=0")
	p.WaitLive()
	catch(p)
	idle(p)
	var theta []float64
	for _, k := range law.Chinchilla.Coefs {
		theta = append(theta, number(t, p, "#fit-coefs", "coefficient-"+k.Symbol, ""))
	}
	c := number(t, p, "h1", "flops", "")
	of := browsertest.Eval[string](p, `document.querySelector('.fig').id.replace("-box", "")`)
	n := number(t, p, "h1", "params", "")
	same(of, float64(law.Chinchilla.Loss(theta, law.Point{N: unit.Params(n), D: unit.Tokens(c / (6 * n))})))
}

// The texts that are copied have the page's numbers and name their sources.
func TestExportedTexts(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	planAt(p, hosted(t, hostOptions{}))
	menu(p, "fig-budget")
	menu(p, "plans")
	summary := scenarioSummary(p)
	for _, c := range []struct{ of, deed, has string }{
		{"fig-budget", "bib", "besiroglu"}, {"fig-budget", "bib", location(p)},
		{"fig-budget", "tex", `\includegraphics`}, {"fig-budget", "md", "!["}, {"fig-budget", "alt", summary},
		{"fig-budget", "tex-table", `\toprule`}, {"fig-budget", "md-table", "| --"},
		{"plans", "md-table", p.Text(`tr[data-law="besiroglu2024.1"] data[data-quantity=params]`)},
		{"plans", "tex-table", p.Text(`tr[data-law="besiroglu2024.1"] data[data-quantity=loss]`)},
		{"plans", "csv", browsertest.Eval[string](p, `document.querySelector('tr[data-law="besiroglu2024.1"] data[data-quantity=tokens]').value`)},
	} {
		if got := string(took(p, c.of, c.deed).Data); !strings.Contains(got, c.has) {
			t.Errorf("%s as %s has no %q:\n%s", c.of, c.deed, c.has, got)
		}
	}
}

func location(p *browsertest.Page) string { return browsertest.Eval[string](p, `location.href`) }

// scenarioSummary is what the figure says of itself under "Show the data".
func scenarioSummary(p *browsertest.Page) string {
	browsertest.Eval[bool](p, `(document.getElementById('fig-budget-data').open = true)`)
	p.WaitFor(`document.getElementById('fig-budget-summary')`)
	return p.Text("#fig-budget-summary")
}

// A menu opens and closes by keyboard, Escape leads back to its button, a target
// is large enough for a finger, and what the clipboard refuses can be copied by
// hand.
func TestExportMenu(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{Width: 320, Mobile: true})
	planAt(p, hosted(t, hostOptions{}))
	menu(p, "fig-budget")
	if small := browsertest.Eval[[]string](p, `[...document.querySelectorAll('.menu button')].filter((b) => { const r = b.getBoundingClientRect(); return r.width < 24 || r.height < 24 }).map((b) => b.textContent)`); len(small) > 0 {
		t.Errorf("too small: %v", small)
	}
	if w := browsertest.Eval[int](p, `document.documentElement.scrollWidth`); w > 320 {
		t.Errorf("the page is %d px wide", w)
	}
	browsertest.Eval[bool](p, `(navigator.clipboard.writeText = async () => { throw new Error("no") }, true)`)
	p.Focus("#fig-budget-save-alt")
	p.Press("Enter")
	p.WaitFor(`document.getElementById('fig-budget-save-text')?.value.length > 20`)
	p.Press("Escape")
	p.WaitFor(`document.activeElement.id === 'fig-budget-save' && !document.querySelector('.saving')`)
}

// axe-core finds nothing where menus are open.
func TestExportAccessibility(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, dark := range []bool{false, true} {
		p := browsertest.Chromium(t, browsertest.Screen{Dark: dark, ReducedMotion: true})
		for _, path := range []string{"", "zh/pretraining/"} {
			p.Open(site + path)
			p.WaitLive()
			browsertest.Eval[bool](p, `(document.querySelectorAll('.saves').forEach((b) => b.click()), true)`)
			p.WaitFor(`document.querySelectorAll('.saving').length === document.querySelectorAll('.saves').length`)
			for _, v := range p.Axe() {
				t.Errorf("%s, dark %v: %s", path, dark, v)
			}
		}
	}
}

// attack is a name that would do harm as markup, a formula or a path.
const attack = `=1+1|<img src=x onerror="window.harm=1"><script>window.harm=1</script>&amp;\input{x}${1}__proto__`

// Names from files are text wherever they end: on the page, in each file, and in
// what is said of a file that is none of ours.
func TestExportAttacks(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site)
	p.WaitLive()
	catch(p)
	for _, f := range []file{
		{Name: attack + ".svg", Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="window.harm=1"><script>window.harm=1</script></svg>`)},
		{Name: "huge.png", Data: bytes.Repeat([]byte{0x89}, 1<<20)},
		{Name: "x.pdf", Data: []byte("%PDF-1.7 nothing of ours")},
	} {
		dropBytes(p, f)
		p.WaitFor(`document.querySelector('.foot .drop .error').textContent.includes(` + quoted(f.Name) + `)`)
	}
	before := p.Data()
	dropBytes(p, file{Name: "a.json", Data: []byte(`{"meta":{"permalink":"javascript:window.harm=1"},"state":"v=1&p=plan&__proto__=1&c=<script>1e999&z=0"}`)})
	p.WaitFor(`document.querySelector('#notice') || document.querySelector('#fit-data')`)
	if harm := browsertest.Eval[bool](p, `!!window.harm || ({}).v !== undefined`); harm {
		t.Error("a file did harm")
	}

	p.Open(site)
	p.WaitLive()
	catch(p)
	if !slices.Equal(before, p.Data()) {
		t.Error("a file that is none of ours changed numbers")
	}
	dropBytes(p, file{Name: attack + ".csv", Data: []byte(messy())})
	p.WaitFor(`document.querySelector('#fit-map #fit-preview')`)
	choose(p, "#fit-col-1-scale", "1e+06")
	p.WaitFor(`document.getElementById('fit-col-1-scale').value === '1e+06' && !document.querySelector('#fit-cancel')`)
	for _, box := range []string{"fit-drop-bad", "fit-drop-dup"} {
		p.Focus("#" + box)
		p.Press("Space")
		p.WaitFor(`document.getElementById('` + box + `')?.checked && !document.querySelector('#fit-cancel')`)
	}
	p.Focus("#fit-agree")
	p.Press("Enter")
	p.WaitFor(runsAre("59"))
	idle(p)
	of := browsertest.Eval[string](p, `document.querySelector('.fig').id.replace("-box", "")`)
	menu(p, of)
	menu(p, "coefs")
	svg := took(p, of, "svg")
	if s := string(svg.Data); strings.Contains(s, "<script") || strings.Contains(s, "<img") {
		t.Error("markup in the SVG")
	}
	got, ok := export.Restore(svg.Name, svg.Data)
	if !ok || got != hash(p) {
		t.Errorf("the state is %q", got)
	}
	rows, err := csv.NewReader(bytes.NewReader(took(p, "coefs", "csv").Data)).ReadAll()
	if err != nil || len(rows) != 6 { // the heads and the five coefficients of the law
		t.Errorf("%v, %d rows", err, len(rows))
	}
	if harm := browsertest.Eval[bool](p, `!!window.harm || !!document.querySelector('main img, main script')`); harm {
		t.Error("a name became markup")
	}
	if c := p.Complaints(); len(c) > 0 {
		t.Errorf("the page complained: %v", c)
	}
}
