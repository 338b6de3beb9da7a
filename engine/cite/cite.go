// Package cite has the bibliography as data: what a number rests on, and how
// far it can be trusted.
package cite

import (
	"fmt"
	"strings"
)

// Grade says how a constant or a datum reached Lossline.
type Grade byte

// The evidence grades. They are shown beside every number.
const (
	GradeA Grade = 'A' // read in the paper or in its authors' code
	GradeB Grade = 'B' // recomputed by Lossline from public data
	GradeC Grade = 'C' // transcribed without the paper at hand
	GradeU Grade = 'U' // the user's own
)

// Source is one work of the literature.
type Source struct {
	Key     string   // BibTeX key, also the stem of law IDs: "kaplan2020"
	Authors []string // "Family, Given"; "others" as the last one where the list is cut
	Short   string   // as cited in running text: "Kaplan et al. 2020"
	Title   string
	Year    int
	ArXiv   string // identifier without version; empty if none
	URL     string // where ArXiv is empty
}

// Link is the address at which the work can be read.
func (s *Source) Link() string {
	if s.ArXiv != "" {
		return "https://arxiv.org/abs/" + s.ArXiv
	}
	return s.URL
}

// BibTeX returns the entry of the work, one field a line.
func (s *Source) BibTeX() string {
	var b strings.Builder
	kind := "misc"
	fmt.Fprintf(&b, "@%s{%s,\n  title  = {{%s}},\n  author = {%s},\n  year   = {%d},\n",
		kind, s.Key, s.Title, strings.Join(s.Authors, " and "), s.Year)
	if s.ArXiv != "" {
		fmt.Fprintf(&b, "  eprint = {%s},\n  archivePrefix = {arXiv},\n", s.ArXiv)
	}
	fmt.Fprintf(&b, "  url    = {%s},\n}\n", s.Link())
	return b.String()
}

// Ref is a place in a Source.
type Ref struct {
	Source *Source
	Where  string // "eq. 4.1, Table 2"
}

// String is the reference in running text: "Kaplan et al. 2020, eq. 4.1, Table 2".
func (r Ref) String() string {
	if r.Source == nil {
		return r.Where
	}
	if r.Where == "" {
		return r.Source.Short
	}
	return r.Source.Short + ", " + r.Where
}
