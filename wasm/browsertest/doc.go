// Package browsertest drives real browsers from Go tests: Chromium through its
// DevTools protocol and Firefox through Marionette, with one set of words for
// both.
//
//	func TestMain(m *testing.M) { os.Exit(browsertest.Main(m)) }
//
//	func TestPlan(t *testing.T) {
//		p := browsertest.Chromium(t, browsertest.Screen{Width: 360, Height: 740, Dark: true})
//		p.Open(server.URL + "/")
//		p.WaitLive()
//		p.Fill("#budget", "5.76e23")
//		for _, d := range p.Data() { … }
//	}
//
// Every page has storage, cache and service workers of its own and leaves
// nothing behind. All that it asks the network for passes a recorder, also what
// workers, service workers and iframes ask for: Page.Requests is the whole
// truth, and Page.Offline cuts the line for all of them.
//
// WebKit, the engine of Safari, is a third browser of all tests with the build tag
// webkit:
//
//	go test -tags "minimal browser webkit" -run TestWebKit ./wasm/
//
// A missing browser fails the test with the command that installs it; nothing
// is skipped. The build tag browser selects this package's code, so that `go
// test ./...` needs no browser.
package browsertest
