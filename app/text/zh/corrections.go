package zh

// corrections are the reasons of app/testdata/corrections.csv, in the order of the English ones.
var corrections = []string{
	"若 Kaplan 正确：预算得到的是方案批量下的 L(N, S_min)（式 5.6）。此前用的是式 1.5，即不论训练多久、只有这么多文本时的损失。",
	"Kaplan 2020 附录 B 按 C_min 读取，其式 B.3 与同一次训练的式 5.6 一致。此前按 2·C_min 读取。",
	"预训练从整数次使用起才划算。此前给出的是小数。",
	"图表与表格一样采用所选批量。此前 Kaplan 的曲线用的是临界批量。",
	"解码器按 48 个公开解码器的深度和宽度排序，相对深度也以此为准。此前 32 到 36 层的排在最前，那是微调 T5 的结果。",
	"Besiroglu 2024 的最佳规模附有由其 240 条训练结果、所有系数一起得出的区间。此前没有区间。",
	"不计嵌入的规则（学习率、过拟合、预训练的价值）采用不含嵌入的 N。此前用的是含嵌入的 N。",
}
