package unit

// Chinese is Simplified Chinese. The parser reads its scale in every language.
var Chinese = &Words{
	Phrases: [KindNumber + 1]string{
		KindParams:   "参数量",
		KindTokens:   "token 数",
		KindFLOPs:    "计算量（FLOP）",
		KindFLOPRate: "运算速率（FLOP/s）",
		KindLoss:     "损失（nats/token）",
		KindSteps:    "步数",
		KindChars:    "字符数",
		KindBytes:    "文本量（字节）",
		KindDuration: "时间",
		KindCost:     "费用（美元）",
		KindNumber:   "数字",
	},
	Nouns: [KindNumber + 1]Noun{
		KindParams:   {"参数", "参数"},
		KindTokens:   {"词元", "词元"},
		KindFLOPs:    {"次浮点运算", "次浮点运算"},
		KindFLOPRate: {"次浮点运算", "次浮点运算"},
		KindLoss:     {"奈特/词元", "奈特/词元"},
		KindSteps:    {"步", "步"},
		KindChars:    {"字符", "字符"},
		KindBytes:    {"字节", "字节"},
		KindDuration: {"秒", "秒"},
		KindCost:     {"美元", "美元"},
	},
	Times: [len(timeUnits)]Noun{{"秒", "秒"}, {"分钟", "分钟"}, {"小时", "小时"}, {"天", "天"}, {"年", "年"}},

	Scales: []string{"", "万", "亿", "万亿"}, ScaleDigits: 4, Gloss: true, Dollars: "美元",
	Spoken: SpokenWords{
		Minus: "负", Infinite: "无穷多", Undefined: "未定义的",
		Power: "{0}乘10的{1}次方", MinusPower: "{0}乘10的负{1}次方",
		Loss: "每词元{0}奈特", Rate: "每秒{0}次浮点运算",
	},
	Devices: DeviceWords{Timed: "{0} 张 {1} 训练 {2}", Utilisation: "，利用率 {0}", Joint: "·"},
}
