package text

// ExportText is what is said of figures and tables taken elsewhere.
type ExportText struct {
	_ incomparable

	Menu, Save, Copy                                                          string // the button and the groups behind it
	Image, LaTeXFigure, LaTeXTable, MarkdownImage, MarkdownTable, Alt, Python string
	Saved                                                                     string // {0} name of the file
	Failed                                                                    string // the browser made no file
	Refused, RefusedImage                                                     string // the clipboard

	Open, OpenHelp string // a file that was saved here
	NoState        string // {0} name of the file

	// On paper.
	Sources, Link string
}

var enExport = ExportText{
	Menu:          "Save or copy",
	Save:          "Save",
	Copy:          "Copy",
	Image:         "Image",
	LaTeXFigure:   "LaTeX figure",
	LaTeXTable:    "LaTeX table",
	MarkdownImage: "Markdown image",
	MarkdownTable: "Markdown table",
	Alt:           "Alternative text",
	Python:        "Python",
	Saved:         "Saved {0}",
	Failed:        "This browser could not make the file",
	Refused:       "Copying was refused: the text is selected, press Ctrl+C",
	RefusedImage:  "This browser copies no images: save it instead",
	Open:          "Open a saved figure",
	OpenHelp:      "An SVG, PNG, PDF or JSON saved here brings its numbers back. It can be dropped anywhere on the page.",
	NoState:       "{0} was not saved by Lossline, or has lost its numbers on the way.",
	Sources:       "What the numbers rest on",
	Link:          "These numbers, live",
}

var zhExport = ExportText{
	Menu:          "保存或复制",
	Save:          "保存",
	Copy:          "复制",
	Image:         "图片",
	LaTeXFigure:   "LaTeX 图",
	LaTeXTable:    "LaTeX 表格",
	MarkdownImage: "Markdown 图",
	MarkdownTable: "Markdown 表格",
	Alt:           "替代文本",
	Python:        "Python",
	Saved:         "已保存 {0}",
	Failed:        "此浏览器无法生成该文件",
	Refused:       "浏览器拒绝了复制：文本已选中，请按 Ctrl+C",
	RefusedImage:  "此浏览器不能复制图片：请改为保存",
	Open:          "打开保存的图",
	OpenHelp:      "在这里保存的 SVG、PNG、PDF 或 JSON 会恢复其数值，也可以把文件拖放到页面的任何位置。",
	NoState:       "{0} 不是由 Lossline 保存的，或者其中的数值已在途中丢失。",
	Sources:       "数值的依据",
	Link:          "这些数值的在线链接",
}
