package app

import (
	"regexp"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/page"
	"lossline/app/text/languages"
)

// Every value of every menu on a page has words, in every language.
func TestChoicesHaveLabels(t *testing.T) {
	options := regexp.MustCompile(`<option[^>]*>\s*([^<]*)`)
	for _, l := range languages.All() {
		for _, s := range page.All() {
			all := options.FindAllStringSubmatch(h.HTMLString(NewRoot(l, s, "")), -1)
			if len(all) == 0 {
				t.Errorf("%s %s: no menus", l, s.ID)
			}
			for _, m := range all {
				if m[1] == "" {
					t.Errorf("%s %s: an option without a label: %s", l, s.ID, m[0])
				}
			}
		}
	}
}
