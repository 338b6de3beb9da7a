package job

import (
	"context"
	"io"
)

// Command reads a request from in and writes the reply to out, both in JSON. It
// reports false where the reply is an error.
func Command(in io.Reader, out io.Writer) (ok bool, err error) {
	request, err := io.ReadAll(io.LimitReader(in, 2*MaxText))
	if err != nil {
		return false, err
	}
	reply := DoJSON(context.Background(), request)
	if _, err := out.Write(append(reply, '\n')); err != nil {
		return false, err
	}
	r, err := DecodeReply(reply)
	return err == nil && r.Error == nil, err
}
