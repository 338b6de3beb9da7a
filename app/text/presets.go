package text

// PresetText is what is said of a preset. Outcome is what was built, or measured,
// in fact, with the place where that is published; empty where nothing is.
type PresetText struct{ Title, Description, Outcome string }
