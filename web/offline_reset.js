"use strict";
document.getElementById("reset").onclick = async () => {
  const scope = new URL("..", location.href).href;
  const wrong = [];
  const step = async (f) => { try { await f(); } catch (e) { wrong.push(String(e)); } };
  await step(async () => {
    for (const r of await navigator.serviceWorker?.getRegistrations() ?? []) if (r.scope === scope) await r.unregister();
  });
  await step(async () => {
    if (window.caches) for (const n of await caches.keys()) if (n.startsWith(`lossline ${scope} `)) await caches.delete(n);
  });
  for (const storage of ["localStorage", "sessionStorage"]) {
    await step(() => {
      for (const k of Object.keys(window[storage])) if (k.startsWith("lossline.")) window[storage].removeItem(k);
    });
  }
  await step(() => { if (window.indexedDB) indexedDB.deleteDatabase("lossline"); });
  document.getElementById("wrong").textContent = wrong.join("\n");
  document.getElementById("done").hidden = false;
};
