package text

// TroubleText is what is said where Lossline does not load or has stopped. The
// program cannot say it then: it stands beside the script that starts it.
type TroubleText struct {
	_ incomparable

	Unloaded  string `json:"unloaded"`  // a file did not come
	Silent    string `json:"silent"`    // nothing has come for ten seconds
	Forbidden string `json:"forbidden"` // no WebAssembly
	Damaged   string `json:"damaged"`   // a file that is no program
	Stopped   string `json:"stopped"`   // the program ended

	Readable string `json:"readable"` // what can be done before it was alive
	Kept     string `json:"kept"`     // and after
	RunsHere string `json:"runsHere"` // where the reader's runs are

	Retry      string `json:"retry"`
	Reload     string `json:"reload"`
	Fresh      string `json:"fresh"` // a link without the state
	Save       string `json:"save"`  // of the runs
	Report     string `json:"report"`
	CopyReport string `json:"copyReport"`
	Copied     string `json:"copied"`
	CopyFailed string `json:"copyFailed"`
}

// Trouble has the strings of a language.
func Trouble(l Lang) *TroubleText {
	if l == Chinese {
		return &zhTrouble
	}
	return &enTrouble
}

var enTrouble = TroubleText{
	Unloaded:   "Lossline did not load: a part of it could not be fetched.",
	Silent:     "Lossline is still loading: nothing has come for 10 seconds.",
	Forbidden:  "Lossline cannot run here: WebAssembly is switched off in this browser, or the host of this page forbids it.",
	Damaged:    "Lossline did not load: a file of it is damaged or of another version.",
	Stopped:    "Lossline stopped; your work is kept.",
	Readable:   "The text, the figures and the tables of this page can be read. Fields and buttons do not answer.",
	Kept:       "The address holds your plan, which a reload shows again. Fields and buttons do not answer until then.",
	RunsHere:   "Your runs are in this window: save them before you reload.",
	Retry:      "Try again",
	Reload:     "Reload",
	Fresh:      "Start with the default numbers",
	Save:       "Save my runs",
	Report:     "Report (without your runs)",
	CopyReport: "Copy the report",
	Copied:     "Copied.",
	CopyFailed: "The browser refused. The report is selected: copy it by hand.",
}

var zhTrouble = TroubleText{
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
