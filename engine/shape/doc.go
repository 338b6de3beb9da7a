// Package shape counts what a transformer of given layers and widths has and
// does, holds the evidence on depth against width, and advises on a shape.
//
//	Shape      GPT (decoder) or T5 (encoder-decoder): layers, widths, heads
//	Count      its parameters by part, exactly: Kaplan's N and the total
//	Ops        its FLOPs per token by operation, the context term apart
//	T5Configs  57 released T5 checkpoints; Table4, Table3, Comparisons: what
//	           Tay et al. (2021) found for deep and narrow ones, with grades
//	Frontier   the Pareto frontier of score against params, FLOPs or time
//	AspectCheck  loss against aspect ratio at near-equal N, on the Gemstones
//	Decoders   48 published decoders; Ladder: the depth and width that they have at N
//	Advise     a budget in, a ranked list of buildable shapes out
//
// Two papers are weighed here. Kaplan et al. (2020, Figure 5) find that at
// fixed N the pre-training loss of decoders hardly depends on shape; Tay et al.
// (2021, section 4.4) find that the fine-tuned quality of encoder-decoders does,
// and raise depth first. Within what Kaplan finds flat, decoders are advised as
// those are that were built.
package shape
