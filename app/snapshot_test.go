package app

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

var correct = flag.Bool("correct", false, "print the rows that testdata/corrections.csv lacks")

// Place of the first snapshot, which never changes, and of what was corrected since.
const (
	snapshotFile    = "testdata/snapshot.txt"
	correctionsFile = "testdata/corrections.csv"
)

// dataElement finds data elements; go-app writes attributes in any order.
var (
	dataElement   = regexp.MustCompile(`<data ([^>]*)>`)
	dataAttribute = regexp.MustCompile(`([a-z-]+)="([^"]*)"`)
)

// said returns what the page of a link says in data elements, a line "quantity law
// value" for each, in alphabetic order and each once. Values have ten digits. A fit
// has been done without its bootstrap, and nothing else that takes a worker.
func said(l share.Link) []string {
	s := l.Scenario
	w := &scenario.Work{Replies: map[string]job.Reply{}}
	if l.Page == scenario.Fit {
		s.Fit.Bootstrap = "0"
		w.Replies[scenario.WorkFit] = new(job.Session).Do(context.Background(), w.Request(s), func(int, int) {})
	}
	c := ui.Context{T: languages.In(languages.English), State: scenario.NewState(s), Outcome: scenario.Eval(s), Work: w,
		Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}
	var lines []string
	for _, element := range dataElement.FindAllStringSubmatch(h.HTMLString(page.Of(l.Page).Screen(c)), -1) {
		of := map[string]string{}
		for _, a := range dataAttribute.FindAllStringSubmatch(element[1], -1) {
			of[a[1]] = a[2]
		}
		value := of["value"]
		if v, err := strconv.ParseFloat(value, 64); err == nil {
			value = strconv.FormatFloat(v, 'g', 10, 64)
		}
		law := of["data-law"]
		if law == "" {
			law = "-"
		}
		lines = append(lines, of["data-quantity"]+" "+law+" "+value)
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// given lists the links of the corpus and of the presets.
func given(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("share/testdata/links/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	var links []string
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if link, _, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#!") {
				links = append(links, link)
			}
		}
	}
	for _, p := range Presets() {
		links = append(links, p.link())
	}
	return links
}

// readSnapshot reads the blocks of the snapshot: a link, then its lines indented by
// a tab, or "\t= link" where another link says the same.
func readSnapshot(t *testing.T) map[string][]string {
	t.Helper()
	b, err := os.ReadFile(snapshotFile)
	if err != nil {
		t.Fatal(err)
	}
	blocks, link := map[string][]string{}, ""
	lines := bufio.NewScanner(bytes.NewReader(b))
	for lines.Scan() {
		said, indented := strings.CutPrefix(lines.Text(), "\t")
		same, again := strings.CutPrefix(said, "= ")
		switch {
		case !indented:
			link = said
			blocks[link] = []string{}
		case again:
			blocks[link] = blocks[same]
		case said != "":
			blocks[link] = append(blocks[link], said)
		}
	}
	return blocks
}

// corrections reads the rows that explain differences: link, quantity, old, new, why.
// A quantity is "quantity law"; "*" as the link stands for every link.
func corrections(t *testing.T) map[[4]string]bool {
	t.Helper()
	f, err := os.Open(correctionsFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	used, reasons := map[[4]string]bool{}, map[string]bool{}
	for i, r := range rows[1:] {
		for why := range strings.SplitSeq(r[4], " | ") {
			if !slices.Contains(languages.In(languages.English).Corrections, why) {
				t.Errorf("%s: row %d has a reason that text/en/corrections.go lacks: %q", correctionsFile, i+2, why)
			}
			reasons[why] = true
		}
		used[[4]string(r[:4])] = false
	}
	for _, said := range languages.In(languages.English).Corrections {
		if !reasons[said] {
			t.Errorf("text/en/corrections.go: no row of %s has %q", correctionsFile, said)
		}
	}
	return used
}

// only returns the lines of a that b lacks, by what they are of.
func only(a, b []string) map[string][]string {
	out := map[string][]string{}
	for _, line := range a {
		if _, found := slices.BinarySearch(b, line); !found {
			i := strings.LastIndexByte(line, ' ')
			out[line[:i]] = append(out[line[:i]], line[i+1:])
		}
	}
	return out
}

// TestSnapshot compares what links and presets say with what they said first. Each
// difference is a row of the corrections, and each of those is a difference.
func TestSnapshot(t *testing.T) {
	first, explained := readSnapshot(t), corrections(t)
	for _, link := range given(t) {
		old, ok := first[link]
		if !ok {
			continue // given out after the snapshot
		}
		l, _ := share.Decode(link)
		now := said(l)
		gone, come := only(old, now), only(now, old)
		of := map[string]bool{}
		for q := range gone {
			of[q] = true
		}
		for q := range come {
			of[q] = true
		}
		for q := range of {
			row := [4]string{link, q, strings.Join(gone[q], " "), strings.Join(come[q], " ")}
			any := [4]string{"*", q, row[2], row[3]}
			_, here := explained[row]
			_, everywhere := explained[any]
			switch {
			case here:
				explained[row] = true
			case everywhere:
				explained[any] = true
			case *correct:
				fmt.Printf("%q,%s,%s,%s,\n", row[0], row[1], row[2], row[3])
			default:
				t.Errorf("%s: %s was %q, is %q, and %s does not say why (go test -v -run TestSnapshot ./app -args -correct prints its rows)",
					link, q, row[2], row[3], correctionsFile)
			}
		}
	}
	for row, used := range explained {
		if !used && !*correct {
			t.Errorf("%s: nothing differs so: %q", correctionsFile, row)
		}
	}
}
