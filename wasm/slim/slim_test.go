//go:build !js

package main

import (
	"bytes"
	"debug/elf"
	"debug/gosym"
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"testing"
)

// A module by hand, from the specification: a custom section, and four segments,
// of which the first two are near each other and the last is empty. 0xc0 0x00 is
// the address 64: in one byte it would be -64.
const byHand = preamble +
	"\x00\x03\x02hi" +
	"\x0b\x21\x04" +
	"\x00\x41\x04\x0b\x03abc" +
	"\x00\x41\xc0\x00\x0b\x02de" +
	"\x00\x41\x80\x02\x0b\x05fghij" +
	"\x00\x41\x00\x0b\x00"

func TestRewrite(t *testing.T) {
	got, note, err := rewrite([]byte(byHand))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(note, "line tables stay") {
		t.Errorf("a module without Go's tables gives the note %q", note)
	}
	want := preamble + "\x00\x03\x02hi" + "\x0b\x4f\x02" +
		"\x00\x41\x04\x0b\x3eabc" + strings.Repeat("\x00", 57) + "de" +
		"\x00\x41\x80\x02\x0b\x05fghij"
	if string(got) != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	again, _, err := rewrite(got)
	if err != nil || !bytes.Equal(again, got) {
		t.Errorf("what is slim already changes: %q, %v", again, err)
	}
}

// A release whose tables nobody compared is refused by name, with what to do instead.
func TestCheckRelease(t *testing.T) {
	for version, ok := range map[string]bool{"go1.26": true, "go1.26.8": true, "go1.27.0": false, "go1.2": false, "devel +abc": false, "": false} {
		err := checkRelease(version)
		if (err == nil) != ok || err != nil && (!strings.Contains(err.Error(), "PLAIN=1") || !strings.Contains(err.Error(), "go1.26, not those of "+version)) {
			t.Errorf("%q: %v", version, err)
		}
	}
}

func TestRewriteRefuses(t *testing.T) {
	section := func(body string) string { return preamble + "\x0b" + string(rune(len(body))) + body }
	for module, want := range map[string]string{
		"\x7fELF":                                            "not a WebAssembly module",
		preamble + "\x0b\x05\x01":                            "section at byte 8: ends too early",
		section("\x01\x01\x04"):                              "does not say where",
		section("\x01\x00\x41\x04\x10\x01x"):                 "is computed",
		section("\x01\x00\x41\x04\x0b\x02x"):                 "ends too early",
		section("\x01\x00\x41\x04\x0b\x01xy"):                "more bytes than segments",
		section("\x01\x00\x41\x7f\x0b\x01x"):                 "address -1",
		section("\x01\x00\x41\xff\xff\xff\xff\x07\x0b\x01x"): "address 2147483647",
	} {
		if _, _, err := rewrite([]byte(module)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", module, err, want)
		}
	}
}

// The table of functions of this very test is laid out like that of the
// browser's binary; debug/gosym reads it independently of us.
func TestDropLines(t *testing.T) {
	memory := ownMemory(t)
	slim := bytes.Clone(memory)
	if err := dropLines(slim); err != nil {
		t.Fatal(err)
	}
	again := bytes.Clone(slim)
	if err := dropLines(again); err != nil || !bytes.Equal(again, slim) {
		t.Errorf("what has no lines changes: %v", err)
	}
	whole, err := findTable(memory)
	if err != nil {
		t.Fatal(err)
	}
	start := len(memory) - len(whole.data)
	size := len(ownTable(t))
	checkRest(t, memory[:start], slim[:start], 0)
	before, after := memory[start:start+size], slim[start:start+size]
	names := funcNames(t, before)
	if !slices.Contains(names, "lossline/wasm/slim.dropLines") {
		t.Fatal("this is not the table of this test")
	}
	if !slices.Equal(funcNames(t, after), names) {
		t.Error("a function has lost its name or its place")
	}
	old, err := findTable(before)
	if err != nil {
		t.Fatal(err)
	}
	dropped, end := 0, 0
	for _, record := range old.records {
		end = max(end, old.end(record))
		checkRecord(t, old, after, record)
		if old.field(record+atPCLine) != 0 {
			dropped++
		}
	}
	if dropped < len(names)/2 {
		t.Errorf("of %d functions only %d had lines", len(names), dropped)
	}
	if n := checkRest(t, memory[start:], slim[start:], end); n < 1000 {
		t.Errorf("of inlined calls only %d bytes went", n)
	}
}

// checkRecord says if a function lost something that is needed, or kept what is not:
// of its tables of instructions those of the stack pointer and of the stack maps stay,
// the first of runtime/symtab.go's and the second of internal/abi's PCDATA; of its
// FUNCDATA all but InlTree, ArgInfo and ArgLiveInfo, the numbers 3, 5 and 6 there.
func checkRecord(t *testing.T, old table, after []byte, record int) {
	t.Helper()
	word := func(data []byte, at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	end := old.end(record)
	tables := old.field(record + atNumPC)
	data := record + recordSize + 4*tables
	for at := record; at < end; at += 4 {
		want := word(old.data, at)
		switch i := (at - data) / 4; {
		case at == record+atPCFile, at == record+atPCLine, at == record+atUnit, at == record+atUnit+4, at >= record+recordSize && at < data && at != record+recordSize+4:
			want = 0
		case at >= data && (i == 3 || i == 5 || i == 6):
			want = 0xffffffff
		}
		if got := word(after, at); got != want {
			t.Fatalf("byte %d of the record at %d: %#x, want %#x", at-record, record, got, want)
		}
	}
	checkSame(t, old, after, old.field(record+atPCSP))
	if tables > 1 {
		checkSame(t, old, after, old.field(record+recordSize+4))
	}
}

// checkSame says if what the runtime needs of the stack changed.
func checkSame(t *testing.T, old table, after []byte, number int) {
	t.Helper()
	if number == 0 {
		return
	}
	size, err := old.size(number)
	if err != nil {
		t.Fatal(err)
	}
	from := old.pcTables + number
	if !bytes.Equal(old.data[from:from+size], after[from:from+size]) {
		t.Fatalf("table %d changed", number)
	}
}

// checkRest says if memory changed before the given place, or in what is not zero now
// behind it, and counts the bytes that did.
func checkRest(t *testing.T, before, after []byte, from int) (changed int) {
	t.Helper()
	for i := from; i < len(before); i++ {
		if before[i] != after[i] {
			if changed++; from == 0 || after[i] != 0 {
				t.Fatalf("byte %d changed from %#x to %#x", i, before[i], after[i])
			}
		}
	}
	return changed
}

// ownFile opens the program that runs.
func ownFile(t *testing.T) *elf.File {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	f, err := elf.Open(path)
	if err != nil {
		t.Skip("not an ELF program: ", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// ownMemory returns the memory that the program which runs starts with.
func ownMemory(t *testing.T) []byte {
	f := ownFile(t)
	var memory []byte
	for _, p := range f.Progs {
		if p.Type != elf.PT_LOAD {
			continue
		}
		data := make([]byte, p.Filesz)
		if _, err := p.ReadAt(data, 0); err != nil {
			t.Fatal(err)
		}
		if end := int(p.Vaddr + p.Filesz); len(memory) < end {
			memory = append(memory, make([]byte, end-len(memory))...)
		}
		copy(memory[p.Vaddr:], data)
	}
	return memory
}

// ownTable returns the table of functions of the program that runs.
func ownTable(t *testing.T) []byte {
	f := ownFile(t)
	section := f.Section(".gopclntab")
	if section == nil {
		t.Fatal("no .gopclntab in this test")
	}
	data, err := section.Data()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func funcNames(t *testing.T, data []byte) (names []string) {
	table, err := gosym.NewTable(nil, gosym.NewLineTable(data, 0))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range table.Funcs {
		names = append(names, f.Name)
	}
	return names
}

// What is not such a table, or a damaged one, is left as it is.
func TestDropLinesRefuses(t *testing.T) {
	whole := ownTable(t)
	for name, damaged := range map[string][]byte{
		"nothing":           {},
		"zeros":             make([]byte, 4*headerSize),
		"the magic alone":   []byte(magic),
		"another version":   append([]byte("\xf2"), whole[1:]...),
		"the first half":    whole[:len(whole)/2],
		"no functions":      append(append(bytes.Clone(whole[:8]), make([]byte, 8)...), whole[16:]...),
		"twice the same":    append(bytes.Clone(whole), whole...),
		"moved pc tables":   append(append(bytes.Clone(whole[:56]), bytes.Repeat([]byte{0xff}, 8)...), whole[64:]...),
		"moved index":       append(append(bytes.Clone(whole[:64]), whole[56:64]...), whole[72:]...),
		"header, then none": whole[:headerSize],
	} {
		old := bytes.Clone(damaged)
		if err := dropLines(damaged); err == nil {
			t.Errorf("%s: no error", name)
		}
		if !bytes.Equal(damaged, old) {
			t.Errorf("%s: changed", name)
		}
	}
}
