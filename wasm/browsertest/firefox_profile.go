//go:build browser

package browsertest

import (
	"encoding/json"
	"fmt"
	"net"
	"strings"
)

// preferences is a profile's user.js: the screen, the recorder as the proxy of
// everything, and a browser that does nothing of its own accord.
func preferences(s Screen, proxy string) []byte {
	host, port, _ := net.SplitHostPort(proxy)
	settings := []struct {
		name  string
		value any
	}{
		{"marionette.port", 0}, // a free one, which it writes into the profile
		{"network.proxy.type", 1},
		{"network.proxy.http", host},
		{"network.proxy.http_port", json.Number(port)},
		{"network.proxy.ssl", host},
		{"network.proxy.ssl_port", json.Number(port)},
		{"network.proxy.no_proxies_on", ""},
		{"network.proxy.allow_hijacking_localhost", true},
		{"network.proxy.failover_direct", false},
		{"network.captive-portal-service.enabled", false},
		{"network.connectivity-service.enabled", false},
		{"network.prefetch-next", false},
		{"services.settings.server", "data:,#remote-settings-dummy/v1"},
		{"browser.safebrowsing.downloads.remote.enabled", false},
		{"browser.safebrowsing.malware.enabled", false},
		{"browser.safebrowsing.phishing.enabled", false},
		{"browser.startup.page", 0},
		{"browser.startup.homepage", "about:blank"},
		{"browser.newtabpage.enabled", false},
		{"browser.aboutwelcome.enabled", false},
		{"browser.region.network.url", ""},
		{"browser.search.update", false},
		{"browser.dom.window.dump.enabled", true},
		{"devtools.console.stdout.content", true}, // where complaints are read
		{"app.update.disabledForTesting", true},
		{"app.normandy.enabled", false},
		{"app.shield.optoutstudies.enabled", false},
		{"nimbus.rollouts.enabled", false},
		{"datareporting.healthreport.uploadEnabled", false},
		{"datareporting.policy.dataSubmissionEnabled", false},
		{"datareporting.policy.firstRunURL", ""},
		{"dom.push.connection.enabled", false},
		{"extensions.getAddons.cache.enabled", false},
		{"extensions.systemAddon.update.enabled", false},
		{"extensions.update.enabled", false},
		{"media.gmp-manager.updateEnabled", false},
		{"toolkit.telemetry.server", ""},
		{"intl.accept_languages", "en-US"},
		{"layout.css.devPixelsPerPx", fmt.Sprint(s.Scale)},
		{"layout.css.prefers-color-scheme.content-override", map[bool]int{true: 0, false: 1}[s.Dark]},
		{"ui.prefersReducedMotion", map[bool]int{true: 1, false: 0}[s.ReducedMotion]},
		{"network.cookie.cookieBehavior", map[bool]int{true: 2, false: 5}[s.NoCookies]},
		{"dom.storage.enabled", !s.NoStorage},
		{"ui.useOverlayScrollbars", 1}, // a bar would make the viewport narrower than asked
	}
	var text strings.Builder
	for _, p := range settings {
		value, err := json.Marshal(p.value)
		if err != nil {
			panic(err) // constants of the table above
		}
		fmt.Fprintf(&text, "user_pref(%s, %s);\n", quote(p.name), value)
	}
	return []byte(text.String())
}
