package view

import h "github.com/maxence-charriere/go-app/v10/pkg/app"

// Transfer is the screen of transfer.
func Transfer(c Context) h.UI { return h.Main().ID("main") }
