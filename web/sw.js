// The service worker of Lossline: keeps one whole version of the site, every
// page in every language, the binary and the data, and answers from it, so that
// the site works without a network and a page never meets the binary of another
// version.
//
// A new version is fetched beside the old one, file by file, and what has not
// changed is taken over. It waits until no page is open, or until a page asks.
"use strict";

// What the writer of the site puts here: an ID over all that follows, and the
// SHA-256 of every file by its address from the root.
const site = {"version": "", "files": {}};

const scope = self.registration.scope; // ends in a slash

// No address has a space: the caches of a site below this one are not ours.
const ours = `lossline ${scope} `;
const name = ours + site.version;

const others = async () => (await caches.keys()).filter((n) => n.startsWith(ours) && n !== name);

const has = (path) => Object.hasOwn(site.files, path);

const at = (path) => new URL(path || "./", scope).href;

self.addEventListener("install", (event) => event.waitUntil(install()));

// All or nothing: a version with a hole is no version. The next visit tries again.
async function install() {
  const cache = await caches.open(name);
  const old = await Promise.all((await others()).map((n) => caches.open(n)));
  try {
    const todo = Object.entries(site.files);
    // A few at a time: the page has the line to itself otherwise.
    const hand = async () => {
      for (let next; (next = todo.shift());) await cache.put(at(next[0]), await get(...next, old));
    };
    await Promise.all([hand(), hand(), hand(), hand()]);
  } catch (e) {
    await caches.delete(name);
    throw e;
  }
}

// get finds a file with the right content. The cache of the browser may have an
// older one under the same address, and so may a host between two versions.
async function get(path, sum, old) {
  for (const cache of old) {
    const had = await cache.match(at(path));
    if (had && await fits(had, sum)) return had;
  }
  // A name with a hash in it has one content: there what the page has just
  // loaded is good enough, however long the host says it lasts.
  for (const mode of path.startsWith("a/") ? ["force-cache", "reload"] : ["no-cache", "reload"]) {
    const response = await fetched(at(path), mode);
    if (response.ok && await fits(response, sum)) return plain(path, response);
  }
  throw new Error("not the file of this version: " + path);
}

// fetched gets a binary, from a host that sends it as it is, by the packed file
// beside it.
async function fetched(url, cache) {
  const stop = new AbortController();
  const response = await fetch(url, { cache, priority: "low", signal: stop.signal });
  if (!url.endsWith(".wasm") || !response.ok || response.headers.get("content-encoding") || typeof DecompressionStream !== "function") return response;
  stop.abort();
  const packed = await fetch(url + ".gz", { cache, priority: "low" }).catch(() => null);
  if (!packed?.ok) return fetch(url, { cache, priority: "low" });
  const body = packed.headers.get("content-encoding") ? packed.body : packed.body.pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "content-type": "application/wasm" } });
}

async function fits(response, sum) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return Array.from(hash, (b) => b.toString(16).padStart(2, "0")).join("") === sum;
}

// plain takes from an answer what a page could not use: that it was redirected,
// and a type under which WebAssembly is not compiled as it arrives.
async function plain(path, response) {
  const binary = path.endsWith(".wasm");
  const type = binary ? "application/wasm" : response.headers.get("content-type") ?? "";
  if (!response.redirected && (!binary || response.headers.get("content-type") === type)) return response;
  return new Response(await response.blob(), { headers: { "content-type": type } });
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  await self.clients.claim();
  // A page of the old version that is still open may yet ask for its files.
  if ((await self.clients.matchAll({ type: "window" })).length > 1) return;
  for (const n of await others()) await caches.delete(n);
}

self.addEventListener("message", (event) => {
  if (event.data === "skipWaiting") self.skipWaiting();
  if (event.data === "repair") event.waitUntil(repair().catch(() => {}).then(() => event.ports[0]?.postMessage("done")));
});

// repair fetches again what is no longer the file that was kept. What cannot be had
// now is left to the network.
async function repair() {
  const cache = await caches.open(name);
  for (const [path, sum] of Object.entries(site.files)) {
    const had = await cache.match(at(path), { ignoreVary: true });
    if (had && await fits(had, sum)) continue;
    if (had) await cache.delete(at(path), { ignoreVary: true });
    try { await cache.put(at(path), await get(path, sum, [])); } catch { /* next time */ }
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.hash = url.search = "";
  if (request.method !== "GET" || !url.href.startsWith(scope)) return;
  const path = url.href.slice(scope.length).replace(/(^|\/)index\.html$/, "$1");
  // The page that removes this worker must not depend on it.
  if (path.startsWith("reset")) return;
  const page = request.mode === "navigate";
  if (has(path)) event.respondWith(kept(path, request));
  else if (path.startsWith("a/")) event.respondWith(earlier(url.href, request));
  else if (page && has(path + "/")) event.respondWith(Response.redirect(at(path + "/") + new URL(request.url).search));
  else if (page) event.respondWith(fetch(request).catch(() => lost()));
});

async function kept(path, request) {
  return await (await caches.open(name)).match(at(path), { ignoreVary: true }) ?? fetch(request);
}

// earlier is for a page of the version before, which is still open.
async function earlier(href, request) {
  for (const n of await others()) {
    const had = await (await caches.open(n)).match(href, { ignoreVary: true });
    if (had) return had;
  }
  return fetch(request);
}

// lost is the page for an address that there is nothing at, without a network.
async function lost() {
  const page = await (await caches.open(name)).match(at("404.html"));
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}
