package text

import "strings"

// LinksText is what is said of links that were changed on their way, and of
// addresses that are not known.
type LinksText struct {
	_ incomparable

	Repaired                             string // {0} what was undone
	Escapes, Wide, Spaces, Tail, Foreign string // what can be undone

	HashEscaped string // the page for an address that there is nothing at
	CopyAddress string // {0} address; beside a snippet of the offline copy
}

// Mended says what was undone in a link, by the codes of package share.
func (t *Strings) Mended(codes string) string {
	l := &t.Links
	words := map[string]string{"escapes": l.Escapes, "wide": l.Wide, "spaces": l.Spaces, "tail": l.Tail, "foreign": l.Foreign}
	var said []string
	for code := range strings.SplitSeq(codes, ",") {
		said = append(said, words[code])
	}
	return Fill(l.Repaired, strings.Join(said, t.ListSep))
}
