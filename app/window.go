package app

import h "github.com/maxence-charriere/go-app/v10/pkg/app"

func window() h.BrowserWindow { return h.Window() }

// whole is the address as it stands.
func whole() string { return window().Get("location").Get("href").String() }

func live() { window().Get("lossline").Call("live") }

// narrow reports whether the window is as narrow as a phone.
func narrow() bool {
	var yes bool
	attempt(func() { yes = window().Call("matchMedia", "(max-width: 599px)").Get("matches").Truthy() })
	return yes
}

// theme is the theme in force: "auto", "light" or "dark".
func theme() string {
	if h.IsServer {
		return "auto"
	}
	if v := window().Get("document").Get("documentElement").Get("dataset").Get("theme"); v.Truthy() {
		return v.String()
	}
	return "auto"
}

func setTheme(v string) { window().Get("lossline").Call("theme", v) }

// embedded is the text of a script element that holds data, "" where there is none.
func embedded(id string) string {
	if el := window().GetElementByID(id); el.Truthy() {
		return el.Get("textContent").String()
	}
	return ""
}

// keep puts a text into the browser's storage, kept reads it back: "" where there
// is none, or no storage.
func keep(key, text string) {
	if !h.IsServer {
		window().Get("lossline").Call("keep", key, text)
	}
}

func kept(key string) string {
	if h.IsServer {
		return ""
	}
	return window().Get("lossline").Call("kept", key).String()
}
