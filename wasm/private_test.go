//go:build browser

package main

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/engine/law"
	"lossline/engine/unit"
	"lossline/wasm/browsertest"
)

// secret is a table of runs whose losses no file has by chance, the numbers as a file
// may have them, and the runs as a link has them.
func secret() (table string, numbers []string, packed string) {
	_, set, _ := law.SetByID("besiroglu2024.1")
	r := rand.New(rand.NewPCG(3, 14))
	table = "N,D,loss\n"
	for range 14 {
		n := math.Round(5e7 * math.Pow(100, r.Float64()))
		d := math.Round(n*20*math.Pow(10, r.Float64()*1.5-0.5)/1e3) * 1e3
		loss := float64(law.Chinchilla.Loss(set.Theta, law.Point{N: unit.Params(n), D: unit.Tokens(d)})) * math.Exp(0.005*r.NormFloat64())
		said := fmt.Sprintf("%.7f", loss)
		table += fmt.Sprintf("%.0f,%.0f,%s\n", n, d, said)
		numbers = append(numbers, said, strings.Replace(said, ".", "", 1), fmt.Sprintf("%.0f", n))
	}
	s := scenario.Default()
	s.Fit.Data, s.Fit.Rows = scenario.OwnData, table
	link := share.Encode(share.Link{Page: scenario.Fit, Scenario: s, WithRows: true})
	_, packed, _ = strings.Cut(link, "rows=")
	packed, _, _ = strings.Cut(packed, "&")
	return table, numbers, packed
}

// leaks are the ways in which a text has the secret.
func leaks(where string) []string {
	table, numbers, packed := secret()
	var found []string
	has := func(what, s string) {
		if strings.Contains(where, s) {
			found = append(found, what+" "+s)
		}
	}
	if rowsKey.MatchString(where) {
		found = append(found, "the key rows=")
	}
	_, body, _ := strings.Cut(packed, "..")
	for i := 0; i+12 <= len(body); i += 2 {
		has("packed", body[i:i+12])
	}
	for _, n := range numbers {
		has("the number", n)
		has("in UTF-16", hex.EncodeToString(wide(n)))
		has("in UTF-16", string(wide(n)))
	}
	for i := range 3 {
		for at := i; at+12 <= len(table); at += 12 {
			has("in base64", base64.StdEncoding.EncodeToString([]byte(table[at:at+12])))
		}
	}
	return found
}

// rowsKey is the key of runs in a link; orows= says how many they are.
var rowsKey = regexp.MustCompile(`(^|[^o])rows=`)

func wide(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// keptData is all that a page keeps in the browser: its address, storage of every
// kind and what the service worker keeps.
const keptData = `(async () => {
	const out = [location.href];
	for (const s of [localStorage, sessionStorage]) for (const k of Object.keys(s)) out.push(k, s[k]);
	for (const d of (await indexedDB.databases?.()) ?? []) {
		const db = await new Promise((f) => { const r = indexedDB.open(d.name); r.onsuccess = () => f(r.result); });
		for (const s of db.objectStoreNames) out.push(JSON.stringify(await new Promise((f) => { const r = db.transaction(s).objectStore(s).getAll(); r.onsuccess = () => f(r.result); })));
		db.close();
	}
	for (const n of await caches.keys()) for (const r of await (await caches.open(n)).keys()) out.push(r.url);
	return out.join("\n");
})()`

// keepsNothing fails where the browser has the runs anywhere.
func keepsNothing(t *testing.T, p *browsertest.Page, when string) {
	t.Helper()
	for _, l := range leaks(browsertest.Eval[string](p, keptData)) {
		t.Errorf("%s: the browser keeps %s", when, l)
	}
}

// sharedRuns is the link with the reader's runs, which the page makes when it is asked.
func sharedRuns(p *browsertest.Page) string {
	p.Click("#share")
	p.WaitFor(`document.querySelector('#share-with-runs') && !document.querySelector('#share-runs')`)
	p.Click("#share-with-runs")
	p.WaitFor(`document.querySelector('#share-runs')`)
	link := browsertest.Eval[string](p, `document.querySelector('#share-runs').value`)
	p.Click("#share-close")
	return link
}

// fitSecret drops the secret and waits for its fit, whose coefficients are then in the
// address.
func fitSecret(p *browsertest.Page, site string) {
	p.Open(site + "fit/")
	p.WaitLive()
	table, _, _ := secret()
	drop(p, "secret.csv", table)
	p.WaitFor(runsAre("14"))
	idle(p)
	p.WaitFor(`location.hash.includes("&odig=")`)
}

// drawsRuns are the deeds of a menu whose files show the runs of the figure.
var drawsRuns = []string{"svg", "png-1", "png-2", "png-4", "image", "pdf", "csv", "json", "tex-table", "md-table"}

// Runs that were dropped are nowhere but in memory: not in the address, in history,
// storage, caches or requests, and in no file but those that draw them; nor there in
// the link that a file carries.
func TestRunsStayInMemory(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			site := hosted(t, hostOptions{base: "/repo/"})
			p := b.Open(t, browsertest.Screen{})
			fitSecret(p, site)
			keepsNothing(t, p, "after the fit")
			catch(p)
			most := 3 // in one browser the files of every menu, in the others of some
			if b.Name == browsertest.Browsers[0].Name {
				most = 100
			}
			filesHaveNone(t, p, drawsRuns, most)
			if said := browsertest.Eval[string](p, `document.querySelector('.saving').textContent`); !strings.Contains(said, languages.In(languages.English).Private.Draws) {
				t.Error("the menu does not say which files hold the runs")
			}
			snippets(t, p)
			p.Click("#fit-adopt")
			p.WaitFor(`document.querySelector('#adopted')`)
			keepsNothing(t, p, "once the law is used")
			for _, page := range []string{"plan", "pretraining", "transfer", "shape", "guide"} {
				p.Click(`nav a[href*="p=` + page + `&"]`)
				p.WaitFor(`location.hash.includes("p=` + page + `&")`)
				rested(p)
				keepsNothing(t, p, page)
				if most == 100 {
					filesHaveNone(t, p, nil, 2)
				}
			}
			for range 5 {
				browsertest.Eval[bool](p, `(history.back(), true)`)
				p.WaitFor(`true`)
				keepsNothing(t, p, "one step back")
			}
			for _, r := range p.Requests() {
				if l := leaks(r.URL); len(l) > 0 || r.Method != "GET" {
					t.Errorf("the request %v has %v", r, l)
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

// filesHaveNone takes the files of the first menus of the page. Those of draw may show
// the numbers; no other has them, and none has them as a link does.
func filesHaveNone(t *testing.T, p *browsertest.Page, draw []string, most int) {
	t.Helper()
	menus := browsertest.Eval[[]string](p, `[...document.querySelectorAll(".saves")].map((b) => b.id.replace("-save", ""))`)
	for _, of := range menus[:min(len(menus), most)] {
		menu(p, of)
		for _, deed := range browsertest.Eval[[]string](p, `[...document.querySelectorAll("[id^='`+of+`-save-']")].map((b) => b.id.slice(`+fmt.Sprint(len(of)+6)+`))`) {
			if deed == "sound" || deed == "runs" || deed == "text" || deed == "png-1" || deed == "png-4" {
				continue
			}
			f := took(p, of, deed)
			for _, l := range leaks(string(f.Data)) {
				if !slices.Contains(draw, deed) || !strings.HasPrefix(l, "the number") {
					t.Errorf("%s of %s has %s", deed, of, l)
				}
			}
		}
	}
}

// snippets looks at every snippet of the share panel: none has the runs until they are
// asked for, with their size.
func snippets(t *testing.T, p *browsertest.Page) {
	t.Helper()
	p.Click("#share")
	p.Click("#embed summary")
	p.WaitFor(`document.querySelector('#embed-code')`)
	code := func() string { return browsertest.Eval[string](p, `document.querySelector('#embed-code').value`) }
	for _, kind := range browsertest.Eval[[]string](p, `[...document.querySelector('#embed-kind').options].map((o) => o.value)`) {
		choose(p, "#embed-kind", kind)
		if l := leaks(code()); len(l) > 0 {
			t.Errorf("the snippet for %s has %v", kind, l)
		}
	}
	choose(p, "#embed-kind", "HTML")
	p.Focus("#embed-runs")
	p.Press("Space")
	p.WaitFor(`document.querySelector('#embed-code').value.includes("&amp;rows=")`)
	p.Press("Space")
	p.WaitFor(`!document.querySelector('#embed-code').value.includes("&amp;rows=")`)
	p.Click("#share-close")
}

// Whoever opens the link of a fit sees its coefficients and that its runs are not here,
// may plan with it, and is told whether the file that is dropped has the same runs. A
// plan by it is called a fit from a link.
func TestLinkWithoutRuns(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			site := hosted(t, hostOptions{})
			p := b.Open(t, browsertest.Screen{})
			fitSecret(p, site)
			link := shared(p)
			if l := leaks(link); len(l) > 0 {
				t.Fatalf("the link has %v", l)
			}
			alpha := number(t, p, "#fit-coefs", "coefficient-α", "")
			en := languages.In(languages.English)

			q := b.Open(t, browsertest.Screen{})
			q.Open(link)
			q.WaitLive()
			q.WaitFor(`document.querySelector('#fit-missing')`)
			if got := number(t, q, "#fit-missing", "coefficient-α", ""); got != alpha {
				t.Errorf("α is %g, shared as %g", got, alpha)
			}
			if said := q.Text("#notice"); !strings.Contains(said, en.Sharing.SameNumbers) {
				t.Errorf("the link says %q of its numbers", said)
			}
			if said := q.Text("#fit-missing"); !strings.Contains(said, en.Private.Missing) || !strings.Contains(said, " resamples.") {
				t.Errorf("the page says %q", said)
			}
			if b.Name == "Chromium" {
				unobjectionable(t, q, "a link without its runs")
			}
			q.Click("#fit-adopt")
			q.WaitFor(`document.querySelector('#fit-plan')`)
			q.Click("#fit-plan")
			q.WaitFor(`document.querySelector('h1 data[data-law=own]')`)
			if said := q.Text("#main"); !strings.Contains(said, "A fit from a link: 14 runs, digest ") || strings.Contains(said, en.Fit.Own) {
				t.Error("the plan does not say whose fit it is")
			}
			menu(q, "fig-budget")
			if svg := string(took2(q, "fig-budget", "svg").Data); !strings.Contains(svg, "A fit from a link: 14 runs") || strings.Contains(svg, en.Fit.Own) {
				t.Error("the figure does not say whose fit it is")
			}

			q.Click(`nav a[href*="p=fit&"]`)
			q.WaitFor(`document.querySelector('#fit-missing')`)
			table, _, _ := secret()
			drop(q, "other-name.csv", table)
			q.WaitFor(`document.querySelector('#fit-match')`)
			idle(q)
			if said, want := q.Text("#fit-match"), text.Fill(en.Private.SameRuns, ""); !strings.HasPrefix(said, want[:20]) {
				t.Errorf("of the same runs the page says %q", said)
			}
			if said := q.Text("#adopted"); !strings.Contains(said, en.Fit.Own) {
				t.Errorf("with its runs the fit is called %q", said)
			}
			if c := q.Complaints(); len(c) > 0 {
				t.Errorf("the page complained: %v", c)
			}
		})
	}
}

// took2 is took on a page that has not been told to keep what it saves.
func took2(p *browsertest.Page, of, deed string) file {
	catch(p)
	return took(p, of, deed)
}

// A link with runs is read as ever; its address stays until something changes, and then
// has them no more, which is said.
func TestLinkWithRunsIsShortened(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			fitSecret(p, site)
			link, before := sharedRuns(p), p.Data()
			if !strings.Contains(link, "rows=") {
				t.Fatalf("the link with the runs is %s", link)
			}
			q := b.Open(t, browsertest.Screen{})
			q.Open(link)
			q.WaitLive()
			q.WaitFor(runsAre("14"))
			idle(q)
			en := languages.In(languages.English)
			if at := location(q); at != link {
				t.Errorf("the address became %s", at)
			}
			if !slices.Equal(before, q.Data()) {
				t.Errorf("the link gives other numbers:\n%v\n%v", before, q.Data())
			}
			if said := q.Text("#notice"); !strings.Contains(said, en.Sharing.SameNumbers) {
				t.Errorf("the link says %q of its numbers", said)
			}
			choose(q, "#fit-bootstrap", "200")
			q.WaitFor(`!location.hash.includes("rows=") && document.querySelector('#notice')?.textContent.includes(` + quoted(en.Private.TakenOut) + `)`)
			idle(q)
			q.WaitFor(`location.hash.includes("&odig=")`)
			keepsNothing(t, q, "after the change")

			// Old moments lose their runs when the page starts.
			state := link[strings.Index(link, "#")+1:]
			moments, _ := json.Marshal([]map[string]any{{"t": 1, "f": state}, {"t": 2, "f": "v=1&p=plan&c=1e22&z=5"}})
			q.Open(site + "shape/")
			q.WaitLive()
			browsertest.Eval[bool](q, `(localStorage.setItem("lossline.timeline", `+quoted(string(moments))+`), true)`)
			q.Open(site + "transfer/")
			q.WaitLive()
			keepsNothing(t, q, "after an old timeline")
			if n := browsertest.Eval[int](q, `JSON.parse(localStorage["lossline.timeline"]).length`); n != 2 {
				t.Errorf("%d moments are left of 2", n)
			}
		})
	}
}

// Runs are kept on the device where the reader says so, come back on the next visit,
// and are gone once they are deleted. A session file has them too.
func TestRunsKeptOnDevice(t *testing.T) {
	t.Parallel()
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			site := hosted(t, hostOptions{})
			p := b.Open(t, browsertest.Screen{})
			fitSecret(p, site)
			p.Focus("#fit-keep")
			p.Press("Space")
			p.WaitFor(`document.querySelector('#fit-delete')`)
			if b.Name == "Chromium" {
				unobjectionable(t, p, "runs that the device keeps")
			}
			before := p.Data()
			if len(leaks(browsertest.Eval[string](p, keptData))) == 0 {
				t.Error("nothing is kept")
			}
			at := location(p)
			settled(p) // Firefox complains of scripts that are still on their way when a page is left
			p.Open(site + "guide/")
			p.WaitLive()
			settled(p)
			p.Open(at)
			p.WaitLive()
			p.WaitFor(`document.querySelector('#fit-delete')`)
			p.WaitFor(runsAre("14"))
			idle(p)
			if !slices.Equal(before, p.Data()) {
				t.Errorf("what was kept has other numbers:\n%v\n%v", before, p.Data())
			}
			catch(p)
			browsertest.Eval[bool](p, `(window.caught = {}, true)`)
			p.Click("#fit-session")
			p.WaitFor(`window.caught.blob`)
			session := browsertest.Eval[string](p, `window.caught.blob.text()`)
			p.Click("#fit-delete")
			p.WaitFor(`!document.querySelector('#fit-delete')`)
			keepsNothing(t, p, "once deleted")

			q := b.Open(t, browsertest.Screen{})
			q.Open(site)
			q.WaitLive()
			dropBytes(q, file{Name: "lossline_session.json", Data: []byte(session)})
			q.WaitFor(runsAre("14"))
			idle(q)
			if !slices.Equal(before, q.Data()) {
				t.Errorf("the session file brings other numbers:\n%v\n%v", before, q.Data())
			}
			keepsNothing(t, q, "after a session file")
			dropBytes(q, file{Name: "bad.json", Data: []byte(strings.Replace(session, `"version":"1"`, `"version":"2"`, 1))})
			q.WaitFor(`document.querySelector('.drop .error').textContent.includes("bad.json")`)
			for _, page := range []*browsertest.Page{p, q} {
				if c := page.Complaints(); len(c) > 0 {
					t.Errorf("the page complained: %v", c)
				}
			}
		})
	}
}

// Of two files that are dropped the last one is read, even where the first takes longer
// to arrive.
func TestLastFileWins(t *testing.T) {
	t.Parallel()
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}) + "fit/#fboot=0")
	p.WaitLive()
	idle(p)
	browsertest.Eval[bool](p, `(() => {
		const read = File.prototype.arrayBuffer;
		window.late = 0;
		File.prototype.arrayBuffer = async function () {
			const data = await read.call(this);
			if (this.name === "first.csv") { await new Promise((f) => setTimeout(f, 1500)); setTimeout(() => window.late++); }
			return data;
		};
		return true })()`)
	table, _, _ := secret()
	lines := strings.SplitAfter(table, "\n")
	drop(p, "first.csv", table)
	drop(p, "second.csv", strings.Join(lines[:11], ""))
	p.WaitFor(runsAre("10"))
	p.WaitFor(`window.late === 1`)
	idle(p)
	if got := number(t, p, "#fit-how", "runs", ""); got != 10 {
		t.Errorf("%g runs are fitted, the last file has 10", got)
	}
}
