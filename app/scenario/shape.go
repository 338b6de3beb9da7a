package scenario

// ShapeChoice is what a person chose on the Shape page.
type ShapeChoice struct{}

func defaultShape() ShapeChoice { return ShapeChoice{} }

var (
	shapeQuantities []Quantity
	shapeChoices    []Choice
)
