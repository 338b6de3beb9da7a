//go:build browser

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/wasm/browsertest"
)

// flops is the budget in the sentence of a page.
func flops(p *browsertest.Page) string {
	return browsertest.Eval[string](p, `document.querySelector("h1 data[data-quantity=flops]")?.value ?? ""`)
}

// A link whose # was escaped, so that the host looks for a file, is opened as it was
// meant, under any path; another address that there is nothing at leads to the start,
// with its state, and asks nobody else.
func TestEscapedHash(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{base: "/a/b/"})
	link := share.Encode(share.Link{Page: scenario.Plan, Scenario: budget(scenario.Default(), 1e22)})
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			for path, lang := range map[string]string{
				"%23" + link: "en", "zh/%23" + strings.ReplaceAll(link, "&", "%26"): "zh-Hans", "%2523" + strings.ReplaceAll(link, "=", "%253D"): "en",
			} {
				p.Open(site + path)
				p.WaitFor(`document.documentElement?.dataset.live === "1"`)
				if got := flops(p); got != "1e+22" || browsertest.Eval[string](p, `document.documentElement.lang`) != lang {
					t.Errorf("%s: budget %s at %s", path, got, browsertest.Eval[string](p, `location.href`))
				}
			}
			for _, path := range []string{"nothing", "zh/deep/er/nothing/", "pretraining/nothing.html"} {
				p.Open(site + path + "#" + link)
				p.WaitFor(`document.querySelector("#home")?.pathname === "/a/b/"`)
				if c := browsertest.Eval[string](p, `getComputedStyle(document.body).maxWidth`); c != "576px" {
					t.Errorf("%s: the style does not hold: %s", path, c)
				}
				p.Click("#home")
				p.WaitFor(`location.pathname === "/a/b/" && document.documentElement?.dataset.live === "1"`)
				if got := flops(p); got != "1e+22" {
					t.Errorf("%s: the start has a budget of %s", path, got)
				}
			}
			root := hosted(t, hostOptions{})
			p.Open(root + "/127.0.0.1:9/%23c=1e22") // two slashes begin the name of a host
			p.WaitFor(`location.href === ` + quoted(root+"/127.0.0.1:9/#c=1e22"))
		})
	}
}

// WordPress appends a hash of its own to the address of a frame: the figure is that of
// the author's state, or the still one where there is none.
func TestSecondHash(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			for _, hash := range []string{"#c=3.14e23#?secret=AbC12", "#theme=dark&amp;c=3.14e23#?secret=AbC12", "#c=3.14e23&#038;theme=dark"} {
				p.Open("about:blank")
				p.Open(site + "embed/budget/" + hash)
				p.WaitLive()
				if got := browsertest.Eval[string](p, linkOfFrame); !strings.Contains(got, "&c=3.14e23&") {
					t.Errorf("%s: the link of the frame is %s", hash, got)
				}
				if n := browsertest.Eval[int](p, `document.querySelectorAll(".note[role=status]").length`); n > 0 {
					t.Errorf("%s: the frame complains: %s", hash, p.Text(".note[role=status]"))
				}
				if dark := browsertest.Eval[bool](p, `document.documentElement.dataset.theme === "dark"`); dark != strings.Contains(hash, "dark") {
					t.Errorf("%s: dark is %v", hash, dark)
				}
			}
			p.Open("about:blank")
			p.Open(site + "embed/budget/#?secret=AbC12")
			if browsertest.Eval[bool](p, `document.documentElement.classList.contains("asked")`) {
				t.Error("the program is fetched for a frame without a state")
			}
		})
	}
}

// The offline copy's snippets and files name no file of this machine.
func TestSnippetsOfOfflineCopy(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "lossline.html")
	if err := os.WriteFile(file, []byte(read(t, dist(t), "lossline.html")), 0o644); err != nil {
		t.Fatal(err)
	}
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open("file://" + file + "#zh&c=1e22")
	p.WaitLive()
	p.Click("#share")
	p.Click("#embed summary")
	p.WaitFor(`document.querySelector("#embed-code")`)
	code := browsertest.Eval[string](p, `document.querySelector("#embed-code").value ?? document.querySelector("#embed-code").textContent`)
	if !strings.Contains(code, `src="https://example.org/lossline/zh/embed/budget/#v=1&amp;p=plan&amp;`) || strings.Contains(code, "file:") {
		t.Errorf("the snippet is %s", code)
	}
	want := text.Fill(languages.In(languages.Chinese).Links.CopyAddress, "https://example.org/lossline/")
	if got := p.Text("#embed-address"); got != want {
		t.Errorf("it is said %q, want %q", got, want)
	}
}
