// Package cipher takes the place of crypto/cipher in the browser's binary. See
// package standin.
package cipher

import "errors"

// ErrBrowser is what every attempt to use this package ends with.
var ErrBrowser = errors.New("crypto/cipher is not in the browser's binary: see wasm/standin")

// Block is never had.
type Block interface {
	BlockSize() int
	Encrypt(dst, src []byte)
	Decrypt(dst, src []byte)
}

// AEAD is never had.
type AEAD interface {
	NonceSize() int
	Overhead() int
	Seal(dst, nonce, plaintext, additionalData []byte) []byte
	Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error)
}

// NewGCM returns ErrBrowser.
func NewGCM(Block) (AEAD, error) { return nil, ErrBrowser }
