package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/ui"
)

// start has go-app show a page in the browser and does not return.
//
// go-app parses the address of the page when it starts and goes on with nothing
// where that fails: a % that two digits do not follow would end the program. It
// is shown a plain address until it asks for the page, which reads the real one.
// After that its handlers of clicks and of the history, which would parse it
// again and know nothing of a state in the fragment, are put aside.
func start(page func() h.Composer) {
	ui.Start()
	h.RouteWithRegexp(".*", func() h.Composer {
		hideAddress(false)
		window().Set("onclick", nil)
		window().Set("onpopstate", nil)
		return page()
	})
	hideAddress(true)
	h.RunWhenOnBrowser()
}

func hideAddress(on bool) { window().Get("lossline").Call("hideAddress", on) }

// attempt reports whether f went through: what browsers refuse they throw.
func attempt(f func()) (ok bool) {
	defer func() { ok = recover() == nil }()
	f()
	return true
}
