package job

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"lossline/engine/dataset"
)

// DoJSON answers a request in JSON with a reply in JSON, on a session of its
// own: what the command line, Node and the tests call.
func DoJSON(ctx context.Context, request []byte) []byte {
	var s Session
	return s.DoJSON(ctx, request)
}

// DoJSON answers a request in JSON with a reply in JSON. Here is the edge: what
// panics inside becomes an Error with the code "internal".
func (s *Session) DoJSON(ctx context.Context, request []byte) []byte {
	r, err := Decode(request)
	if err != nil {
		return Encode(Reply{Error: asError(err)})
	}
	return Encode(s.DoSafely(ctx, r, nil))
}

// DoSafely is Do for an edge: a panic becomes an Error with the code "internal".
func (s *Session) DoSafely(ctx context.Context, r Request, progress func(done, total int)) (reply Reply) {
	defer func() {
		if p := recover(); p != nil {
			reply = Reply{Op: r.Op, Gen: r.Gen, Error: &Error{Code: "internal", Message: fmt.Sprint("internal error: ", p)}}
		}
	}()
	return s.Do(ctx, r, progress)
}

// Decode reads a request. Its errors are *Error with the code "bad-json", or
// "unknown-field" with the field's name.
func Decode(text []byte) (Request, error) {
	var r Request
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return Request{}, jsonError(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Request{}, &Error{Code: "bad-json", Message: "the request goes on after its end"}
	}
	return r, nil
}

// unknownField is how encoding/json begins its complaint, which has no type.
const unknownField = "json: unknown field "

func jsonError(err error) *Error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, unknownField); ok {
		name = strings.Trim(name, `"`)
		return &Error{Code: "unknown-field", Message: "unknown field " + name, Args: []string{name}}
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return &Error{Code: "bad-json", Message: "field " + wrong.Field + " does not take a " + wrong.Value, Args: []string{wrong.Field}}
	}
	return &Error{Code: "bad-json", Message: strings.TrimPrefix(text, "json: ")}
}

// Encode writes a reply. A number that JSON has no word for is a mistake in this
// package and becomes an Error.
func Encode(r Reply) []byte {
	text, err := json.Marshal(r)
	if err != nil {
		text, _ = json.Marshal(Reply{Op: r.Op, Gen: r.Gen, Error: &Error{Code: "internal", Message: "the reply is no JSON: " + err.Error()}})
	}
	return text
}

// DecodeReply reads what Encode wrote.
func DecodeReply(text []byte) (Reply, error) {
	var r Reply
	if err := json.Unmarshal(text, &r); err != nil {
		return Reply{}, jsonError(err)
	}
	return r, nil
}

// EncodeRequest writes a request as Decode reads it.
func EncodeRequest(r Request) []byte {
	text, err := json.Marshal(r)
	if err != nil { // a number that JSON has no word for; the answer will say so
		text, _ = json.Marshal(Request{Op: r.Op, Gen: r.Gen})
	}
	return text
}

// Missing reports whether an ID is that of a data set that ships and whose file
// is not part of this program: it has to be fetched and Put.
func Missing(id string) bool {
	l, ok := dataset.ByID(id)
	return ok && l.Load == nil
}
