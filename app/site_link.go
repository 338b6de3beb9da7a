package app

import (
	"strings"

	"lossline/app/page"
	"lossline/app/share"
	"lossline/app/text/languages"
)

// The offline copy has no site around it: its own address leads to a file on one
// machine, and names the folders that it lies in. What others are given has the
// address of the site, where the build knew it.

// exampleSite stands for the address of a site that is not known.
const exampleSite = "https://example.org/lossline/"

// copyFile is the name of the offline copy, for links to it from anywhere.
const copyFile = "lossline.html"

// outside returns a link to this page as others can use it.
func (b *browser) outside(link string) string {
	if !b.single || !strings.HasPrefix(link, "file:") || b.home == "" {
		return link
	}
	return onSite(link, b.home)
}

// inFiles returns a link to this page for files: without the folders of this machine.
func (b *browser) inFiles(link string) string {
	link = b.outside(link)
	if strings.HasPrefix(link, "file:") {
		_, fragment, _ := strings.Cut(link, "#")
		return copyFile + "#" + fragment
	}
	return link
}

// inPages returns a link for snippets, whose frames only a site has, and the address
// in it that its reader must replace, "" for none.
func (b *browser) inPages(link string) (onSiteLink, replace string) {
	switch {
	case !b.single:
		return link, ""
	case b.home != "":
		return onSite(link, b.home), ""
	}
	return onSite(link, exampleSite), exampleSite
}

// onSite returns a link of the offline copy as a link of the site at home, where the
// path has the language and the page.
func onSite(link, home string) string {
	_, fragment, _ := strings.Cut(link, "#")
	dir, fragment := splitSingle("#" + fragment)
	lang, _ := languages.Cut(dir)
	l, _ := share.Decode(fragment)
	return home + page.Path(lang, page.Of(l.Page)) + fragment
}
