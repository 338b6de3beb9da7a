package ui

import (
	"errors"
	"strings"
	"syscall/js"

	"lossline/app/bridge"
)

// errPaint says that the browser could not make pixels of a picture: it is too
// large for a canvas, or the browser gives out no pixels.
var errPaint = errors.New("control: the browser painted nothing")

// Version is what the site's binary is called, which has a digest of it; "" where
// the page does not say.
func Version() string {
	from := js.Global().Get("document").Call("querySelector", "script[data-wasm]")
	if !from.Truthy() {
		return ""
	}
	name := from.Get("dataset").Get("wasm").String()
	name = name[strings.LastIndexByte(name, '/')+1:]
	return strings.TrimPrefix(strings.TrimSuffix(name, ".wasm"), "lossline.")
}

// Download hands a file to the browser, which saves it or asks where.
func Download(name, mime string, data []byte) {
	g, page := js.Global(), js.Global().Get("document")
	url := g.Get("URL").Call("createObjectURL", bridge.Blob(data, mime))
	a := page.Call("createElement", "a")
	a.Set("href", url)
	a.Set("download", name)
	page.Get("body").Call("appendChild", a) // Firefox takes no click on what is not in the page
	a.Call("click")
	a.Call("remove")
	var late js.Func
	late = js.FuncOf(func(js.Value, []js.Value) any {
		late.Release()
		g.Get("URL").Call("revokeObjectURL", url)
		return nil
	})
	g.Call("setTimeout", late, 60_000) // when the download has begun for sure
}

// CopyText puts text on the clipboard and says whether it could. It is for the
// handler of a click.
func CopyText(text string, done func(ok bool)) {
	clip := js.Global().Get("navigator").Get("clipboard")
	if !clip.Truthy() { // not on https, or in a frame that may not
		done(false)
		return
	}
	bridge.Then(clip.Call("writeText", text), func(js.Value) { done(true) }, func() { done(false) })
}

// Paint draws an SVG onto a canvas of exactly w by h pixels and hands over the
// PNG of it.
func Paint(svg []byte, w, h int, done func(png []byte, err error)) {
	bridge.Then(painted(svg, w, h, nil), func(b js.Value) {
		bridge.Then(b.Call("arrayBuffer"), func(buf js.Value) { done(bridge.Bytes(buf), nil) }, func() { done(nil, errPaint) })
	}, func() { done(nil, errPaint) })
}

// CopyImage puts the PNG of an SVG on the clipboard, after finish has seen its
// bytes, and says whether it could. It is for the handler of a click: the
// clipboard is asked at once and given a promise, else Safari refuses.
func CopyImage(svg []byte, w, h int, finish func(png []byte) []byte, done func(ok bool)) {
	clip, item := js.Global().Get("navigator").Get("clipboard"), js.Global().Get("ClipboardItem")
	if !clip.Truthy() || !clip.Get("write").Truthy() || !item.Truthy() {
		done(false)
		return
	}
	items := js.Global().Get("Array").New()
	items.Call("push", item.New(map[string]any{"image/png": painted(svg, w, h, finish)}))
	bridge.Then(clip.Call("write", items), func(js.Value) { done(true) }, func() { done(false) })
}

// painted is a promise of the PNG of an SVG, as a Blob whose bytes have gone
// through finish where there is one.
func painted(svg []byte, w, h int, finish func([]byte) []byte) js.Value {
	return bridge.Promise(func(resolve func(any), fail func()) {
		g := js.Global()
		url := g.Get("URL").Call("createObjectURL", bridge.Blob(svg, "image/svg+xml"))
		img := g.Get("Image").New(w, h)
		img.Set("src", url)
		bridge.Then(img.Call("decode"), func(js.Value) {
			g.Get("URL").Call("revokeObjectURL", url)
			canvas := g.Get("document").Call("createElement", "canvas")
			canvas.Set("width", w)
			canvas.Set("height", h)
			brush := canvas.Call("getContext", "2d")
			if !brush.Truthy() {
				fail()
				return
			}
			brush.Call("drawImage", img, 0, 0, w, h)
			toBlob(canvas, finish, resolve, fail)
		}, func() { g.Get("URL").Call("revokeObjectURL", url); fail() })
	})
}

func toBlob(canvas js.Value, finish func([]byte) []byte, resolve func(any), fail func()) {
	var got js.Func
	got = js.FuncOf(func(_ js.Value, args []js.Value) any {
		got.Release()
		switch b := args[0]; {
		case !b.Truthy():
			fail()
		case finish == nil:
			resolve(b)
		default:
			bridge.Then(b.Call("arrayBuffer"), func(buf js.Value) { resolve(bridge.Blob(finish(bridge.Bytes(buf)), "image/png")) }, fail)
		}
		return nil
	})
	canvas.Call("toBlob", got, "image/png")
}
