package ui

import (
	"strconv"

	"lossline/app/export"
	"lossline/app/text"
)

// mimes are the types of files by their endings.
var mimes = map[string]string{"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf", "csv": "text/csv", "json": "application/json"}

// save is a deed that saves a file with the given ending.
func (s saver) save(ext, label string, write func() []byte) Deed {
	return Deed{ID: ext, Label: label, Do: func(tell Tell) { s.done(ext, write(), nil, tell) }}
}

// done hands a file to the browser, or says that there is none.
func (s saver) done(ext string, data []byte, err error, tell Tell) {
	if err != nil || len(data) == 0 {
		tell(s.c.T.Export.Failed, "")
		return
	}
	Download(s.name(ext), mimes[ext], data)
	tell(text.Fill(s.c.T.Export.Saved, s.name(ext)), "")
}

// picture saves the figure as SVG or, made of that, PDF.
func (s saver) picture(ext, label string) Deed {
	return Deed{ID: ext, Label: label, Do: func(tell Tell) {
		data, err := export.SVG(s.f, s.look, s.meta)
		if err == nil && ext == "pdf" {
			data, err = export.PDF(data, s.meta)
		}
		s.done(ext, data, err, tell)
	}}
}

// png saves the figure with scale pixels of the file to one of the page.
func (s saver) png(scale int) Deed {
	said := strconv.Itoa(scale)
	return Deed{ID: "png-" + said, Label: "PNG " + said + "×", Do: func(tell Tell) {
		s.painted(scale, tell, func(svg []byte, w, h int) {
			Paint(svg, w, h, func(png []byte, err error) {
				if err == nil {
					png, err = export.PNG(png, scale, s.meta)
				}
				s.done("png", png, err, tell)
			})
		})
	}}
}

// image copies the figure as a picture, at twice its size: it is mostly put into
// slides.
func (s saver) image() Deed {
	const scale = 2
	finish := func(png []byte) []byte {
		if out, err := export.PNG(png, scale, s.meta); err == nil {
			return out
		}
		return png
	}
	return Deed{ID: "image", Label: s.c.T.Export.Image, Do: func(tell Tell) {
		s.painted(scale, tell, func(svg []byte, w, h int) {
			CopyImage(svg, w, h, finish, func(ok bool) { tell(Either(ok, s.c.T.Copied, s.c.T.Export.RefusedImage), "") })
		})
	}}
}

// painted draws the figure for a canvas of scale pixels to one.
func (s saver) painted(scale int, tell Tell, paint func(svg []byte, w, h int)) {
	svg, err := export.SVG(s.f, s.look, s.meta)
	if err != nil {
		tell(s.c.T.Export.Failed, "")
		return
	}
	paint(svg, scale*int(s.look.Size.W), scale*int(s.look.Size.H))
}

// text is a deed that copies text.
func (s saver) text(id, label string, write func() string) Deed {
	return Deed{ID: id, Label: label, Do: func(tell Tell) {
		said := write()
		CopyText(said, func(ok bool) {
			if ok {
				tell(s.c.T.Copied, "")
				return
			}
			tell(s.c.T.Export.Refused, said)
		})
	}}
}
