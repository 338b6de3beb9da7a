package text

import "lossline/engine/transfer"

// finding is a note in both languages: {0} its value, {1} its limit.
type finding struct{ en, zh string }

// findings has a row for every code of the engine's notes on transfer.
var findings = map[transfer.Code]finding{
	// About a question.
	transfer.PlaceholderBase: {
		"The from-scratch law is a placeholder that was not fitted to the target: its losses show the shape and not the level. Hernandez et al. publish no from-scratch constants for Python.",
		"从头训练的定律只是占位：它没有在目标数据上拟合，其损失只说明形状，不说明高低。Hernandez 等人没有公布 Python 从头训练的常数。"},
	transfer.Tentative: {
		"The unified law, eq. 6.1, is called tentative by its authors. As printed it has D_T where the loss here has D_E = D_F + D_T: it gives {0}, against {1} here.",
		"统一定律（式 6.1）作者自己称为尝试性的。照原文它用 D_T，而此处的损失用 D_E = D_F + D_T：它给出 {0}，此处为 {1}。"},
	transfer.AssumedChars: {
		"The law of transfer counts characters, the from-scratch law tokens: {0} characters per token are assumed.",
		"迁移定律按字符计，从头训练的定律按 token 计：假定每个 token 有 {0} 个字符。"},
	transfer.CountingDiffers: {
		"The from-scratch law counts embedding parameters; the law of transfer does not.",
		"从头训练的定律计入嵌入参数，迁移定律不计。"},
	transfer.ParamsOutside: {
		"N of {0} lies outside the sizes of the transfer fit, which end near {1}.",
		"N 为 {0}，超出迁移定律拟合的模型规模，其边界约为 {1}。"},
	transfer.DataOutside: {
		"D_F of {0} lies outside the data of the transfer fit, which end near {1}.",
		"D_F 为 {0}，超出迁移定律拟合的数据量，其边界约为 {1}。"},
	transfer.BaseParams: {
		"N of {0} lies outside the sizes of the from-scratch law, which end at {1}.",
		"N 为 {0}，超出从头训练定律拟合的模型规模，其边界为 {1}。"},
	transfer.BaseData: {
		"{0} of data lie outside the range of the from-scratch law, which ends at {1}.",
		"数据量 {0} 超出从头训练定律的拟合范围，其边界为 {1}。"},
	transfer.BeyondLowData: {
		"D_F of {0} is above the low-data limit of {1}, up to which the law was fitted: beyond it the fit fails, more so for text and code.",
		"D_F 为 {0}，超过低数据区的上限 {1}，定律只拟合到那里：再往上拟合失效，文本加代码时更甚。"},
	transfer.OssificationRisk: {
		"Ossification: {0} are at or above D(N) = {1}. Small models near it ended worse pre-trained than from scratch, and more data did not cure it. Large ones were not tested.",
		"固化（ossification）：{0} 已达到或超过 D(N) = {1}。在此附近，小模型预训练后反而不如从头训练，增加数据也无法挽回。大模型未测试。"},
	transfer.OssificationSeen: {
		"Ossification was seen here: with {0}, more than {1}, models this small ended worse pre-trained than from scratch.",
		"这里已观察到固化（ossification）：数据为 {0}，超过 {1} 时，这么小的模型预训练后不如从头训练。"},
	transfer.LossImplausible: {
		"From scratch the law gives a loss of {0}, above the {1} of guessing: it does not reach down to so little data.",
		"从头训练的定律给出损失 {0}，高于随机猜测的 {1}：它不适用于这么少的数据。"},
	transfer.AtOneCharacter: {
		"Without target data the law is read at {0}, as the paper does in section 6.2; its authors call that speculative.",
		"没有目标数据时，照论文 6.2 节在 {0} 处取值；作者称这只是推测。"},
	transfer.AssumedEpochs: {
		"Compute is 6·N·tokens·passes; passes over the data assumed: {0}, the least there can be. The paper saw up to {1} on large sets.",
		"算力为 6·N·token 数·遍数；假定数据只过 {0} 遍，即最少的情形。论文中大数据集最多 {1} 遍。"},
	transfer.PretrainUnknown: {
		"How much of text and code this pre-training read is not stated, so its compute is not known.",
		"这种预训练读了多少文本和代码，论文没有说明，因此其算力未知。"},
	transfer.ZeroShotEnough: {
		"The pre-training alone is worth {0}, and {1} are needed: no fine-tuning data is.",
		"仅预训练就抵得上 {0}，而所需为 {1}：不需要微调数据。"},

	// Reasons.
	transfer.PretrainingHelps: {
		"From scratch the loss is {0} higher, more than the {1} that counts as no difference.",
		"从头训练的损失高 {0}，超过视为无差别的 {1}。"},
	transfer.GapWithin: {
		"From scratch the loss is only {0} higher, within the {1} that counts as no difference.",
		"从头训练的损失只高 {0}，在视为无差别的 {1} 之内。"},
	transfer.BelowBreakEven: {
		"Your {0} are below the break-even of {1}: from there on, training from scratch is as good at this size.",
		"你的 {0} 低于盈亏平衡点 {1}：数据达到这个量后，同样大小的模型从头训练也一样好。"},
	transfer.AboveBreakEven: {
		"Your {0} are above the break-even of {1}: at this size, training from scratch is as good.",
		"你的 {0} 高于盈亏平衡点 {1}：同样大小的模型从头训练也一样好。"},
	transfer.NoTargetData: {"There is no target data.", "没有目标数据。"},
	transfer.DataLimited: {
		"Data is the limit: the loss of {0} is above {1}, which is 5% from what infinite data would give at this size.",
		"瓶颈在数据：损失 {0} 仍高于 {1}；低于后者，与此规模下无限数据的损失才相差不到 5%。"},
	transfer.MoreDataLowers: {
		"10 times the target data would give a loss of {0} in place of {1}.",
		"目标数据增加到 10 倍，损失为 {0}，而不是 {1}。"},
	transfer.LargerModelLowers: {
		"A model 10 times as large would give a loss of {0} in place of {1}.",
		"模型增大到 10 倍，损失为 {0}，而不是 {1}。"},
	transfer.TargetMet: {
		"The loss of {0} meets the target of {1}.",
		"损失 {0} 已达到目标 {1}。"},
	transfer.TargetNeedsData: {
		"The target loss takes {0} of target data at this size; there are {1}.",
		"在此规模下，目标损失需要 {0} 的目标数据；现有 {1}。"},
	transfer.TargetNeedsParams: {
		"No amount of data reaches the target loss at this size: it takes {0} in place of {1}.",
		"在此规模下，再多数据也达不到目标损失：需要 {0}，而不是 {1}。"},

	// About measured transfer.
	transfer.GridGap: {
		"D_T is interpolated across a gap: the from-scratch runs on both sides differ {0} times in data, more than {1}.",
		"D_T 是跨越空档插值的：两侧从头训练的数据量相差 {0} 倍，超过 {1} 倍。"},
	transfer.OffGrid: {
		"The loss of {0} lies beyond the from-scratch runs, which end at {1}: D_E is not known.",
		"损失 {0} 超出从头训练结果的范围（到 {1} 为止）：D_E 未知。"},
	transfer.Ambiguous: {
		"The from-scratch curve passes this loss {0} times; the largest set is taken.",
		"从头训练曲线 {0} 次经过这个损失；取最大的数据量。"},
	transfer.PretrainingHurts: {
		"Pre-training hurt: the run is worth {0} from scratch, less than its own {1}.",
		"预训练有害：这个结果只抵得上从头训练 {0}，少于它自己的 {1}。"},
	transfer.WithinReading: {
		"D_T of {0} is within the error of reading the figure, {1}.",
		"D_T 为 {0}，在读图误差 {1} 之内。"},
	transfer.PoorReading: {
		"The point was partly hidden in the figure; its loss is read to {0}.",
		"该点在图中被部分遮挡；损失的读数精度为 {0}。"},
	transfer.AboveLowData: {
		"{0} are above the {1} of the low-data regime.",
		"{0} 超过低数据区的上限 {1}。"},
	transfer.AboveFit: {
		"{0} are above the {1} up to which the law is fitted here.",
		"{0} 超过此处拟合所用的上限 {1}。"},
	transfer.NoPlateau: {
		"From scratch the loss still falls by {0} over the last step, more than {1}: D(N) is a lower bound.",
		"从头训练的损失在最后一步仍下降 {0}，超过 {1}：D(N) 只是下界。"},
	transfer.OffLaw: {
		"D_T is {0} times that of the fitted law, off by more than a factor of {1}.",
		"D_T 是拟合定律的 {0} 倍，偏离超过 {1} 倍。"},
	transfer.RestsOnGap: {
		"{0} of the {1} runs in the fit lie across a gap of the from-scratch grid: the interval has no share of that error.",
		"拟合用的 {1} 个结果中有 {0} 个跨越从头训练数据的空档：区间不含这部分误差。"},
	transfer.FewRuns: {
		"Only {0} runs carry the fit; {1} would be wanted.",
		"拟合只有 {0} 个结果支撑；至少应有 {1} 个。"},
	transfer.GapMoves: {
		"With one more from-scratch set left out above the fit, α is {0} in place of {1}: that moves it more than the scatter of the runs does.",
		"在拟合范围之上再去掉一组从头训练数据，α 就变为 {0}，而不是 {1}：比各结果的离散影响更大。"},
	transfer.BetaUnclear: {
		"These runs do not determine the size exponent β: its interval is {0} to {1}.",
		"这些结果无法确定规模指数 β：其区间为 {0} 到 {1}。"},
}
