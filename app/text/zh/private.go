package zh

import (
	"lossline/app/text"
)

func init() { Strings.Private = privateText }

var privateText = text.PrivateText{
	LinkFit:      "链接中的拟合：{0} 条训练结果，摘要 {1}",
	LinkFitBare:  "链接中的拟合",
	Missing:      "训练结果不在这里：链接不包含训练结果，本页也只在内存中保存。请重新拖入文件以再次拟合。",
	MissingCoefs: "它的系数仍在：点“使用这条定律”即可用它做方案。",
	SameRuns:     "这就是链接所指的训练结果：摘要同为 {0}。",
	OtherRuns:    "这不是链接所指的训练结果：链接的摘要是 {0}，这里的是 {1}。",
	OfResamples:  "区间由 {0} 次重抽样的协方差得出。",
	OfFit:        "区间由拟合本身的协方差得出，未做自助法。",
	Keep:         "在此设备上保留我的训练结果",
	KeepHelp:     "浏览器会保存训练结果，下次打开时恢复。不会发送到任何地方。",
	Delete:       "删除保留的训练结果",
	Kept:         "此设备上保留了 {0} 条训练结果。",
	KeepFailed:   "此浏览器不允许页面保留训练结果：关闭页面之前只在内存中。",
	KeepMany:     "超过 5000 条训练结果不予保留：请保留文件。",
	Session:      "保存会话文件",
	SessionHelp:  "一个文件，包含训练结果和全部选项。拖到页面上即可继续。",
	SessionBad:   "{0} 是会话文件，但已损坏或来自更新的版本：没有读取任何内容。",
	LinkRuns:     "链接中的训练结果",
	TakenOut:     "训练结果已从网址中移除，关闭页面之前保留在内存中；“分享”里有包含它们的链接。",
	TooMany:      "你的 {0} 条训练结果太多，放不进链接和会话文件：请发送表格本身。",
	NotInLink:    "其中不含你的 {0} 条训练结果，只有拟合的系数、协方差和训练结果的摘要。",
	WithRuns:     "包含训练结果的链接",
	WithRunsHelp: "训练结果使链接增加 {0} 个字符。拿到链接的人都能读到你的 {1} 条训练结果。",
	EmbedRuns:    "把我的 {0} 条训练结果写入代码：增加 {1} 个字符，该页面的读者都能看到",
	EmbedWithout: "不含训练结果时，嵌入框无法绘制此图，并会说明。",
	Yours:        "你的训练结果",
	Draws:        "SVG、PNG、PDF、CSV、JSON、图片和表格包含此图所画的训练结果。所有文件中的链接都不含训练结果。",
	AddRuns:      "在链接中加入我的训练结果：增加 {0} 个字符",
	LeaveRuns:    "链接中不再包含我的训练结果",
}
