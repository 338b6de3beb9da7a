//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app"
	"lossline/app/chart"
	"lossline/app/page"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/web"
)

// site writes the static site: every page in every language as complete HTML,
// with its figures and numbers, and the files that bring it to life under names
// that change with their content. The same input gives the same bytes.
func site(args []string) error {
	flags := flag.NewFlagSet("site", flag.ContinueOnError)
	wasm := flags.String("wasm", ".cache/lossline.wasm", "the browser binary")
	engine := flags.String("engine", ".cache/engine.wasm", "the binary of workers")
	out := flags.String("out", "dist", "the folder to write")
	at := flags.String("url", "", "where the site will stand, https://…/, for previews of its presets")
	if err := flags.Parse(args); err != nil {
		return err
	}
	binary, err := os.ReadFile(*wasm)
	if err != nil {
		return fmt.Errorf("site: %w; ./build.sh build makes it", err)
	}
	worker, err := os.ReadFile(*engine)
	if err != nil {
		return fmt.Errorf("site: %w; ./build.sh build makes it", err)
	}
	if *at != "" && (!strings.HasPrefix(*at, "http") || !strings.HasSuffix(*at, "/")) {
		return fmt.Errorf("site: -url %s is no address that begins with http and ends in a slash", *at)
	}
	w := siteWriter{out: *out, url: *at, engineBinary: worker}
	if err := empty(*out); err != nil {
		return err
	}
	return w.write(binary)
}

// empty removes what is in a folder and keeps the folder: a server may have it
// open.
func empty(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	old, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range old {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

type siteWriter struct {
	out          string
	engineBinary []byte
	url          string // where the site will stand; "" if that is not known
	assets
}

// assets are the addresses, from the root of the site, of the hashed files.
type assets struct{ wasm, engine, exec, boot, style, icon string }

func (w *siteWriter) write(binary []byte) error {
	exec, err := execJS()
	if err != nil {
		return err
	}
	for _, a := range []struct {
		at        *string
		name, ext string
		data      []byte
	}{
		{&w.wasm, "lossline", ".wasm", binary},
		{&w.engine, "engine", ".wasm", w.engineBinary},
		{&w.exec, "exec", ".js", exec},
		{&w.style, "style", ".css", styleOfAll()},
		{&w.icon, "icon", ".svg", web.Icon},
	} {
		if *a.at, err = w.asset(a.name, a.ext, a.data); err != nil {
			return err
		}
	}
	boot, err := w.bootJS()
	if err != nil {
		return err
	}
	if w.boot, err = w.asset("boot", ".js", boot); err != nil {
		return err
	}
	for _, l := range languages.All() {
		for _, s := range page.All() {
			if err := w.page(l, s); err != nil {
				return fmt.Errorf("page %q: %w", page.Path(l, s), err)
			}
		}
	}
	if err := w.notFound(); err != nil {
		return err
	}
	if err := w.manifest(); err != nil {
		return err
	}
	if err := w.presets(); err != nil {
		return err
	}
	if err := w.embeds(binary, exec); err != nil {
		return fmt.Errorf("embed: %w", err)
	}
	if err := w.file(".nojekyll", nil); err != nil { // GitHub Pages would drop files it does not like
		return err
	}
	if err := w.file(headersName, headersFile()); err != nil {
		return err
	}
	if err := w.offline(binary, exec); err != nil {
		return err
	}
	return w.integrity()
}

// asset writes a file under a name with its hash, and its gzip beside it, and
// returns its address from the root.
func (w *siteWriter) asset(name, ext string, data []byte) (string, error) {
	sum := sha256.Sum256(data)
	at := "a/" + name + "." + hex.EncodeToString(sum[:5]) + ext
	if err := w.file(at, data); err != nil {
		return "", err
	}
	z, err := zipped(data)
	if err != nil {
		return "", err
	}
	return at, w.file(at+".gz", z)
}

func zipped(data []byte) ([]byte, error) {
	var z bytes.Buffer
	g, err := gzip.NewWriterLevel(&z, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := g.Write(data); err != nil {
		return nil, err
	}
	if err := g.Close(); err != nil {
		return nil, err
	}
	return z.Bytes(), nil
}

func (w *siteWriter) file(name string, data []byte) error {
	at := filepath.Join(w.out, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	return os.WriteFile(at, data, 0o644)
}

func styleOfAll() []byte { return slices.Concat(web.Style, styleOfFigures(), web.OfflineStyle) }

// styleOfFigures is what the figures and the colour keys of tables need.
func styleOfFigures() []byte {
	var b strings.Builder
	b.WriteString(chart.CSS())
	for _, r := range []chart.Role{chart.Accent, chart.S1, chart.S2, chart.S3, chart.S4, chart.S5} {
		fmt.Fprintf(&b, ".key-%d{background:var(--lf-%s)}\n", r, r.Name())
	}
	return []byte(b.String())
}

func (w *siteWriter) page(l text.Lang, s page.Page) error {
	at := page.Path(l, s)
	base := strings.Repeat("../", strings.Count(at, "/"))
	root := app.NewRoot(l, s, base)
	body, err := markup(h.HTMLString(root))
	if err != nil {
		return err
	}
	replies, err := root.Replies()
	if err != nil {
		return err
	}
	t := languages.In(l)
	d := document{
		assets: w.assets, Lang: string(l), Base: base, Title: s.Title(t), Description: s.Description(t), Body: body, Replies: replies,
	}
	for _, other := range languages.All() {
		d.Alternates = append(d.Alternates, alternate{string(other), orDot(base + page.Path(other, s))})
	}
	return w.file(path.Join(at, "index.html"), d.html())
}

func (w *siteWriter) manifest() error {
	m := map[string]any{
		"name": "Lossline", "short_name": "Lossline", "start_url": "./", "scope": "./", "display": "standalone",
		"background_color": "#ffffff", "theme_color": "#ffffff",
		"icons": []map[string]string{{"src": w.icon, "sizes": "any", "type": "image/svg+xml"}},
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return w.file("manifest.webmanifest", append(data, '\n'))
}

func orDot(p string) string {
	if p == "" {
		return "./"
	}
	return p
}

// hashOf is the source expression by which a policy allows an inline script.
func hashOf(script []byte) string {
	sum := sha256.Sum256(script)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
