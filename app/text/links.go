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

var enLinks = LinksText{
	Repaired:    "A program changed this link on its way. Undone: {0}.",
	Escapes:     "escaped characters such as &amp; or %26",
	Wide:        "full-width characters",
	Spaces:      "spaces and line breaks",
	Tail:        "text after its end",
	Foreign:     "characters that no link has",
	HashEscaped: "An address that has %23 in it was changed by a program: put # in its place.",
	CopyAddress: "A page can show only what is on a site. Put the address of your copy of the site in the place of {0}.",
}

var zhLinks = LinksText{
	Repaired:    "链接在传递途中被程序改动过。已还原：{0}。",
	Escapes:     "&amp;、%26 之类的转义字符",
	Wide:        "全角字符",
	Spaces:      "空格和换行",
	Tail:        "结尾之后的文字",
	Foreign:     "链接中不会出现的字符",
	HashEscaped: "如果网址里有 %23，那是被程序改动过：请换成 #。",
	CopyAddress: "网页只能嵌入网站上的内容。请把 {0} 换成你部署的网站地址。",
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
