//go:build browser

package browsertest

import (
	"context"
	"math"
)

func (f *firefox) press(ctx context.Context, k key, with []modifier) error {
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
	return f.act(ctx, map[string]any{"type": "key", "id": "keyboard", "actions": strokes})
}

func (f *firefox) write(ctx context.Context, text string) error {
	var strokes []map[string]any
	for _, r := range text {
		strokes = append(strokes,
			map[string]any{"type": "keyDown", "value": string(r)},
			map[string]any{"type": "keyUp", "value": string(r)})
	}
	return f.act(ctx, map[string]any{"type": "key", "id": "keyboard", "actions": strokes})
}

func (f *firefox) point(ctx context.Context, path []point) error {
	move := func(p point) map[string]any {
		return map[string]any{"type": "pointerMove", "duration": 0, "origin": "viewport",
			"x": math.Round(p.X), "y": math.Round(p.Y)}
	}
	actions := []map[string]any{move(path[0]), {"type": "pointerDown", "button": 0}}
	for _, p := range path[1:] {
		actions = append(actions, move(p))
	}
	actions = append(actions, map[string]any{"type": "pointerUp", "button": 0})
	return f.act(ctx, map[string]any{
		"type": "pointer", "id": "pointer", "actions": actions,
		"parameters": map[string]string{"pointerType": either(f.touch, "touch", "mouse")},
	})
}

func (f *firefox) hover(ctx context.Context, at point) error {
	return f.act(ctx, map[string]any{
		"type": "pointer", "id": "pointer", "parameters": map[string]string{"pointerType": "mouse"},
		"actions": []map[string]any{{"type": "pointerMove", "duration": 0, "origin": "viewport", "x": math.Round(at.X), "y": math.Round(at.Y)}},
	})
}

// act performs a sequence of one input device.
func (f *firefox) act(ctx context.Context, device map[string]any) error {
	return f.call(ctx, "WebDriver:PerformActions", map[string]any{"actions": []any{device}}, nil)
}
