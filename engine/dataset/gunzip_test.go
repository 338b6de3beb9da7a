package dataset

import (
	"bytes"
	"compress/gzip"
	"io"
	"math/rand/v2"
	"testing"
)

// deflated packs data with a level of compress/gzip.
func deflated(t testing.TB, data []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	w.Name, w.Comment, w.Extra = "runs.csv", "a comment", []byte("extra")
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What the standard library packs comes back, by every way of packing: stored,
// with fixed and with own codes, in several members.
func TestGunzipAgainstStandardLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	noise := make([]byte, 200_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	for _, data := range [][]byte{nil, []byte("N"), []byte("N,D,loss\n1e9,2e10,3\n"), large(20_000), noise, bytes.Repeat([]byte("ab"), 300_000)} {
		for _, level := range []int{gzip.NoCompression, gzip.BestSpeed, gzip.BestCompression, gzip.HuffmanOnly} {
			z := deflated(t, data, level)
			got, err := gunzip(z, len(data))
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("%d bytes, level %d: %d bytes, %v", len(data), level, len(got), err)
			}
			if got, err = gunzip(append(z, z...), 2*len(data)); err != nil || len(got) != 2*len(data) {
				t.Errorf("twice %d bytes, level %d: %d bytes, %v", len(data), level, len(got), err)
			}
			if got, err = gunzip(z, len(data)/2); len(data) > 1 && (err != nil || len(got) <= len(data)/2 || len(got) > len(data)/2+1<<16) {
				t.Errorf("half of %d bytes, level %d: %d bytes, %v", len(data), level, len(got), err)
			}
		}
	}
}

// Whatever the bytes are, gunzip gives what compress/gzip gives, or refuses where
// that does.
func FuzzGunzip(f *testing.F) {
	for _, level := range []int{0, 1, 9, gzip.HuffmanOnly} {
		f.Add(deflated(f, large(30), level))
		f.Add(deflated(f, []byte("a"), level))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if len(file) < 2 || file[0] != 0x1f || file[1] != 0x8b {
			return
		}
		const most = 1 << 16
		got, err := gunzip(file, most)
		if len(got) > most {
			return
		}
		r, bad := gzip.NewReader(bytes.NewReader(file))
		var want []byte
		if bad == nil {
			want, bad = io.ReadAll(r)
		}
		if err == nil && bad == nil && !bytes.Equal(got, want) {
			t.Fatalf("%d bytes, want %d", len(got), len(want))
		}
		if err != nil && bad == nil {
			t.Fatalf("refused: %v", err)
		}
	})
}

func BenchmarkGunzip(b *testing.B) {
	text := large(200_000)
	z := deflated(b, text, 6)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := gunzip(z, MaxText); err != nil {
			b.Fatal(err)
		}
	}
}
