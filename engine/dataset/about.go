package dataset

// About is what is known of a data set before its file is there: all but the
// runs, and how many these are. It reports false for an unknown ID.
func About(id string) (d Dataset, runs int, ok bool) {
	for _, k := range [...]struct {
		info *Dataset
		runs int
	}{
		{&chinchillaInfo, 245}, {&porianInfo, 1745}, {&porianOptimaInfo, 173}, {&gadreInfo, 104}, {&muennighoffInfo, 307},
		{&olmoInfo, 32}, {&olmoCurvesInfo, 3569}, {&gemstonesInfo, 1540}, {&nanoGPTInfo, 22}, {&rectifiedInfo, 1350},
	} {
		if k.info.ID == id {
			return *k.info, k.runs, true
		}
	}
	return Dataset{}, 0, false
}
