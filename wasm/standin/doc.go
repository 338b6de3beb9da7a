// Package standin is the map of its folders, which take the place of packages of
// the standard library in the browser's binary. The package has no code.
//
// go-app compiles the half of it that serves sites into the half that runs in
// them, and what a page never does comes along: patterns, ciphers, checksums. The
// build lays these files over the standard library's (go build -overlay, see
// write_overlay in build.sh). Each has what is named by whom we link, so that it
// compiles; what cannot be had here says so at once and loudly. Without the
// overlay the binary is the same but for its size.
//
//	regexp   regexp           the one pattern that we route by
//	aes      crypto/aes       refuses: no state is encrypted
//	cipher   crypto/cipher    refuses
//	md5      crypto/md5       refuses: only named UUIDs would use it
//	sha1     crypto/sha1      refuses: only sites that are served use it
//	rand     crypto/rand      the browser's random numbers
//	godebug  internal/godebug every setting has its default: a page has no GODEBUG
//
// nethttp beside this folder is of the same kind.
package standin
