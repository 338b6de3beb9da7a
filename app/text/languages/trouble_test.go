package languages

import (
	"testing"

	"lossline/app/job"
)

// Whatever ends heavy work has a sentence, with all that it names.
func TestWorkErrorsAreSaid(t *testing.T) {
	for _, code := range []string{"cancelled", "engine", "fetch", "fetch-status", "fetch-changed", "internal", "no-data", "worker"} {
		for _, l := range All() {
			if got := In(l).JobError(&job.Error{Code: code, Message: "raw", Args: []string{"gadre", "404"}}); got == "raw" || got == "" {
				t.Errorf("%s in %s: %q", code, l, got)
			}
		}
	}
}
