//go:build browser && webkit

package browsertest

// The build tag webkit has the tests of all browsers run in WebKit too.
func init() {
	Browsers = append(Browsers, struct {
		Name string
		Open func(TB, Screen) *Page
		Find func() (path string, err error)
	}{"WebKit", WebKit, findWebKit})
}
