package text

// PrivateText is what is said of a reader's own runs: where they are, and where not.
type PrivateText struct {
	_ incomparable

	// What a fit is called whose runs are not here.
	LinkFit     string // {0} number of runs {1} the digest's beginning
	LinkFitBare string

	// On Fit.
	Missing, MissingCoefs  string
	SameRuns               string // {0} the digest's beginning
	OtherRuns              string // {0} the digest's beginning {1} that of the runs here
	OfResamples            string // {0} number
	OfFit                  string
	Keep, KeepHelp, Delete string
	Kept                   string // {0} number of runs
	KeepFailed, KeepMany   string
	Session, SessionHelp   string
	SessionBad             string // {0} name of the file
	LinkRuns               string // the name of runs that came with a link
	TooMany                string // {0} number of runs
	TakenOut               string

	// In the share panel.
	NotInLink    string // {0} number of runs
	WithRuns     string
	WithRunsHelp string // {0} number of characters {1} number of runs
	EmbedRuns    string // {0} number of runs {1} number of characters
	EmbedWithout string

	// In the menus of figures and tables.
	Yours, Draws string
	AddRuns      string // {0} number of characters
	LeaveRuns    string
}

var privateEnglish = PrivateText{
	LinkFit:      "A fit from a link: {0} runs, digest {1}",
	LinkFitBare:  "A fit from a link",
	Missing:      "The runs are not here. A link leaves them out, and this page has them only in memory: drop the file again to refit.",
	MissingCoefs: "Its coefficients are still here: “Use this law” plans with them.",
	SameRuns:     "These are the runs of the link: both have the digest {0}.",
	OtherRuns:    "These are not the runs of the link: its digest is {0}, that of these runs is {1}.",
	OfResamples:  "Intervals by the covariance of {0} resamples.",
	OfFit:        "Intervals by the covariance of the fit, without a bootstrap.",
	Keep:         "Keep my runs on this device",
	KeepHelp:     "This browser then stores the runs and brings them back on the next visit. They are not sent anywhere.",
	Delete:       "Delete the kept runs",
	Kept:         "{0} runs are kept on this device.",
	KeepFailed:   "This browser does not let the page keep runs: they stay in memory until the page is closed.",
	KeepMany:     "More than 5,000 runs are not kept: keep the file.",
	Session:      "Save session file",
	SessionHelp:  "One file with your runs and all choices. Drop it on a page to go on.",
	SessionBad:   "{0} is a session file, but it is damaged or of a newer version: nothing was read.",
	LinkRuns:     "runs of the link",
	TakenOut:     "The runs were taken out of the address. They are in memory until the page is closed; “Share” has a link with them.",
	TooMany:      "Your {0} runs are too many for a link or a session file: send the table itself along.",
	NotInLink:    "Your {0} runs are not in it: it has the coefficients of the fit, their covariance and a digest of the runs.",
	WithRuns:     "Link with my runs",
	WithRunsHelp: "The runs add {0} characters. Whoever has the link can read your {1} runs.",
	EmbedRuns:    "Put my {0} runs into the snippet: {1} characters more, which every reader of that page can see",
	EmbedWithout: "Without the runs the frame cannot draw this figure, and says so.",
	Yours:        "Your runs",
	Draws:        "SVG, PNG, PDF, CSV, JSON, the image and the tables hold the runs that this figure draws. The links in all files leave the runs out.",
	AddRuns:      "Put my runs into the links: {0} characters more",
	LeaveRuns:    "Leave my runs out of the links again",
}

var privateChinese = PrivateText{
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

// NamedOwn returns the strings in which a fit of one's own is called name.
func (t *Strings) NamedOwn(name string) *Strings {
	named := *t
	named.Fit.Own = name
	return &named
}
