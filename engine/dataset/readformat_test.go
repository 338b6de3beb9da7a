package dataset

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"strings"
	"testing"
)

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A table packed with gzip is read as the table.
func TestGzipIsUnpacked(t *testing.T) {
	text := string(large(2000))
	plain, want := sniffed(t, text, nil)
	for _, head := range []string{"", "\ufeff"} {
		s, in := sniffed(t, string(packed(t, head+text)), nil)
		if in.Digest != want.Digest || in.Kept != 2000 || s.Sure != plain.Sure {
			t.Errorf("%d runs, digest %s, want %s", in.Kept, in.Digest, want.Digest)
		}
	}
}

// A small file that unpacks to more than any table is not unpacked to its end.
func TestGzipBomb(t *testing.T) {
	_, err := Unpack(packed(t, strings.Repeat("1,2\n", MaxText/4+1)))
	refused(t, "a bomb", err, CodeTooBig, "")
}

func refused(t *testing.T, what string, err error, code Code, name string) {
	t.Helper()
	var e *ReadError
	if !errors.As(err, &e) || e.Code != code || e.Name != name {
		t.Errorf("%s: %v, want %s %s", what, err, code, name)
	}
}

// What is dropped in place of a table is named, by its bytes.
func TestForeignFilesAreNamed(t *testing.T) {
	whole := packed(t, string(large(50)))
	damaged := append([]byte(nil), whole...)
	damaged[len(damaged)/2] ^= 0xff
	zip := func(name string) string { return "PK\x03\x04\x14\x00\x06\x00" + strings.Repeat("\x00", 22) + name }
	utf32 := func(s string, big bool) string {
		var b strings.Builder
		for _, r := range s {
			if big {
				b.WriteString("\x00\x00\x00" + string(r))
			} else {
				b.WriteString(string(r) + "\x00\x00\x00")
			}
		}
		return b.String()
	}
	table := "N,D,loss\n1e9,2e10,3\n"
	for _, c := range []struct {
		file string
		code Code
		name string
	}{
		{zip("[Content_Types].xml...xl/workbook.xml"), CodeWorkbook, "XLSX"},
		{zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), CodeWorkbook, "ODS"},
		{zip("[Content_Types].xml...word/document.xml"), CodeDocument, "DOCX"},
		{zip("arr_0.npy"), CodeDataFile, "NumPy"},
		{zip("runs.csv"), CodeArchive, "ZIP"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", CodeWorkbook, "XLS"},
		{"PAR1\x15\x04\x15\x10PAR1", CodeDataFile, "Parquet"},
		{"SQLite format 3\x00\x10\x00", CodeDataFile, "SQLite"},
		{"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", CodePicture, "PNG"},
		{"\xff\xd8\xff\xe0\x00\x10JFIF\x00", CodePicture, "JPEG"},
		{"RIFF\x24\x00\x00\x00WEBPVP8 ", CodePicture, "WebP"},
		{"<svg xmlns='http://www.w3.org/2000/svg'></svg>", CodePicture, "SVG"},
		{"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", CodeDocument, "PDF"},
		{"\n<!DOCTYPE html>\n<table><tr><td>N</td></tr></table>", CodeDocument, "HTML"},
		{string(whole[:len(whole)-20]), CodeGzip, ""},
		{string(damaged), CodeGzip, ""},
		{"\x1f\x8b", CodeGzip, ""},
		{string(packed(t, string(whole))), CodeArchive, "gzip"},
		{string(packed(t, strings.Repeat("\x00", 257)+"ustar  ")), CodeArchive, "tar"},
		{"\xff\xfe\x00\x00" + utf32(table, false), CodeEncoding, "UTF-32"},
		{"\x00\x00\xfe\xff" + utf32(table, true), CodeEncoding, "UTF-32"},
		{utf32(table, false), CodeEncoding, "UTF-32"},
		{utf32(table, true), CodeEncoding, "UTF-32"},
		{"N\x00,\x00l\x00o\x00s\x00s\x00\n\x001\x00,\x002\x00", CodeEncoding, "UTF-16"},
		{"1,2\x00", CodeBinary, ""},
	} {
		_, err := Sniff([]byte(c.file))
		refused(t, c.name, err, c.code, c.name)
		if err != nil && strings.Contains(err.Error(), "{") {
			t.Errorf("%v", err)
		}
	}
}

// A table that is beyond a limit is said to be so, and not to be none.
func TestSniffSaysTheLimit(t *testing.T) {
	names := func(sep string) string { return strings.Repeat("name"+sep, 1_000_000) + "name\n" }
	for what, c := range map[string]struct {
		text string
		code Code
	}{
		"1e6 columns, commas":     {names(","), CodeColumns},
		"1e6 columns, tabs":       {names("\t"), CodeColumns},
		"1e6 columns, semicolons": {names(";") + names(";"), CodeColumns},
		"1e6 columns, blanks":     {names(" "), CodeColumns},
		"1e6 keys":                {`[{"a":1` + keys(2000) + `}]`, CodeColumns},
		"10 MB cell in the names": {"N,loss," + strings.Repeat("x", 10<<20) + "\n1,2,3\n", CodeCell},
	} {
		_, err := Sniff([]byte(c.text))
		refused(t, what, err, c.code, "")
	}
	text := "N,loss,name\n1e9,3,a\n2e9,3,\"" + strings.Repeat("x", 10<<20) + "\"\n"
	s, err := Sniff([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(context.Background(), []byte(text), &s.Guess, nil, nil)
	refused(t, "10 MB cell", err, CodeCell, "")
	if err.(*ReadError).Row != 3 {
		t.Errorf("%v: want row 3", err)
	}
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`,"k` + grouped(i) + `":1`)
	}
	return b.String()
}
