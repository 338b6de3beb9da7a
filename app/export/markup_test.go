package export

import (
	"regexp"
	"strings"
	"testing"
)

func hostileSheet() Sheet {
	return Sheet{ID: "fig-x}{y", Title: hostile, Heads: []string{hostile, "Loss"}, Note: hostile,
		Rows: [][]Cell{{Text(hostile), Num(2, "2×10²¹")}, {Text("[2cm]"), Num(3, "3.1%")}}}
}

// bare returns the characters of s that LaTeX takes for commands and that are not
// escaped, math and our own commands taken out.
func bare(s string) string {
	s = regexp.MustCompile(`\$[^$\\#%&]*(\\[a-zA-Z]+)?[^$\\#%&]*\$`).ReplaceAllString(s, "")
	s = regexp.MustCompile(`\\(textbackslash|textasciicircum|textasciitilde|textless|textgreater|textbar|ldots)\{\}`).ReplaceAllString(s, "")
	s = regexp.MustCompile(`\\[{}$&#%_]`).ReplaceAllString(s, "")
	return regexp.MustCompile(`[^\\{}$&#%_^]`).ReplaceAllString(s, "")
}

func TestLaTeXEscapes(t *testing.T) {
	for in, want := range map[string]string{
		`50% of $1 & #2_x`: `50\% of \$1 \& \#2\_x`,
		`\input{x}`:        `\textbackslash{}input\{x\}`,
		"2×10²¹":           `2$\times$10$^{21}$`,
		"10⁻³ α²":          `10$^{-3}$ $\alpha$$^{2}$`,
		"N₀ ≤ −1":          `N$_{0}$ $\leq$ $-$1`,
		"a~b^c":            `a\textasciitilde{}b\textasciicircum{}c`,
		"1–2 “x”":          "1--2 ``x''",
		"a\r\nb":           "a  b",
		"参数量":              "参数量",
	} {
		if got := latex(in); got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
	if left := bare(latex(hostile)); left != "" {
		t.Errorf("%q is left of %s", left, latex(hostile))
	}
}

func TestLaTeX(t *testing.T) {
	s := hostileSheet()
	tex := s.LaTeX(origin())
	for _, want := range []string{"\\begin{tabular}{lr}\n", "\\label{tab:xy}\n", " & 2$\\times$10$^{21}$ \\\\\n", "    {}[2cm] & 3.1\\% \\\\\n",
		"\\toprule", "\\midrule", "\\bottomrule", "% Lossline 1.2, 2026-10-03\n", "% https://example.org/(a)/#v=1"} {
		if !strings.Contains(tex, want) {
			t.Errorf("no %s in\n%s", want, tex)
		}
	}
	for _, line := range strings.Split(tex, "\n") {
		if strings.Contains(line, "script") && !strings.HasPrefix(line, "%") && bare(regexp.MustCompile(`^  \\(caption\{|smallskip\\footnotesize )|\}$| & .*`).ReplaceAllString(line, "")) != "" {
			t.Errorf("not escaped: %s", line)
		}
	}
	fig := LaTeXFigure("fig-budget", "lossline_plan_budget_20261003.pdf", origin())
	for _, want := range []string{"\\includegraphics[width=\\linewidth]{lossline_plan_budget_20261003.pdf}", "~\\cite{lossline,besiroglu2024,hoffmann2022,kaplan2020}}", "\\label{fig:budget}"} {
		if !strings.Contains(fig, want) {
			t.Errorf("no %s in\n%s", want, fig)
		}
	}
}

// A cell cannot end its row or its column, nor open a tag, a link or math.
func TestMarkdown(t *testing.T) {
	s := hostileSheet()
	md := s.Markdown(origin())
	rows := 0
	for _, line := range strings.Split(md, "\n") {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		rows++
		if n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); n != 3 {
			t.Errorf("%d bars: %s", n, line)
		}
	}
	if rows != 4 {
		t.Errorf("%d lines of a table\n%s", rows, md)
	}
	if !strings.Contains(md, "\n| :--- | ---: |\n") {
		t.Errorf("the columns are not aligned:\n%s", md)
	}
	cell := markdown(hostile)
	if strings.ContainsAny(cell, "<>\r\n") || regexp.MustCompile("(^|[^\\\\])[`*_$~\\[\\]|#]").MatchString(cell) {
		t.Errorf("not escaped: %s", cell)
	}
	m := origin()
	if !strings.Contains(md, "[Lossline 1.2](<"+m.Permalink+">), 2026-10-03; "+markdown(m.Uses[0].String())) {
		t.Errorf("no origin:\n%s", md)
	}
}

// Lossline itself, then every work once.
func TestBibTeX(t *testing.T) {
	bib := BibTeX(origin())
	keys := regexp.MustCompile(`(?m)^@misc\{(\w+),$`).FindAllStringSubmatch(bib, -1)
	var got []string
	for _, k := range keys {
		got = append(got, k[1])
	}
	if strings.Join(got, " ") != "lossline besiroglu2024 hoffmann2022 kaplan2020" {
		t.Errorf("entries %q", got)
	}
	for _, want := range []string{"  year    = {2026},\n", "  url     = {" + origin().Permalink + "},\n", "  note    = {Version 1.2},\n"} {
		if !strings.Contains(bib, want) {
			t.Errorf("no %s in\n%s", want, bib)
		}
	}
	if strings.Count(bib, "{") != strings.Count(bib, "}") {
		t.Error("braces do not match")
	}
}
