//go:build browser

package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"
)

// TB is the part of testing.TB that pages need. A program that is no test can
// bring its own.
type TB interface {
	Helper()
	Cleanup(func())
	Fatalf(format string, args ...any)
}

// Screen says what a page is shown on and what its user has chosen. The zero
// value is a light desktop window of 1280 by 800 CSS pixels.
type Screen struct {
	Width, Height int     // of the viewport, in CSS pixels
	Scale         float64 // device pixels per CSS pixel, 1 if zero
	Mobile        bool    // a phone: touch instead of a mouse, viewport meta tag honoured
	Dark          bool    // prefers-color-scheme: dark
	ReducedMotion bool    // prefers-reduced-motion: reduce
	ForcedColors  bool    // forced-colors: active
	NoScript      bool    // JavaScript is off
	Paper         bool    // as printed, on a page as wide as the screen; Chromium only
	NoCookies     bool    // sites may keep nothing: storage throws; Firefox and LastingChromium
	NoStorage     bool    // storage is switched off: it is null; Firefox only
}

func (s Screen) withDefaults() Screen {
	if s.Width == 0 {
		s.Width = 1280
	}
	if s.Height == 0 {
		s.Height = 800
	}
	if s.Scale == 0 {
		s.Scale = 1
	}
	return s
}

// Patience is how long a page may take for one thing that it is asked to do or
// waited for. It is no speed limit: it only ends a test that would hang.
const Patience = 45 * time.Second

// Page is one tab of a browser, with storage of its own. Its methods end the
// test when the browser cannot do what they say.
type Page struct {
	t        TB
	screen   Screen
	driver   driver
	recorder *recorder
}

// driver is what a browser must be able to do for a Page.
type driver interface {
	open(ctx context.Context, url string) error              // returns after the load event
	eval(ctx context.Context, js string) ([]byte, error)     // value of an expression, awaited, as JSON
	point(ctx context.Context, path []point) error           // press at the first point, move along, release at the last
	hover(ctx context.Context, at point) error               // move the mouse there, no button held
	press(ctx context.Context, k key, with []modifier) error // one key, down and up
	write(ctx context.Context, text string) error            // text as if typed
	image(ctx context.Context, whole bool) ([]byte, error)   // PNG of the page or the viewport
	connection(ctx context.Context, online bool) error       // what the page is told of the network
	complaints() []string
}

// point is a place in the viewport in CSS pixels.
type point struct{ X, Y float64 }

// Browsers has the ways to open a page by the browser's name, for tests of what
// must hold in all of them, and where its program is.
var Browsers = []struct {
	Name string
	Open func(TB, Screen) *Page
	Find func() (path string, err error)
}{
	{"Chromium", Chromium, findChromium},
	{"Firefox", Firefox, findFirefox},
}

// do runs one step of a page within its patience, and ends the test if it
// fails. What says what was tried.
func (p *Page) do(step func(context.Context) error, what string, args ...any) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	if err := step(ctx); err != nil {
		p.t.Fatalf("%s: %v%s", fmt.Sprintf(what, args...), err, p.evidence())
	}
}

// evidence is what the page complained of, for a failure's message.
func (p *Page) evidence() string {
	text := ""
	for _, c := range p.driver.complaints() {
		text += "\n\tthe page complained: " + c
	}
	return text
}

// Open goes to url and waits for the load event. A fragment alone that changes
// makes no new document, as in a browser's address line.
func (p *Page) Open(url string) {
	p.t.Helper()
	p.do(func(ctx context.Context) error { return p.driver.open(ctx, url) }, "open %s", url)
}

// WaitLive waits until the page has taken over from its prerendered HTML and
// answers to its user.
func (p *Page) WaitLive() {
	p.t.Helper()
	p.WaitFor(`document.documentElement?.dataset.live === "1"`) // there is none while a page arrives
}

// WaitFor waits until the expression js is true.
func (p *Page) WaitFor(js string) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		return poll(ctx, func() (bool, error) {
			value, err := p.driver.eval(ctx, "!!("+js+")")
			return string(value) == "true", err
		})
	}, "wait for %s", js)
}

// poll asks until it is answered with true or an error.
func poll(ctx context.Context, ask func() (bool, error)) error {
	for {
		done, err := ask()
		if done || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.New("not in time")
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Eval returns the value of the expression js in the page, decoded from JSON. A
// promise is awaited.
func Eval[T any](p *Page, js string) T {
	p.t.Helper()
	var value T
	p.do(func(ctx context.Context) error {
		text, err := p.driver.eval(ctx, js)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, &value); err != nil {
			return fmt.Errorf("value %.200s: %w", text, err)
		}
		return nil
	}, "evaluate %.200s", js)
	return value
}

// Datum is a number on the page: a data element with its attributes.
type Datum struct {
	Value    string // full precision, whatever is shown
	Quantity string // data-quantity: params, tokens, flops, loss, ...
	Law      string // data-law, "" where no law is concerned
}

// Data returns all numbers of the page in the document's order, once no input is
// being changed: parts of a page, marked busy, follow only then.
func (p *Page) Data() []Datum {
	p.t.Helper()
	p.WaitFor(`!document.querySelector(".busy")`)
	return Eval[[]Datum](p, `[...document.querySelectorAll("data")].map(e => ({
		Value: e.getAttribute("value") ?? "",
		Quantity: e.dataset.quantity ?? "",
		Law: e.dataset.law ?? "",
	}))`)
}

// Text returns the text of the first element that fits the selector, as
// rendered; the test ends if there is none.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return Eval[string](p, fmt.Sprintf("document.querySelector(%s).innerText", quote(selector)))
}

// Screenshot writes the whole page, also what is below the fold, as a PNG file.
func (p *Page) Screenshot(file string) {
	p.t.Helper()
	p.shoot(file, true)
}

// ScreenshotView writes what the viewport shows as a PNG file.
func (p *Page) ScreenshotView(file string) {
	p.t.Helper()
	p.shoot(file, false)
}

func (p *Page) shoot(file string, whole bool) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		png, err := p.driver.image(ctx, whole)
		if err != nil {
			return err
		}
		return os.WriteFile(file, png, 0o644)
	}, "screenshot %s", file)
}

// Requests returns what the page and its workers have asked the network for
// since it was made, in order.
func (p *Page) Requests() []Request { return p.recorder.all() }

// Offline cuts the page and its workers off the network, or connects them
// again.
func (p *Page) Offline(offline bool) {
	p.t.Helper()
	p.recorder.cut(offline)
	p.do(func(ctx context.Context) error { return p.driver.connection(ctx, !offline) }, "set offline to %v", offline)
}

// Complaints returns the errors that the page wrote to its console, and the
// exceptions that nobody caught.
func (p *Page) Complaints() []string { return p.driver.complaints() }

// quote returns s as a JavaScript string.
func quote(s string) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return string(text)
}
