package dataset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
)

var errGzip = errors.New("damaged gzip file")

// gunzip unpacks a gzip file (RFC 1952) of one or several members, up to one byte
// more than most.
func gunzip(file []byte, most int) ([]byte, error) {
	var out []byte
	for first := true; first || bytes.HasPrefix(file, []byte("\x1f\x8b")); first = false {
		body, ok := gzipBody(file)
		if !ok {
			return nil, errGzip
		}
		part, used, err := inflate(body, most-len(out))
		switch {
		case len(part) > most-len(out):
			return append(out, part...), nil
		case err != nil:
			return nil, err
		case len(body) < used+8:
			return nil, errGzip
		}
		end := body[used:]
		if binary.LittleEndian.Uint32(end) != crc32.ChecksumIEEE(part) || binary.LittleEndian.Uint32(end[4:]) != uint32(len(part)) {
			return nil, errGzip
		}
		out, file = append(out, part...), end[8:]
	}
	return out, nil
}

// gzipBody returns what follows the head of a member.
func gzipBody(file []byte) ([]byte, bool) {
	const (
		hasCRC = 1 << (1 + iota)
		hasExtra
		hasName
		hasComment
	)
	if len(file) < 10 || file[2] != 8 {
		return nil, false
	}
	flags, rest := file[3], file[10:]
	if flags&hasExtra != 0 {
		if len(rest) < 2 || len(rest)-2 < int(binary.LittleEndian.Uint16(rest)) {
			return nil, false
		}
		rest = rest[2+int(binary.LittleEndian.Uint16(rest)):]
	}
	for _, text := range [...]byte{hasName, hasComment} {
		if flags&text == 0 {
			continue
		}
		i := bytes.IndexByte(rest, 0)
		if i < 0 {
			return nil, false
		}
		rest = rest[i+1:]
	}
	if flags&hasCRC != 0 {
		if len(rest) < 2 {
			return nil, false
		}
		rest = rest[2:]
	}
	return rest, true
}
