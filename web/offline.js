// Keeps Lossline on this machine, and says when a newer version has arrived.
// boot.js loads it once the page is live and idle, in windows only, not in frames.
"use strict";
(() => {
  const root = document.documentElement;
  const base = window.lossline.base;
  const show = (name) => root.classList.add(name);

  let asked = false; // to reload
  // Said once: who comes again knows.
  const ready = () => {
    try {
      if (localStorage.getItem("lossline.offline")) return;
      localStorage.setItem("lossline.offline", "1");
    } catch { return; }
    show("offline-ready");
    setTimeout(() => root.classList.remove("offline-ready"), 5000);
  };

  // follow watches a worker that is being installed.
  const follow = (worker, registration) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && registration.active) show("update");
    if (worker.state === "activated" && !asked && !root.classList.contains("update")) ready();
  });

  let controlled = !!navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (controlled) show("update"); // another window asked: this one is older now
    controlled = true;
  });

  (async () => {
    const registration = await navigator.serviceWorker.register(new URL("sw.js", base), { scope: base, updateViaCache: "none" });
    if (registration.waiting && registration.active) show("update");
    follow(registration.installing, registration);
    registration.addEventListener("updatefound", () => follow(registration.installing, registration));

    document.addEventListener("click", (e) => {
      if (!e.target.closest?.("#update-now")) return;
      asked = true;
      if (registration.waiting) registration.waiting.postMessage("skipWaiting"); else location.reload();
    });

    // A page that stays open for days looks again when it is looked at.
    let last = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || Date.now() - last < 3600e3) return;
      last = Date.now();
      registration.update().catch(() => {});
    });
  })().catch(() => {}); // without it the site works as long as there is a network
})();
