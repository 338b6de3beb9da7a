//go:build !js

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"
)

// hostOptions say how a host behaves. The zero value is a good host at the
// root of its domain.
type hostOptions struct {
	base string // path of the site on its host, "/" if empty

	// dumb leaves out all that a site must not rely on: negotiated
	// compression, validators, cache lifetimes and the type of WebAssembly.
	dumb bool
}

// prefix returns base with a slash at both ends.
func (o hostOptions) prefix() string {
	if b := strings.Trim(o.base, "/"); b != "" {
		return "/" + b + "/"
	}
	return "/"
}

// newHost returns a handler that serves the files of root as a static host
// would: a folder by its index.html, a missing file by 404.html if there is
// one, and a file that has a .br or .gz sibling compressed for those who accept
// it. Folders are never listed.
func newHost(root fs.FS, o hostOptions) http.Handler {
	return &host{root: root, options: o}
}

type host struct {
	root    fs.FS
	options hostOptions
	tags    sync.Map // fileState -> entity tag
}

// fileState identifies the content of a file for as long as nobody replaces it
// within the clock's resolution by one of the same size.
type fileState struct {
	name string
	size int64
	time time.Time
}

func (s *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "405 method not allowed", http.StatusMethodNotAllowed)
		return
	}
	prefix := s.options.prefix()
	rest, inside := strings.CutPrefix(r.URL.Path, prefix)
	switch {
	case r.URL.Path+"/" == prefix:
		redirect(w, r, prefix)
		return
	case !inside:
		http.NotFound(w, r)
		return
	}
	name, isFolder := s.find(rest)
	switch {
	case name == "":
		s.notFound(w, r)
	case isFolder && rest != "" && !strings.HasSuffix(rest, "/"):
		// Relative addresses inside a page count from its folder.
		redirect(w, r, r.URL.Path+"/")
	default:
		s.file(w, r, name)
	}
}

func redirect(w http.ResponseWriter, r *http.Request, to string) {
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	// A path of two leading slashes would be read as another host.
	http.Redirect(w, r, "/"+strings.TrimLeft(to, "/"), http.StatusMovedPermanently)
}

// find returns the file that answers for the path p inside the site, and
// whether it does so as the index of a folder; the name is empty if none does.
func (s *host) find(p string) (name string, isFolder bool) {
	clean := strings.TrimSuffix(p, "/")
	if clean == "" {
		clean = "."
	}
	if !fs.ValidPath(clean) {
		return "", false
	}
	info, err := fs.Stat(s.root, clean)
	if err != nil {
		return "", false
	}
	if !info.IsDir() {
		if strings.HasSuffix(p, "/") {
			return "", false
		}
		return clean, false
	}
	index := path.Join(clean, "index.html")
	if info, err := fs.Stat(s.root, index); err != nil || info.IsDir() {
		return "", false
	}
	return index, true
}

func (s *host) notFound(w http.ResponseWriter, r *http.Request) {
	body, err := fs.ReadFile(s.root, "404.html")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	if !s.options.dumb {
		for _, own := range headersOf("404.html") {
			h.Set(own.name, own.value)
		}
	}
	h.Set("Content-Type", mediaType("404.html"))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusNotFound)
	if r.Method == http.MethodGet {
		w.Write(body)
	}
}

// file answers with the file name, or with a compressed sibling of it.
func (s *host) file(w http.ResponseWriter, r *http.Request, name string) {
	h := w.Header()
	h.Set("Content-Type", mediaType(name))
	from := name
	if s.options.dumb {
		if path.Ext(name) == ".wasm" {
			h.Set("Content-Type", "application/octet-stream")
		}
	} else {
		var encoding string
		from, encoding = s.negotiate(h, r, name)
		if encoding != "" {
			h.Set("Content-Encoding", encoding)
		}
		for _, own := range headersOf(name) {
			if own.name == "Content-Security-Policy" {
				h.Add(own.name, own.value) // a page obeys each policy; of other headers one counts
				continue
			}
			h.Set(own.name, own.value)
		}
	}
	body, err := fs.ReadFile(s.root, from)
	if err != nil {
		http.Error(w, "500 cannot read the file", http.StatusInternalServerError)
		return
	}
	if !s.options.dumb {
		h.Set("ETag", s.tag(from, body))
	}
	if from != name && r.Header.Get("Range") == "" {
		// ServeContent gives no length for encoded content, hosts do, and a
		// progress bar must cope with a length that is not the decoded one.
		h.Set("Content-Length", strconv.Itoa(len(body)))
	}
	// No modification time: the entity tag says more, and a copied or
	// checked-out folder has arbitrary times.
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
}

// negotiate picks the stored form of name that r accepts, smallest first, and
// marks the answer as depending on Accept-Encoding wherever there is a choice.
func (s *host) negotiate(h http.Header, r *http.Request, name string) (from, encoding string) {
	from = name
	accepted := r.Header.Get("Accept-Encoding")
	for _, form := range []struct{ suffix, encoding string }{{".br", "br"}, {".gz", "gzip"}} {
		if _, err := fs.Stat(s.root, name+form.suffix); err != nil {
			continue
		}
		h.Set("Vary", "Accept-Encoding")
		if encoding == "" && accepts(accepted, form.encoding) {
			from, encoding = name+form.suffix, form.encoding
		}
	}
	return from, encoding
}

// accepts reports whether an Accept-Encoding header names coding with a weight
// above zero (RFC 9110, section 12.5.3).
func accepts(header, coding string) bool {
	for item := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(item, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		weight, found := strings.CutPrefix(strings.TrimSpace(params), "q=")
		q, err := strconv.ParseFloat(weight, 64)
		return !found || err == nil && q > 0
	}
	return false
}

// tag returns a strong entity tag, of the bytes sent and not of the file they
// stand for: two encodings of one file have different tags.
func (s *host) tag(name string, body []byte) string {
	key := fileState{name: name, size: int64(len(body))}
	if info, err := fs.Stat(s.root, name); err == nil {
		key.time = info.ModTime()
	}
	if tag, ok := s.tags.Load(key); ok {
		return tag.(string)
	}
	tag := fmt.Sprintf(`"%x"`, sha256.Sum256(body))
	s.tags.Store(key, tag)
	return tag
}

// cacheControl lets files be kept for ever whose names carry a hash of their content
// or a version, and has all others checked at each use.
func cacheControl(name string) string {
	if strings.HasPrefix(name, "a/") || strings.HasPrefix(name, releasedName+"/") {
		return "max-age=31536000, immutable"
	}
	return "no-cache"
}

// mediaTypes has the types that the site uses. They are listed because the
// system's own table differs from machine to machine.
var mediaTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".gz":          "application/gzip",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".map":         "application/json",
	".md":          "text/markdown; charset=utf-8",
	".pdf":         "application/pdf",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".woff2":       "font/woff2",
	".xml":         "text/xml; charset=utf-8",
}

func mediaType(name string) string {
	if t, ok := mediaTypes[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}
