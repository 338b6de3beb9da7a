package dataset

// fetched is the loader of a file that is not part of the binary.
func fetched(id, file string, parse func([]byte) (*Dataset, error)) Loader {
	return Loader{id, file, parse, nil}
}
