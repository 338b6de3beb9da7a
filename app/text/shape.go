package text

// ShapeText is what the Shape page says.
type ShapeText struct{}

var enShape = ShapeText{}

var zhShape = ShapeText{}
