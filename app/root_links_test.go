package app

import (
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/scenario"
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

// A link of before 2026-12 is compared by the numbers that its digest was of, and says
// that others were corrected; a link of now by all numbers of the page.
func TestDigestsOfLinks(t *testing.T) {
	s, en := scenario.Default(), languages.In(languages.English)
	now := scenario.Digest(page.All()[0].Digest(s, scenario.Eval(s), nil))
	then := scenario.Digest(page.All()[0].First(s, scenario.Eval(s), nil))
	for link, want := range map[share.Link]string{
		{Page: scenario.Plan, Scenario: s, First: then}:               en.Sharing.FirstNumbers,
		{Page: scenario.Plan, Scenario: s, First: now}:                en.Sharing.OtherNumbers,
		{Page: scenario.Plan, Scenario: s, Digest: now}:               en.Sharing.SameNumbers,
		{Page: scenario.Plan, Scenario: s, Digest: then}:              en.Sharing.OtherNumbers,
		{Page: scenario.Plan, Scenario: s, Digest: now, First: "abc"}: en.Sharing.SameNumbers,
	} {
		html := h.HTMLString(NewOpened("", share.Encode(link)))
		leads := strings.Contains(html, "at="+scenario.GuideCorrections)
		if !strings.Contains(html, want) || leads != (want != en.Sharing.SameNumbers) {
			t.Errorf("%s, %s: no %q, or a way to the corrections: %v", link.Digest, link.First, want, leads)
		}
	}
	for _, p := range page.All() {
		if p.ID == scenario.Fit {
			continue // it has none before the fit
		}
		other := s
		other.Budget.FLOPs, other.Shape.Params, other.Transfer.N, other.Guide.Hi = 1e21, 2e9, 1e8, 1e23
		a, b := p.Digest(s, scenario.Eval(s), nil), p.Digest(other, scenario.Eval(other), nil)
		if len(a) == 0 || scenario.Digest(a) == scenario.Digest(b) {
			t.Errorf("%s: a digest of %d numbers, the same for others", p.ID, len(a))
		}
	}
}

// What a short link leaves out has version 1's defaults: those of the first release.
func TestShortLinks(t *testing.T) {
	l, _ := share.Decode("c=1e22")
	s := l.Scenario
	if s.Ask.Text != "english" || s.Transfer.CharsPerToken != 4.3 || s.Shape.Preset != "advised" || s.Head != "besiroglu2024.1" {
		t.Errorf("%+v", s)
	}
	if l, _ := share.Decode(""); l.Scenario != scenario.Default() {
		t.Error("no link is no first visit")
	}
}
