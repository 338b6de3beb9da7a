package export

import (
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
)

// PDF turns a picture that SVG has drawn into a PDF of one page: the same paths,
// and text as text, in the fonts that every reader of PDF has. An inch has 96
// pixels of the picture. Nothing is compressed, and no font is inside: Latin text
// is in Helvetica, Greek and operators in Symbol, everything else in the
// reader's Chinese font. The document's information has m, the permalink as
// Permalink. It is an error, which names the element, if the picture has
// something that a figure does not.
//
// The format is that of ISO 32000-1 (PDF 1.7): sections 7.5 for the file, 8 and
// 9.3 for what is on the page, 9.7.5.2 for the Chinese font.
func PDF(picture []byte, m Meta) ([]byte, error) {
	var p page
	if err := p.draw(string(picture)); err != nil {
		return nil, err
	}
	f := pdfFile{b: []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")}
	f.object("<</Type/Catalog/Pages 2 0 R/ViewerPreferences<</DisplayDocTitle true>>>>")
	f.object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	f.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + short(p.w*perPixel) + " " + short(p.h*perPixel) + "]" +
		"/Contents 4 0 R/Resources<</Font<</F0 6 0 R/F1 7 0 R/F2 8 0 R/F3 9 0 R>>/ExtGState<<" + p.states() + ">>>>" +
		"/Group<</S/Transparency/CS/DeviceRGB>>>>")
	f.object("<</Length " + strconv.Itoa(len(p.b)) + ">>\nstream\n" + string(p.b) + "\nendstream")
	f.object(m.pdfInfo())
	for _, font := range pdfFonts {
		f.object("<</Type/Font/Subtype" + font + ">>")
	}
	f.object("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 11 0 R>>")
	f.object("<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>")
	return f.end(1, 5), nil
}

// perPixel is a pixel in points, of which an inch has 72.
const perPixel = 0.75

// pdfFonts are the fonts of a page, by fontID; the last one's descendant is the
// object after them.
var pdfFonts = [...]string{
	"/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding",
	"/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding",
	"/Type1/BaseFont/Symbol",
	"/Type0/BaseFont/STSong-Light-UniGB-UTF16-H/Encoding/UniGB-UTF16-H/DescendantFonts[10 0 R]",
}

// pdfFile is a file of objects, numbered from 1.
type pdfFile struct {
	b  []byte
	at []int // where the objects begin
}

func (f *pdfFile) object(body string) {
	f.at = append(f.at, len(f.b))
	f.b = append(strconv.AppendInt(f.b, int64(len(f.at)), 10), " 0 obj\n"...)
	f.b = append(append(f.b, body...), "\nendobj\n"...)
}

// end writes the cross-reference table, whose lines have 20 bytes each, and the
// trailer.
func (f *pdfFile) end(root, info int) []byte {
	xref := len(f.b)
	size := strconv.Itoa(len(f.at) + 1)
	f.b = append(f.b, "xref\n0 "+size+"\n0000000000 65535 f \n"...)
	for _, at := range f.at {
		n := strconv.Itoa(at)
		f.b = append(f.b, "0000000000"[len(n):]+n+" 00000 n \n"...)
	}
	f.b = append(f.b, "trailer\n<</Size "+size+"/Root "+strconv.Itoa(root)+" 0 R/Info "+strconv.Itoa(info)+" 0 R>>\n"+
		"startxref\n"+strconv.Itoa(xref)+"\n%%EOF\n"...)
	return f.b
}

// pdfLink is what stands before the permalink in a document's information.
const pdfLink = "/Permalink"

// pdfInfo is the document's information.
func (m *Meta) pdfInfo() string {
	var sets []string
	for _, u := range m.Uses {
		sets = append(sets, u.String())
	}
	date := ""
	if d := plainName(strings.ReplaceAll(m.Date, "-", "")); d != "" {
		date = "D:" + d
	}
	info := "<<"
	for _, e := range [...][2]string{
		{"/Title", m.Title}, {"/Subject", m.Alt}, {"/Keywords", strings.Join(sets, "; ")},
		{"/Creator", m.program()}, {"/Producer", m.program()}, {"/CreationDate", date}, {pdfLink, m.Permalink},
	} {
		if e[1] != "" {
			info += e[0] + pdfString(e[1]) + "\n"
		}
	}
	return info + ">>"
}

// pdfString is a text string: as it is for ASCII, else UTF-16 in hexadecimal.
func pdfString(s string) string {
	for i := range len(s) {
		if s[i] >= 0x7f || s[i] < ' ' {
			return "<feff" + hexUTF16(s) + ">"
		}
	}
	return "(" + pdfEscape.Replace(s) + ")"
}

var pdfEscape = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

func hexUTF16(s string) string {
	const digits = "0123456789abcdef"
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		for _, v := range binary.BigEndian.AppendUint16(nil, u) {
			b = append(b, digits[v>>4], digits[v&15])
		}
	}
	return string(b)
}
