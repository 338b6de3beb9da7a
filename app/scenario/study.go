package scenario

// StudyChoice is what a person chose on the Study page.
type StudyChoice struct{}

func defaultStudy() StudyChoice { return StudyChoice{} }

var (
	studyQuantities []Quantity
	studyChoices    []Choice
)
