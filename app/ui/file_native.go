//go:build !js

package ui

// listen has nothing to listen to where a page is written natively.
func listen(string, bool, fileEvents) (stop func()) { return func() {} }

// contents are of no file where none is read.
func contents(any) []byte { return nil }
