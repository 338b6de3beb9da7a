package dataset

import (
	"bytes"
	"strings"
)

// Unpack returns the table in a file: what a gzip file holds, and any other file as
// it is. The error is a *ReadError where the file is damaged or larger than MaxText
// once it is unpacked, or is of a format that is no text, which it names.
func Unpack(file []byte) ([]byte, error) {
	if !bytes.HasPrefix(file, []byte("\x1f\x8b")) {
		return file, foreign(file)
	}
	text, err := gunzip(file, MaxText)
	switch {
	case err != nil:
		return nil, &ReadError{Code: CodeGzip}
	case len(text) > MaxText:
		return nil, &ReadError{Code: CodeTooBig}
	}
	return text, foreign(text)
}

// formats are what people drop in place of a table, by how such files begin; at is
// the offset of the mark.
var formats = [...]struct {
	mark string
	at   int
	name string
	code Code
}{
	{"\x1f\x8b", 0, "gzip", CodeArchive}, // in another one
	{"PAR1", 0, "Parquet", CodeDataFile},
	{"SQLite format 3\x00", 0, "SQLite", CodeDataFile},
	{"ARROW1\x00", 0, "Arrow", CodeDataFile},
	{"FEA1", 0, "Feather", CodeDataFile},
	{"\x89HDF\r\n\x1a\n", 0, "HDF5", CodeDataFile},
	{"\x93NUMPY", 0, "NumPy", CodeDataFile},
	{"Obj\x01", 0, "Avro", CodeDataFile},
	{"MATLAB 5.0 MAT-file", 0, "MATLAB", CodeDataFile},
	{"RDX2\n", 0, "R", CodeDataFile},
	{"RDX3\n", 0, "R", CodeDataFile},
	{"\x80\x02", 0, "Python pickle", CodeDataFile},
	{"\x80\x03", 0, "Python pickle", CodeDataFile},
	{"\x80\x04", 0, "Python pickle", CodeDataFile},
	{"\x80\x05", 0, "Python pickle", CodeDataFile},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "XLS", CodeWorkbook},
	{"7z\xbc\xaf\x27\x1c", 0, "7z", CodeArchive},
	{"Rar!\x1a\x07", 0, "RAR", CodeArchive},
	{"\x28\xb5\x2f\xfd", 0, "zstd", CodeArchive},
	{"\xfd7zXZ\x00", 0, "xz", CodeArchive},
	{"1AY&SY", 4, "bzip2", CodeArchive},
	{"\x04\x22\x4d\x18", 0, "LZ4", CodeArchive},
	{"ustar", 257, "tar", CodeArchive},
	{"\x89PNG\r\n\x1a\n", 0, "PNG", CodePicture},
	{"\xff\xd8\xff", 0, "JPEG", CodePicture},
	{"GIF87a", 0, "GIF", CodePicture},
	{"GIF89a", 0, "GIF", CodePicture},
	{"WEBP", 8, "WebP", CodePicture},
	{"II*\x00", 0, "TIFF", CodePicture},
	{"MM\x00*", 0, "TIFF", CodePicture},
	{"ftypavif", 4, "AVIF", CodePicture},
	{"ftyphei", 4, "HEIC", CodePicture},
	{"ftypmif1", 4, "HEIC", CodePicture},
	{"\x00\x00\x01\x00", 0, "ICO", CodePicture},
	{"%PDF-", 0, "PDF", CodeDocument},
	{"{\\rtf", 0, "RTF", CodeDocument},
	{"\xff\xfe\x00\x00", 0, "UTF-32", CodeEncoding},
	{"\x00\x00\xfe\xff", 0, "UTF-32", CodeEncoding},
}

// foreign names the format of a file that is no table in text; nil if it is none of
// those known here.
func foreign(file []byte) error {
	for _, f := range &formats {
		if len(file) > f.at && bytes.HasPrefix(file[f.at:], []byte(f.mark)) {
			return &ReadError{Code: f.code, Name: f.name}
		}
	}
	if bytes.HasPrefix(file, []byte("PK\x03\x04")) {
		return zipped(string(file[:min(len(file), 8<<10)]))
	}
	if start := bytes.TrimLeft(file[:min(len(file), 256)], "\ufeff \t\r\n"); len(start) > 4 && start[0] == '<' {
		switch word := strings.ToLower(string(start[:min(len(start), 14)])); {
		case strings.HasPrefix(word, "<!doctype html"), strings.HasPrefix(word, "<html"):
			return &ReadError{Code: CodeDocument, Name: "HTML"}
		case strings.HasPrefix(word, "<svg"):
			return &ReadError{Code: CodePicture, Name: "SVG"}
		case strings.HasPrefix(word, "<?xml"):
			return &ReadError{Code: CodeDocument, Name: "XML"}
		}
	}
	return unmarked(file)
}

// zipped names what a ZIP file is by the files in it, of which head has the first.
func zipped(head string) error {
	for _, f := range [...]struct {
		has, name string
		code      Code
	}{
		{"oasis.opendocument.spreadsheet", "ODS", CodeWorkbook},
		{"Index/Document.iwa", "Numbers", CodeWorkbook},
		{"word/", "DOCX", CodeDocument},
		{"ppt/", "PPTX", CodeDocument},
		{"xl/", "XLSX", CodeWorkbook},
		{"[Content_Types].xml", "XLSX", CodeWorkbook},
		{".npy", "NumPy", CodeDataFile},
	} {
		if strings.Contains(head, f.has) {
			return &ReadError{Code: f.code, Name: f.name}
		}
	}
	return &ReadError{Code: CodeArchive, Name: "ZIP"}
}

// unmarked names UTF-16 and UTF-32 without a byte order mark, in which every second
// byte of plain text, or three of four, are zero.
func unmarked(file []byte) error {
	if bytes.HasPrefix(file, []byte("\xff\xfe")) || bytes.HasPrefix(file, []byte("\xfe\xff")) {
		return nil
	}
	zero, n := [4]int{}, min(len(file)/4, 256)
	for i := range 4 * n {
		if file[i] == 0 {
			zero[i%4]++
		}
	}
	most := 0
	for _, z := range zero {
		if 10*z > 9*n {
			most++
		}
	}
	switch {
	case n == 0:
		return nil
	case most == 3:
		return &ReadError{Code: CodeEncoding, Name: "UTF-32"}
	case most == 2 && (zero[0] > zero[1]) == (zero[2] > zero[3]):
		return &ReadError{Code: CodeEncoding, Name: "UTF-16"}
	}
	return nil
}
