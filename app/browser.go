package app

import (
	"strings"
	"time"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/ui"
)

// browser is what the page needs of the window around it: address, history,
// document and the functions of boot.js. Its zero value, where a page is
// written natively, does nothing.
type browser struct {
	base   string // path of the site's root: "/" or "/repo/"
	single bool   // the offline copy, whose base is its whole address
	home   string // of the offline copy: the address of the site, "" if it is not known
	ctx    h.Context
	read   string // the whole address that was read last
	timer  *time.Timer
	late   func() // what the timer will do
}

// openBrowser reads where the site stands; boot.js says it.
func openBrowser() browser {
	site := window().Get("lossline")
	base := site.Get("base").String()
	if site.Get("single").Truthy() {
		return browser{base: base, single: true, home: site.Get("home").String()}
	}
	if i := strings.Index(base, "://"); i >= 0 {
		if j := strings.IndexByte(base[i+3:], '/'); j >= 0 {
			base = base[i+3+j:]
		}
	}
	return browser{base: base}
}

// address is the path below the site's root and the fragment, as they are.
func (b *browser) address() (path, fragment string) {
	at := window().Get("location")
	b.read = whole()
	if b.single {
		return splitSingle(at.Get("hash").String())
	}
	return strings.TrimPrefix(at.Get("pathname").String(), b.base), at.Get("hash").String()
}

// origin is what the address of a page has before its path.
func (b *browser) origin() string {
	if b.single {
		return "" // its links are whole
	}
	return window().Get("location").Get("origin").String()
}

// handlers are what a page does when something happens to the window.
type handlers struct {
	moved  func()                // the address changed
	stored func(key string) bool // another tab kept something; reports whether the page shows it
	step   func(steps int)       // undo, or redo
}

// mount ties the page to the window.
func (b *browser) mount(ctx h.Context, on handlers) {
	b.ctx = ctx
	moved := h.FuncOf(func(h.Value, []h.Value) any {
		ctx.Dispatch(func(h.Context) { on.moved() })
		return nil
	})
	pressed := h.FuncOf(func(_ h.Value, args []h.Value) any {
		if k := args[0].Get("key").String(); k != "z" && k != "Z" && k != "y" {
			return nil
		}
		if steps := stepOf(args[0]); steps != 0 {
			on.step(steps)
			args[0].Call("preventDefault")
			ctx.Dispatch(func(h.Context) {})
		}
		return nil
	})
	stored := h.FuncOf(func(_ h.Value, args []h.Value) any {
		if on.stored(args[0].Get("key").String()) {
			ctx.Dispatch(func(h.Context) {}) // draw it anew
		}
		return nil
	})
	window().Call("addEventListener", "storage", stored)
	window().Call("addEventListener", "keydown", pressed)
	window().Call("addEventListener", "popstate", moved)
	window().Call("addEventListener", "hashchange", moved)
	if whole() != b.read { // changed while the page was made
		ctx.Dispatch(func(h.Context) { on.moved() })
	}
}

// ours reports whether the address is already that of what is shown.
func (b *browser) ours(shown string) bool {
	at := window().Get("location")
	here := at.Get("pathname").String() + at.Get("hash").String()
	if b.single {
		here = at.Get("href").String()
	}
	return here == shown
}

// after runs f on the UI goroutine once d has passed without another call.
func (b *browser) after(d time.Duration, f func()) {
	b.forget()
	b.late = f
	ctx := b.ctx
	b.timer = time.AfterFunc(d, func() { ctx.Dispatch(func(h.Context) { b.flush() }) })
}

// forget calls off what after has put off.
func (b *browser) forget() {
	if b.timer != nil {
		b.timer.Stop()
	}
	b.late = nil
}

// flush does at once what after has put off.
func (b *browser) flush() {
	if f := b.late; f != nil {
		b.forget()
		f()
	}
}

// replace and push write the address: at once or, where the browser refuses for
// now, soon.
func (b *browser) replace(href string) {
	window().Get("lossline").Call("address", "replaceState", href)
}

func (b *browser) push(href string) { window().Get("lossline").Call("address", "pushState", href) }

func (b *browser) entitle(title, lang string) {
	d := window().Get("document")
	d.Set("title", title)
	d.Get("documentElement").Set("lang", lang)
}

// focus moves the focus once the page is drawn.
func (b *browser) focus(id string) {
	b.ctx.Defer(func(h.Context) {
		if el := window().GetElementByID(id); el.Truthy() {
			el.Call("focus")
		}
	})
}

// arrive scrolls to an element once the page is drawn, "" for the top of the page,
// and may have the keyboard go on from there.
func (b *browser) arrive(id string, focus bool) {
	there := func() {
		if id == "" {
			window().Call("scrollTo", 0, 0)
		} else if el := window().GetElementByID(id); el.Truthy() {
			el.Call("scrollIntoView")
			if focus {
				el.Call("focus", map[string]any{"preventScroll": true})
			}
		}
	}
	b.ctx.Defer(func(h.Context) { ui.Shown(there) })
}

// shut closes a menu that is a details element, and has the focus on another element
// once the page is drawn. A key that is still down would open the menu again from its
// summary, so what is chosen by Enter has the focus elsewhere.
func (b *browser) shut(id, focus string) {
	if el := window().GetElementByID(id); el.Truthy() && el.Get("open").Truthy() {
		el.Set("open", false)
		b.focus(focus)
	}
}

// copy puts the text of a field on the clipboard and says whether it could.
func (b *browser) copy(id string, done func(ok bool)) {
	ctx := b.ctx
	window().Get("lossline").Call("copy", id).Then(func(v h.Value) {
		ctx.Dispatch(func(h.Context) { done(v.Truthy()) })
	})
}

func (b *browser) redraw() { b.ctx.Update() }

// keepRuns has the device keep a text of runs, or delete it where it is "", and says
// whether it did.
func (b *browser) keepRuns(text string, done func(ok bool)) {
	ctx := b.ctx
	window().Get("lossline").Call("runs", text).Then(func(v h.Value) {
		ctx.Dispatch(func(h.Context) { done(v.Truthy()) })
	})
}

// keptRuns reads back what keepRuns kept; "" for nothing.
func (b *browser) keptRuns(done func(text string)) {
	ctx := b.ctx
	window().Get("lossline").Call("runs").Then(func(v h.Value) {
		ctx.Dispatch(func(h.Context) { done(v.String()) })
	})
}
