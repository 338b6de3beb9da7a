package export

import "strings"

// LaTeX writes the sheet as a table of LaTeX with the rules of package booktabs.
// Its comments say where it comes from. What is neither Latin nor a symbol known
// here, such as Chinese, needs a Unicode engine.
func (s *Sheet) LaTeX(m Meta) string {
	var b strings.Builder
	b.WriteString(m.latexComments("needs \\usepackage{booktabs}"))
	b.WriteString("\\begin{table}[t]\n  \\centering\n")
	if s.Title != "" {
		b.WriteString("  \\caption{" + latex(s.Title) + "}\n")
	}
	if id := plainName(strings.TrimPrefix(s.ID, "fig-")); id != "" {
		b.WriteString("  \\label{tab:" + id + "}\n")
	}
	b.WriteString("  \\begin{tabular}{")
	for i := range s.Heads {
		if s.numeric(i) {
			b.WriteByte('r')
		} else {
			b.WriteByte('l')
		}
	}
	b.WriteString("}\n    \\toprule\n")
	heads := make([]Cell, len(s.Heads))
	for i, h := range s.Heads {
		heads[i] = Text(h)
	}
	s.latexRow(&b, heads)
	b.WriteString("    \\midrule\n")
	for _, r := range s.Rows {
		s.latexRow(&b, r)
	}
	b.WriteString("    \\bottomrule\n  \\end{tabular}\n")
	if s.Note != "" {
		b.WriteString("\n  \\smallskip\\footnotesize " + latex(s.Note) + "\n")
	}
	b.WriteString("\\end{table}\n")
	return b.String()
}

// latexRow writes a row. {} before a [ keeps \\ of the row above from taking it
// for a length.
func (s *Sheet) latexRow(b *strings.Builder, r []Cell) {
	b.WriteString("    ")
	for i := range s.Heads {
		if i > 0 {
			b.WriteString(" & ")
		}
		if i < len(r) {
			cell := latex(r[i].Text)
			if i == 0 && (strings.HasPrefix(cell, "[") || strings.HasPrefix(cell, "*")) {
				cell = "{}" + cell
			}
			b.WriteString(cell)
		}
	}
	b.WriteString(" \\\\\n")
}

// LaTeXFigure is a figure of LaTeX around a file, with the sources cited by the
// keys that BibTeX gives them.
func LaTeXFigure(id, file string, m Meta) string {
	keys := []string{bibKey}
	for _, s := range m.sources() {
		keys = append(keys, s.Key)
	}
	return m.latexComments("needs \\usepackage{graphicx}") +
		"\\begin{figure}[t]\n  \\centering\n  \\includegraphics[width=\\linewidth]{" + file + "}\n" +
		"  \\caption{" + latex(m.Title) + "~\\cite{" + strings.Join(keys, ",") + "}}\n" +
		"  \\label{fig:" + plainName(strings.TrimPrefix(id, "fig-")) + "}\n\\end{figure}\n"
}

func (m *Meta) latexComments(more string) string {
	s := ""
	for _, l := range append(m.Lines(), more) {
		s += "% " + l + "\n"
	}
	return s
}

// latex escapes s for the text of LaTeX, where each of \{}$&#%_^~ is a command,
// and writes exponents, Greek and operators in math.
func latex(s string) string {
	s = latexEscape.Replace(oneLine(s))
	for i := range latexMath {
		s = strings.ReplaceAll(s, latexMath[i][0], "$"+latexMath[i][1]+"$")
	}
	return latexScripts(latexScripts(s, superscript, superPlain, "^"), subscript, subPlain, "_")
}

var latexEscape = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
	"^", `\textasciicircum{}`, "~", `\textasciitilde{}`, "<", `\textless{}`, ">", `\textgreater{}`, "|", `\textbar{}`,
	`"`, "''", "–", "--", "—", "---", "…", `\ldots{}`, "“", "``", "”", "''", "‘", "`", "’", "'", "\u00a0", "~")

// latexMath are symbols with their commands in math.
var latexMath = [...][2]string{
	{"α", `\alpha`}, {"β", `\beta`}, {"γ", `\gamma`}, {"δ", `\delta`}, {"ε", `\varepsilon`}, {"η", `\eta`}, {"θ", `\theta`},
	{"κ", `\kappa`}, {"λ", `\lambda`}, {"μ", `\mu`}, {"µ", `\mu`}, {"ν", `\nu`}, {"ρ", `\rho`}, {"σ", `\sigma`}, {"τ", `\tau`},
	{"φ", `\varphi`}, {"χ", `\chi`}, {"ω", `\omega`}, {"Δ", `\Delta`}, {"Σ", `\Sigma`}, {"Ω", `\Omega`},
	{"−", "-"}, {"×", `\times`}, {"·", `\cdot`}, {"±", `\pm`}, {"≤", `\leq`}, {"≥", `\geq`}, {"≈", `\approx`}, {"≠", `\neq`},
	{"∞", `\infty`}, {"∝", `\propto`}, {"→", `\to`}, {"√", `\surd`}, {"∑", `\sum`}, {"∂", `\partial`}, {"°", `^\circ`},
}

// latexScripts writes runs of raised or lowered characters in math: 10²¹ is
// 10$^{21}$.
func latexScripts(s, from, to, op string) string {
	var b strings.Builder
	plain := []rune(to)
	open := false
	for _, r := range s {
		i := runeIndex(from, r)
		if open && i < 0 {
			b.WriteString("}$")
		}
		if i >= 0 && !open {
			b.WriteString("$" + op + "{")
		}
		if open = i >= 0; open {
			r = plain[i]
			if r == '−' {
				r = '-'
			}
		}
		b.WriteRune(r)
	}
	if open {
		b.WriteString("}$")
	}
	return b.String()
}
