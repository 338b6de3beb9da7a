//go:build !js

package main

import (
	"encoding/binary"
	"errors"
)

// Of Go's table of functions, as the runtime reads it since Go 1.20 (pcHeader in
// runtime/symtab.go, _func in runtime/runtime2.go): byte offsets in the header
// of 64-bit programs and in the record of a function. Behind the record are the
// numbers of its tables of instructions, then where other data of it are.
const (
	magic      = "\xf1\xff\xff\xff\x00\x00" // and two bytes that depend on the machine
	headerSize = 72

	atNumFuncs  = 8
	atUnits     = 40 // which files each package has
	atPCTables  = 56 // behind those and the files' names
	atFuncTable = 64

	recordSize = 44
	atPCSP     = 16
	atPCFile   = 20
	atPCLine   = 24
	atNumPC    = 28
	atUnit     = 32 // its package's files, and then the line on which it begins
	atFuncID   = 40
	atNumData  = 43
)

// Of these, what only traces read, and the interruption of running code, which a
// browser's program does not know (internal/abi/symtab.go).
const (
	pcStackMap  = 1  // the one that stays: what the garbage collector knows
	pcInlTree   = 2  // which of the inlined calls an instruction belongs to
	mostNumbers = 16 // Go 1.26 has four
	dataInlTree = 3  // the calls that were inlined
	dataArgInfo = 5  // how traces show arguments
	dataArgLive = 6  // and which of them are alive
	noData      = 0xffffffff
)

var errLayout = errors.New("this Go lays its table of functions out in another way than 1.20 to 1.26")

// dropLines takes file and line of every instruction out of the table of
// functions in memory, and which calls were inlined there: their tables get the
// number 0, with which the runtime says that there is none (pcvalue), and a trace
// shows ?:0. Where a function begins, its name, how it is called, and what the
// garbage collector knows of its stack stays. An error means that nothing was
// changed.
func dropLines(memory []byte) error {
	t, err := findTable(memory)
	if err != nil {
		return err
	}
	kept, dropped, err := t.tables()
	if err != nil {
		return err
	}
	calls, err := t.inlined(memory)
	if err != nil {
		return err
	}
	for _, at := range calls {
		clear(memory[at : at+callSize])
	}
	for _, record := range t.records {
		_, drop := t.numbers(record)
		for _, at := range drop {
			clear(t.data[at : at+4])
		}
		clear(t.data[record+atUnit : record+atFuncID])
		t.dropData(record)
	}
	for number, size := range dropped {
		clear(t.data[t.pcTables+number : t.pcTables+number+size])
	}
	clear(t.data[t.units:t.pcTables])
	// Where a table has two uses, the other counts.
	for number, table := range kept {
		copy(t.data[t.pcTables+number:], table)
	}
	return nil
}

// table is a table of functions, from its header on.
type table struct {
	data     []byte
	units    int   // where the lists of files begin
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
	t = table{data: data, units: t.word(data, atUnits), pcTables: t.word(data, atPCTables)}
	n, index := t.word(data, atNumFuncs), t.word(data, atFuncTable)
	if n < 1 || t.units < headerSize || t.pcTables < t.units || index <= t.pcTables || index > len(data) || n > (len(data)-index)/8 {
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

// tables returns copies of the tables that stay, and the sizes of those that are
// dropped, by their numbers.
func (t table) tables() (kept map[int][]byte, dropped map[int]int, err error) {
	kept, dropped = map[int][]byte{}, map[int]int{}
	for _, record := range t.records {
		if t.end(record) > len(t.data) {
			return nil, nil, errLayout
		}
		stay, drop := t.numbers(record)
		for i, at := range append(stay, drop...) {
			number := t.field(at)
			if number == 0 {
				continue
			}
			size, err := t.size(number)
			if err != nil {
				return nil, nil, err
			}
			if i < len(stay) {
				kept[number] = append([]byte(nil), t.data[t.pcTables+number:t.pcTables+number+size]...)
			} else {
				dropped[number] = size
			}
		}
	}
	return kept, dropped, nil
}

// numbers returns where a record has the numbers of its tables of instructions that
// stay and of those that are dropped.
func (t table) numbers(record int) (stay, drop []int) {
	stay, drop = []int{record + atPCSP}, []int{record + atPCFile, record + atPCLine}
	for i := range t.field(record + atNumPC) {
		if at := record + recordSize + 4*i; i == pcStackMap {
			stay = append(stay, at)
		} else {
			drop = append(drop, at)
		}
	}
	return stay, drop
}

// dropData says that a function has no data but what the garbage collector and the
// runtime need.
func (t table) dropData(record int) {
	first := record + recordSize + 4*t.field(record+atNumPC)
	for _, i := range []int{dataInlTree, dataArgInfo, dataArgLive} {
		if i < int(t.data[record+atNumData]) {
			binary.LittleEndian.PutUint32(t.data[first+4*i:], noData)
		}
	}
}

// end is where a record ends, with what is behind it; beyond everything if its
// numbers cannot be right.
func (t table) end(record int) int {
	n := t.field(record + atNumPC)
	if n > mostNumbers {
		return len(t.data) + 1
	}
	return record + recordSize + 4*(n+int(t.data[record+atNumData]))
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
