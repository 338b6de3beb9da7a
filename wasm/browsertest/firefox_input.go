//go:build browser

package browsertest

import "context"

func (f *firefox) press(ctx context.Context, k key, with []modifier) error {
	return f.act(ctx, pressing(k, with))
}

func (f *firefox) write(ctx context.Context, text string) error { return f.act(ctx, writing(text)) }

func (f *firefox) point(ctx context.Context, path []point) error {
	return f.act(ctx, pointing(path, f.touch))
}

func (f *firefox) hover(ctx context.Context, at point) error { return f.act(ctx, hovering(at)) }

// act performs a sequence of one input device.
func (f *firefox) act(ctx context.Context, device map[string]any) error {
	return f.call(ctx, "WebDriver:PerformActions", map[string]any{"actions": []any{device}}, nil)
}
