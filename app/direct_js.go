package app

// newRunner is nothing in the browser until the page has its workers: the engine
// is not part of its binary.
func newRunner() runner { return nil }
