package worker

import (
	"syscall/js"

	"lossline/app/job"
)

// expose lets scripts of the site's owner, and tests, ask as the page does:
//
//	const cancel = lossline.run(requestJSON, (replyJSON, final) => …, (done, total) => …)
func (c *Client) expose() {
	site := lossline()
	if !site.Truthy() {
		return
	}
	site.Set("run", js.FuncOf(func(_ js.Value, args []js.Value) any {
		r, err := job.Decode([]byte(args[0].String()))
		if err != nil {
			e, _ := err.(*job.Error)
			args[1].Invoke(string(job.Encode(job.Reply{Error: e})), true)
			return nil
		}
		var progress func(done, total int)
		if len(args) > 2 && args[2].Truthy() {
			progress = func(done, total int) { args[2].Invoke(done, total) }
		}
		cancel := c.Run(r, progress, func(reply job.Reply, final bool) { args[1].Invoke(string(job.Encode(reply)), final) })
		return js.FuncOf(func(js.Value, []js.Value) any {
			cancel()
			return nil
		})
	}))
}
