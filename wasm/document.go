//go:build !js

package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// alternate is the same page in another language.
type alternate struct{ lang, href string }

// document is one page of the site around its body.
type document struct {
	assets
	Lang, Base, Title, Description string
	Alternates                     []alternate
	Body                           string
	Head                           []string // more elements of the head
	Replies                        []byte   // what the app need not compute again, as JSON in which < is escaped
}

// trustedTypes has the browser ask trusted.js before text becomes markup or the address
// of a script, where it knows how to.
const trustedTypes = "require-trusted-types-for 'script'; trusted-types default"

// noTrustedTypes is for pages that do neither.
const noTrustedTypes = "require-trusted-types-for 'script'; trusted-types 'none'"

// policy is what the page may load: its own files, and nothing else of any
// kind. A test records every request of the browser.
func policy() string {
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' " + hashOf(early()) +
		"; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; " + trustedTypes
}

func (d document) html() []byte {
	var b bytes.Buffer
	esc := html.EscapeString
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line(`<!doctype html>`)
	line(`<html lang="%s">`, d.Lang)
	line(`<head>`)
	line(`<meta charset="utf-8">`)
	line(`<meta http-equiv="Content-Security-Policy" content="%s">`, esc(policy()))
	line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	line(`<title>%s</title>`, esc(d.Title))
	line(`<meta name="description" content="%s">`, esc(d.Description))
	line(`<meta property="og:title" content="%s">`, esc(d.Title))
	line(`<meta property="og:description" content="%s">`, esc(d.Description))
	line(`<meta name="color-scheme" content="light dark">`)
	for _, a := range d.Alternates {
		line(`<link rel="alternate" hreflang="%s" href="%s">`, a.lang, esc(a.href))
	}
	for _, e := range d.Head {
		line("%s", e)
	}
	line(`<link rel="icon" type="image/svg+xml" href="%s">`, d.Base+d.icon)
	line(`<link rel="manifest" href="%smanifest.webmanifest">`, d.Base)
	line(`<link rel="stylesheet" href="%s">`, d.Base+d.style)
	line(`<script>%s</script>`, early())
	// The scripts before the binary, so that a slow line has them early.
	line(`<script defer fetchpriority="high" src="%s"></script>`, d.Base+d.exec)
	line(`<script defer fetchpriority="high" src="%s" data-root="%s" data-wasm="%s"></script>`, d.Base+d.boot, orDot(d.Base), d.wasm)
	line(`<link rel="preload" as="fetch" type="application/wasm" crossorigin href="%s">`, d.Base+d.wasm)
	line(`</head>`)
	line(`<body>`)
	// The app replaces the first element of the body; what is read meanwhile is
	// the second.
	line(`<div hidden></div>`)
	line(`%s`, d.Body)
	line(`%s`, troubleBox(d.Lang, d.Base))
	if d.Replies != nil {
		line(`<script type="application/json" id="replies">%s</script>`, d.Replies)
	}
	line(`</body>`)
	line(`</html>`)
	return b.Bytes()
}

// execJS is the toolchain's own loader of Go programs: it must fit the compiler
// that made the binary.
func execJS() ([]byte, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("site: go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
}
