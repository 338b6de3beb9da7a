// A worker of Lossline: runs the engine that the page has compiled. The lock that it
// holds as long as it is there tells the page if it is gone.
"use strict";
self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ kind: "begun" });
    if (data.lock) {
      self.navigator?.locks?.request(data.lock, () => {
        self.postMessage({ kind: "held" });
        return new Promise(() => {});
      }).catch(() => {}); // a page without an origin has no locks
    }
    importScripts(data.exec);
    const go = new Go();
    go.argv = ["lossline", "worker"];
    await go.run(await WebAssembly.instantiate(data.module, go.importObject));
    self.postMessage({ kind: "died", error: "exit" });
  } catch (e) {
    self.postMessage({ kind: "died", error: String(e) });
  }
};
