package text

import (
	"reflect"
	"testing"
)

func TestTroubleComplete(t *testing.T) {
	complete(t, "Trouble.", reflect.ValueOf(enTrouble), reflect.ValueOf(zhTrouble))
}
