package dataset

import (
	"strconv"
	"strings"

	"lossline/engine/unit"
)

// Code names what is wrong with a file, a row or a cell, or what Sniff noticed.
// It is stable: message catalogues are keyed by it. A cell that is not a
// quantity has the code of package unit for it.
type Code string

// What refuses a file.
const (
	CodeNoText  Code = "no-text"
	CodeBinary  Code = "binary"   // bytes that are no text
	CodeTooBig  Code = "too-big"  // above MaxText
	CodeRows    Code = "rows"     // above MaxRows
	CodeRuns    Code = "runs"     // above MaxRuns
	CodeColumns Code = "columns"  // above MaxColumns
	CodeCell    Code = "cell"     // above MaxCell
	CodeMapping Code = "mapping"  // one that says nothing, or two things
	CodeNoLoss  Code = "no-loss"  // nothing to fit: neither loss nor error is mapped
	CodeNoTable Code = "no-table" // no two cells in a row
	CodeGzip    Code = "gzip"     // one that is damaged
)

// What a file is that is no table in text; ReadError.Name has its format.
const (
	CodeWorkbook Code = "workbook"
	CodeDataFile Code = "data-file" // a table in binary
	CodeArchive  Code = "archive"
	CodePicture  Code = "picture"
	CodeDocument Code = "document"
	CodeEncoding Code = "text-encoding" // text in other than UTF-8
)

// What is wrong with a row or a cell, beside the codes of package unit.
const (
	CodeMissing Code = "missing" // an empty cell that is needed
	CodeNoPlace Code = "no-place"
	CodeRowSize Code = "row-size" // more cells than names
	CodeQuote   Code = "quote"
	CodeObject  Code = "object" // not a JSON object
	CodeAbsurd  Code = "absurd" // outside of what any training has
	CodeDecimal Code = "decimal"
)

// What Sniff noticed, as the Code of a Note.
const (
	NoteUTF16     Code = "utf-16"        // the text was decoded
	NoteEncoding  Code = "encoding"      // bytes that are not UTF-8
	NoteNoHeader  Code = "no-header"     // roles are guessed from the values
	NoteUnits     Code = "units-row"     // a line of units below the names
	NotePreamble  Code = "preamble"      // lines above the names are passed over
	NoteIndex     Code = "index"         // a first column without a name
	NoteDecimal   Code = "decimal-comma" // read as the decimal mark
	NoteComma     Code = "comma-unclear" // 1,234 may be either
	NoteSeveral   Code = "several"       // columns for one role, of which Column was taken
	NoteGuessed   Code = "guessed"       // a role by the values alone
	NoteScale     Code = "scale"         // Lo to Hi looks like another unit: Scale is suggested
	NoteLog       Code = "log"           // the column has logarithms
	NotePpl       Code = "perplexity"    // loss = ln of it
	NoteBits      Code = "bits"          // loss = ln 2 of it
	NoteBitsByte  Code = "bits-per-byte" // cannot be converted without the tokeniser
	NoteEpochs    Code = "epochs"        // is not read: unique tokens are
	NoteBatch     Code = "batch"         // of sequences or of tokens?
	NoteTrainLoss Code = "train-loss"    // the only loss is that on the training data
	NoteWide      Code = "wide"          // one column a training, without N
	NoteNoLoss    Code = "no-loss"
	NoteNoPlace   Code = "no-place"
)

// Why Sniff gave a column its role, as Column.Reason.
const (
	ReasonName   Code = "name"   // the whole name is known
	ReasonPart   Code = "part"   // a part of it is
	ReasonValues Code = "values" // the values look so
)

// ReadError says why a file was refused.
type ReadError struct {
	Code Code
	Row  int    // 0 if no row is to blame
	Name string // of the column, the setting or the format, if one is
}

// Error is the English sentence.
func (e *ReadError) Error() string {
	s := string(e.Code)
	for _, m := range readMessages {
		if m.code == e.Code {
			s = strings.ReplaceAll(m.english, "{limit}", e.Code.Limit())
		}
	}
	if e.Name != "" {
		s = strconv.Quote(e.Name) + ": " + s
	}
	if e.Row > 0 {
		s = "row " + strconv.Itoa(e.Row) + ": " + s
	}
	return s
}

// readMessages has the English of the codes above that refuse something.
var readMessages = [...]struct {
	code    Code
	english string
}{
	{CodeNoText, "there is no text"},
	{CodeBinary, "this is not text: save the table as CSV in UTF-8"},
	{CodeTooBig, "the table is larger than {limit}"},
	{CodeRows, "there are more than {limit} rows"},
	{CodeRuns, "there are more than {limit} runs to be fitted"},
	{CodeColumns, "there are more than {limit} columns"},
	{CodeCell, "a cell is longer than {limit}"},
	{CodeGzip, "the gzip file is damaged: pack or download it again"},
	{CodeWorkbook, "this is a workbook: save its sheet as CSV in UTF-8"},
	{CodeDataFile, "this is a table in binary: write it as CSV"},
	{CodeArchive, "this is an archive: unpack it and take the table in it"},
	{CodePicture, "this is a picture: a table in text is wanted"},
	{CodeDocument, "this is a document: save its table as CSV in UTF-8"},
	{CodeEncoding, "save the text in UTF-8"},
	{CodeMapping, "the mapping of columns is not usable here"},
	{CodeNoLoss, "no column is mapped to a loss or an error rate"},
	{CodeNoTable, "no table was found: no row has two cells"},
	{CodeMissing, "the cell is empty"},
	{CodeNoPlace, "none of N, D, C and S is known"},
	{CodeRowSize, "the row has more cells than the header"},
	{CodeQuote, "a quotation mark does not open or close a whole cell"},
	{CodeObject, "this is not a JSON object"},
	{CodeAbsurd, "is outside of what any training has"},
	{CodeDecimal, "has a point where the decimal mark is a comma"},
	{Code(unit.CodeNoNumber), "is not a number"},
	{Code(unit.CodeNotFinite), "is not a finite number"},
	{Code(unit.CodeNegative), "is negative"},
	{Code(unit.CodeZero), "is zero"},
	{Code(unit.CodeTooLarge), "is too large"},
	{Code(unit.CodeTooSmall), "is too small"},
}

// ReadCodes returns every code of this package that refuses a file, a row or a
// cell. Cells may also have any code of unit.Codes.
func ReadCodes() []Code {
	return []Code{CodeNoText, CodeBinary, CodeTooBig, CodeRows, CodeRuns, CodeColumns, CodeCell, CodeMapping, CodeNoLoss, CodeNoTable,
		CodeGzip, CodeWorkbook, CodeDataFile, CodeArchive, CodePicture, CodeDocument, CodeEncoding,
		CodeMissing, CodeNoPlace, CodeRowSize, CodeQuote, CodeObject, CodeAbsurd, CodeDecimal}
}

// NoteCodes returns every code of a Note.
func NoteCodes() []Code {
	return []Code{NoteUTF16, NoteEncoding, NoteNoHeader, NoteUnits, NotePreamble, NoteIndex, NoteDecimal, NoteComma,
		NoteSeveral, NoteGuessed, NoteScale, NoteLog, NotePpl, NoteBits, NoteBitsByte, NoteEpochs, NoteBatch,
		NoteTrainLoss, NoteWide, NoteNoLoss, NoteNoPlace}
}

// String is the problem in English: row 12, column loss: "abc" is not a number.
func (p Problem) String() string {
	s := "row " + strconv.Itoa(p.Row)
	if p.Column != "" {
		s += ", column " + p.Column
	}
	s += ": "
	for _, m := range readMessages {
		if m.code != p.Code {
			continue
		}
		if p.Cell != "" {
			s += strconv.Quote(p.Cell) + " "
		}
		return s + m.english
	}
	e := unit.ParseError{Code: unit.Code(p.Code), Word: p.Cell, Want: p.Role.kind()}
	return s + strconv.Quote(p.Cell) + ": " + e.Error()
}
