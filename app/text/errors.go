package text

import (
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// ParseError is the sentence for an input that could not be read, in the
// language of t.
func (t *Strings) ParseError(e unit.ParseError) string {
	if t.Lang == Chinese {
		if s, ok := zhErrors[e.Code]; ok {
			return e.Fill(s, unit.Chinese)
		}
	}
	if s, ok := enErrors[e.Code]; ok {
		return e.Fill(s, unit.English)
	}
	return e.Error()
}

// enErrors are the codes that unit does not know: those of limits, which
// belong to what is asked and not to the number.
var enErrors = map[unit.Code]string{
	plan.BelowLimit: "This is less than Lossline computes with: from {word} on.",
	plan.AboveLimit: "This is more than Lossline computes with: up to {word}.",
}

var zhErrors = map[unit.Code]string{
	plan.BelowLimit:          "小于 Lossline 能计算的范围：从 {word} 起。",
	plan.AboveLimit:          "大于 Lossline 能计算的范围：到 {word} 为止。",
	unit.CodeEmpty:           "请输入{want}，例如 {example}。",
	unit.CodeTooLong:         "作为一个量太长了：请输入{want}，例如 {example}。",
	unit.CodeNoNumber:        "“{word}”不是数字：请输入{want}，例如 {example}。",
	unit.CodeChineseNumeral:  "数字请用阿拉伯数字，再加万或亿，例如 70亿。",
	unit.CodeNotFinite:       "“{word}”不是有限的数。",
	unit.CodeNegative:        "不能是负数：这里需要{want}。",
	unit.CodeZero:            "不能是零：这里需要{want}。",
	unit.CodeTooLarge:        "数太大，无法计算：上限约为 1.8×10³⁰⁸。",
	unit.CodeTooSmall:        "数太小，无法计算：下限约为 5×10⁻³²⁴。",
	unit.CodeUnexpected:      "这里看不懂“{word}”。",
	unit.CodeTwoNumbers:      "“{word}”是第二个数：请只输入一个。空格可用作千位分隔，例如 7 000 000。",
	unit.CodeRange:           "请输入一个数：不支持 1.5T to 3T 这样的范围。",
	unit.CodeDecimalComma:    "“{word}”里的逗号是小数点还是分隔符？请写 1.5 或 1,500。",
	unit.CodeGrouping:        "“{word}”没有按三位分组：请写 7,000,000 或 7000000，小数点用“.”。",
	unit.CodeExponent:        "指数必须是整数，例如 1e24 或 10^24。",
	unit.CodePower:           "幂是 2 以上整数的整数次方，例如 2^30；只有 10 可以有负指数。",
	unit.CodeLostSuperscript: "“{word}”的上标是否丢了？十的幂请写 10^23，否则请把乘积算出来。",
	unit.CodeMilli:           "“m”是毫：百万请写 M。",
	unit.CodeMinuteOrMonth:   "“m”是分钟还是月？请写 min 或 months。",
	unit.CodeGiga:            "“G”可能是十亿，也可能是 GB：十亿请写 B。",
	unit.CodeZhao:            "“兆”有人指 10⁶，有人指 10¹²：请写百万或万亿。",
	unit.CodeMixedNumeral:    "请只用一个单位：写 7.2亿，不写 7亿2千万。",
	unit.CodeTwoScales:       "“{word}”是第二个数量级：只写一个，例如 1.4T 或 1.4万亿。",
	unit.CodeNoScale:         "“{word}”用于计数，这里需要{want}，例如 {example}。",
	unit.CodeByteOrBillion:   "“B”是字节还是十亿？请写 7 GB 或 7 bytes。",
	unit.CodeByteUnit:        "请写全单位：GB 是 10⁹ 字节，GiB 是 2³⁰ 字节。",
	unit.CodeBits:            "“{word}”以比特计：字节请用大写 B，例如 30 GB。",
	unit.CodeNoTimeUnit:      "请写时间单位：小时、天、周、月或年。",
	unit.CodeUnknownUnit:     "“{word}”不是这里认识的单位：需要{want}，例如 {example}。",
	unit.CodeWrongUnit:       "“{word}”是{got}，这里需要{want}。",
	unit.CodeRate:            "“{word}”是每秒的速率，这里需要总量：请写 FLOP，或乘以时间。",
	unit.CodeLossUnit:        "损失以 nats/token 计：请先换算“{word}”（比特 × ln 2；困惑度取 ln）。",
	unit.CodeCurrency:        "费用以美元计：请先换算“{word}”。",
	unit.CodeUnknownDevice:   "这里不认识加速器“{word}”。",
	unit.CodeNoCount:         "请写加速器的数量，例如 64 H100 21天。",
	unit.CodeNoDevice:        "请写是哪种加速器，例如 64 H100 21天。",
	unit.CodeNoTime:          "请写多长时间，例如 64 H100 21天，或 1000 H100-days。",
	unit.CodeSaidTwice:       "“{word}”重复写了时间或利用率。",
	unit.CodeUtilisation:     "利用率必须大于 0%，不超过 100%。",
	unit.CodeNoPercent:       "利用率请写成百分数，例如 40%。",
}
