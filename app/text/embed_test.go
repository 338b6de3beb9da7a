package text

import (
	"reflect"
	"testing"
)

func TestEmbedComplete(t *testing.T) {
	complete(t, "Embed.", reflect.ValueOf(enEmbed), reflect.ValueOf(zhEmbed))
}
