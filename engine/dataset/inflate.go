package dataset

import (
	"errors"
	"math/bits"
)

var errFlate = errors.New("damaged DEFLATE data")

// inflater decodes DEFLATE (RFC 1951). It stands in for compress/flate, whose tables
// for compression every reader of the page would fetch.
type inflater struct {
	in   []byte
	pos  int
	bits uint64 // of in, read ahead; the next is the lowest
	n    uint   // how many they are
	out  []byte
	most int // bytes that may come out
	err  error
}

// inflate decodes in, up to one byte more than most, and returns how many bytes of
// in that took.
func inflate(in []byte, most int) (out []byte, used int, err error) {
	f := &inflater{in: in, most: most}
	for last := false; !last && f.err == nil && len(f.out) <= most; {
		last = f.take(1) == 1
		f.block(f.take(2))
	}
	return f.out, f.pos - int(f.n/8), f.err
}

// fill reads ahead, to 56 bits and more where there are so many.
func (f *inflater) fill() {
	for f.n <= 56 && f.pos < len(f.in) {
		f.bits |= uint64(f.in[f.pos]) << f.n
		f.pos++
		f.n += 8
	}
}

// take reads n bits, at most 16.
func (f *inflater) take(n uint) int {
	if f.n < n {
		if f.fill(); f.n < n {
			f.err = errFlate
			return 0
		}
	}
	v := f.bits & (1<<n - 1)
	f.bits >>= n
	f.n -= n
	return int(v)
}

func (f *inflater) block(kind int) {
	switch kind {
	case 0:
		f.stored()
	case 1:
		f.codes(fixedLiterals, fixedOffsets)
	case 2:
		f.dynamic()
	default:
		f.err = errFlate
	}
}

// stored copies a block that is not compressed.
func (f *inflater) stored() {
	f.take(f.n % 8)
	n := f.take(16)
	if check := f.take(16); f.err != nil || n^check != 0xffff {
		f.err = errFlate
		return
	}
	f.pos -= int(f.n / 8)
	f.bits, f.n = 0, 0
	if n > len(f.in)-f.pos {
		f.err = errFlate
		return
	}
	f.out = append(f.out, f.in[f.pos:f.pos+n]...)
	f.pos += n
}

// quick is the length up to which the symbol of a code is looked up.
const quick = 10

// huffman is a canonical code: how many symbols have a length, and the symbols in
// the order of their codes.
type huffman struct {
	count   [16]int
	symbols [288]uint16
	table   [1 << quick]uint16 // by the next bits: symbol<<4 | length, 0 for longer codes
}

// newHuffman makes the code of which each symbol has a length, 0 for none. It
// reports false for lengths that no code has.
func newHuffman(lengths []byte) (h *huffman, ok bool) {
	h = &huffman{}
	for _, l := range lengths {
		h.count[l]++
	}
	used := len(lengths) - h.count[0]
	h.count[0] = 0
	var at, code [17]int
	left := 1
	for l := 1; l < 16; l++ {
		if left = 2*left - h.count[l]; left < 0 {
			return h, false
		}
		at[l+1] = at[l] + h.count[l]
		code[l+1] = (code[l] + h.count[l]) << 1
	}
	for symbol, l := range lengths {
		if l == 0 {
			continue
		}
		h.symbols[at[l]] = uint16(symbol)
		at[l]++
		if l <= quick {
			first := int(bits.Reverse16(uint16(code[l])) >> (16 - l))
			for i := first; i < len(h.table); i += 1 << l {
				h.table[i] = uint16(symbol)<<4 | uint16(l)
			}
		}
		code[l]++
	}
	return h, left == 0 || used <= 1 // a single symbol leaves codes over
}

// symbol reads a symbol of the code h.
func (f *inflater) symbol(h *huffman) int {
	if f.n < 16 {
		f.fill()
	}
	if e := h.table[f.bits&(1<<quick-1)]; e > 0 && uint(e&15) <= f.n {
		f.bits >>= e & 15
		f.n -= uint(e & 15)
		return int(e >> 4)
	}
	return f.long(h)
}

// long reads a symbol bit by bit.
func (f *inflater) long(h *huffman) int {
	code, first, index := 0, 0, 0
	for l := 1; l < 16; l++ {
		code |= f.take(1)
		if f.err != nil {
			return 0
		}
		if code-first < h.count[l] {
			return int(h.symbols[index+code-first])
		}
		index += h.count[l]
		first = (first + h.count[l]) << 1
		code <<= 1
	}
	f.err = errFlate
	return 0
}

var fixedLiterals, fixedOffsets = fixed()

func fixed() (literals, offsets *huffman) {
	var l [288]byte
	for i := range l {
		switch {
		case i < 144:
			l[i] = 8
		case i < 256:
			l[i] = 9
		case i < 280:
			l[i] = 7
		default:
			l[i] = 8
		}
	}
	literals, _ = newHuffman(l[:])
	var d [32]byte
	for i := range d {
		d[i] = 5
	}
	offsets, _ = newHuffman(d[:])
	return literals, offsets
}

// lengthOrder is the order in which the lengths of the code of lengths stand.
var lengthOrder = [...]byte{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// dynamic decodes a block that brings its codes.
func (f *inflater) dynamic() {
	literals, offsets, n := 257+f.take(5), 1+f.take(5), 4+f.take(4)
	var short [19]byte
	for _, i := range lengthOrder[:n] {
		short[i] = byte(f.take(3))
	}
	h, ok := newHuffman(short[:])
	if !ok || literals > 286 || offsets > 30 {
		f.err = errFlate
		return
	}
	var lengths [286 + 30]byte
	for i := 0; i < literals+offsets && f.err == nil; {
		l, times := f.symbol(h), 1
		switch {
		case l == 16 && i > 0:
			l, times = int(lengths[i-1]), 3+f.take(2)
		case l == 16:
			f.err = errFlate
		case l == 17:
			l, times = 0, 3+f.take(3)
		case l == 18:
			l, times = 0, 11+f.take(7)
		}
		if times > literals+offsets-i {
			f.err = errFlate
		}
		for ; times > 0 && f.err == nil; times-- {
			lengths[i] = byte(l)
			i++
		}
	}
	lits, ok := newHuffman(lengths[:literals])
	offs, good := newHuffman(lengths[literals : literals+offsets])
	if !ok || !good {
		f.err = errFlate
	}
	f.codes(lits, offs)
}

// codes decodes literals and copies until the end of the block.
func (f *inflater) codes(literals, offsets *huffman) {
	for f.err == nil && len(f.out) <= f.most {
		s := f.symbol(literals)
		switch {
		case f.err != nil:
		case s < 256:
			f.out = append(f.out, byte(s))
		case s == 256:
			return
		default:
			f.copy(s-257, offsets)
		}
	}
}

// copy repeats what came out before.
func (f *inflater) copy(symbol int, offsets *huffman) {
	length := symbol + 3
	switch {
	case symbol == 28:
		length = 258
	case symbol > 28:
		f.err = errFlate
	case symbol >= 8:
		extra := uint(symbol/4 - 1)
		length = 3 + (4+symbol%4)<<extra + f.take(extra)
	}
	offset := f.symbol(offsets) + 1
	switch {
	case offset > 30:
		f.err = errFlate
	case offset > 4:
		extra := uint((offset-1)/2 - 1)
		offset = 1 + (2+(offset-1)%2)<<extra + f.take(extra)
	}
	if f.err != nil || offset > len(f.out) {
		f.err = errFlate
		return
	}
	for ; length > 0; length-- {
		f.out = append(f.out, f.out[len(f.out)-offset])
	}
}
