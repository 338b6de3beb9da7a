package app

import h "github.com/maxence-charriere/go-app/v10/pkg/app"

// stepOf returns which way the usual keys undo and redo, 0 for other keys and for
// fields of text, which have an undoing of their own.
func stepOf(e h.Value) (steps int) {
	if !e.Get("ctrlKey").Truthy() && !e.Get("metaKey").Truthy() || e.Get("altKey").Truthy() {
		return 0
	}
	if t := e.Get("target"); t.Truthy() && t.Get("matches").Truthy() && t.Call("matches", "input[type=text],textarea").Truthy() {
		return 0
	}
	switch key := e.Get("key").String(); {
	case key == "y", key == "Z", key == "z" && e.Get("shiftKey").Truthy():
		return +1
	case key == "z":
		return -1
	}
	return 0
}
