//go:build browser

package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// Main runs the tests of a package and then closes the browser that they
// shared. It returns what TestMain must exit with.
func Main(m interface{ Run() int }) int {
	code := m.Run()
	CloseBrowsers()
	return code
}

// CloseBrowsers ends the Chromium that pages share. The next page starts
// another one.
func CloseBrowsers() {
	shared.Lock()
	defer shared.Unlock()
	if shared.cancel != nil {
		shared.cancel()
		shared.ctx, shared.cancel = nil, nil
	}
}

// shared is the one Chromium of a test binary: a start costs half a second, a
// page with its own storage a tenth of that.
var shared struct {
	sync.Mutex
	ctx    context.Context
	cancel context.CancelFunc
}

// chromiumNames are the commands that Chromium and its relatives go by.
var chromiumNames = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// findChromium returns the path of Chromium: $CHROME, or the first of its
// names that is installed.
func findChromium() (string, error) {
	if path := os.Getenv("CHROME"); path != "" {
		return exec.LookPath(path)
	}
	for _, name := range chromiumNames {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no Chromium found (looked for %q): apt-get install chromium, or set CHROME to its path", chromiumNames)
}

// startChromium returns the context of the running browser.
func startChromium() (context.Context, error) {
	shared.Lock()
	defer shared.Unlock()
	if shared.ctx != nil {
		return shared.ctx, nil
	}
	path, err := findChromium()
	if err != nil {
		return nil, err
	}
	// The allocator brings a profile folder of its own, new and removed again.
	ctx, cancel, err := launch(chromiumOptions(path)...)
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", path, err)
	}
	shared.ctx, shared.cancel = ctx, cancel
	return ctx, nil
}

// chromiumOptions have Chromium run in the background and do nothing of its own
// accord.
func chromiumOptions(path string) []chromedp.ExecAllocatorOption {
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.WindowSize(1280, 800),
	}
	for _, name := range []string{
		"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "no-default-browser-check",
		"disable-background-networking", "disable-component-update", "disable-sync", "disable-default-apps",
		"disable-extensions", "disable-dev-shm-usage", "disable-breakpad", "metrics-recording-only",
		// A page that is not in front must run as fast as one that is.
		"disable-background-timer-throttling", "disable-backgrounding-occluded-windows", "disable-renderer-backgrounding",
		"hide-scrollbars", // a bar would make the viewport narrower than asked
	} {
		options = append(options, chromedp.Flag(name, true))
	}
	return append(options,
		// Else forms are described to a server that knows how to fill them.
		chromedp.Flag("disable-features", "AutofillServerCommunication,OptimizationHints,Translate,MediaRouter"),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("password-store", "basic"),
		chromedp.Flag("lang", "en-US"),
	)
}

// launch starts a browser; cancel ends it.
func launch(options ...chromedp.ExecAllocatorOption) (ctx context.Context, cancel context.CancelFunc, err error) {
	allocated, release := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ = chromedp.NewContext(allocated)
	if err := chromedp.Do(ctx); err != nil {
		release()
		return nil, nil, err
	}
	return ctx, func() {
		chromedp.Cancel(ctx)
		release()
	}, nil
}

// Chromium returns an empty page in Chromium. The browser is started for the
// first page and shared by all, its storage is not.
func Chromium(t TB, s Screen) *Page {
	t.Helper()
	s = s.withDefaults()
	browser, err := startChromium()
	if err != nil {
		t.Fatalf("%v", err)
	}
	r := newRecorder()
	t.Cleanup(r.close)
	c := &chromium{}
	ctx, cancel := chromedp.NewContext(browser,
		chromedp.WithNewBrowserContext(func(p *target.CreateBrowserContextParams) {
			p.ProxyServer = "http://" + r.host()
			p.ProxyBypassList = "<-loopback>" // loopback too goes by the proxy
		}),
		chromedp.WithListener(c.listen))
	t.Cleanup(cancel)
	// The tab lives as long as the context of its first step, so this one has
	// no deadline.
	if err := chromedp.Do(ctx, showOn(s)); err != nil {
		t.Fatalf("new page in Chromium: %v", err)
	}
	c.ctx, c.touch = ctx, s.Mobile
	return &Page{t: t, screen: s, driver: c, recorder: r}
}

// showOn makes a tab what the screen says.
func showOn(s Screen) chromedp.Action[chromedp.Void] {
	features := []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: either(s.Dark, "dark", "light")},
		{Name: "prefers-reduced-motion", Value: either(s.ReducedMotion, "reduce", "no-preference")},
		{Name: "forced-colors", Value: either(s.ForcedColors, "active", "none")},
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err1 := cdp.Call(ctx, t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: int64(s.Width), Height: int64(s.Height), DeviceScaleFactor: s.Scale, Mobile: s.Mobile,
		})
		_, err2 := cdp.Call(ctx, t, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: s.Mobile})
		_, err3 := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: either(s.Paper, "print", ""), Features: features})
		_, err4 := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: s.NoScript})
		return errors.Join(err1, err2, err3, err4)
	})
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// chromium is the driver of one tab.
type chromium struct {
	ctx   context.Context // the tab's
	touch bool

	grudges
}

// run performs steps in the tab, for no longer than ctx lasts.
func (c *chromium) run(ctx context.Context, steps ...chromedp.Action[chromedp.Void]) error {
	tab, cancel := c.within(ctx)
	defer cancel()
	return chromedp.Do(tab, steps...)
}

// within returns the tab's context with the end of ctx.
func (c *chromium) within(ctx context.Context) (context.Context, context.CancelFunc) {
	end, ok := ctx.Deadline()
	if !ok {
		end = time.Now().Add(Patience)
	}
	return context.WithDeadline(c.ctx, end)
}

func (c *chromium) open(ctx context.Context, url string) error {
	return c.run(ctx, chromedp.Navigate(url))
}

func (c *chromium) eval(ctx context.Context, js string) ([]byte, error) {
	tab, cancel := c.within(ctx)
	defer cancel()
	result, err := chromedp.Call(tab, runtime.Evaluate, runtime.EvaluateParams{
		Expression:    "(" + js + ")",
		ReturnByValue: new(true),
		AwaitPromise:  new(true),
		UserGesture:   new(true),
	})
	if err != nil {
		return nil, err
	}
	if x := result.ExceptionDetails; x != nil {
		return nil, errors.New(exceptionText(x))
	}
	if len(result.Result.Value) == 0 { // undefined
		return []byte("null"), nil
	}
	return result.Result.Value, nil
}

func (c *chromium) image(ctx context.Context, whole bool) ([]byte, error) {
	tab, cancel := c.within(ctx)
	defer cancel()
	shot, err := chromedp.Call(tab, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Format:                page.CaptureScreenshotFormatPng,
		CaptureBeyondViewport: &whole,
	})
	return shot.Data, err
}

// connection tells the page whether it is online; the recorder decides whether
// it is.
func (c *chromium) connection(ctx context.Context, online bool) error {
	tab, cancel := c.within(ctx)
	defer cancel()
	_, err := chromedp.Call(tab, network.OverrideNetworkState, network.OverrideNetworkStateParams{
		Offline: !online, DownloadThroughput: -1, UploadThroughput: -1,
	})
	return err
}
