package cite

// The works on shape: architectures, memory and outside tests of depth.
var (
	Raffel2020 = &Source{
		Key: "raffel2020", Short: "Raffel et al. 2020", Year: 2020, ArXiv: "1910.10683",
		Title:   "Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer",
		Authors: []string{"Raffel, Colin", "Shazeer, Noam", "Roberts, Adam", "Lee, Katherine", "others"},
	}
	Rajbhandari2020 = &Source{
		Key: "rajbhandari2020", Short: "Rajbhandari et al. 2020", Year: 2020, ArXiv: "1910.02054",
		Title:   "ZeRO: Memory Optimizations Toward Training Trillion Parameter Models",
		Authors: []string{"Rajbhandari, Samyam", "Rasley, Jeff", "Ruwase, Olatunji", "He, Yuxiong"},
	}
	Brown2020 = &Source{
		Key: "brown2020", Short: "Brown et al. 2020", Year: 2020, ArXiv: "2005.14165",
		Title:   "Language Models are Few-Shot Learners",
		Authors: []string{"Brown, Tom B.", "Mann, Benjamin", "Ryder, Nick", "Subbiah, Melanie", "others"},
	}
	Geiping2022 = &Source{
		Key: "geiping2022", Short: "Geiping & Goldstein 2022", Year: 2022, ArXiv: "2212.14034",
		Title:   "Cramming: Training a Language Model on a Single GPU in One Day",
		Authors: []string{"Geiping, Jonas", "Goldstein, Tom"},
	}
	McLeish2025 = &Source{
		Key: "mcleish2025", Short: "McLeish et al. 2025", Year: 2025, ArXiv: "2502.06857",
		Title: "Gemstones: A Model Suite for Multi-Faceted Scaling Laws",
		Authors: []string{"McLeish, Sean", "Kirchenbauer, John", "Miller, David Yu", "Singh, Siddharth",
			"Bhatele, Abhinav", "Goldblum, Micah", "Panda, Ashwinee", "Goldstein, Tom"},
	}
	Decoders = &Source{
		Key: "decoders2025", Short: "Hugging Face", Year: 2025, URL: "https://huggingface.co/models",
		Title:   "Configuration files of published decoders",
		Authors: []string{"{Hugging Face}"},
	}
)
