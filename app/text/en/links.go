package en

import (
	"lossline/app/text"
)

func init() { Strings.Links = linksText }

var linksText = text.LinksText{
	Repaired:    "A program changed this link on its way. Undone: {0}.",
	Escapes:     "escaped characters such as &amp; or %26",
	Wide:        "full-width characters",
	Spaces:      "spaces and line breaks",
	Tail:        "text after its end",
	Foreign:     "characters that no link has",
	HashEscaped: "An address that has %23 in it was changed by a program: put # in its place.",
	CopyAddress: "A page can show only what is on a site. Put the address of your copy of the site in the place of {0}.",
}
