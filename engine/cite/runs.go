package cite

// Works of which only the runs are used.
var (
	// Shehper2023 replicated Kaplan et al. 2020 with nanoGPT on OpenWebText.
	Shehper2023 = &Source{
		Key: "shehper2023", Short: "Shehper 2023", Year: 2023,
		Title:   "Scaling Laws of Neural Language Models",
		Authors: []string{"Shehper, Ali"},
		URL:     "https://github.com/shehper/scaling_laws",
	}
	Bhagia2024 = &Source{
		Key: "bhagia2024", Short: "Bhagia et al. 2024", Year: 2024, ArXiv: "2412.04403",
		Title:   "Establishing Task Scaling Laws via Compute-Efficient Model Ladders",
		Authors: []string{"Bhagia, Akshita", "Liu, Jiacheng", "Wettig, Alexander", "Heineman, David", "others"},
	}
)
