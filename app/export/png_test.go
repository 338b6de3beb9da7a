package export

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"
)

func pixels(t *testing.T) (*image.NRGBA, []byte) {
	t.Helper()
	im := image.NewNRGBA(image.Rect(0, 0, 37, 11))
	for i := range im.Pix {
		im.Pix[i] = byte(i * 7)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	return im, b.Bytes()
}

// chunks reads the chunks of a PNG and checks the CRC of each with the standard
// library's.
func chunks(t *testing.T, b []byte) (kinds []string, data map[string][]string) {
	t.Helper()
	data = map[string][]string{}
	for b = b[8:]; len(b) > 0; {
		n := binary.BigEndian.Uint32(b)
		kind := string(b[4:8])
		if crc32.ChecksumIEEE(b[4:8+n]) != binary.BigEndian.Uint32(b[8+n:]) {
			t.Errorf("wrong CRC of %s", kind)
		}
		kinds, data[kind] = append(kinds, kind), append(data[kind], string(b[8:8+n]))
		b = b[12+n:]
	}
	return kinds, data
}

func TestPNG(t *testing.T) {
	im, raw := pixels(t)
	m := origin()
	out, err := PNG(raw, 2, m)
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	for y := range 11 {
		for x := range 37 {
			if want := color.NRGBAModel.Convert(im.At(x, y)); color.NRGBAModel.Convert(got.At(x, y)) != want {
				t.Fatalf("pixel %d,%d: %v, want %v", x, y, got.At(x, y), want)
			}
		}
	}
	kinds, data := chunks(t, out)
	if kinds[0] != "IHDR" || kinds[len(kinds)-1] != "IEND" {
		t.Errorf("chunks %v", kinds)
	}
	has := func(kind, want string) {
		for _, d := range data[kind] {
			if d == want {
				return
			}
		}
		t.Errorf("no %s %q among %q", kind, want, data[kind])
	}
	has("tEXt", "Software\x00Lossline 1.2")
	has("tEXt", "Source\x00"+m.Permalink)
	has("tEXt", "Creation Time\x002026-10-03")
	has("iTXt", "Title\x00\x00\x00\x00\x00"+m.Title)
	// Two pixels of the PNG are one CSS pixel, a 96th of an inch of 0.0254 m.
	perMetre := binary.BigEndian.Uint32([]byte(data["pHYs"][0]))
	if math.Abs(float64(perMetre)-2*96/0.0254) > 0.5 || data["pHYs"][0][8] != 1 {
		t.Errorf("pHYs %x", data["pHYs"])
	}
	if again, err := PNG(out, 2, Meta{}); err != nil {
		t.Error(err)
	} else if _, d := chunks(t, again); len(d["pHYs"]) != 1 {
		t.Error("two sizes")
	}
}

func TestPNGNeedsOne(t *testing.T) {
	_, raw := pixels(t)
	for _, b := range [][]byte{nil, []byte("GIF89a"), raw[:20], append([]byte("\x88"), raw[1:]...)} {
		if _, err := PNG(b, 1, origin()); err == nil {
			t.Errorf("%.8q is a PNG", b)
		}
	}
}
