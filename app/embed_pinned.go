package app

// The newest script in web/released and its hash, by which a browser refuses any
// other: what a page pins does not change with the site. A test holds the two
// together.
const (
	PinnedScript    = "released/1/element.js"
	PinnedIntegrity = "sha384-E305LZNwDeGWpbSBQJmHO6j9+49St9s26g/28Eh0v3KJFgmlJUvXWzG53Fvizof4"
)

// pinned is the HTML element by a script that never changes. An integrity attribute
// works across origins only with crossorigin, and where the host sends
// Access-Control-Allow-Origin.
func (s snippet) pinned(element string) string {
	return s.script(PinnedScript, ` integrity="`+PinnedIntegrity+`" crossorigin="anonymous"`) + "\n" + element
}
