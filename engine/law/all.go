package law

// all is in the order in which laws are shown.
var all = []*Law{
	Chinchilla,
	DataConstrained,
	OverTraining,
	KaplanND,
	KaplanN,
	KaplanD,
	KaplanCMin,
	KaplanC,
	KaplanNS,
	KaplanNC,
	PowerAllocation,
	KaplanAllocation,
	KaplanPosition,
	ErrorOfLoss,
}

// All lists the laws that have published values, in the order in which they are
// shown; Forms has the others. The lists and the laws
// are shared and not to be changed.
func All() []*Law { return all }

// ByID finds a law of All or Forms by its ID, and reports false for an unknown one.
func ByID(id string) (*Law, bool) {
	for _, list := range [][]*Law{all, forms} {
		for _, l := range list {
			if l.ID == id {
				return l, true
			}
		}
	}
	return nil, false
}

// SetByID finds a coefficient set and its law by the set's ID, and reports
// false for an unknown one. IDs of sets are unique over all laws.
func SetByID(id string) (*Law, *Set, bool) {
	for _, l := range all {
		for i := range l.Sets {
			if l.Sets[i].ID == id {
				return l, &l.Sets[i], true
			}
		}
	}
	return nil, nil, false
}
