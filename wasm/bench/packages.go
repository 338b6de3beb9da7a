//go:build !js && browser

package main

import (
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// npmPackage is a package of npm's registry that we are compared to or measured
// by: the version that was looked at, and the digest of its archive as npm writes it.
type npmPackage struct{ name, version, sha512 string }

// packed has the package's files in the cache, from the very archive that was looked
// at when its version was chosen, and returns their folder. Nothing of it becomes
// part of the site.
func (n npmPackage) packed(p *program) string {
	folder := filepath.Join(".cache", "npm", filepath.Base(n.name)+"-"+n.version)
	if _, err := os.Stat(folder); err == nil {
		return folder
	}
	fresh := folder + ".new"
	p.check(os.RemoveAll(fresh))
	p.check(os.MkdirAll(fresh, 0o755))
	archive := n.archive(p, fresh)
	p.check(command(fresh, "tar", "-xzf", archive, "--strip-components=1").Run())
	p.check(os.Remove(filepath.Join(fresh, archive)))
	p.check(os.Rename(fresh, folder))
	return folder
}

// archive fetches the package's archive into a folder and returns its name there.
func (n npmPackage) archive(p *program, folder string) string {
	p.check(command(folder, "npm", "pack", "--silent", n.name+"@"+n.version).Run())
	found, err := filepath.Glob(filepath.Join(folder, "*.tgz"))
	p.check(err)
	if len(found) != 1 {
		p.Fatalf("npm could not fetch %s %s", n.name, n.version)
	}
	text, err := os.ReadFile(found[0])
	p.check(err)
	sum := sha512.Sum512(text)
	if got := base64.StdEncoding.EncodeToString(sum[:]); got != n.sha512 {
		p.Fatalf("%s %s is not the archive it was: sha512 %s, want %s", n.name, n.version, got, n.sha512)
	}
	return filepath.Base(found[0])
}

// installed has the package with all that it needs in the cache and returns its
// folder. What it needs is what there was on the given day, and scripts of
// packages are not run.
func (n npmPackage) installed(p *program, day string) string {
	folder := filepath.Join(".cache", "npm", n.name+"-"+n.version+"-installed")
	inside := filepath.Join(folder, "node_modules", n.name)
	if _, err := os.Stat(inside); err == nil {
		return inside
	}
	fresh := folder + ".new"
	p.check(os.RemoveAll(fresh))
	p.check(os.MkdirAll(fresh, 0o755))
	archive := n.archive(p, fresh)
	p.check(os.WriteFile(filepath.Join(fresh, "package.json"), []byte(fmt.Sprintf(
		`{"private": true, "dependencies": {%q: "file:%s"}}`, n.name, archive)), 0o644))
	p.check(command(fresh, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--before", day).Run())
	p.check(os.Rename(fresh, folder))
	return inside
}

// command is a program that runs in a folder and complains where we do.
func command(folder, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir, c.Stderr = folder, os.Stderr
	return c
}
