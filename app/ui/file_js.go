package ui

import (
	"syscall/js"

	"lossline/app/bridge"
	"lossline/engine/dataset"
)

// listen tells of the files that are chosen with the input with the given id and,
// for the whole page, of those dropped on it; while something is held over the
// page, the root element has the class "over". It reads them as an ArrayBuffer,
// which can be handed to a worker without a copy.
func listen(id string, whole bool, tell fileEvents) (stop func()) {
	page := js.Global().Get("document")
	over := func(on bool) { page.Get("documentElement").Get("classList").Call("toggle", "over", on) }
	inside := 0 // how many nested elements the pointer has entered
	take := func(files js.Value) {
		switch n := files.Length(); {
		case n > 1:
			tell.failed(several)
		case n == 1:
			readFile(files.Index(0), tell)
		}
	}
	handlers := []struct {
		on    js.Value
		event string
		do    func(e js.Value)
	}{
		{page.Call("getElementById", id), "change", func(e js.Value) {
			in := e.Get("target")
			take(in.Get("files"))
			in.Set("value", "") // so that the same file may be chosen again
		}},
		{page, "dragenter", func(js.Value) { inside++; over(true) }},
		{page, "dragleave", func(js.Value) {
			if inside--; inside <= 0 {
				inside = 0
				over(false)
			}
		}},
		{page, "dragover", func(e js.Value) { e.Call("preventDefault") }},
		{page, "drop", func(e js.Value) {
			inside = 0
			over(false)
			e.Call("preventDefault")
			take(e.Get("dataTransfer").Get("files"))
		}},
	}
	if !whole {
		handlers = handlers[:1]
	}
	var ends []func()
	for _, h := range handlers {
		f := js.FuncOf(func(_ js.Value, args []js.Value) any {
			// Text that is dragged belongs to the field that it is dropped on.
			if d := args[0].Get("dataTransfer"); d.Truthy() && !d.Get("types").Call("includes", "Files").Bool() {
				return nil
			}
			h.do(args[0])
			return nil
		})
		h.on.Call("addEventListener", h.event, f)
		ends = append(ends, func() { h.on.Call("removeEventListener", h.event, f); f.Release() })
	}
	return func() {
		for _, end := range ends {
			end()
		}
	}
}

// readFile reads a file of the browser's, unless it is larger than any that is used, and
// tells of it unless another was opened meanwhile.
func readFile(file js.Value, tell fileEvents) {
	if file.Get("size").Float() > dataset.MaxText {
		tell.failed(tooLarge)
		return
	}
	last := opening()
	bridge.Then(file.Call("arrayBuffer"), func(buffer js.Value) {
		if last() {
			tell.read(file.Get("name").String(), file.Get("size").Int(), buffer)
		}
	}, func() {
		if last() {
			tell.failed(unreadable)
		}
	})
}

// contents are the bytes of a file that was read.
func contents(data any) []byte {
	if v, ok := data.(js.Value); ok {
		return bridge.Bytes(v)
	}
	return nil
}
