package text

// ReadoutText is what figures say of their points, to eyes and to ears.
type ReadoutText struct {
	_ incomparable

	Role           string // what a figure is called that answers to keys
	Hint, Keys     string // where help is; all the keys
	Above, Below   string // {0} the multiple, without "times"
	Interval       string // {0} percent
	Outside        string // where there is no multiple to name
	Pause, End     string // in a sentence
	Rows           string // of a long table: {0} rows of {1}
	Sound, SoundOf string // of the menu: its heading and what plays a series
}

var enReadout = ReadoutText{
	Role:     "interactive figure",
	Hint:     "Arrow keys read the points; h tells all keys.",
	Keys:     "← → next point; ↑ ↓ next series; Home, End: first and last point; Page Up, Page Down: ten points; t: data table; s: sound; Escape: leave the point.",
	Above:    "{0} times beyond the largest fitted run",
	Below:    "{0} times below the smallest fitted run",
	Interval: "{0} interval",
	Outside:  "outside the fitted range",
	Pause:    ", ",
	End:      ".",
	Rows:     "{0} of {1} rows; what you save has all",
	Sound:    "Listen",
	SoundOf:  "Play the curve as sound",
}

var zhReadout = ReadoutText{
	Role:     "交互式图",
	Hint:     "用方向键读取各点；按 h 查看全部按键。",
	Keys:     "← → 下一点；↑ ↓ 下一条曲线；Home、End：首点和末点；Page Up、Page Down：十个点；t：数据表；s：声音；Escape：离开该点。",
	Above:    "为拟合所用最大训练的 {0} 倍",
	Below:    "仅为拟合所用最小训练的 1/{0}",
	Interval: "{0} 区间",
	Outside:  "在拟合范围之外",
	Pause:    "，",
	End:      "。",
	Rows:     "{1} 行中的 {0} 行；保存的文件包含全部",
	Sound:    "聆听",
	SoundOf:  "用声音播放曲线",
}
