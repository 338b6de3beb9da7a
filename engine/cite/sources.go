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
	Tay2021 = &Source{
		Key: "tay2021", Short: "Tay et al. 2021", Year: 2021, ArXiv: "2109.10686",
		Title:   "Scale Efficiently: Insights from Pre-training and Fine-tuning Transformers",
		Authors: []string{"Tay, Yi", "Dehghani, Mostafa", "Rao, Jinfeng", "others"},
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

// All lists the bibliography in order of year.
func All() []*Source {
	return []*Source{Kaplan2020, Hernandez2021, Tay2021, Hoffmann2022, Besiroglu2024, Pearce2024, Porian2024}
}
