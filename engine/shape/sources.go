package shape

import "lossline/engine/cite"

// Works that only this package cites.
var (
	raffel2020 = &cite.Source{
		Key: "raffel2020", Short: "Raffel et al. 2020", Year: 2020, ArXiv: "1910.10683",
		Title:   "Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer",
		Authors: []string{"Raffel, Colin", "Shazeer, Noam", "Roberts, Adam", "Lee, Katherine", "others"},
	}
	rajbhandari2020 = &cite.Source{
		Key: "rajbhandari2020", Short: "Rajbhandari et al. 2020", Year: 2020, ArXiv: "1910.02054",
		Title:   "ZeRO: Memory Optimizations Toward Training Trillion Parameter Models",
		Authors: []string{"Rajbhandari, Samyam", "Rasley, Jeff", "Ruwase, Olatunji", "He, Yuxiong"},
	}
	brown2020 = &cite.Source{
		Key: "brown2020", Short: "Brown et al. 2020", Year: 2020, ArXiv: "2005.14165",
		Title:   "Language Models are Few-Shot Learners",
		Authors: []string{"Brown, Tom B.", "Mann, Benjamin", "Ryder, Nick", "Subbiah, Melanie", "others"},
	}
	geiping2022 = &cite.Source{
		Key: "geiping2022", Short: "Geiping & Goldstein 2022", Year: 2022, ArXiv: "2212.14034",
		Title:   "Cramming: Training a Language Model on a Single GPU in One Day",
		Authors: []string{"Geiping, Jonas", "Goldstein, Tom"},
	}
	mcleish2025 = &cite.Source{
		Key: "mcleish2025", Short: "McLeish et al. 2025", Year: 2025, ArXiv: "2502.06857",
		Title: "Gemstones: A Model Suite for Multi-Faceted Scaling Laws",
		Authors: []string{"McLeish, Sean", "Kirchenbauer, John", "Miller, David Yu", "Singh, Siddharth",
			"Bhatele, Abhinav", "Goldblum, Micah", "Panda, Ashwinee", "Goldstein, Tom"},
	}
)

// Sources lists the works that this package cites beyond the common
// bibliography, in order of year.
func Sources() []*cite.Source {
	return []*cite.Source{raffel2020, rajbhandari2020, brown2020, geiping2022, mcleish2025}
}

// Places cited more than once.
var (
	tayDeepNarrow = cite.Ref{Source: cite.Tay2021, Where: "section 4.4"}
	taySerial     = cite.Ref{Source: cite.Tay2021, Where: "on parallelism"}
	kaplanShape   = cite.Ref{Source: cite.Kaplan2020, Where: "Figure 5"}
	gemstoneRef   = cite.Ref{Source: mcleish2025, Where: "released validation losses"}
)
