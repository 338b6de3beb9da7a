package job

import (
	"context"

	"lossline/engine/dataset"
	"lossline/engine/fit"
)

// Session answers requests one after the other and keeps what they have in
// common: tables once parsed, and the last fit. Its answers are those of a fresh
// one. The zero value is ready; it is not for several goroutines at once.
type Session struct {
	texts  map[string][]byte
	sets   map[string]*dataset.Dataset
	tables map[string]*table
	last   struct {
		key string
		res *fit.Result
	}
}

// Put gives the text of a table an ID by which requests name it in Data: a data
// set that ships, by its own ID, where this program does not have its file; or a
// reader's table by any other. The text must not change any more.
func (s *Session) Put(id string, text []byte) {
	if s.texts == nil {
		s.texts = map[string][]byte{}
	}
	s.texts[id] = text
	delete(s.sets, id)
	delete(s.tables, id)
	s.last.key = ""
}

// Do answers a request on a session of its own. The error, if any, is an *Error,
// and stands in the reply too.
func Do(ctx context.Context, r Request) (Reply, error) {
	var s Session
	reply := s.Do(ctx, r, nil)
	if reply.Error != nil {
		return reply, reply.Error
	}
	return reply, nil
}

// Do answers a request. Progress, which may be nil, is called now and then from
// the goroutine that calls; a call may take its time.
func (s *Session) Do(ctx context.Context, r Request, progress func(done, total int)) Reply {
	reply := Reply{Op: r.Op, Gen: r.Gen}
	if progress == nil {
		progress = func(int, int) {}
	}
	err := r.check()
	if err == nil {
		err = s.answer(ctx, r, progress, &reply)
	}
	if err != nil {
		return Reply{Op: r.Op, Gen: r.Gen, Error: asError(err)}
	}
	return reply
}

func (s *Session) answer(ctx context.Context, r Request, progress func(done, total int), to *Reply) (err error) {
	switch r.Op {
	case OpRead:
		to.Read, err = s.read(ctx, r, progress)
	case OpFit:
		to.Fit, err = s.fit(ctx, r, progress)
	case OpBootstrap:
		to.Samples, to.Failed, err = s.bootstrap(ctx, r, progress)
	case OpProfile:
		to.Profile, err = s.profile(ctx, r)
	case OpBackTest:
		to.BackTest, err = s.backTest(ctx, r, progress)
	case OpCompare:
		to.Compare, err = s.compare(ctx, r, progress)
	case OpNext:
		to.Next, err = s.next(ctx, r)
	case OpPredict:
		to.Predict, err = predict(r)
	case OpPlan:
		to.Plan, err = planOf(r)
	case OpTransfer:
		to.Transfer, err = transferOf(r)
	case OpShape:
		to.Shape, err = shapeOf(r)
	default:
		err = fail("unknown-op", []string{string(r.Op)}, "unknown op %q", r.Op)
	}
	return err
}
