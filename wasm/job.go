package main

import (
	"context"
	"io"
	"os"

	"lossline/app/job"
)

// runJob reads a request from in and writes the reply to out, both JSON as
// package job describes them. It reports false where the reply is an error.
func runJob(in io.Reader, out io.Writer) (bool, error) {
	request, err := io.ReadAll(io.LimitReader(in, 2*job.MaxText))
	if err != nil {
		return false, err
	}
	reply := job.DoJSON(context.Background(), request)
	if _, err := out.Write(append(reply, '\n')); err != nil {
		return false, err
	}
	r, err := job.DecodeReply(reply)
	return err == nil && r.Error == nil, err
}

// jobCommand is the command job: its exit status is 1 where the reply is an error.
func jobCommand() int {
	if ok, err := runJob(os.Stdin, os.Stdout); err != nil || !ok {
		return 1
	}
	return 0
}
