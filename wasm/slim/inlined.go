//go:build !js

package main

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Of calls that were inlined (inlinedCall in runtime/symtabinl.go), and of the
// description of the program (moduledata in runtime/symtab.go), which begins with
// the address of the table of functions.
const (
	callSize   = 16 // kind, three zeros, name, place and line
	mostKind   = 32 // Go 1.26 has 24 kinds (internal/abi/symtab.go)
	atFuncData = 320
)

// inlined returns where in memory the calls are described that were inlined into
// functions. All of them must look like such descriptions.
func (t table) inlined(memory []byte) (calls []int, err error) {
	from, err := t.funcData(memory)
	if err != nil {
		return nil, err
	}
	for _, record := range t.records {
		tree, n, err := t.tree(record)
		if err != nil {
			return nil, err
		}
		for i := range n {
			at := from + tree + callSize*i
			if at > len(memory)-callSize || memory[at] >= mostKind || memory[at+1]|memory[at+2]|memory[at+3] != 0 {
				return nil, errors.New("calls that were inlined are not described as in Go 1.26")
			}
			calls = append(calls, at)
		}
	}
	return calls, nil
}

// funcData returns the address from which records count the data of functions: it is
// behind the table of functions.
func (t table) funcData(memory []byte) (int, error) {
	start := len(memory) - len(t.data)
	address := binary.LittleEndian.AppendUint64(nil, uint64(start))
	for at := 0; ; at += 8 {
		i := bytes.Index(memory[at:], address)
		if i < 0 {
			return 0, errors.New("there is no description of the program as in Go 1.26")
		}
		if at = (at + i) &^ 7; at > len(memory)-atFuncData-16 {
			continue
		}
		data, end := t.word(memory, at+atFuncData), t.word(memory, at+atFuncData+8)
		if start+t.pcTables < data && data < end {
			return data, nil
		}
	}
}

// tree returns where the calls that were inlined into a function begin, counted from
// the data of functions, and how many there are: one more than the greatest of the
// numbers that its instructions have.
func (t table) tree(record int) (at, n int, err error) {
	tables := t.field(record + atNumPC)
	if tables <= pcInlTree || int(t.data[record+atNumData]) <= dataInlTree {
		return 0, 0, nil
	}
	at = t.field(record + recordSize + 4*(tables+dataInlTree))
	number := t.field(record + recordSize + 4*pcInlTree)
	if at == noData || number == 0 {
		return 0, 0, nil
	}
	size, err := t.size(number)
	if err != nil {
		return 0, 0, err
	}
	r := reader{rest: t.data[t.pcTables+number : t.pcTables+number+size-1]}
	for value := -1; len(r.rest) > 0; r.uint() {
		change := r.uint() // zigzag, as in step of runtime/symtab.go
		value += int(int32(uint32(change)>>1) ^ -int32(change&1))
		n = max(n, value+1)
	}
	return at, n, r.err
}
