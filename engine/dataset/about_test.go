package dataset

import "testing"

// What is said of a data set without its file is what its file says.
func TestAbout(t *testing.T) {
	for _, l := range All() {
		d, err := l.Load()
		if err != nil {
			t.Fatal(err)
		}
		about, runs, ok := About(l.ID)
		if !ok || about.ID != l.ID || about.Name != d.Name || runs != len(d.Runs) {
			t.Errorf("%s: %q with %d runs, %v; its file has %q with %d", l.ID, about.Name, runs, ok, d.Name, len(d.Runs))
		}
	}
	if _, _, ok := About("nobody"); ok {
		t.Error("an unknown data set is known")
	}
}
