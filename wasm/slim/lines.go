//go:build !js

package main

import (
	"encoding/binary"
	"errors"
)

// Of Go's table of functions, as the runtime reads it since Go 1.20 (pcHeader in
// runtime/symtab.go, _func in runtime/runtime2.go): byte offsets in the header
// of 64-bit programs and in the record of a function.
const (
	magic      = "\xf1\xff\xff\xff\x00\x00" // and two bytes that depend on the machine
	headerSize = 72

	atNumFuncs  = 8
	atPCTables  = 56
	atFuncTable = 64

	recordSize = 44
	atPCSP     = 16
	atPCFile   = 20
	atPCLine   = 24
	atNumPC    = 28
	atNumFunc  = 43
)

var errLayout = errors.New("this Go lays its table of functions out in another way than 1.20 to 1.26")

// dropLines takes file and line of every instruction out of the table of
// functions in memory: their tables get the number 0, with which the runtime
// says that there is none (pcvalue), and a trace shows ?:0. Where a function
// begins, how it is called, and what the garbage collector knows of its stack
// stays. An error means that nothing was changed.
func dropLines(memory []byte) error {
	t, err := findTable(memory)
	if err != nil {
		return err
	}
	kept, lines, err := t.tables()
	if err != nil {
		return err
	}
	for _, at := range t.records {
		clear(t.data[at+atPCFile : at+atPCLine+4])
	}
	for at, size := range lines {
		clear(t.data[t.pcTables+at : t.pcTables+at+size])
	}
	// Where a table has two uses, the other counts.
	for at, table := range kept {
		copy(t.data[t.pcTables+at:], table)
	}
	return nil
}

// table is a table of functions, from its header on.
type table struct {
	data     []byte
	pcTables int   // where the tables of instructions begin, which are numbered from there
	records  []int // where the record of each function is
}

// findTable finds the one table of functions in memory.
func findTable(memory []byte) (found table, err error) {
	err = errLayout
	for at := 0; at+headerSize <= len(memory); at++ {
		if string(memory[at:at+len(magic)]) != magic {
			continue
		}
		if t, ok := readTable(memory[at:]); ok {
			if err == nil {
				return table{}, errors.New("there are two tables of functions")
			}
			found, err = t, nil
		}
	}
	return found, err
}

// readTable reads a table of functions, if this is one: every entry of its index
// then leads to a record that begins with the same address.
func readTable(data []byte) (t table, ok bool) {
	t = table{data: data, pcTables: t.word(data, atPCTables)}
	n, index := t.word(data, atNumFuncs), t.word(data, atFuncTable)
	if n < 1 || t.pcTables < headerSize || index <= t.pcTables || index > len(data) || n > (len(data)-index)/8 {
		return t, false
	}
	for entry := data[index : index+8*n]; len(entry) > 0; entry = entry[8:] {
		record := index + int(binary.LittleEndian.Uint32(entry[4:]))
		if record > len(data)-recordSize || string(data[record:record+4]) != string(entry[:4]) {
			return t, false
		}
		t.records = append(t.records, record)
	}
	return t, true
}

// word reads a number of the header; -1 if it is too large to be right.
func (table) word(data []byte, at int) int {
	if n := binary.LittleEndian.Uint64(data[at:]); n <= uint64(len(data)) {
		return int(n)
	}
	return -1
}

func (t table) field(at int) int { return int(binary.LittleEndian.Uint32(t.data[at:])) }

// tables returns copies of the tables that stay, and the sizes of those with
// files and lines, by their numbers.
func (t table) tables() (kept map[int][]byte, lines map[int]int, err error) {
	kept, lines = map[int][]byte{}, map[int]int{}
	for _, record := range t.records {
		stay := []int{record + atPCSP}
		for i := range t.field(record + atNumPC) {
			stay = append(stay, record+recordSize+4*i)
			if i > 16 {
				return nil, nil, errLayout // Go 1.26 has four
			}
		}
		for _, at := range append(stay, record+atPCFile, record+atPCLine) {
			if at+4 > len(t.data) {
				return nil, nil, errLayout
			}
			number := t.field(at)
			if number == 0 {
				continue
			}
			size, err := t.size(number)
			if err != nil {
				return nil, nil, err
			}
			if at == record+atPCFile || at == record+atPCLine {
				lines[number] = size
			} else {
				kept[number] = append([]byte(nil), t.data[t.pcTables+number:t.pcTables+number+size]...)
			}
		}
	}
	return kept, lines, nil
}

// size is how many bytes a table of instructions takes: pairs of a change of the
// value and one of the address, until a change of 0 that is not the first
// (step in runtime/symtab.go).
func (t table) size(number int) (int, error) {
	r := reader{rest: t.data[min(t.pcTables+number, len(t.data)):]}
	all := len(r.rest)
	for first := true; ; first = false {
		if change := r.uint(); r.err != nil {
			return 0, errLayout
		} else if change == 0 && !first {
			return all - len(r.rest), nil
		}
		r.uint()
	}
}
