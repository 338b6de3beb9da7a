package app

import (
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
)

// What was undone in a link is said in the language of the page, before what is
// wrong with it.
func TestNoticeOfRepairs(t *testing.T) {
	for lang, want := range map[text.Lang]string{
		languages.English: "Undone: spaces and line breaks, text after its end. This link was edited or damaged",
		languages.Chinese: "已还原：空格和换行、结尾之后的文字。链接被改动或损坏",
	} {
		r := NewRoot(lang, page.All()[0], "")
		r.came.notices = []share.Notice{
			{Code: share.Repaired, Keys: share.RepairSpaces + "," + share.RepairTail}, {Code: share.Damaged},
		}
		if got := h.HTMLString(r); !strings.Contains(got, want) {
			t.Errorf("%s: no %q on the page", lang, want)
		}
	}
	for _, repair := range []string{share.RepairEscapes, share.RepairWide, share.RepairSpaces, share.RepairTail, share.RepairForeign} {
		if said := languages.In(languages.English).Mended(repair); strings.HasSuffix(said, ": .") {
			t.Errorf("no words for %s: %q", repair, said)
		}
	}
}

// The language of the offline copy stands before the state, also where a program
// escaped what stands between them.
func TestLanguageOfOfflineCopy(t *testing.T) {
	state := share.Encode(share.Link{Page: page.All()[1].ID})
	for hash, want := range map[string]string{
		"#zh&" + state: "zh/", "#zh%26" + state: "zh/", "#zh&amp;" + state: "zh/", "#zh": "zh/", "##zh&" + state: "zh/",
		"#" + state: "", "#zhou=1": "", "": "", "#zh=1": "",
	} {
		path, fragment := splitSingle(hash)
		if path != want {
			t.Errorf("%.12s: path %q, want %q", hash, path, want)
		}
		if strings.HasSuffix(hash, state) && share.Plain(fragment) != state {
			t.Errorf("%.12s: the state is %q", hash, share.Plain(fragment))
		}
	}
}
