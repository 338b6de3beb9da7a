package zh

import (
	"lossline/app/text"
)

func init() { Strings.Export = exportText }

var exportText = text.ExportText{
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
	Upper:         "上限",
	Lower:         "下限",
}
