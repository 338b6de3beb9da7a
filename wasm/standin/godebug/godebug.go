// Package godebug takes the place of internal/godebug in the browser's binary. A
// page has no environment with a GODEBUG, and the count of settings that were
// used goes to metrics that nobody reads there. See package standin.
package godebug

// Setting is a setting that has its default.
type Setting struct{ name string }

// New returns the setting with this name.
func New(name string) *Setting { return &Setting{name} }

// Name returns the setting's name.
func (s *Setting) Name() string { return s.name }

// Value returns "", which stands for the default.
func (s *Setting) Value() string { return "" }

// String returns the setting as GODEBUG would have it.
func (s *Setting) String() string { return s.name + "=" }

// Undocumented is never asked for.
func (s *Setting) Undocumented() bool { return false }

// IncNonDefault counts nothing: every value is the default.
func (s *Setting) IncNonDefault() {}
