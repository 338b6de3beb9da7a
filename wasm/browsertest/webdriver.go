//go:build browser

package browsertest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
)

// webDriver is a client of the W3C WebDriver protocol over HTTP, within one session.
type webDriver struct {
	server  string // http://host:port
	session string
}

// dialWebDriver opens a session once the server answers.
func dialWebDriver(ctx context.Context, server string, capabilities any) (*webDriver, error) {
	w := &webDriver{server: server}
	err := poll(ctx, func() (bool, error) {
		var status struct{ Ready bool }
		err := w.call(ctx, http.MethodGet, "/status", nil, &status)
		return err == nil && status.Ready, nil // it may not listen yet
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", server, err)
	}
	var made struct{ SessionID string }
	body := map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}}
	if err := w.call(ctx, http.MethodPost, "/session", body, &made); err != nil {
		return nil, err
	}
	w.session = "/session/" + made.SessionID
	return w, nil
}

// call sends a command and decodes the value of its answer into result, unless that is
// nil.
func (w *webDriver) call(ctx context.Context, method, path string, body, result any) error {
	var text io.Reader
	if method == http.MethodPost {
		if body == nil {
			body = struct{}{}
		}
		b, err := json.Marshal(body)
		if err != nil {
			return err
		}
		text = bytes.NewReader(b)
	}
	request, err := http.NewRequestWithContext(ctx, method, w.server+path, text)
	if err != nil {
		return err
	}
	client := http.Client{Transport: &http.Transport{Proxy: nil, DisableKeepAlives: true}}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var wrapped struct{ Value json.RawMessage }
	if err := json.NewDecoder(answer.Body).Decode(&wrapped); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if answer.StatusCode != http.StatusOK {
		failure := &remoteError{}
		if err := json.Unmarshal(wrapped.Value, failure); err != nil {
			return fmt.Errorf("%s: status %d: %.200s", path, answer.StatusCode, wrapped.Value)
		}
		return fmt.Errorf("%s: %w", path, failure)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(wrapped.Value, result)
}

func (w *webDriver) post(ctx context.Context, command string, body, result any) error {
	return w.call(ctx, http.MethodPost, w.session+command, body, result)
}

// The actions of WebDriver are the same over HTTP and over Marionette: what one input
// device does.

func pressing(k key, with []modifier) map[string]any {
	var strokes []map[string]any
	for _, m := range with {
		strokes = append(strokes, map[string]any{"type": "keyDown", "value": m.webDriver})
	}
	strokes = append(strokes,
		map[string]any{"type": "keyDown", "value": k.webDriver},
		map[string]any{"type": "keyUp", "value": k.webDriver})
	for _, m := range with {
		strokes = append(strokes, map[string]any{"type": "keyUp", "value": m.webDriver})
	}
	return map[string]any{"type": "key", "id": "keyboard", "actions": strokes}
}

func writing(text string) map[string]any {
	var strokes []map[string]any
	for _, r := range text {
		strokes = append(strokes,
			map[string]any{"type": "keyDown", "value": string(r)},
			map[string]any{"type": "keyUp", "value": string(r)})
	}
	return map[string]any{"type": "key", "id": "keyboard", "actions": strokes}
}

func pointing(path []point, touch bool) map[string]any {
	actions := []map[string]any{moving(path[0]), {"type": "pointerDown", "button": 0}}
	for _, p := range path[1:] {
		actions = append(actions, moving(p))
	}
	actions = append(actions, map[string]any{"type": "pointerUp", "button": 0})
	return pointer(either(touch, "touch", "mouse"), actions)
}

func hovering(at point) map[string]any {
	return pointer("mouse", []map[string]any{moving(at)})
}

func moving(to point) map[string]any {
	return map[string]any{"type": "pointerMove", "duration": 0, "origin": "viewport", "x": math.Round(to.X), "y": math.Round(to.Y)}
}

func pointer(kind string, actions []map[string]any) map[string]any {
	return map[string]any{"type": "pointer", "id": "pointer", "actions": actions,
		"parameters": map[string]string{"pointerType": kind}}
}

// sized makes the viewport, not the window, as large as asked: set sets the window.
func sized(ctx context.Context, width, height int, set func(w, h int) error, eval func(context.Context, string) ([]byte, error)) error {
	type size struct{ W, H int }
	want, outer := size{width, height}, size{width, height}
	var got size
	for range 5 {
		if err := set(outer.W, outer.H); err != nil {
			return err
		}
		text, err := eval(ctx, `({W: innerWidth, H: innerHeight})`)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, &got); err != nil {
			return err
		}
		if got == want {
			return nil
		}
		outer.W += want.W - got.W
		outer.H += want.H - got.H
	}
	return fmt.Errorf("a viewport of %d by %d is not to be had, it is %d by %d", width, height, got.W, got.H)
}
