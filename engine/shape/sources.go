package shape

import "lossline/engine/cite"

// Places cited more than once.
var (
	tayDeepNarrow = cite.Ref{Source: cite.Tay2021, Where: "section 4.4"}
	taySerial     = cite.Ref{Source: cite.Tay2021, Where: "on parallelism"}
	kaplanShape   = cite.Ref{Source: cite.Kaplan2020, Where: "Figure 5"}
	decodersRef   = cite.Ref{Source: cite.Decoders, Where: "config.json"}
	gemstoneRef   = cite.Ref{Source: cite.McLeish2025, Where: "released validation losses"}
)
