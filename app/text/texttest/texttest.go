// Package texttest makes a language that shows, in tests, what a new one would: words
// that are not in app/text, and places that are too narrow for longer ones.
package texttest

import (
	"reflect"
	"regexp"
	"strings"
	"unicode"

	"lossline/app/text"
	"lossline/app/text/en"
	"lossline/app/text/zh"
	"lossline/engine/unit"
)

// Open and Close stand around every string of Pseudo that has letters.
const Open, Close = "⟦", "⟧"

// Pseudo returns English with every string in brackets and a third longer. The words
// for what the engine says in English have the keys of Chinese.
func Pseudo() *text.Strings {
	s := en.Strings
	s.Lang, s.Native, s.Dir = "en-XA", "⟦Pseudo⟧", "xa"
	each(reflect.ValueOf(&s).Elem())
	numbers := *unit.English
	each(reflect.ValueOf(&numbers).Elem())
	s.Numbers = &numbers
	s.Codes.Parse, s.Codes.Engine = map[unit.Code]string{}, map[string]string{}
	for c := range zh.Strings.Codes.Parse {
		english := c.English()
		if own, ok := en.Strings.Codes.Parse[c]; ok {
			english = own
		}
		s.Codes.Parse[c] = Longer(english)
	}
	for said := range zh.Strings.Codes.Engine {
		s.Codes.Engine[said] = Longer(said)
	}
	return &s
}

// placeholder is what a number or a name is put in the place of.
var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// Longer makes every piece of a template longer: views put elements between them.
func Longer(template string) string {
	var b strings.Builder
	end := 0
	for _, at := range placeholder.FindAllStringIndex(template, -1) {
		b.WriteString(longer(template[end:at[0]]) + template[at[0]:at[1]])
		end = at[1]
	}
	return b.String() + longer(template[end:])
}

// longer puts brackets around what has letters, and adds a third in words of eight.
func longer(piece string) string {
	inner := strings.TrimSpace(piece)
	if !strings.ContainsFunc(inner, unicode.IsLetter) {
		return piece
	}
	var more strings.Builder
	for i := range (len([]rune(inner)) + 2) / 3 {
		if i%8 == 0 {
			more.WriteByte(' ')
		}
		more.WriteRune('ö')
	}
	return strings.Replace(piece, inner, Open+inner+more.String()+Close, 1)
}

// each makes every string below v longer. What en has is left as it is: slices and
// maps are copied.
func each(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(Longer(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "_", "Lang", "Native", "Dir", "Numbers", "ID":
			default:
				each(v.Field(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			each(v.Index(i))
		}
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		for i := range c.Len() {
			each(c.Index(i))
		}
		v.Set(c)
	case reflect.Map:
		c := reflect.MakeMap(v.Type())
		for _, k := range v.MapKeys() {
			e := reflect.New(v.Type().Elem()).Elem()
			e.Set(v.MapIndex(k))
			each(e)
			c.SetMapIndex(k, e)
		}
		v.Set(c)
	}
}
