// Package languages lists the languages of the interface. To add one is a folder
// beside this one and a row in list.
package languages

import (
	"slices"
	"strings"

	"lossline/app/text"
	"lossline/app/text/en"
	"lossline/app/text/zh"
)

// list has the languages in the order of the switch. The first is that of the
// site's root, and of whoever asks for one that is not here.
var list = []*text.Strings{&en.Strings, &zh.Strings}

// English and Chinese are languages that tests ask for by name.
const (
	English text.Lang = "en"
	Chinese text.Lang = "zh-Hans"
)

// All returns the codes of the languages in the order of the switch.
func All() []text.Lang {
	var codes []text.Lang
	for _, t := range list {
		codes = append(codes, t.Lang)
	}
	return codes
}

// First returns the language of the site's root.
func First() text.Lang { return list[0].Lang }

// Others returns the languages beside l in the order of the switch.
func Others(l text.Lang) []text.Lang {
	return slices.DeleteFunc(All(), func(other text.Lang) bool { return other == l })
}

// In returns the strings of the language.
func In(l text.Lang) *text.Strings {
	for _, t := range list {
		if t.Lang == l {
			return t
		}
	}
	return list[0]
}

// For returns the language for a BCP 47 tag: the one of the same primary subtag, so
// that every zh tag is Simplified Chinese until Traditional exists; else the first.
func For(tag string) text.Lang {
	for _, t := range list {
		if primary(tag) == primary(string(t.Lang)) {
			return t.Lang
		}
	}
	return First()
}

// Folders returns the folders of the languages in the site by the primary subtags of
// their codes, "" for the root.
func Folders() map[string]string {
	folders := map[string]string{}
	for _, t := range list {
		folders[primary(string(t.Lang))] = t.Dir
	}
	return folders
}

// primary returns the language in a tag, without script and region.
func primary(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

// Cut splits a path below the site's root into the language whose folder it is in,
// and the path in that folder.
func Cut(path string) (text.Lang, string) {
	for _, t := range list {
		if rest, ok := strings.CutPrefix(path, t.Dir); ok && t.Dir != "" && (rest == "" || rest[0] == '/') {
			return t.Lang, strings.TrimLeft(rest, "/")
		}
	}
	return First(), path
}
