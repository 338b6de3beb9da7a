//go:build !js

package ui

import "errors"

// errPaint says that nothing paints where a page is written natively.
var errPaint = errors.New("control: no browser")

// Version is said by the page in a browser.
func Version() string { return "" }

// Download has nobody to hand a file to.
func Download(name, mime string, data []byte) {}

// CopyText has no clipboard.
func CopyText(text string, done func(ok bool)) { done(false) }

// Paint has no canvas.
func Paint(svg []byte, w, h int, done func(png []byte, err error)) { done(nil, errPaint) }

// CopyImage has no clipboard.
func CopyImage(svg []byte, w, h int, finish func(png []byte) []byte, done func(ok bool)) { done(false) }
