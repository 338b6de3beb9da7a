// What a visitor sees of a page that arrives, in milliseconds since the navigation
// began: first and largest content, when it is live, and until then the longest task
// and the sum of what tasks take above 50 ms; and how much has shifted, and how many
// bytes came.
(() => new Promise((done) => {
  const root = document.documentElement;
  const seen = { paint: [], "largest-contentful-paint": [], "layout-shift": [], longtask: [] };
  const watches = Object.keys(seen).map((type) => {
    const watch = new PerformanceObserver((list) => seen[type].push(...list.getEntries()));
    watch.observe({ type, buffered: true });
    return () => seen[type].push(...watch.takeRecords());
  });
  function report() {
    const live = performance.now();
    // Two frames later the observers have been told of all that came before.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      watches.forEach((take) => take());
      const tasks = seen.longtask.filter((t) => t.startTime < live);
      const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      done({
        Live: live,
        First: seen.paint.find((e) => e.name === "first-contentful-paint")?.startTime ?? live,
        Largest: seen["largest-contentful-paint"].at(-1)?.startTime ?? live,
        Shift: seen["layout-shift"].reduce((sum, e) => sum + (e.hadRecentInput ? 0 : e.value), 0),
        Longest: Math.max(0, ...tasks.map((t) => t.duration)),
        Blocked: tasks.reduce((sum, t) => sum + t.duration - 50, 0),
        Bytes: files.reduce((sum, f) => sum + f.transferSize, 0),
      });
    })));
  }
  if (root.dataset.live === "1") return report();
  new MutationObserver((_, o) => { if (root.dataset.live === "1") { o.disconnect(); report(); } })
    .observe(root, { attributes: true });
}))
