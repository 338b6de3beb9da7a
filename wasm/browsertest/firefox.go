//go:build browser

package browsertest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// firefoxNames are the commands that Firefox goes by.
var firefoxNames = []string{"firefox-esr", "firefox"}

// findFirefox returns the path of Firefox: $FIREFOX, or the first of its names
// that is installed.
func findFirefox() (string, error) {
	if path := os.Getenv("FIREFOX"); path != "" {
		return exec.LookPath(path)
	}
	for _, name := range firefoxNames {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no Firefox found (looked for %q): apt-get install firefox-esr, or set FIREFOX to its path", firefoxNames)
}

// firefox is the driver of a Firefox of one window.
type firefox struct {
	*marionette
	process *exec.Cmd
	ended   chan struct{} // closed when the process has
	touch   bool

	path, profile string

	grudges
}

// Firefox returns an empty page in a Firefox of its own, with a fresh profile:
// two to three seconds. Mobile is a narrow window there, no phone, and what a
// Screen cannot have in Firefox ends the test.
func Firefox(t TB, s Screen) *Page {
	t.Helper()
	s = s.withDefaults()
	if s.NoScript || s.ForcedColors {
		t.Fatalf("Firefox: JavaScript off and forced colours are for Chromium")
	}
	path, err := findFirefox()
	if err != nil {
		t.Fatalf("%v", err)
	}
	r := newRecorder()
	t.Cleanup(r.close)
	profile, err := os.MkdirTemp("", "lossline-firefox-")
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	if err := os.WriteFile(filepath.Join(profile, "user.js"), preferences(s, r.host()), 0o644); err != nil {
		t.Fatalf("%v", err)
	}
	f := &firefox{touch: s.Mobile, path: path, profile: profile}
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	t.Cleanup(f.end)
	if err := f.start(ctx, path, profile); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	if err := f.resize(ctx, s.Width, s.Height); err != nil {
		t.Fatalf("Firefox: %v", err)
	}
	return &Page{t: t, screen: s, driver: f, recorder: r}
}

// start runs Firefox and opens a session.
func (f *firefox) start(ctx context.Context, path, profile string) error {
	f.process = exec.Command(path, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile)
	f.process.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1",
		"MOZ_REMOTE_SETTINGS_DEVTOOLS=1") // else the setting of the server is not heeded
	if err := f.run(); err != nil {
		return err
	}
	port, err := f.port(ctx, profile)
	if err != nil {
		return err
	}
	if f.marionette, err = dialMarionette(ctx, port); err != nil {
		return err
	}
	capabilities := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"acceptInsecureCerts": false,
		"timeouts":            map[string]int64{"script": Patience.Milliseconds(), "pageLoad": Patience.Milliseconds()},
	}}}
	return f.call(ctx, "WebDriver:NewSession", capabilities, nil)
}

// run starts the process and sees it to its end.
func (f *firefox) run() error {
	output, err := f.process.StdoutPipe()
	if err != nil {
		return err
	}
	dieWithParent(f.process)
	started, ended := make(chan error), make(chan struct{})
	go func() {
		// Linux takes the end of the thread that started a process for the end
		// of its parent, so this thread must last as long as Firefox does.
		runtime.LockOSThread()
		err := f.process.Start()
		started <- err
		if err != nil {
			return
		}
		f.overhear(output)
		f.process.Wait()
		close(ended)
	}()
	if err := <-started; err != nil {
		return err
	}
	f.ended = ended
	return nil
}

// port waits for the file in which Firefox says where it listens.
func (f *firefox) port(ctx context.Context, profile string) (string, error) {
	var port string
	err := poll(ctx, func() (bool, error) {
		select {
		case <-f.ended:
			return false, errors.New("it ended at once")
		default:
		}
		text, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		port = strings.TrimSpace(string(text))
		return err == nil && port != "", nil
	})
	return port, err
}

// ownTrouble is how Firefox's own modules write to the console: by their name.
// What a page writes there is quoted or in brackets.
var ownTrouble = regexp.MustCompile(`^console\.error: [\w.-]+: `)

// overhear reads what Firefox prints of the page's console.
func (f *firefox) overhear(output io.Reader) {
	lines := bufio.NewScanner(output)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if line := lines.Text(); strings.HasPrefix(line, "console.error:") && !ownTrouble.MatchString(line) {
			f.add("%s", line)
		}
	}
	io.Copy(io.Discard, output)
}

// complaints adds to what the page wrote itself the errors that Firefox keeps
// of it: exceptions, and what the content policy forbade.
func (f *firefox) complaints() []string {
	list := f.grudges.complaints()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	var kept []string
	err := errors.Join(
		f.call(ctx, "Marionette:SetContext", map[string]string{"value": "chrome"}, nil),
		f.call(ctx, "WebDriver:ExecuteScript", map[string]any{"args": []any{}, "script": `
			const error = m => m instanceof Ci.nsIScriptError && m.sourceName.startsWith("http") && !(m.flags & Ci.nsIScriptError.warningFlag);
			return Services.console.getMessageArray().filter(error).map(m => m.errorMessage + " (" + m.sourceName + ":" + m.lineNumber + ")");`}, &kept),
		f.call(ctx, "Marionette:SetContext", map[string]string{"value": "content"}, nil))
	if err != nil {
		kept = append(kept, "its errors cannot be read: "+err.Error())
	}
	return append(list, kept...)
}

// end closes the browser and waits until it is gone.
func (f *firefox) end() {
	if f.marionette != nil {
		f.quit()
	}
	if f.ended == nil {
		return
	}
	select {
	case <-f.ended:
	case <-time.After(5 * time.Second):
		f.process.Process.Kill()
		<-f.ended
	}
}

// resize makes the viewport, not the window, as large as asked.
func (f *firefox) resize(ctx context.Context, width, height int) error {
	set := func(w, h int) error {
		return f.call(ctx, "WebDriver:SetWindowRect", map[string]int{"width": w, "height": h}, nil)
	}
	return sized(ctx, width, height, set, f.eval)
}

func (f *firefox) open(ctx context.Context, url string) error {
	return f.call(ctx, "WebDriver:Navigate", map[string]string{"url": url}, nil)
}

func (f *firefox) eval(ctx context.Context, js string) ([]byte, error) {
	var text string
	err := f.call(ctx, "WebDriver:ExecuteScript", map[string]any{
		"script":  "return (async () => JSON.stringify(await (" + js + ")) ?? 'null')()",
		"args":    []any{},
		"sandbox": nil, // the page's own world
	}, &text)
	return []byte(text), err
}

func (f *firefox) image(ctx context.Context, whole bool) ([]byte, error) {
	var png []byte // base64 in JSON
	err := f.call(ctx, "WebDriver:TakeScreenshot", map[string]any{"full": whole, "hash": false}, &png)
	return png, err
}

// connection has nothing to say: navigator.onLine is left as it is, and the
// recorder cuts the line.
func (f *firefox) connection(context.Context, bool) error { return nil }
