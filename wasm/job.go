//go:build !js

package main

import (
	"os"

	"lossline/app/job"
)

// jobCommand is the command job: its exit status is 1 where the reply is an error.
func jobCommand() int {
	if ok, err := job.Command(os.Stdin, os.Stdout); err != nil || !ok {
		return 1
	}
	return 0
}
