//go:build browser

package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// aim finds the first element of a selector, scrolls it into view and returns
// its place, or why nothing can press it there.
const aim = `(selector => {
	const e = document.querySelector(selector);
	if (!e) return {Why: "no such element"};
	e.scrollIntoView({block: "center", inline: "nearest", behavior: "instant"});
	const r = e.getBoundingClientRect();
	if (r.width === 0 || r.height === 0) return {Why: "it has no area"};
	if (e.disabled) return {Why: "it is disabled"};
	const x = r.x + r.width / 2, y = r.y + r.height / 2;
	const top = document.elementFromPoint(x, y);
	const hit = top && (e.contains(top) || top.contains(e) && top.closest("label,button,a,summary") ||
		e.labels && [...e.labels].some(l => l.contains(top)));
	if (!hit) return {Why: "it is covered by " + (top ? top.outerHTML.slice(0, 80) : "nothing, being outside the viewport")};
	return {X: r.x, Y: r.y, W: r.width, H: r.height};
})`

// box is the place of an element in the viewport, in CSS pixels.
type box struct {
	Why        string
	X, Y, W, H float64
}

func (b box) at(fx, fy float64) point { return point{b.X + fx*b.W, b.Y + fy*b.H} }

// locate waits until the selector's element stands still where it can be
// pressed.
func (p *Page) locate(ctx context.Context, selector string) (box, error) {
	var found, before box
	err := poll(ctx, func() (bool, error) {
		text, err := p.driver.eval(ctx, aim+"("+quote(selector)+")")
		if err != nil {
			return false, err
		}
		before, found = found, box{}
		if err := json.Unmarshal(text, &found); err != nil {
			return false, err
		}
		return found.Why == "" && found == before, nil
	})
	if err != nil && found.Why != "" {
		err = errors.New(found.Why)
	}
	return found, err
}

// Click presses and releases the pointer, or a finger, in the middle of the
// first element that fits the selector.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		b, err := p.locate(ctx, selector)
		if err != nil {
			return err
		}
		return p.driver.point(ctx, []point{b.at(0.5, 0.5)})
	}, "click %s", selector)
}

// ClickAt presses and releases at a fraction of the element's width and height.
func (p *Page) ClickAt(selector string, fx, fy float64) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		b, err := p.locate(ctx, selector)
		if err != nil {
			return err
		}
		return p.driver.point(ctx, []point{b.at(fx, fy)})
	}, "click %s at %g, %g", selector, fx, fy)
}

// Hover moves the mouse, no button held, to a fraction of the element's width and
// height; outside of it for fractions below 0 and above 1.
func (p *Page) Hover(selector string, fx, fy float64) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		b, err := p.locate(ctx, selector)
		if err != nil {
			return err
		}
		return p.driver.hover(ctx, b.at(fx, fy))
	}, "hover %s at %g, %g", selector, fx, fy)
}

// Drag presses at one place of an element and releases at another, both as
// fractions of its width and height, with moves between.
func (p *Page) Drag(selector string, fx, fy, gx, gy float64) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		b, err := p.locate(ctx, selector)
		if err != nil {
			return err
		}
		return p.driver.point(ctx, line(b.at(fx, fy), b.at(gx, gy)))
	}, "drag %s", selector)
}

// thumb is the width of a range input's thumb, which the track's ends keep for
// it. All that matters is that a press near its middle takes hold of it.
const thumb = 16

// DragRange takes the thumb of a horizontal range input and drags it to a
// fraction of its way, 0 at the left end. It returns the input's value then.
func (p *Page) DragRange(selector string, to float64) string {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		b, err := p.locate(ctx, selector)
		if err != nil {
			return err
		}
		text, err := p.driver.eval(ctx, fmt.Sprintf(`(e => {
			const lo = +(e.min || 0), hi = +(e.max || 100);
			return (e.valueAsNumber - lo) / (hi - lo);
		})(document.querySelector(%s))`, quote(selector)))
		if err != nil {
			return err
		}
		var from float64
		if err := json.Unmarshal(text, &from); err != nil {
			return fmt.Errorf("it is no range input: %w", err)
		}
		at := func(f float64) point { return point{b.X + thumb/2 + f*(b.W-thumb), b.Y + b.H/2} }
		return p.driver.point(ctx, line(at(from), at(to)))
	}, "drag %s to %g", selector, to)
	return Eval[string](p, "document.querySelector("+quote(selector)+").value")
}

// moves is how many pointer events a drag has between press and release.
const moves = 12

func line(from, to point) []point {
	path := []point{from}
	for i := 1; i <= moves; i++ {
		f := float64(i) / moves
		path = append(path, point{from.X + f*(to.X-from.X), from.Y + f*(to.Y-from.Y)})
	}
	return path
}

// Focus puts the keyboard's focus on an element.
func (p *Page) Focus(selector string) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		text, err := p.driver.eval(ctx, fmt.Sprintf(
			`(e => { e.focus(); return document.activeElement === e; })(document.querySelector(%s))`, quote(selector)))
		if err == nil && string(text) != "true" {
			err = errors.New("it does not take the focus")
		}
		return err
	}, "focus %s", selector)
}

// Fill replaces the text of a field by typing: a click into it, all selected,
// the new text. What the page does on Enter or on leaving the field is left to
// Press.
func (p *Page) Fill(selector, text string) {
	p.t.Helper()
	p.Click(selector)
	p.Press("Control+a")
	if text == "" {
		p.Press("Delete")
		return
	}
	p.Type(text)
}

// Type types text into whatever has the focus.
func (p *Page) Type(text string) {
	p.t.Helper()
	p.do(func(ctx context.Context) error { return p.driver.write(ctx, text) }, "type %q", text)
}

// Press presses keys one after the other, by their names in the UI Events
// specification: "Tab", "ArrowRight", "a", "Shift+Tab", "Control+Enter".
func (p *Page) Press(names ...string) {
	p.t.Helper()
	for _, name := range names {
		p.do(func(ctx context.Context) error {
			k, with, err := parseKey(name)
			if err != nil {
				return err
			}
			return p.driver.press(ctx, k, with)
		}, "press %s", name)
	}
}

// key is a key of the keyboard, as the two protocols call it: Chromium's driver
// by a rune of its own, WebDriver by a private code point.
type key struct {
	name                string
	chromium, webDriver string
}

// modifier is a key that is held while another is pressed.
type modifier struct {
	name       string
	bit        int64 // in DevTools events
	virtualKey int64 // Windows' number of it, which Chromium wants
	webDriver  string
}

var modifiers = []modifier{
	{"Alt", 1, 18, "\uE00A"},
	{"Control", 2, 17, "\uE009"},
	{"Meta", 4, 91, "\uE03D"},
	{"Shift", 8, 16, "\uE008"},
}

// parseKey reads a key with its modifiers, "Control+Shift+Tab".
func parseKey(text string) (key, []modifier, error) {
	var with []modifier
	parts := strings.Split(text, "+")
	for _, part := range parts[:len(parts)-1] {
		i := 0
		for i < len(modifiers) && modifiers[i].name != part {
			i++
		}
		if i == len(modifiers) {
			return key{}, nil, fmt.Errorf("%q is no modifier", part)
		}
		with = append(with, modifiers[i])
	}
	name := parts[len(parts)-1]
	for _, k := range keys {
		if k.name == name {
			return k, with, nil
		}
	}
	if len([]rune(name)) == 1 {
		return key{name, name, name}, with, nil
	}
	return key{}, nil, fmt.Errorf("no key is called %q", name)
}
