package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/worker"
)

// workers are the Web Workers of a page; none is started before it is needed.
func (b *browser) workers() *worker.Client {
	return worker.New(worker.Options{Dispatch: func(f func()) { b.ctx.Dispatch(func(h.Context) { f() }) }})
}
