// Package web has the files of the site that are not written in Go.
package web

import "embed"

// The files, as they are.
var (
	//go:embed style.css
	Style []byte
	//go:embed boot.js
	Boot []byte
	//go:embed guard.js
	Guard []byte
	//go:embed trouble.js
	Trouble []byte
	//go:embed sum.js
	Sum []byte
	//go:embed readout.js
	Readout []byte
	//go:embed worker.js
	Worker []byte
	//go:embed offline.js
	Offline []byte
	//go:embed offline.css
	OfflineStyle []byte
	//go:embed offline_copy.js
	OfflineCopy []byte
	//go:embed offline_reset.js
	OfflineReset []byte
	//go:embed embed.js
	Embed []byte
	//go:embed embed.css
	EmbedStyle []byte
	//go:embed embed-host.js
	EmbedHost []byte
	//go:embed element.js
	Element []byte
	//go:embed api.js
	API []byte
	//go:embed sw.js
	ServiceWorker []byte
	//go:embed 404.js
	NotFound []byte
	//go:embed trusted.js
	Trusted []byte
	//go:embed early.js
	Early []byte
	//go:embed icon.svg
	Icon []byte
)

// Released has the scripts that were given out under a version: released/1/element.js.
//
//go:embed released
var Released embed.FS
