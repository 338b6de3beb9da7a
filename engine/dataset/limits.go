package dataset

import "strconv"

// The limits of what a person brings. The reader, jobs, the page and the README go by
// them; what is beyond is refused with a sentence that says the limit.
const (
	MaxText    = 64 << 20  // bytes of a file, and of the table in it once it is unpacked
	MaxRows    = 1_000_000 // rows of a table: checkpoints of learning curves
	MaxRuns    = 200_000   // runs that one law is fitted to
	MaxColumns = 1000
	MaxCell    = 64 << 10 // bytes
	maxListed  = 1000     // problems, contradictions and duplicates that are listed one by one
)

// Limit returns the limit that a refused file is beyond, as a text: "64 MiB",
// "1,000,000"; "" for a code that is about none.
func (c Code) Limit() string {
	switch c {
	case CodeTooBig:
		return size(MaxText)
	case CodeCell:
		return size(MaxCell)
	case CodeRows:
		return grouped(MaxRows)
	case CodeRuns:
		return grouped(MaxRuns)
	case CodeColumns:
		return grouped(MaxColumns)
	}
	return ""
}

// size writes a number of bytes in MiB or KiB.
func size(n int) string {
	if n >= 1<<20 {
		return strconv.Itoa(n>>20) + " MiB"
	}
	return strconv.Itoa(n>>10) + " KiB"
}

// grouped writes a number with commas between thousands, from 10,000 on.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && n >= 10_000; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
