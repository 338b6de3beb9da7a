//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// Of the WebAssembly core specification 1.0, section 5.5.
const (
	preamble    = "\x00asm\x01\x00\x00\x00"
	dataSection = 11
	opI32Const  = 0x41
	opEnd       = 0x0b
)

// gap is the shortest run of zeros that separates two segments: of 16, 100, 1000
// and none, 100 gave the smallest file with Brotli.
const gap = 100

// maxMemory is far above what the program starts with, so that a damaged file is
// refused before its memory is asked for.
const maxMemory = 1 << 28

// segment is a piece of the memory that a program starts with.
type segment struct {
	at   int
	data []byte
}

// rewrite returns the module without the line tables and with its data in few
// segments. The note says what was left as it is.
func rewrite(module []byte) (slim []byte, note string, err error) {
	rest, ok := bytes.CutPrefix(module, []byte(preamble))
	if !ok {
		return nil, "", errors.New("not a WebAssembly module of version 1")
	}
	slim = append(slim, preamble...)
	for len(rest) > 0 {
		r := reader{rest: rest[1:]}
		body := r.bytes(r.uint())
		if r.err != nil {
			return nil, "", fmt.Errorf("section at byte %d: %w", len(module)-len(rest), r.err)
		}
		id := rest[0]
		rest = r.rest
		if id == dataSection {
			if body, note, err = rewriteData(body); err != nil {
				return nil, "", fmt.Errorf("data section: %w", err)
			}
		}
		slim = binary.AppendUvarint(append(slim, id), uint64(len(body)))
		slim = append(slim, body...)
	}
	return slim, note, nil
}

func rewriteData(body []byte) (slim []byte, note string, err error) {
	segments, err := parseData(body)
	if err != nil {
		return nil, "", err
	}
	memory, err := lay(segments)
	if err != nil {
		return nil, "", err
	}
	if err := dropLines(memory); err != nil {
		note = "line tables stay in the binary: " + err.Error()
	}
	return appendData(nil, split(memory)), note, nil
}

// parseData reads the segments of a data section (specification, 5.5.14).
func parseData(body []byte) ([]segment, error) {
	r := reader{rest: body}
	segments := make([]segment, 0, min(r.uint(), len(body)))
	for range cap(segments) {
		if r.byte() != 0 || r.byte() != opI32Const {
			return nil, errors.New("a segment that does not say where in memory it lies")
		}
		s := segment{at: r.int()}
		if r.byte() != opEnd {
			return nil, errors.New("a segment whose place is computed")
		}
		s.data = r.bytes(r.uint())
		if r.err != nil {
			return nil, r.err
		}
		segments = append(segments, s)
	}
	if len(r.rest) > 0 {
		return nil, errors.New("more bytes than segments")
	}
	return segments, nil
}

// lay returns the memory that the segments make, from address 0 on.
func lay(segments []segment) ([]byte, error) {
	size := 0
	for _, s := range segments {
		if s.at < 0 || s.at+len(s.data) > maxMemory {
			return nil, fmt.Errorf("a segment at address %d", s.at)
		}
		size = max(size, s.at+len(s.data))
	}
	memory := make([]byte, size)
	for _, s := range segments {
		copy(memory[s.at:], s.data)
	}
	return memory, nil
}

// split cuts memory at runs of zeros, which is what memory holds without being
// told.
func split(memory []byte) (segments []segment) {
	from, to := -1, 0 // the segment so far; from is -1 before the first
	for i, b := range memory {
		if b == 0 {
			continue
		}
		if from < 0 {
			from = i
		} else if i-to >= gap {
			segments = append(segments, segment{from, memory[from:to]})
			from = i
		}
		to = i + 1
	}
	if from >= 0 {
		segments = append(segments, segment{from, memory[from:to]})
	}
	return segments
}

func appendData(b []byte, segments []segment) []byte {
	b = binary.AppendUvarint(b, uint64(len(segments)))
	for _, s := range segments {
		b = appendInt(append(b, 0, opI32Const), s.at)
		b = binary.AppendUvarint(append(b, opEnd), uint64(len(s.data)))
		b = append(b, s.data...)
	}
	return b
}

// appendInt appends a number of at least 0 as signed LEB128, whose bit 6 of the
// last byte is the sign.
func appendInt(b []byte, n int) []byte {
	for n > 0x3f {
		b = append(b, byte(n)|0x80)
		n >>= 7
	}
	return append(b, byte(n))
}

// reader reads numbers and bytes until the first error, which it keeps.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) byte() byte {
	if b := r.bytes(1); r.err == nil {
		return b[0]
	}
	return 0
}

func (r *reader) bytes(n int) []byte {
	if r.err == nil && (n < 0 || n > len(r.rest)) {
		r.err = errors.New("ends too early")
	}
	if r.err != nil {
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// uint reads a number of at most 32 bits as unsigned LEB128.
func (r *reader) uint() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n >= 1<<32 {
		r.bytes(-1)
		return 0
	}
	r.bytes(size)
	return int(n)
}

// int reads signed LEB128. Addresses are not negative: lay refuses them.
func (r *reader) int() int {
	n, shift := 0, 0
	for {
		b := r.byte()
		n |= int(b&0x7f) << shift
		shift += 7
		if b < 0x80 || shift > 35 {
			if b&0x40 != 0 {
				n -= 1 << shift
			}
			return n
		}
	}
}
