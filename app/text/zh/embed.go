package zh

import (
	"lossline/app/text"
)

func init() { Strings.Embed = embedText }

var embedText = text.EmbedText{
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
