// Package bridge takes bytes and promises over the border between Go and the browser.
// Natively it is empty.
package bridge
