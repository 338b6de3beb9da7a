// On the page for an address that there is nothing at, which is shown in any folder.
// Some programs escape the # before the state of a link, and hosts then look for a
// file of that name: the address is opened as it was meant. Else the link leads to
// the root of the site, which is found from the folder upwards, with the state.
"use strict";
(async () => {
  const { origin, pathname, hash } = location; // a path of two leading slashes would be another host
  const escaped = /%(25)*23/.exec(pathname);
  if (escaped) {
    location.replace(origin + pathname.slice(0, escaped.index) + "#" + pathname.slice(escaped.index + escaped[0].length) + hash);
    return;
  }
  for (let end = pathname.lastIndexOf("/"); end >= 0; end = pathname.lastIndexOf("/", end - 1)) {
    const root = origin + pathname.slice(0, end + 1);
    const manifest = await fetch(root + "manifest.webmanifest").then((r) => r.json()).catch(() => null);
    if (manifest?.name === "Lossline") {
      document.getElementById("home").href = root + hash;
      return;
    }
    if (end === 0) return;
  }
})();
