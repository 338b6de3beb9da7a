package ui

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/engine/cite"
)

// SourceLink returns a link to the publication of ref, in a window of its own. It reads "Hoffmann et al. 2022, eq. 10".
func SourceLink(ref cite.Ref) h.HTMLA {
	return h.A().Href(ref.Source.Link()).Target("_blank").Rel("noopener noreferrer").Text(ref.String())
}
