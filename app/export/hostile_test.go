package export

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"lossline/engine/cite"
	"lossline/engine/law"
)

// hostileNames are names of files and columns that try to be run by what reads an
// export. Each payload for Python prints "owned".
var hostileNames = []string{
	"runs coding: utf_7 +AAo-print('owned')+AAo-.csv",
	"runs coding=utf_7 +AAo-print(+ACI-owned+ACI-)+AAo-.csv",
	"# -*- coding: rot13 -*-\nprint('owned')",
	"vim: set fileencoding=rot_13 :\ncevag('bjarq')",
	"coding: raw_unicode_escape \\u000aprint('owned')",
	"coding: unicode_escape \\nprint('owned')\\x0aprint('owned')",
	"coding:utf-16\x00p\x00r\x00i\x00n\x00t",
	"\nprint('owned')", "\rprint('owned')", "\r\nprint('owned')", "\vprint('owned')", "\fprint('owned')",
	"\x1cprint('owned')\x1dprint('owned')\x1eprint('owned')", "\u0085print('owned')", "\u2028print('owned')\u2029print('owned')",
	`"""` + "\nprint('owned')\n" + `"""`, `'''` + `";print("owned")#`, `a\`, "a\\\nprint('owned')",
	"\xff\xfe\nprint('owned')", "caf\xe9\x85print('owned')", "\u202eprint('owned')\u2066", "\ufeffcoding: utf_7",
	hostile, `\write18{touch owned}`, `\input{owned}`, "^^5cinput{owned}", "%\n\\input{owned}", `}\input{owned}{`, `\\[2cm] & \newline`,
	"[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<img src=x onerror=alert(1)>", "`rm -rf`", "a|b\n|c|d|",
	"{alert(1)}", "{{ site.secret }}", "{% include x %}", "https://evil.example", "www.evil.example", "@someone",
	"@misc{x, title = {y}}", "}\n@misc{x,", `"}, url = {https://evil.example},`,
}

// hostileMeta has the name wherever a person's text gets into the origin of a file.
func hostileMeta(name string) Meta {
	m := origin()
	m.Title, m.Alt = name, name
	m.Permalink = "https://example.org/" + name + "/#v=1&n=" + name
	m.Uses = append(m.Uses, Use{ID: name, Ref: cite.Ref{Where: name}, Grade: cite.GradeU})
	return m
}

// Programs are run as files, whose encoding Python looks for in their first lines,
// and print the law's number and nothing else.
func TestPythonRunsNoName(t *testing.T) {
	dir := t.TempDir()
	laws := law.Fittable()
	var modules []string
	var want []float64
	for i, name := range hostileNames {
		l, p := laws[i%len(laws)], points[i%len(points)]
		th := theta(t, l)
		m := hostileMeta(name)
		program := Python(l, th, p, append(m.Lines(), name)...)
		if !strings.HasPrefix(program, pyHead) {
			t.Fatalf("the first lines are not ours:\n%s", program)
		}
		// The comments alone must be harmless at the top of a file too.
		for j, text := range []string{program, strings.TrimPrefix(program, pyHead)} {
			module := fmt.Sprintf("m%d_%d", i, j)
			if err := os.WriteFile(filepath.Join(dir, module+".py"), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			modules, want = append(modules, module), append(want, float64(l.Loss(th, p)))
		}
	}
	runModules(t, dir, modules, want)
}

// runModules runs each as python3 -m does, in one process, and the first with that
// very command.
func runModules(t *testing.T, dir string, modules []string, want []float64) {
	t.Helper()
	driver := "import runpy\nfor m in '" + strings.Join(modules, " ") + "'.split():\n" +
		"    print(m, end=' ')\n    runpy.run_module(m, run_name='__main__')\n"
	for _, args := range [][]string{{"-m", modules[0]}, {"-c", driver}} {
		cmd := exec.Command("python3", args...)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		if args[0] == "-m" {
			lines[0] = modules[0] + " " + lines[0]
		} else if len(lines) != len(modules) {
			t.Errorf("%d lines of %d programs", len(lines), len(modules))
		}
		for i, line := range lines {
			number, ok := strings.CutPrefix(line, modules[i]+" ")
			got, err := strconv.ParseFloat(number, 64)
			if !ok || err != nil || math.Abs(got-want[i]) > 1e-12*want[i] {
				t.Fatalf("%s prints %q, want %.17g alone", modules[i], line, want[i])
			}
		}
	}
}

// A program is Python too where a coefficient or a coordinate is no number.
func TestPythonOfNoNumber(t *testing.T) {
	p := law.Point{N: 1e9, D: 1e10}
	program := Python(law.Chinchilla, []float64{math.Inf(1), math.NaN(), 0.3, math.Inf(-1), 0.3}, p)
	if out := strings.TrimSpace(python(t, program)); out != "nan" {
		t.Errorf("prints %q", out)
	}
}

// No name opens or ends anything in LaTeX: neither in a comment nor in the text.
func TestLaTeXRunsNoName(t *testing.T) {
	for _, name := range hostileNames {
		m, s := hostileMeta(name), hostileSheet()
		s.Title, s.Heads[0], s.Note, s.Rows[0][0] = name, name, name, Text(name)
		if left := bare(latex(name)); left != "" {
			t.Errorf("%q is left of %s", left, latex(name))
		}
		for _, file := range []string{s.LaTeX(m), LaTeXFigure(name, "x.pdf", m)} {
			oneLineOnly(t, file)
			for _, line := range strings.Split(file, "\n") {
				if strings.HasPrefix(line, "% ") {
					continue
				}
				if regexp.MustCompile(`\\(write|input|newline|include\b)|\^\^|[^\\]%`).MatchString(line) {
					t.Errorf("%q runs in %s", name, line)
				}
			}
		}
	}
}

// oneLineOnly fails where a file has a line break that some reader knows beside \n,
// or bytes that are not UTF-8.
func oneLineOnly(t *testing.T, file string) {
	t.Helper()
	for _, r := range file {
		if r != '\n' && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029') {
			t.Errorf("%U in\n%q", r, file)
		}
	}
	if strings.ToValidUTF8(file, "") != file {
		t.Errorf("no UTF-8: %q", file)
	}
}

// Every character that Markdown, GitHub, MDX, Pandoc or Jekyll takes for more than
// text is escaped, wherever the name stands.
func TestMarkdownRunsNoName(t *testing.T) {
	active := regexp.MustCompile("(^|[^\\\\])[`*_$~\\[\\]|#{}^@!]|[<>]|&[^lga]|https?://|www\\.")
	for _, name := range hostileNames {
		if cell := strings.ReplaceAll(markdown(name), `\\`, ""); active.MatchString(cell) {
			t.Errorf("%q has %q", cell, active.FindString(cell))
		}
		m, s := hostileMeta(name), hostileSheet()
		s.Title, s.Heads[0], s.Note, s.Rows[0][0] = name, name, name, Text(name)
		for _, file := range []string{s.Markdown(m), MarkdownImage("x.svg", m)} {
			oneLineOnly(t, file)
			link := regexp.MustCompile(`\]\(<[^<>]*>\)`).FindAllString(file, -1)
			if len(link) != 1 || strings.ContainsAny(link[0][3:len(link[0])-2], "<>\\\"`{}| ") {
				t.Errorf("links %q", link)
			}
		}
	}
}

// A name ends no field, begins no entry and is no command in BibTeX.
func TestBibTeXRunsNoName(t *testing.T) {
	plain := len(strings.Split(BibTeX(origin()), "\n"))
	for _, name := range hostileNames {
		m := hostileMeta(name)
		m.Version, m.Date = name, name
		bib := BibTeX(m)
		oneLineOnly(t, bib)
		entries := regexp.MustCompile(`(?m)^@`).FindAllString(bib, -1)
		if len(entries) != 4 || len(strings.Split(bib, "\n")) > plain {
			t.Errorf("%d entries, %d lines:\n%s", len(entries), len(strings.Split(bib, "\n")), bib)
		}
		url := regexp.MustCompile(`(?m)^  url     = \{(.*)\},$`).FindStringSubmatch(bib)
		if url == nil || strings.ContainsAny(url[1], "{}\\\" <>") {
			t.Errorf("url %q", url)
		}
		unescaped := strings.NewReplacer(`\{`, "", `\}`, "").Replace(bib)
		if strings.Count(unescaped, "{") != strings.Count(unescaped, "}") {
			t.Errorf("braces do not match:\n%s", bib)
		}
	}
}
