package transfer

import (
	"bytes"
	"testing"
)

func TestKimCSVIsTheTable(t *testing.T) {
	if !bytes.Equal(KimCSV(), kimTable(t)) {
		t.Error("the embedded table is not the file")
	}
}
