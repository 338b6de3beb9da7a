package app

import (
	"strings"
	"testing"

	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
)

// The offline copy gives others no address of a file: snippets have that of the site,
// or one that must be replaced; files have no folder of the machine in them.
func TestLinksOfOfflineCopy(t *testing.T) {
	const here, hosted = "file:///home/someone/lossline.html", "https://a.example/x/lossline.html"
	for _, f := range page.Embeds() {
		state := share.Encode(share.Link{Page: f.Page, Scenario: scenario.Default()})
		for _, c := range []struct {
			base, home, zh                   string
			outside, inFiles, inPages, write string
		}{
			{here, "", "", here + "#", "lossline.html#", exampleSite, exampleSite},
			{here, "", "zh&", here + "#zh&", "lossline.html#zh&", exampleSite + "zh/", exampleSite},
			{here, "https://b.example/", "", "https://b.example/", "https://b.example/", "https://b.example/", ""},
			{here, "https://b.example/", "zh&", "https://b.example/zh/", "https://b.example/zh/", "https://b.example/zh/", ""},
			{hosted, "", "", hosted + "#", hosted + "#", exampleSite, exampleSite},
			{hosted, "https://b.example/", "zh&", hosted + "#zh&", hosted + "#zh&", "https://b.example/zh/", ""},
		} {
			b := &browser{base: c.base, single: true, home: c.home}
			link := c.base + "#" + c.zh + state
			onSite := func(prefix string) string {
				if strings.HasSuffix(prefix, "/") {
					return prefix + page.Of(f.Page).Path + map[bool]string{true: "", false: "/"}[page.Of(f.Page).Path == ""] + "#" + state
				}
				return prefix + state
			}
			if got := b.outside(link); got != onSite(c.outside) {
				t.Errorf("%s: to others %s", link, got)
			}
			if got := b.inFiles(link); got != onSite(c.inFiles) {
				t.Errorf("%s: in files %s", link, got)
			}
			got, replace := b.inPages(link)
			if got != onSite(c.inPages) || replace != c.write {
				t.Errorf("%s: in pages %s, replace %q", link, got, replace)
			}
			for _, s := range Snippets(f.ID, got) {
				want := c.inPages + "embed/" + f.ID
				if strings.Contains(s.Code, "file:") || strings.Contains(s.Code, "someone") ||
					strings.Contains(s.Code, "<iframe") && !strings.Contains(s.Code, want) {
					t.Errorf("%s: %s: %s", link, s.Name, s.Code)
				}
			}
		}
	}
	b := &browser{base: "/x/"}
	if got, replace := b.inPages("https://a.example/x/#c=1"); got != "https://a.example/x/#c=1" || replace != "" {
		t.Errorf("on a site: %s, replace %q", got, replace)
	}
	if said := text.Fill(languages.In(languages.Chinese).Links.CopyAddress, exampleSite); !strings.Contains(said, exampleSite) {
		t.Errorf("the address is not named: %s", said)
	}
}
