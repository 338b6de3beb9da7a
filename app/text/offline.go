package text

// OfflineText is what is said of the site as a thing that one keeps.
type OfflineText struct {
	_ incomparable

	Ready, UpdateReady, UpdateNow string
	Copy, CopyHelp                string // the link to the offline copy, and what it is
	CopyBroken                    string // within the offline copy

	// The page that removes everything from this browser.
	ResetTitle, ResetText, Reset, ResetDone, ResetHome string
}

var enOffline = OfflineText{
	Ready:       "Ready to work offline",
	UpdateReady: "A new version of Lossline is ready.",
	UpdateNow:   "Reload",
	Copy:        "Offline copy",
	CopyHelp:    "the whole of Lossline in one file, which runs from a disk",
	CopyBroken:  "This browser cannot run the program inside this file, which needs WebAssembly and DecompressionStream: a newer browser can. What you see are the default numbers.",
	ResetTitle:  "Reset Lossline",
	ResetText:   "Removes what Lossline keeps in this browser: the copy for working offline, and settings. Nothing else on this site is touched. Links and files that you saved stay good.",
	Reset:       "Reset",
	ResetDone:   "Done: Lossline keeps nothing in this browser any more. Close its other windows.",
	ResetHome:   "To Lossline",
}

var zhOffline = OfflineText{
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
