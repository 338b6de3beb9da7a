package export

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// pngSignature begins every PNG (PNG specification, third edition, section 5.2).
const pngSignature = "\x89PNG\r\n\x1a\n"

// pngHead is the length of the signature and of the IHDR chunk after it.
const pngHead = len(pngSignature) + 12 + 13

var errPNG = errors.New("export: no PNG")

// The keywords of the text chunks of a PNG. The specification registers all but
// the last, which has Meta as JSON.
const (
	pngTitle, pngAlt, pngProgram, pngDate, pngLink = "Title", "Description", "Software", "Creation Time", "Source"

	pngMeta = "Lossline"
)

// PNG returns the PNG that a browser has made of a picture with m in its text
// chunks, Source being the permalink. scale is how many pixels of the PNG are one
// CSS pixel, 1 to 4: programs that print then know its size. The pixels are not
// touched. It is an error if data is no PNG.
func PNG(data []byte, scale int, m Meta) ([]byte, error) {
	if len(data) < pngHead || !bytes.HasPrefix(data, []byte(pngSignature+"\x00\x00\x00\rIHDR")) {
		return nil, errPNG
	}
	out := append(make([]byte, 0, len(data)+4096), data[:pngHead]...)
	if scale > 0 && !bytes.Contains(data[pngHead:min(len(data), 1<<10)], []byte("pHYs")) {
		const perMetre = 96 / 0.0254 // CSS pixels
		n := binary.BigEndian.AppendUint32(nil, uint32(float64(scale)*perMetre+0.5))
		out = chunk(out, "pHYs", string(n)+string(n)+"\x01")
	}
	for _, t := range [...][2]string{
		{pngTitle, m.Title}, {pngAlt, m.Alt}, {pngProgram, m.program()}, {pngDate, m.Date},
		{pngLink, m.Permalink}, {pngMeta, string(m.json())},
	} {
		if t[1] != "" {
			out = textChunk(out, t[0], t[1])
		}
	}
	return append(out, data[pngHead:]...), nil
}

// textChunk writes a tEXt chunk, or an iTXt chunk for what is not ASCII, neither
// compressed.
func textChunk(b []byte, key, text string) []byte {
	for i := range len(text) {
		if text[i] == 0 || text[i] >= 0x80 {
			return chunk(b, "iTXt", key+"\x00\x00\x00\x00\x00"+string(bytes.ReplaceAll([]byte(text), []byte{0}, nil)))
		}
	}
	return chunk(b, "tEXt", key+"\x00"+text)
}

// chunk writes a chunk: length, type, data, CRC.
func chunk(b []byte, kind, data string) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	from := len(b)
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc(b[from:]))
}

// crc is the CRC-32 of ISO 3309, bit by bit: it is for texts.
func crc(b []byte) uint32 {
	c := ^uint32(0)
	for _, v := range b {
		c ^= uint32(v)
		for range 8 {
			c = c>>1 ^ 0xedb88320&-(c&1)
		}
	}
	return ^c
}
