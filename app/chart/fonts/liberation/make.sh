#!/bin/sh
# Makes internal/measure/measure.ttf: the advance widths of Liberation Sans
# Regular for the characters that figures use, under a name of its own.
#
#	./make.sh path/to/LiberationSans-Regular.ttf
#
# Needs fontTools (Debian: fonttools). The source is LiberationSans-Regular.ttf
# of codeberg.org/go-fonts/liberation v0.5.0 (Liberation 2.1.4). Same source and
# same fontTools (4.38.0), same bytes: the time stamp is the source's own.
set -eu
cd "$(dirname "$0")"
src=${1:?usage: make.sh LiberationSans-Regular.ttf}
out=internal/measure/measure.ttf
tmp=$(mktemp)
trap 'rm -f "$tmp"' EXIT

# ASCII, Latin-1, Greek, dashes, quotes and dots, super- and subscripts, n-ary
# and relational signs, arrows, and the marks that labels use.
pyftsubset "$src" --output-file="$tmp" --no-recalc-timestamp --name-IDs="*" \
	--unicodes=U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+0160-0161,U+017D-017E,U+0391-03A9,U+03B1-03C9,U+2009,U+200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2070-208E,U+20AC,U+2113,U+2122,U+2190-2195,U+21D2,U+2202,U+2206,U+220F,U+2211,U+2212,U+2215,U+221A,U+221D,U+221E,U+2229,U+222B,U+2248,U+2260,U+2261,U+2264,U+2265,U+25A0-25CF \
	--layout-features= --no-hinting --desubroutinize --notdef-glyph \
	--drop-tables+=GPOS,GSUB,GDEF,kern,DSIG,gasp,FFTM,VDMX,hdmx,LTSH,PCLT

${PYTHON:-python3} - "$tmp" "$out" <<'PY'
import sys
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

font = TTFont(sys.argv[1], recalcTimestamp=False)

# Widths only: nothing is drawn with this font, so it has no outlines.
for name in font.getGlyphOrder():
    font["glyf"][name] = Glyph()

# A character that is not in the font is most likely an ideograph, and those
# are one em wide.
font["hmtx"][".notdef"] = (font["head"].unitsPerEm, 0)

# The original has few of the super- and subscripts. They get the width of its
# superscript two.
for table in font["cmap"].tables:
    if table.isUnicode():
        two = table.cmap[0xB2]
        for code in [0x2070, *range(0x2074, 0x207D), *range(0x2080, 0x208D)]:
            table.cmap.setdefault(code, two)

# The Open Font License reserves the name of the original for the original.
new = {1: "Lossline Measure", 2: "Regular", 3: "Lossline Measure 1",
       4: "Lossline Measure", 6: "LosslineMeasure-Regular",
       10: "Advance widths of Liberation Sans Regular, without outlines, for measuring labels."}
table = font["name"]
keep = {0: table.getDebugName(0), 5: table.getDebugName(5),
        13: table.getDebugName(13), 14: table.getDebugName(14)}
table.names = []
for number, text in sorted({**keep, **new}.items()):
    if text:
        table.setName(text, number, 3, 1, 0x409)
font.save(sys.argv[2])
PY
ls -l "$out"
