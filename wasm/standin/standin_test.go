package standin

import (
	"testing"

	"lossline/wasm/standin/aes"
	"lossline/wasm/standin/cipher"
	"lossline/wasm/standin/godebug"
	"lossline/wasm/standin/md5"
	"lossline/wasm/standin/sha1"
)

// What is not there must not look as if it were: a checksum of zeros or a cipher
// that copies would go unseen.
func TestRefuse(t *testing.T) {
	if block, err := aes.NewCipher(make([]byte, 16)); block != nil || err == nil {
		t.Errorf("aes.NewCipher gives %v, %v", block, err)
	}
	if aead, err := cipher.NewGCM(nil); aead != nil || err == nil {
		t.Errorf("cipher.NewGCM gives %v, %v", aead, err)
	}
	for name, call := range map[string]func(){
		"md5.New":  func() { md5.New() },
		"sha1.New": func() { sha1.New() },
		"sha1.Sum": func() { sha1.Sum(nil) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s gives something", name)
				}
			}()
			call()
		}()
	}
}

// "" is how internal/godebug says that a setting has its default.
func TestGodebugHasDefaults(t *testing.T) {
	t.Setenv("GODEBUG", "asynctimerchan=1")
	s := godebug.New("asynctimerchan")
	s.IncNonDefault()
	if s.Value() != "" || s.Name() != "asynctimerchan" || s.String() != "asynctimerchan=" {
		t.Errorf("%q of %q: %s", s.Value(), s.Name(), s)
	}
}
