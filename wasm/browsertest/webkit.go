//go:build browser

package browsertest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// webkit is the driver of a MiniBrowser, which has the engine of Safari, on a screen
// that nobody sees.
type webkit struct {
	*webDriver
	home      string // folder of all that the processes write
	processes []*exec.Cmd
	touch     bool
}

// findWebKit returns the path of WebKitGTK's driver: $WEBKIT, or the one that is
// installed. Its browser and the screen must be there too.
func findWebKit() (driver string, err error) {
	const install = "apt-get install webkit2gtk-driver xvfb"
	if driver, err = exec.LookPath(envOr("WEBKIT", "WebKitWebDriver")); err != nil {
		return "", fmt.Errorf("no WebKitWebDriver found: %s, or set WEBKIT to its path", install)
	}
	if _, err := exec.LookPath("Xvfb"); err != nil {
		return "", fmt.Errorf("no Xvfb found, which is the screen of WebKit: %s", install)
	}
	return driver, nil
}

// findMiniBrowser returns the path of WebKitGTK's browser: $MINIBROWSER, or the newest
// that is installed.
func findMiniBrowser() (string, error) {
	if path := os.Getenv("MINIBROWSER"); path != "" {
		return exec.LookPath(path)
	}
	found, err := filepath.Glob("/usr/lib*/*/webkit*gtk*/MiniBrowser")
	if err != nil || len(found) == 0 {
		return "", errors.New("no MiniBrowser of WebKitGTK found: apt-get install webkit2gtk-driver, or set MINIBROWSER to its path")
	}
	return found[len(found)-1], nil
}

func envOr(name, other string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return other
}

// WebKit returns an empty page in a WebKit of its own. It is in no list of browsers
// yet: what a Screen cannot have there ends the test.
func WebKit(t TB, s Screen) *Page {
	t.Helper()
	s = s.withDefaults()
	if s.NoScript || s.ForcedColors || s.Dark || s.ReducedMotion || s.Scale != 1 {
		t.Fatalf("WebKit: JavaScript off, forced colours, dark, reduced motion and scales are for other browsers")
	}
	home, err := os.MkdirTemp("", "lossline-webkit-")
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	r := newRecorder()
	t.Cleanup(r.close)
	w := &webkit{home: home, touch: s.Mobile}
	t.Cleanup(w.end)
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	if err := w.start(ctx, r.host()); err != nil {
		t.Fatalf("start WebKit: %v", err)
	}
	if err := w.resize(ctx, s.Width, s.Height); err != nil {
		t.Fatalf("WebKit: %v", err)
	}
	return &Page{t: t, screen: s, driver: w, recorder: r}
}

// start runs the screen and the driver, which runs the browser.
func (w *webkit) start(ctx context.Context, proxy string) error {
	driver, err := findWebKit()
	if err != nil {
		return err
	}
	browser, err := findMiniBrowser()
	if err != nil {
		return err
	}
	display, err := w.screen(ctx)
	if err != nil {
		return fmt.Errorf("starting Xvfb: %w", err)
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	run := exec.Command(driver, "--host=127.0.0.1", "--port="+port)
	run.Env = append(os.Environ(), "DISPLAY="+display, "GDK_BACKEND=x11", "HOME="+w.home,
		"XDG_CACHE_HOME="+w.home, "XDG_DATA_HOME="+w.home, "XDG_CONFIG_HOME="+w.home, "XDG_RUNTIME_DIR="+w.home,
		"GSETTINGS_BACKEND=memory", "NO_AT_BRIDGE=1", "LIBGL_ALWAYS_SOFTWARE=1",
		"WEBKIT_DISABLE_COMPOSITING_MODE=1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1")
	if err := w.run(run); err != nil {
		return err
	}
	w.webDriver, err = dialWebDriver(ctx, "http://127.0.0.1:"+port, map[string]any{
		"proxy":    map[string]any{"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy},
		"timeouts": map[string]int64{"script": Patience.Milliseconds(), "pageLoad": Patience.Milliseconds()},
		"webkitgtk:browserOptions": map[string]any{
			"binary": browser, "args": []string{"--automation"},
		},
	})
	return err
}

// screen runs an X server and returns its display, which the server chooses.
func (w *webkit) screen(ctx context.Context) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer read.Close()
	run := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1920x1600x24", "-nolisten", "tcp")
	run.ExtraFiles = []*os.File{write} // its descriptor 3
	err = w.run(run)
	write.Close()
	if err != nil {
		return "", err
	}
	if end, ok := ctx.Deadline(); ok {
		read.SetReadDeadline(end)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	return ":" + strings.TrimSpace(number), err
}

// run starts a process that ends with the test binary.
func (w *webkit) run(c *exec.Cmd) error {
	dieWithParent(c)
	started := make(chan error)
	go func() {
		runtime.LockOSThread() // see firefox.run
		err := c.Start()
		started <- err
		if err == nil {
			c.Wait()
		}
	}()
	err := <-started
	if err == nil {
		w.processes = append(w.processes, c)
	}
	return err
}

// freePort returns a port of this machine that nobody listens at.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}

// complaints has none to tell: the driver says nothing of the console, and MiniBrowser
// prints it only where it is not driven. A test that wants a page without complaints
// learns nothing here.
func (w *webkit) complaints() []string { return nil }

// end closes the browser, and what it ran on.
func (w *webkit) end() {
	if w.webDriver != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		w.call(ctx, http.MethodDelete, w.session, nil, nil)
		cancel()
	}
	for i := len(w.processes) - 1; i >= 0; i-- {
		w.processes[i].Process.Kill()
	}
}

func (w *webkit) resize(ctx context.Context, width, height int) error {
	set := func(width, height int) error {
		return w.post(ctx, "/window/rect", map[string]int{"x": 0, "y": 0, "width": width, "height": height}, nil)
	}
	return sized(ctx, width, height, set, w.eval)
}

func (w *webkit) open(ctx context.Context, url string) error {
	return w.post(ctx, "/url", map[string]string{"url": url}, nil)
}

// eval awaits a promise by itself: the command for scripts does not.
func (w *webkit) eval(ctx context.Context, js string) ([]byte, error) {
	var got struct {
		Text  *string
		Threw string
	}
	err := w.post(ctx, "/execute/async", map[string]any{
		"script": `const done = arguments[0];
			(async () => JSON.stringify(await (` + js + `)) ?? "null")().then((Text) => done({ Text }), (e) => done({ Threw: String(e) }));`,
		"args": []any{},
	}, &got)
	if err != nil {
		return nil, err
	}
	if got.Text == nil {
		return nil, errors.New(got.Threw)
	}
	return []byte(*got.Text), nil
}

func (w *webkit) press(ctx context.Context, k key, with []modifier) error {
	return w.act(ctx, pressing(k, with))
}

func (w *webkit) write(ctx context.Context, text string) error { return w.act(ctx, writing(text)) }

func (w *webkit) point(ctx context.Context, path []point) error {
	return w.act(ctx, pointing(path, w.touch))
}

func (w *webkit) hover(ctx context.Context, at point) error { return w.act(ctx, hovering(at)) }

func (w *webkit) act(ctx context.Context, device map[string]any) error {
	return w.post(ctx, "/actions", map[string]any{"actions": []any{device}}, nil)
}

// image is the viewport; the whole page is that of its root element.
func (w *webkit) image(ctx context.Context, whole bool) ([]byte, error) {
	var png []byte // base64 in JSON
	if !whole {
		err := w.call(ctx, http.MethodGet, w.session+"/screenshot", nil, &png)
		return png, err
	}
	var root map[string]string
	if err := w.post(ctx, "/element", map[string]string{"using": "css selector", "value": "html"}, &root); err != nil {
		return nil, err
	}
	for _, id := range root {
		err := w.call(ctx, http.MethodGet, w.session+"/element/"+id+"/screenshot", nil, &png)
		return png, err
	}
	return nil, errors.New("no root element")
}

// connection has nothing to say: the recorder cuts the line.
func (w *webkit) connection(context.Context, bool) error { return nil }
