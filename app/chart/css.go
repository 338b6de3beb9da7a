package chart

import (
	"strconv"
	"strings"
)

// prefix begins every class of a figure; "--" and prefix every variable.
const prefix = "lf-"

// rootClass is the class of the svg element.
const rootClass = "lf"

// CSS returns the style sheet of the figures: the colours of the themes as
// variables (--lf-paper, --lf-ink, --lf-muted, --lf-grid, --lf-accent, --lf-s1
// to --lf-s5), for the page to use as well, and the classes of the SVG. The theme is the
// reader's, unless the root element says data-theme="light" or "dark". On paper
// it is light; under forced colours the system's colours stand in and shapes
// and dashes tell the series apart. Text has the font of the page.
func CSS() string {
	var b strings.Builder
	rule := func(selector, body string) { b.WriteString(selector + "{" + body + "}\n") }

	rule(":root", variables(Light))
	b.WriteString("@media (prefers-color-scheme:dark){")
	rule(":root:not([data-theme=light])", variables(Dark)+"}")
	rule(":root[data-theme=dark]", variables(Dark))
	b.WriteString("@media print{")
	rule(":root,:root[data-theme]", variables(Light)+"}")
	b.WriteString("@media (forced-colors:active){")
	rule(":root,:root[data-theme]", systemColors()+"}")

	// A figure is a block, never wider than its place, and its numbers have one
	// width. Forced colours come through the variables, not over them.
	rule("."+rootClass, "display:block;max-width:100%;height:auto;font-variant-numeric:tabular-nums;forced-color-adjust:none;color:var(--lf-ink)")
	for r := Paper; r < numRoles; r++ {
		rule("."+rootClass+" ."+classes[r], "color:var(--"+classes[r]+")")
	}
	for _, f := range faces {
		rule("."+rootClass+" ."+f.class, "font-size:"+px(f.size)+";font-weight:"+strconv.Itoa(f.weight()))
	}
	// Text over lines: the ground shines around it.
	rule("."+rootClass+" ."+haloClass, "paint-order:stroke;stroke:var(--lf-paper);stroke-width:3px;stroke-linejoin:round")
	return b.String()
}

// variables are the colours of a theme.
func variables(t Theme) string {
	var b strings.Builder
	for r := Paper; r < numRoles; r++ {
		c := t.colors[r]
		v := strconv.FormatUint(uint64(c.R)<<16|uint64(c.G)<<8|uint64(c.B)|1<<24, 16)
		b.WriteString("--" + classes[r] + ":#" + v[1:] + ";")
	}
	return strings.TrimSuffix(b.String(), ";")
}

// systemColors are the same variables under forced colours.
func systemColors() string {
	var b strings.Builder
	for r := Paper; r < numRoles; r++ {
		v := "CanvasText"
		switch r {
		case Paper:
			v = "Canvas"
		case Grid:
			v = "GrayText"
		case Accent:
			v = "LinkText"
		}
		b.WriteString("--" + classes[r] + ":" + v + ";")
	}
	return strings.TrimSuffix(b.String(), ";")
}

// px writes a whole number of pixels.
func px(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) + "px" }
