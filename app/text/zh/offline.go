package zh

import (
	"lossline/app/text"
)

func init() { Strings.Offline = offlineText }

var offlineText = text.OfflineText{
	Ready:       "可以离线使用了",
	UpdateReady: "Lossline 新版本已就绪。",
	UpdateNow:   "重新加载",
	Copy:        "离线副本",
	CopyHelp:    "整个 Lossline 在一个文件里，可从磁盘直接打开",
	CopyBroken:  "此浏览器无法运行文件内的程序，需要 WebAssembly 和 DecompressionStream：请用较新的浏览器。现在显示的是默认数值。",
	ResetTitle:  "重置 Lossline",
	ResetText:   "删除 Lossline 保存在此浏览器中的内容：离线副本和设置。本站其他内容不受影响，您保存的链接和文件仍然有效。",
	Reset:       "重置",
	ResetDone:   "已完成：Lossline 在此浏览器中不再保存任何内容。请关闭其他 Lossline 窗口。",
	ResetHome:   "打开 Lossline",
}
