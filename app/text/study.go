package text

// StudyText is what the Study page says.
type StudyText struct{}

var enStudy = StudyText{}

var zhStudy = StudyText{}
