package text

// EmbedText is what is said around a figure that stands in somebody else's page.
type EmbedText struct {
	_ incomparable

	Open          string // the link to the whole page with these numbers
	Laws, Runs    string // the source line: the laws with their sets; the runs, the law
	Item          string // one law: its name, its set
	Unopened      string // the frame does not let the numbers of its address be computed
	Frozen        string // the frame does not let anything be computed
	Incomplete    string // a link without its end
	Missing       string // a fit whose runs are not in the address
	Touch         string // what a reader can do with a still picture
	PresetOutcome string // what was built in fact

	// What the snippets are called.
	SnippetFrame, SnippetHeight, SnippetElement, SnippetMDX, SnippetMarkdown   string
	SnippetQuarto, SnippetMkDocs, SnippetWordPress, SnippetLaTeX, LaTeXCaption string
	SnippetPinned                                                              string
}

var enEmbed = EmbedText{
	Open:             "Open in Lossline",
	Laws:             "Laws: {0}",
	Runs:             "Runs: {0}; law: {1}",
	Item:             "{0} ({1})",
	Unopened:         "This frame cannot compute the numbers of its address: what you see are the default ones. “Open in Lossline” shows those of the address.",
	Frozen:           "This frame cannot compute: the figure stays as it is. “Open in Lossline” leads to one that follows you.",
	Incomplete:       "The address of this figure is incomplete or was changed: some numbers may be the default ones.",
	Missing:          "The runs of this figure are not in its address, so that it cannot be drawn: what you see are other runs.",
	Touch:            "Change a number and the figure follows.",
	PresetOutcome:    "What was built: {0}",
	SnippetFrame:     "HTML",
	SnippetHeight:    "HTML, height follows",
	SnippetElement:   "HTML element",
	SnippetMDX:       "MDX",
	SnippetMarkdown:  "Markdown",
	SnippetQuarto:    "Quarto",
	SnippetMkDocs:    "MkDocs",
	LaTeXCaption:     "Made with Lossline",
	SnippetWordPress: "WordPress",
	SnippetLaTeX:     "LaTeX",
	SnippetPinned:    "HTML element, fixed version",
}

var zhEmbed = EmbedText{
	Open:             "在 Lossline 中打开",
	Laws:             "定律：{0}",
	Runs:             "数据：{0}；定律：{1}",
	Item:             "{0}（{1}）",
	Unopened:         "此框架无法计算网址中的数值：现在显示的是默认数值。点击“在 Lossline 中打开”可查看网址中的数值。",
	Frozen:           "此框架无法进行计算：图形保持不变。点击“在 Lossline 中打开”可进入能随您更改的图形。",
	Incomplete:       "此图的网址不完整或被改动过：部分数值可能是默认值。",
	Missing:          "此图的训练结果不在网址中，无法绘制：现在显示的是其他训练结果。",
	Touch:            "更改数值，图形随之变化。",
	PresetOutcome:    "实际结果：{0}",
	SnippetFrame:     "HTML",
	SnippetHeight:    "HTML，自动高度",
	SnippetElement:   "HTML 元素",
	SnippetMDX:       "MDX",
	SnippetMarkdown:  "Markdown",
	SnippetQuarto:    "Quarto",
	SnippetMkDocs:    "MkDocs",
	LaTeXCaption:     "由 Lossline 绘制",
	SnippetWordPress: "WordPress",
	SnippetLaTeX:     "LaTeX",
	SnippetPinned:    "HTML 元素，固定版本",
}

// Embed returns what is said around an embedded figure.
func Embed(l Lang) *EmbedText {
	if l == Chinese {
		return &zhEmbed
	}
	return &enEmbed
}
