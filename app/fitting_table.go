package app

import (
	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/engine/dataset"
	"slices"
)

// open takes a reader's table and looks what is in it.
func (f *fitting) open(m scenario.Opened) {
	f.put(m.Data)
	f.rows, f.work.Foreign = "", false
	f.work.File = scenario.File{Name: m.Name, Bytes: m.Bytes}
	f.work.Read, f.work.Mapping, f.work.DropBad, f.work.DropDup, f.work.Taken = nil, nil, false, false, false
	f.asked = map[string]string{} // the same words mean another table now
	f.read()
}

// read looks through the table with the mapping in force.
func (f *fitting) read() {
	r := job.Request{Op: job.OpRead, Data: scenario.OwnData, Mapping: f.work.Mapping, DropBad: f.work.DropBad, DropDuplicates: f.work.DropDup}
	f.ask(scenario.WorkRead, r, func(reply job.Reply) {
		f.work.Read = reply.Read
		if then := f.then; then != nil {
			f.then = nil
			then()
		}
	})
}

// afterRead calls then once the table has been read as it is mapped now: at once
// unless that is under way.
func (f *fitting) afterRead(then func()) {
	if f.work.Tasks[scenario.WorkRead].Running {
		f.then = then
		return
	}
	then()
}

// mapColumn changes how one column is read.
func (f *fitting) mapColumn(m scenario.MapColumn) {
	if f.work.Read == nil {
		return
	}
	now := f.work.Read.Mapping
	now.Columns = slices.Clone(now.Columns)
	if m.Index < 0 || m.Index >= len(now.Columns) {
		return
	}
	c := &now.Columns[m.Index]
	c.Role, c.Scale, c.Transform, c.Reason = m.As.Role, m.As.Scale, m.As.Transform, ""
	f.remap(&now)
}

// remap reads the table again; until the reader agrees to it, it is not fitted.
func (f *fitting) remap(m *dataset.Mapping) {
	f.work.Mapping, f.work.Taken = m, false
	f.read()
}

// drop leaves out rows with problems, or repeated ones.
func (f *fitting) drop(m scenario.DropRows) {
	f.work.DropBad, f.work.DropDup = m.Bad, m.Duplicates
	f.remap(f.work.Mapping)
}
