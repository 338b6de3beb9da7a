//go:build browser

package browsertest

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// keys are the keys that write no character.
var keys = []key{
	{"ArrowDown", kb.ArrowDown, "\uE015"},
	{"ArrowLeft", kb.ArrowLeft, "\uE012"},
	{"ArrowRight", kb.ArrowRight, "\uE014"},
	{"ArrowUp", kb.ArrowUp, "\uE013"},
	{"Backspace", kb.Backspace, "\uE003"},
	{"Delete", kb.Delete, "\uE017"},
	{"End", kb.End, "\uE010"},
	{"Enter", kb.Enter, "\uE007"},
	{"Escape", kb.Escape, "\uE00C"},
	{"Home", kb.Home, "\uE011"},
	{"PageDown", kb.PageDown, "\uE00F"},
	{"PageUp", kb.PageUp, "\uE00E"},
	{"Space", " ", " "},
	{"Tab", kb.Tab, "\uE004"},
}

func (c *chromium) press(ctx context.Context, k key, with []modifier) error {
	var steps []chromedp.Action[chromedp.Void]
	var held int64
	for _, m := range with {
		held |= m.bit
		steps = append(steps, m.event(kb.KeyRawDown, held))
	}
	steps = append(steps, chromedp.KeyEvent(k.chromium, chromedp.KeyModifiers(chromedp.Modifier(held))))
	for _, m := range with {
		held &^= m.bit
		steps = append(steps, m.event(kb.KeyUp, held))
	}
	return c.run(ctx, steps...)
}

// event is the modifier's own key going down or up, with what is held then.
func (m modifier) event(what input.DispatchKeyEventType, held int64) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: what, Key: m.name, Code: m.name + "Left", Modifiers: held, WindowsVirtualKeyCode: m.virtualKey,
		})
		return err
	})
}

func (c *chromium) write(ctx context.Context, text string) error {
	return c.run(ctx, chromedp.KeyEvent(text))
}

func (c *chromium) point(ctx context.Context, path []point) error {
	if c.touch {
		return c.finger(ctx, path)
	}
	first, last := path[0], path[len(path)-1]
	steps := []chromedp.Action[chromedp.Void]{
		mouse(chromedp.MouseMoved, first, 0),
		mouse(chromedp.MousePressed, first, 1),
	}
	for _, p := range path[1:] {
		steps = append(steps, mouse(chromedp.MouseMoved, p, 1))
	}
	return c.run(ctx, append(steps, mouse(chromedp.MouseReleased, last, 0))...)
}

func (c *chromium) hover(ctx context.Context, at point) error {
	return c.run(ctx, mouse(chromedp.MouseMoved, at, 0))
}

// mouse is one event of the left button; held is 1 while it is down.
func mouse(what input.DispatchMouseEventType, at point, held int64) chromedp.Action[chromedp.Void] {
	return chromedp.MouseEvent(what, at.X, at.Y, func(p *input.DispatchMouseEventParams) {
		p.Buttons = held
		if what != chromedp.MouseMoved || held != 0 {
			p.Button = input.MouseButtonLeft
		}
		if what != chromedp.MouseMoved {
			p.ClickCount = 1
		}
	})
}

// finger follows the path on the touch screen.
func (c *chromium) finger(ctx context.Context, path []point) error {
	steps := []chromedp.Action[chromedp.Void]{touch(input.DispatchTouchEventTypeTouchStart, path[0])}
	for _, p := range path[1:] {
		steps = append(steps, touch(input.DispatchTouchEventTypeTouchMove, p))
	}
	return c.run(ctx, append(steps, touch(input.DispatchTouchEventTypeTouchEnd))...)
}

func touch(what input.DispatchTouchEventType, at ...point) chromedp.Action[chromedp.Void] {
	points := []*input.TouchPoint{} // none when the finger is lifted
	for _, p := range at {
		points = append(points, &input.TouchPoint{X: p.X, Y: p.Y})
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: what, TouchPoints: points})
		return err
	})
}
