// Package sha1 takes the place of crypto/sha1 in the browser's binary, where nothing
// asks for the version of a site that is served. See package standin.
package sha1

import "hash"

// Size of a checksum in bytes.
const Size = 20

const missing = "crypto/sha1 is not in the browser's binary: see wasm/standin"

// New panics.
func New() hash.Hash { panic(missing) }

// Sum panics.
func Sum([]byte) [Size]byte { panic(missing) }
