//go:build !js

package main

import (
	"errors"
	"fmt"
	"go/build"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// imports has what one package imports, on one system: path -> files.
type imports map[string][]string

// check returns what of the imports of pkg breaks the policy, in order.
func check(may map[string]map[string]bool, goos, pkg string, code, tests imports) []string {
	var complaints []string
	below, named := may[pkg]
	if !named && !slices.Contains(testOnly, pkg) {
		complaints = append(complaints, fmt.Sprintf("%s is not in the lattice: give it its place in wasm/layers_test.go", pkg))
		return complaints
	}
	for _, group := range []struct {
		imports imports
		isTest  bool
	}{{code, false}, {tests, true}} {
		for _, imported := range slices.Sorted(maps.Keys(group.imports)) {
			files := group.imports[imported]
			why := refusal(below, goos, pkg, imported, files, group.isTest)
			if why != "" {
				complaints = append(complaints, fmt.Sprintf("%s may not import %s: %s (%s)",
					pkg, strings.TrimPrefix(imported, "lossline/"), why, strings.Join(files, ", ")))
			}
		}
	}
	return complaints
}

// refusal says why pkg may not import a path, or nothing if it may.
func refusal(below map[string]bool, goos, pkg, imported string, files []string, isTest bool) string {
	if own, ok := strings.CutPrefix(imported, "lossline/"); ok {
		switch {
		case slices.Contains(testOnly, own) && !isTest:
			return "only tests may"
		case slices.Contains(testOnly, own), below[own], own == pkg:
			return ""
		}
		return "it is not below " + pkg + " in the lattice"
	}
	for _, rule := range outside {
		if rule.goos != "" && rule.goos != goos || imported != rule.pkg && !strings.HasPrefix(imported, rule.pkg+"/") {
			continue
		}
		for _, file := range files {
			switch {
			case isTest && rule.goos == "js": // tests do not run in the browser's binary
			case rule.files == "":
				return "nothing may where GOOS=" + rule.goos
			case !matches(rule.files, path.Join(pkg, file)):
				return "only " + rule.files + " may"
			}
		}
		return ""
	}
	if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") {
		return "no rule names it"
	}
	return ""
}

// matches reports whether file fits one of the patterns.
func matches(patterns, file string) bool {
	for pattern := range strings.FieldsSeq(patterns) {
		if dir, ok := strings.CutSuffix(pattern, "..."); ok && strings.HasPrefix(file, dir) {
			return true
		}
		if ok, _ := path.Match(pattern, file); ok {
			return true
		}
	}
	return false
}

// parseLattice returns, for every package named, all that it may import.
func parseLattice(text string) (map[string]map[string]bool, error) {
	direct, err := parseRules(text)
	if err != nil {
		return nil, err
	}
	may := map[string]map[string]bool{}
	for name := range direct {
		may[name] = map[string]bool{}
		descend(direct, name, may[name])
		if may[name][name] {
			return nil, fmt.Errorf("lattice: %s stands below itself", name)
		}
	}
	return may, nil
}

// parseRules returns, for every package named, what stands directly below it.
func parseRules(text string) (map[string][]string, error) {
	var clean strings.Builder
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		clean.WriteString(line + " ")
	}
	rules := strings.Split(clean.String(), ";")
	if rest := strings.TrimSpace(rules[len(rules)-1]); rest != "" {
		return nil, fmt.Errorf("lattice: no ; after %q", rest)
	}
	direct := map[string][]string{}
	for _, rule := range rules[:len(rules)-1] {
		var lower []string
		for rank := range strings.SplitSeq(rule, "<") {
			var names []string
			for name := range strings.SplitSeq(rank, ",") {
				if len(strings.Fields(name)) != 1 {
					return nil, fmt.Errorf("lattice: %q is no name in %q", name, rule)
				}
				name = strings.TrimSpace(name)
				names = append(names, name)
				direct[name] = append(direct[name], lower...)
			}
			lower = names
		}
	}
	delete(direct, "NONE")
	return direct, nil
}

// descend adds all that name reaches in direct to set.
func descend(direct map[string][]string, name string, set map[string]bool) {
	for _, lower := range direct[name] {
		if lower != "NONE" && !set[lower] {
			set[lower] = true
			descend(direct, lower, set)
		}
	}
}

// parsed has the imports of one package of the module.
type parsed struct{ code, tests imports }

// systemContext selects the files that are built for one system.
func systemContext(goos, goarch string, tags ...string) build.Context {
	c := build.Default
	c.GOOS, c.GOARCH = goos, goarch
	c.CgoEnabled = false
	c.BuildTags = append(tags, "minimal")
	return c
}

// readModule returns the packages of the module at root by their path in it.
// Modules nested in it are not ours to judge.
func readModule(root string, system build.Context) (map[string]parsed, error) {
	module := map[string]parsed{}
	err := filepath.WalkDir(root, func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, dir)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if name != "." {
			base := d.Name()
			_, err := os.Stat(filepath.Join(dir, "go.mod"))
			if base[0] == '.' || base[0] == '_' || base == "testdata" || base == "dist" || err == nil {
				return filepath.SkipDir
			}
		}
		p, err := system.ImportDir(dir, 0)
		var none *build.NoGoError
		if errors.As(err, &none) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		module[name] = parsed{code: byFile(p.ImportPos), tests: byFile(p.TestImportPos, p.XTestImportPos)}
		return nil
	})
	return module, err
}

// byFile turns the places of imports into the names of their files.
func byFile(groups ...map[string][]token.Position) imports {
	files := imports{}
	for _, group := range groups {
		for imported, places := range group {
			for _, place := range places {
				file := filepath.Base(place.Filename)
				if !slices.Contains(files[imported], file) {
					files[imported] = append(files[imported], file)
				}
			}
		}
	}
	return files
}
