package zh

import (
	"lossline/app/text"
)

func init() { Strings.Sharing = sharingText }

var sharingText = text.SharingText{
	Link: "本页链接", LinkBare: "按你的拟合做方案的链接",
	LinkBareHelp: "打开后是“方案”页和你的拟合：系数、协方差和数据摘要。",
	NoRuns:       "你的 {0} 条训练结果太多，放不进链接：请另外发送会话文件。把它拖到页面上就能看到同样的拟合。",
	Long:         "有些程序会截断超过 2000 个字符的链接。",
	SameNumbers:  "数字与分享时相同。",
	OtherNumbers: "数字与分享时不同：此后有过更正。哪些数字、为何更正：",
	FirstNumbers: "参数量、token 数和损失与分享时相同。其他数字在 2026-12 有过更正。哪些数字、为何更正：",
	Opened:       "已打开分享的链接。你之前的内容仍保留：", Restore: "回到我的内容",
	Undo: "撤销", Redo: "重做",
	Timeline: "之前看过的内容", TimelineHelp: "只保存在此浏览器中，仅为方便：浏览器过一段时间会删除。", TimelineNone: "还没有。",
	Forget: "全部删除",
	Embed:  "在你的页面中展示图表", EmbedHelp: "嵌入框不保存任何内容，不向第三方请求，在沙箱框架中也能使用。",
	EmbedFigure: "图表", EmbedKind: "页面类型",
	Pin: "固定以便比较", PinHelp: "把这个方案留在旁边与之后的比较，最多五个；链接包含全部。", Lanes: "方案对照",
	Lane: "方案 {0}", Now: "当前", Unpin: "移除", Take: "回到此方案", ColChange: "相对方案 A", ColAsked: "条件", Full: "已固定五个：请先移除一个。",
}
