//go:build !js

package control

// listen has nothing to listen to where a page is written natively.
func listen(string, fileEvents) (stop func()) { return func() {} }
