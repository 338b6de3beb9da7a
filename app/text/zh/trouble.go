package zh

import (
	"lossline/app/text"
)

func init() { Strings.Trouble = troubleText }

var troubleText = text.TroubleText{
	Unloaded:   "Lossline 未能加载：有一部分没有取到。",
	Silent:     "Lossline 仍在加载：已有 10 秒没有收到数据。",
	Forbidden:  "Lossline 无法在这里运行：浏览器关闭了 WebAssembly，或网站不允许使用。",
	Damaged:    "Lossline 未能加载：有文件损坏或版本不符。",
	Stopped:    "Lossline 已停止运行，您的工作已保留。",
	Readable:   "本页的文字、图和表格可以阅读。输入框和按钮没有反应。",
	Kept:       "网址里保存着您的方案，重新加载后即可恢复。在此之前，输入框和按钮没有反应。",
	RunsHere:   "您的训练结果在此窗口中：请先保存，再重新加载。",
	Retry:      "重试",
	Reload:     "重新加载",
	Fresh:      "用默认数值开始",
	Save:       "保存我的训练结果",
	Report:     "报告（不含您的训练结果）",
	CopyReport: "复制报告",
	Copied:     "已复制。",
	CopyFailed: "浏览器拒绝了复制。报告已选中，请手动复制。",
}
