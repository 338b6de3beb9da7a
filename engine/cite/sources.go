package cite

// The works that Lossline's numbers come from.
var (
	Kaplan2020 = &Source{
		Key: "kaplan2020", Short: "Kaplan et al. 2020", Year: 2020, ArXiv: "2001.08361",
		Title: "Scaling Laws for Neural Language Models",
		Authors: []string{"Kaplan, Jared", "McCandlish, Sam", "Henighan, Tom", "Brown, Tom B.",
			"Chess, Benjamin", "Child, Rewon", "Gray, Scott", "Radford, Alec", "Wu, Jeffrey", "Amodei, Dario"},
	}
	Hoffmann2022 = &Source{
		Key: "hoffmann2022", Short: "Hoffmann et al. 2022", Year: 2022, ArXiv: "2203.15556",
		Title:   "Training Compute-Optimal Large Language Models",
		Authors: []string{"Hoffmann, Jordan", "Borgeaud, Sebastian", "Mensch, Arthur", "others"},
	}
	Besiroglu2024 = &Source{
		Key: "besiroglu2024", Short: "Besiroglu et al. 2024", Year: 2024, ArXiv: "2404.10102",
		Title:   "Chinchilla Scaling: A replication attempt",
		Authors: []string{"Besiroglu, Tamay", "Erdil, Ege", "Barnett, Matthew", "You, Josh"},
	}
	Hernandez2021 = &Source{
		Key: "hernandez2021", Short: "Hernandez et al. 2021", Year: 2021, ArXiv: "2102.01293",
		Title:   "Scaling Laws for Transfer",
		Authors: []string{"Hernandez, Danny", "Kaplan, Jared", "Henighan, Tom", "McCandlish, Sam"},
	}
	// Kim2021 measured transfer from English to Chinese, Spanish and German with
	// models of 3.3M to 124M non-embedding parameters, pre-trained on 26 billion
	// tokens of English web text. No constants of the law were printed.
	Kim2021 = &Source{
		Key: "kim2021", Short: "Kim 2021", Year: 2021,
		Title:   "Scaling Laws for Language Transfer Learning",
		Authors: []string{"Kim, Christina"},
		URL:     "https://christina.kim/2021/04/11/scaling-laws-for-language-transfer-learning/",
	}
	Tay2021 = &Source{
		Key: "tay2021", Short: "Tay et al. 2021", Year: 2021, ArXiv: "2109.10686",
		Title:   "Scale Efficiently: Insights from Pre-training and Fine-tuning Transformers",
		Authors: []string{"Tay, Yi", "Dehghani, Mostafa", "Rao, Jinfeng", "others"},
	}
	Muennighoff2023 = &Source{
		Key: "muennighoff2023", Short: "Muennighoff et al. 2023", Year: 2023, ArXiv: "2305.16264",
		Title:   "Scaling Data-Constrained Language Models",
		Authors: []string{"Muennighoff, Niklas", "Rush, Alexander M.", "Barak, Boaz", "Le Scao, Teven", "others"},
	}
	DeepSeek2024 = &Source{
		Key: "deepseek2024", Short: "DeepSeek LLM 2024", Year: 2024, ArXiv: "2401.02954",
		Title:   "DeepSeek LLM: Scaling Open-Source Language Models with Longtermism",
		Authors: []string{"{DeepSeek-AI}", "others"},
	}
	StepLaw2025 = &Source{
		Key: "steplaw2025", Short: "Li et al. 2025 (Step Law)", Year: 2025, ArXiv: "2503.04715",
		Title:   "Predictable Scale: Part I, Step Law: Optimal Hyperparameter Scaling Law in Large Language Model Pretraining",
		Authors: []string{"Li, Houyi", "others"},
	}
	Henighan2020 = &Source{
		Key: "henighan2020", Short: "Henighan et al. 2020", Year: 2020, ArXiv: "2010.14701",
		Title:   "Scaling Laws for Autoregressive Generative Modeling",
		Authors: []string{"Henighan, Tom", "Kaplan, Jared", "Katz, Mor", "others"},
	}
	Gadre2024 = &Source{
		Key: "gadre2024", Short: "Gadre et al. 2024", Year: 2024, ArXiv: "2403.08540",
		Title:   "Language models scale reliably with over-training and on downstream tasks",
		Authors: []string{"Gadre, Samir Yitzhak", "Smyrnis, Georgios", "Shankar, Vaishaal", "others"},
	}
	Lin2024 = &Source{
		Key: "lin2024", Short: "Lin et al. 2024", Year: 2024, ArXiv: "2402.02314",
		Title:   "Selecting Large Language Model to Fine-tune via Rectified Scaling Law",
		Authors: []string{"Lin, Haowei", "Huang, Baizhou", "Ye, Haotian", "others"},
	}
	Pearce2024 = &Source{
		Key: "pearce2024", Short: "Pearce & Song 2024", Year: 2024, ArXiv: "2406.12907",
		Title:   "Reconciling Kaplan and Chinchilla Scaling Laws",
		Authors: []string{"Pearce, Tim", "Song, Jinyeop"},
	}
	Porian2024 = &Source{
		Key: "porian2024", Short: "Porian et al. 2024", Year: 2024, ArXiv: "2406.19146",
		Title: "Resolving Discrepancies in Compute-Optimal Scaling of Language Models",
		Authors: []string{"Porian, Tomer", "Wortsman, Mitchell", "Jitsev, Jenia", "Schmidt, Ludwig",
			"Carmon, Yair"},
	}
)

// Works that the Guide refers to; no number here comes from them.
var (
	McCandlish2018 = &Source{
		Key: "mccandlish2018", Short: "McCandlish et al. 2018", Year: 2018, ArXiv: "1812.06162",
		Title:   "An Empirical Model of Large-Batch Training",
		Authors: []string{"McCandlish, Sam", "Kaplan, Jared", "Amodei, Dario", "others"},
	}
	Wei2022 = &Source{
		Key: "wei2022", Short: "Wei et al. 2022", Year: 2022, ArXiv: "2206.07682",
		Title:   "Emergent Abilities of Large Language Models",
		Authors: []string{"Wei, Jason", "Tay, Yi", "Bommasani, Rishi", "others"},
	}
	Schaeffer2023 = &Source{
		Key: "schaeffer2023", Short: "Schaeffer et al. 2023", Year: 2023, ArXiv: "2304.15004",
		Title:   "Are Emergent Abilities of Large Language Models a Mirage?",
		Authors: []string{"Schaeffer, Rylan", "Miranda, Brando", "Koyejo, Sanmi"},
	}
	Sardana2023 = &Source{
		Key: "sardana2023", Short: "Sardana et al. 2023", Year: 2023, ArXiv: "2401.00448",
		Title:   "Beyond Chinchilla-Optimal: Accounting for Inference in Language Model Scaling Laws",
		Authors: []string{"Sardana, Nikhil", "Portes, Jacob", "Doubov, Sasha", "Frankle, Jonathan"},
	}
	Hagele2024 = &Source{
		Key: "hagele2024", Short: "Hägele et al. 2024", Year: 2024, ArXiv: "2405.18392",
		Title:   "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations",
		Authors: []string{"Hägele, Alexander", "Bakouch, Elie", "Kosson, Atli", "others"},
	}
	Zhang2024 = &Source{
		Key: "zhang2024", Short: "Zhang et al. 2024", Year: 2024, ArXiv: "2410.21676",
		Title:   "How Does Critical Batch Size Scale in Pre-training?",
		Authors: []string{"Zhang, Hanlin", "Morwani, Depen", "Vyas, Nikhil", "others"},
	}
)

// All lists the bibliography in order of year.
func All() []*Source {
	return []*Source{McCandlish2018, Raffel2020, Rajbhandari2020, Kaplan2020, Brown2020, Henighan2020, Hernandez2021, Kim2021, Tay2021, Hoffmann2022, Geiping2022, Wei2022, Muennighoff2023, Sardana2023, Schaeffer2023, Shehper2023, Besiroglu2024, Bhagia2024, DeepSeek2024, Gadre2024, Hagele2024, Lin2024, Pearce2024, Porian2024, Zhang2024, StepLaw2025, McLeish2025, Decoders}
}
