package app

import (
	"flag"
	"os"
	"strings"
	"testing"

	"lossline/app/share"
)

var snapshot = flag.Bool("snapshot", false, "add what links say that "+snapshotFile+" lacks")

// TestSnapshotIsWhole finds every link of the corpus and every preset in the snapshot,
// or adds it: what stands there already is never written again.
func TestSnapshotIsWhole(t *testing.T) {
	first := readSnapshot(t)
	same := map[string]string{}
	var more strings.Builder
	for _, link := range given(t) {
		if _, ok := first[link]; ok {
			continue
		}
		if !*snapshot {
			t.Errorf("%s lacks %s: go test -run TestSnapshotIsWhole ./app -args -snapshot adds it", snapshotFile, link)
			continue
		}
		l, _ := share.Decode(link)
		lines := said(l)
		first[link] = lines
		text := strings.Join(lines, "\n\t")
		if other := same[text]; other != "" {
			text = "= " + other
		} else {
			same[text] = link
		}
		more.WriteString(link + "\n\t" + text + "\n")
	}
	if more.Len() > 0 {
		appendTo(t, snapshotFile, more.String())
	}
}

func appendTo(t *testing.T, name, text string) {
	t.Helper()
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
