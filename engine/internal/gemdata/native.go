//go:build !js

package gemdata

import _ "embed"

// CSV is gemstones_width_depth.csv. Its source and columns stand in the README
// of engine/shape/data.
//
//go:embed gemstones_width_depth.csv
var CSV string
