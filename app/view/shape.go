package view

import h "github.com/maxence-charriere/go-app/v10/pkg/app"

// Shape is the screen of shape.
func Shape(c Context) h.UI { return h.Main().ID("main") }
