//go:build !js

package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"lossline/app/page"
	"lossline/app/text/languages"
)

// headersName is the file that Netlify and Cloudflare Pages read headers from.
const headersName = "_headers"

// header is a header of an answer.
type header struct{ name, value string }

// audience says whose pages a file is for.
type audience int

const (
	ours   audience = iota // the site's own
	shown                  // a preset: it stands alone, its picture is shown where links are
	others                 // anybody's
)

// headerTable has what a host that takes headers should send. None is needed: pages
// bring their policy in a meta element, which cannot say who may frame them.
//
// For others' pages there is no frame-ancestors: * lets in no page from a disk and
// none in a sandboxed frame, and nothing lets in all.
var headerTable = [...][]header{
	ours:   {{"Content-Security-Policy", "frame-ancestors 'self'"}, {"Cross-Origin-Resource-Policy", "same-origin"}},
	shown:  {{"Content-Security-Policy", "frame-ancestors 'self'"}},
	others: {{"Cross-Origin-Resource-Policy", "cross-origin"}, {"Access-Control-Allow-Origin", "*"}},
}

// everywhere are the headers of all files.
var everywhere = []header{{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}}

// audienceOf is for whom a file of the site is.
func audienceOf(name string) audience {
	_, name = languages.Cut(name)
	switch top, _, _ := strings.Cut(name, "/"); top {
	case "presets":
		return shown
	case "a", "embed", releasedName, "element.js", "embed-host.js", "lossline.js", copyName:
		return others
	}
	return ours
}

// headersOf returns the headers of a file of the site, beside those of its type.
func headersOf(name string) []header {
	out := append(slices.Clone(everywhere), headerTable[audienceOf(name)]...)
	return append(out, header{"Cache-Control", cacheControl(name)})
}

// headersFile is headerTable in the words of Netlify and Cloudflare Pages. All rules
// that fit an address apply there, and a header that two of them have is sent
// twice: no two rules below have one in common for any file.
func headersFile() []byte {
	var b strings.Builder
	rule := func(at string, all []header) {
		b.WriteString(at + "\n")
		for _, h := range all {
			fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
		}
	}
	rule("/*", everywhere)
	for _, at := range othersPaths() {
		all := headerTable[others]
		if c := cacheControl(at[1:]); c != "no-cache" { // which hosts have without a word
			all = append(slices.Clone(all), header{"Cache-Control", c})
		}
		rule(at, all)
	}
	for _, l := range languages.All() {
		rule("/"+path.Join(languages.In(l).Dir, "presets")+"/*", headerTable[shown])
	}
	for _, at := range oursPaths() {
		rule(at, headerTable[ours])
	}
	return []byte(b.String())
}

// othersPaths are the addresses of what is for anybody's pages.
func othersPaths() []string {
	out := []string{"/a/*", "/" + releasedName + "/*", "/element.js", "/embed-host.js", "/lossline.js", "/" + copyName}
	for _, l := range languages.All() {
		out = append(out, "/"+path.Join(languages.In(l).Dir, "embed")+"/*")
	}
	return out
}

// oursPaths are the addresses of the site's own pages and of what they alone use.
func oursPaths() []string {
	var out []string
	for _, l := range languages.All() {
		for _, s := range page.All() {
			if at := "/" + page.Path(l, s); at == "/" || at == "/"+languages.In(l).Dir+"/" {
				out = append(out, at, at+"index.html")
			} else {
				out = append(out, at+"*")
			}
		}
	}
	return append(out, "/reset/*", "/404.html", "/manifest.webmanifest", "/sw.js", "/"+integrityName)
}

// nginxHeaders is headerTable in the words of nginx; a header without a value is not
// sent. The README has it.
func nginxHeaders() string {
	open := `(embed|a|` + releasedName + `)/|/(element|embed-host|lossline)\.(js|html)$`
	value := func(who audience, name string) string {
		for _, h := range headerTable[who] {
			if h.name == name {
				return `"` + h.value + `"`
			}
		}
		return `""`
	}
	var b strings.Builder
	for _, m := range []struct{ variable, name string }{
		{"frame", "Content-Security-Policy"}, {"resource", "Cross-Origin-Resource-Policy"}, {"origin", "Access-Control-Allow-Origin"},
	} {
		fmt.Fprintf(&b, "map $uri $lossline_%s {\n  ~/%s %s;\n  ~/presets/ %s;\n  default %s;\n}\n",
			m.variable, open, value(others, m.name), value(shown, m.name), value(ours, m.name))
	}
	b.WriteString("server {\n")
	for _, m := range []struct{ variable, name string }{
		{"frame", "Content-Security-Policy"}, {"resource", "Cross-Origin-Resource-Policy"}, {"origin", "Access-Control-Allow-Origin"},
	} {
		fmt.Fprintf(&b, "  add_header %s $lossline_%s always;\n", m.name, m.variable)
	}
	for _, h := range everywhere {
		fmt.Fprintf(&b, "  add_header %s %s always;\n", h.name, h.value)
	}
	return b.String() + "}\n"
}

// caddyHeaders is headerTable in the words of Caddy. The README has it.
func caddyHeaders() string {
	var b strings.Builder
	b.WriteString("@others path " + strings.Join(withGlobs("embed/*", "a/*", releasedName+"/*", "element.js", "embed-host.js", "lossline.js", copyName), " ") + "\n")
	b.WriteString("@shown path */presets/*\n")
	b.WriteString("@ours not path " + strings.Join(withGlobs("embed/*", "a/*", releasedName+"/*", "element.js", "embed-host.js", "lossline.js", copyName, "presets/*"), " ") + "\n")
	block := func(matcher string, all []header) {
		b.WriteString("header " + matcher + "{\n")
		for _, h := range all {
			fmt.Fprintf(&b, "  %s %q\n", h.name, h.value)
		}
		b.WriteString("}\n")
	}
	block("", everywhere)
	block("@others ", headerTable[others])
	block("@shown ", headerTable[shown])
	block("@ours ", headerTable[ours])
	return b.String()
}

// withGlobs has the paths at any depth, as under zh/ or a sub-path.
func withGlobs(paths ...string) []string {
	for i, p := range paths {
		paths[i] = "*/" + p
	}
	return paths
}
