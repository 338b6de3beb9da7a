package share

import (
	"slices"
	"strings"
	"unicode"
)

// numericEntities undoes HTML's references by number.
var numericEntities = strings.NewReplacer("&#38;", "&", "&#038;", "&", "&#x26;", "&", "&#X26;", "&",
	"&#61;", "=", "&#061;", "=", "&#x3d;", "=", "&#x3D;", "=")

// namedEscapes undoes HTML's references by name, and the escapes of JSON.
var namedEscapes = strings.NewReplacer("&amp;", "&", "&AMP;", "&", "&equals;", "=", "&num;", "#",
	`\u0026`, "&", `\u003d`, "=", `\u003D`, "=", `\u0023`, "#")

// unescaped undoes escapes of addresses, HTML and JSON, also those that were escaped
// again.
func unescaped(s string) string {
	for range 5 {
		next, _ := bare(namedEscapes.Replace(unpercent(s)))
		if next == s {
			break
		}
		s = next
	}
	return untracked(s)
}

// unpercent undoes the escapes of addresses and leaves a % alone that is none.
func unpercent(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && nibble(s[i+1]) >= 0 && nibble(s[i+2]) >= 0 {
			b = append(b, byte(nibble(s[i+1])<<4|nibble(s[i+2])))
			i += 2
		} else {
			b = append(b, s[i])
		}
	}
	return string(b)
}

func nibble(c byte) int { return strings.IndexByte("0123456789abcdef", c|' ') }

// equalsOnly undoes the escaped = of a mail and leaves all others alone.
func equalsOnly(s string) string {
	return strings.NewReplacer("=3D", "=", "=3d", "=").Replace(s)
}

// unquoted undoes the quoted-printable form of a mail: each = that is not escaped is
// the end of a line.
func unquoted(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '=':
			b.WriteByte(s[i])
		case i+2 < len(s) && s[i+1] == '3' && s[i+2]|' ' == 'd':
			b.WriteByte('=')
			i += 2
		default:
			for i+1 < len(s) && (s[i+1] == '\r' || s[i+1] == '\n') {
				i++
			}
		}
	}
	return b.String()
}

// narrow returns the ASCII characters that full-width ones and typographic dashes
// stand for.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 0xFF01 <= r && r <= 0xFF5E:
			return r - 0xFEE0
		case r == 0x3000: // the wide space
			return ' '
		case 0x2010 <= r && r <= 0x2015, r == 0x2212: // dashes, the minus sign
			return '-'
		case r == 0x301C:
			return '~'
		}
		return r
	}, s)
}

// withoutInvisible leaves out control characters, characters without a width, and
// spaces beyond ASCII.
func withoutInvisible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= 0x80 && unicode.IsSpace(r) || slices.Contains(invisible, r) {
			return -1
		}
		return r
	}, s)
}

// invisible are the soft hyphen, the zero-width characters, the marks of direction,
// the word joiner and the byte order mark.
var invisible = []rune{0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
	0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF}

// withoutSpaces leaves out spaces, the + that forms send for them, and the backslash
// of LaTeX and Markdown.
func withoutSpaces(s string) string {
	return strings.NewReplacer(" ", "", "+", "", `\`, "").Replace(s)
}

// withoutForeign leaves out all characters that Encode does not write.
func withoutForeign(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (isDigit(byte(r)) || isLetter(byte(r)) || strings.IndexByte("-._~&=", byte(r)) >= 0) {
			return r
		}
		return -1
	}, s)
}

// untracked leaves out the pairs that networks append to follow a reader.
func untracked(s string) string {
	pairs := strings.Split(s, "&")
	kept := slices.DeleteFunc(pairs, func(pair string) bool {
		key, _, ok := strings.Cut(pair, "=")
		return ok && tracking(key)
	})
	return strings.Join(kept, "&")
}

// tracking reports whether a key is one that networks append.
func tracking(key string) bool {
	for _, p := range []string{"utm_", "mtm_", "pk_", "hsa_", "_hs", "mc_", "wt_", "vero_", "oly_", "share_", "bsft_"} {
		if strings.HasPrefix(key, p) {
			return true
		}
	}
	return slices.Contains(trackers, key)
}

var trackers = []string{"fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "twclid", "ttclid",
	"igshid", "igsh", "li_fat_id", "mkt_tok", "epik", "srsltid", "rdt_cid", "sc_cid", "s_cid", "_ga", "_gl", "_openstat",
	"ref_src", "ref_url", "trk", "spm", "scm", "from", "isappinstalled", "nsukey", "bd_vid", "secret"}
