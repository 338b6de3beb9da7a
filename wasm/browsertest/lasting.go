//go:build browser

package browsertest

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// Lasting has the ways to open a page that can be restarted, by the browser's
// name.
var Lasting = []struct {
	Name string
	Open func(TB, Screen) *Page
}{
	{"Chromium", LastingChromium},
	{"Firefox", Firefox},
}

// restarter is a driver whose browser is its own, with a profile on disk.
type restarter interface {
	restart(ctx context.Context) error
}

// Restart ends the page's browser and starts it again with what it keeps on
// disk, as a person does who comes back the next day. The page is empty then.
func (p *Page) Restart() {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		r, ok := p.driver.(restarter)
		if !ok {
			return errors.New("this page shares its browser with others: open it by Lasting")
		}
		return r.restart(ctx)
	}, "restart the browser")
}

func (f *firefox) restart(ctx context.Context) error {
	f.end()
	// Else the port of the browser that is gone would be taken for the new one's.
	if err := os.Remove(filepath.Join(f.profile, "MarionetteActivePort")); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return f.start(ctx, f.path, f.profile)
}

// lastingChromium is a Chromium with one tab and a profile of its own.
type lastingChromium struct {
	chromium
	screen  Screen
	options []chromedp.ExecAllocatorOption
	cancel  context.CancelFunc
}

// LastingChromium returns an empty page in a Chromium of its own, which can be
// restarted.
func LastingChromium(t TB, s Screen) *Page {
	t.Helper()
	s = s.withDefaults()
	path, err := findChromium()
	if err != nil {
		t.Fatalf("%v", err)
	}
	r := newRecorder()
	t.Cleanup(r.close)
	profile, err := os.MkdirTemp("", "lossline-chromium-")
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	if s.NoCookies {
		settings := filepath.Join(profile, "Default", "Preferences")
		if err := errors.Join(os.MkdirAll(filepath.Dir(settings), 0o700),
			os.WriteFile(settings, []byte(`{"profile":{"default_content_setting_values":{"cookies":2}}}`), 0o600)); err != nil {
			t.Fatalf("%v", err)
		}
	}
	c := &lastingChromium{screen: s, options: append(chromiumOptions(path),
		chromedp.UserDataDir(profile),
		chromedp.Flag("proxy-server", "http://"+r.host()),
		chromedp.Flag("proxy-bypass-list", "<-loopback>"))}
	c.touch = s.Mobile
	if err := c.start(); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	t.Cleanup(func() { c.cancel() })
	return &Page{t: t, screen: s, driver: c, recorder: r}
}

func (c *lastingChromium) start() error {
	browser, end, err := launch(c.options...)
	if err != nil {
		return err
	}
	tab, _ := chromedp.NewContext(browser, chromedp.WithListener(c.listen))
	if err := chromedp.Do(tab, showOn(c.screen)); err != nil {
		end()
		return err
	}
	c.ctx, c.cancel = tab, end
	return nil
}

func (c *lastingChromium) restart(context.Context) error {
	c.cancel()
	return c.start()
}
