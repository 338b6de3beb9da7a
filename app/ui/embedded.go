package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/chart"
	"lossline/app/scenario"
)

// Embedded is a figure that other sites can show in a frame, with its main
// control. What it needs is all in the Context.
type Embedded struct {
	ID   string // in addresses: "budget"
	Page scenario.Page

	Figure  func(Context) *chart.XY // nil while there is none yet
	Control func(Context) h.UI
	Source  func(Context) string
	Sets    func(Context) []string // the same by ID only, where there is no room
}
