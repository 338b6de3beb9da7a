package page

import (
	"context"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lossline/app/chart"
	"lossline/app/export"
	"lossline/app/job"
	"lossline/app/page/fit"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// secretRuns are runs whose losses no file has by chance.
const secretRuns = "N,D,loss\n51234567,1012345000,3.9415926\n101234567,2112345000,3.5415926\n251234567,5312345000,3.1415926\n" +
	"511234567,9912345000,2.8915926\n1012345678,21012345000,2.6415926\n2012345678,19012345000,2.5715926\n5012345678,101234500000,2.3115926\n"

// shownKinds are the kinds of file that show what their figure draws.
var shownKinds = []string{"svg", "pdf", "csv", "json", "tex-table", "md-table"}

// pngDot is a PNG of one pixel, as a canvas gives it.
const pngDot = "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02" +
	"0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"

// files are all kinds of file of a figure and of its table, as the menus write them.
func files(t *testing.T, c ui.Context, f *chart.XY) map[string]string {
	t.Helper()
	m := export.Meta{Version: "1", Date: "2026-10-03", Permalink: c.Link(), Title: f.Title, Alt: export.Alt(f), Uses: c.Of.Uses()}
	svg, err := export.SVG(f, export.Look{Theme: chart.Light, Size: chart.Size{W: 720, H: 440}}, m)
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := export.PDF(svg, m)
	if err != nil {
		t.Fatal(err)
	}
	dot, _ := hex.DecodeString(pngDot)
	png, err := export.PNG(dot, 2, m)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{"svg": string(svg), "pdf": string(pdf), "png": string(png), "json": string(export.JSON(m, f.Tables())),
		"tex": export.LaTeXFigure(f.ID, "a.pdf", m), "md": export.MarkdownImage("a.svg", m), "bib": export.BibTeX(m), "alt": export.Alt(f)}
	tidy := export.Tidy(f)
	out["csv"] = string(tidy.CSV(m))
	for _, s := range export.Sheets(f, c.T) {
		out["tex-table"] += s.LaTeX(m)
		out["md-table"] += s.Markdown(m)
	}
	if c.Of.Python != nil {
		out["py"] = c.Of.Python(m.Lines())
	}
	return out
}

var rowsKey = regexp.MustCompile(`(^|[^o])rows=`)

// has reports the ways in which a file has the runs: as numbers, and as a link does.
func has(file, packed string) (shown, linked bool) {
	for line := range strings.SplitSeq(secretRuns, "\n") {
		cells := strings.Split(line, ",")
		loss := cells[len(cells)-1]
		shown = shown || len(loss) > 5 && (strings.Contains(file, loss) || strings.Contains(file, cells[0]))
	}
	return shown, rowsKey.MatchString(file) || strings.Contains(file, packed[20:50]) || strings.Contains(file, fmt.Sprintf("%x", packed[20:50]))
}

// No file has runs in its link, and none shows them but those of a figure that does.
func TestFilesHaveNoRuns(t *testing.T) {
	s := scenario.Default()
	s.Fit.Data, s.Fit.Rows, s.Fit.Bootstrap = scenario.OwnData, secretRuns, "0"
	var session job.Session
	session.Put(scenario.OwnData, []byte(secretRuns))
	w := &scenario.Work{Replies: map[string]job.Reply{}, Taken: true, File: scenario.File{Name: "secret.csv", Bytes: 1}}
	for _, op := range []job.Op{job.OpFit, job.OpBackTest, job.OpNext} {
		r := w.Request(s)
		if r.Op = op; op == job.OpNext {
			r.Budget, r.Allowance = 1e22, 1e21
		}
		reply := session.Do(context.Background(), r, func(int, int) {})
		if reply.Error != nil {
			t.Fatal(op, reply.Error)
		}
		w.Replies[string(op)] = reply
	}
	own, _ := scenario.OwnFrom(w.FitReply())
	s = scenario.Update(scenario.NewState(s), scenario.Adopt{Own: own}).Scenario
	_, packed, _ := strings.Cut(share.Encode(share.Link{Page: scenario.Fit, Scenario: s, WithRows: true}), "&rows=")
	drawn := 0
	for _, l := range languages.All() {
		for page, figures := range pagesOf(s, w, l) {
			for _, c := range figures {
				for kind, file := range files(t, c.Context, c.fig) {
					shown, linked := has(file, packed)
					if linked {
						t.Errorf("%s: the link in the %s of %s has the runs", page, kind, c.fig.ID)
					}
					if shown && (page != scenario.Fit || !slices.Contains(shownKinds, kind) || len(c.fig.Points) == 0) {
						t.Errorf("%s: the %s of %s shows the runs", page, kind, c.fig.ID)
					}
					if shown {
						drawn++
					}
				}
			}
		}
	}
	if drawn == 0 {
		t.Error("no file shows the runs that its figure draws: nothing was looked for")
	}
}

type figureOf struct {
	ui.Context
	fig *chart.XY
}

// pagesOf are the figures of all pages, with what their files rest on.
func pagesOf(s scenario.Scenario, w *scenario.Work, l text.Lang) map[scenario.Page][]figureOf {
	out := map[scenario.Page][]figureOf{}
	c := ui.Context{T: languages.In(l), State: scenario.NewState(s), Outcome: scenario.Eval(s), Work: w, Send: func(scenario.Msg) {}, Draw: &ui.Drawer{}}
	add := func(page scenario.Page, f *chart.XY) {
		c := c
		c.Of = Of(page).Origin(c)
		c.Link = func() string {
			return "https://a.example/#" + share.Encode(share.Link{Page: page, Scenario: s})
		}
		if f != nil {
			out[page] = append(out[page], figureOf{c, f})
		}
	}
	for _, e := range Embeds() {
		add(e.Page, EmbedFigure(c, e))
	}
	reply := w.FitReply()
	for i := range reply.Views {
		add(scenario.Fit, fit.FitView(reply.Views[i], reply, c.T))
	}
	return out
}
