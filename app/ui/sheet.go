package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Sheet is the inputs of a page. On a phone it lies at the foot of the screen, so
// that figures come first and are seen while a slider moves: folded it has the
// first slider, unfolded all inputs. A checkbox folds it, which needs no program.
func (c Context) Sheet(fields ...h.UI) h.UI {
	return h.Div().Class("inputs").Class("sheet").Body(append([]h.UI{
		h.Input().Type("checkbox").ID("sheet").Class("sr").Hidden(true),
		h.Label().For("sheet").Class("handle").Class("button").Hidden(true).Text(c.T.AllInputs),
	}, fields...)...)
}
