package zh

import (
	"lossline/engine/transfer"
)

// findings has a row for every code of the engine's notes on transfer.
var findings = map[transfer.Code]string{
	// About a question.
	transfer.PlaceholderBase:  "从头训练的定律只是占位：它没有在目标数据上拟合，其损失只说明形状，不说明高低。Hernandez 等人没有公布 Python 从头训练的常数。",
	transfer.Tentative:        "统一定律（式 6.1）作者自己称为尝试性的。照原文它用 D_T，而此处的损失用 D_E = D_F + D_T：它给出 {0}，此处为 {1}。",
	transfer.AssumedChars:     "迁移定律按字符计，从头训练的定律按 token 计：假定每个 token 有 {0} 个字符。",
	transfer.CountingDiffers:  "从头训练的定律计入嵌入参数，迁移定律不计。",
	transfer.ParamsOutside:    "N 为 {0}，超出迁移定律拟合的模型规模，其边界约为 {1}。",
	transfer.DataOutside:      "D_F 为 {0}，超出迁移定律拟合的数据量，其边界约为 {1}。",
	transfer.BaseParams:       "N 为 {0}，超出从头训练定律拟合的模型规模，其边界为 {1}。",
	transfer.BaseData:         "数据量 {0} 超出从头训练定律的拟合范围，其边界为 {1}。",
	transfer.BeyondLowData:    "D_F 为 {0}，超过低数据区的上限 {1}，定律只拟合到那里：再往上拟合失效，文本加代码时更甚。",
	transfer.OssificationRisk: "固化（ossification）：{0} 已达到或超过 D(N) = {1}。在此附近，小模型预训练后反而不如从头训练，增加数据也无法挽回。大模型未测试。",
	transfer.OssificationSeen: "这里已观察到固化（ossification）：数据为 {0}，超过 {1} 时，这么小的模型预训练后不如从头训练。",
	transfer.LossImplausible:  "从头训练的定律给出损失 {0}，高于随机猜测的 {1}：它不适用于这么少的数据。",
	transfer.AtOneCharacter:   "没有目标数据时，照论文 6.2 节在 {0} 处取值；作者称这只是推测。",
	transfer.AssumedEpochs:    "算力为 6·N·token 数·遍数；假定数据只过 {0} 遍，即最少的情形。论文中大数据集最多 {1} 遍。",
	transfer.PretrainUnknown:  "这种预训练读了多少文本和代码，论文没有说明，因此其算力未知。",
	transfer.ZeroShotEnough:   "仅预训练就抵得上 {0}，而所需为 {1}：不需要微调数据。",
	// Reasons.
	transfer.PretrainingHelps:  "从头训练的损失高 {0}，超过视为无差别的 {1}。",
	transfer.GapWithin:         "从头训练的损失只高 {0}，在视为无差别的 {1} 之内。",
	transfer.BelowBreakEven:    "你的 {0} 低于盈亏平衡点 {1}：数据达到这个量后，同样大小的模型从头训练也一样好。",
	transfer.AboveBreakEven:    "你的 {0} 高于盈亏平衡点 {1}：同样大小的模型从头训练也一样好。",
	transfer.NoTargetData:      "没有目标数据。",
	transfer.DataLimited:       "瓶颈在数据：损失 {0} 仍高于 {1}；低于后者，与此规模下无限数据的损失才相差不到 5%。",
	transfer.MoreDataLowers:    "目标数据增加到 10 倍，损失为 {0}，而不是 {1}。",
	transfer.LargerModelLowers: "模型增大到 10 倍，损失为 {0}，而不是 {1}。",
	transfer.TargetMet:         "损失 {0} 已达到目标 {1}。",
	transfer.TargetNeedsData:   "在此规模下，目标损失需要 {0} 的目标数据；现有 {1}。",
	transfer.TargetNeedsParams: "在此规模下，再多数据也达不到目标损失：需要 {0}，而不是 {1}。",
	// About measured transfer.
	transfer.GridGap:          "D_T 是跨越空档插值的：两侧从头训练的数据量相差 {0} 倍，超过 {1} 倍。",
	transfer.OffGrid:          "损失 {0} 超出从头训练结果的范围（到 {1} 为止）：D_E 未知。",
	transfer.Ambiguous:        "从头训练曲线 {0} 次经过这个损失；取最大的数据量。",
	transfer.PretrainingHurts: "预训练有害：这个结果只抵得上从头训练 {0}，少于它自己的 {1}。",
	transfer.WithinReading:    "D_T 为 {0}，在读图误差 {1} 之内。",
	transfer.PoorReading:      "该点在图中被部分遮挡；损失的读数精度为 {0}。",
	transfer.AboveLowData:     "{0} 超过低数据区的上限 {1}。",
	transfer.AboveFit:         "{0} 超过此处拟合所用的上限 {1}。",
	transfer.NoPlateau:        "从头训练的损失在最后一步仍下降 {0}，超过 {1}：D(N) 只是下界。",
	transfer.OffLaw:           "D_T 是拟合定律的 {0} 倍，偏离超过 {1} 倍。",
	transfer.RestsOnGap:       "拟合用的 {1} 个结果中有 {0} 个跨越从头训练数据的空档：区间不含这部分误差。",
	transfer.FewRuns:          "拟合只有 {0} 个结果支撑；至少应有 {1} 个。",
	transfer.GapMoves:         "在拟合范围之上再去掉一组从头训练数据，α 就变为 {0}，而不是 {1}：比各结果的离散影响更大。",
	transfer.BetaUnclear:      "这些结果无法确定规模指数 β：其区间为 {0} 到 {1}。",
}
