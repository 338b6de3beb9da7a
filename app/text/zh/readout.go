package zh

import (
	"lossline/app/text"
)

func init() { Strings.Readout = readoutText }

var readoutText = text.ReadoutText{
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
