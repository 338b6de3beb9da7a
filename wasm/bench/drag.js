// Holds a slider of the page for some seconds and moves it to and fro, one input
// event a frame, as a pointer does that is never still. Returns milliseconds: between
// frames, and from each event to the last figure that follows from it being in the
// page.
((selector, seconds) => new Promise((done) => {
  const slider = document.querySelector(selector);
  const lo = +slider.min, hi = +slider.max;
  const out = { Frames: [], Done: [] };
  let begin = 0, before = 0, event = 0, drawn = 0;
  const watch = new MutationObserver(() => { drawn = performance.now(); });
  for (const plot of document.querySelectorAll(".plot")) watch.observe(plot, { childList: true, subtree: true });
  requestAnimationFrame(function move(now) {
    if (!begin) begin = now; else out.Frames.push(now - before);
    before = now;
    if (drawn > event && event) out.Done.push(drawn - event);
    if (now - begin > seconds * 1000) {
      watch.disconnect();
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      return done(out);
    }
    slider.value = lo + (hi - lo) * (0.5 - 0.45 * Math.cos((now - begin) / 1000 * Math.PI / 2));
    event = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(move);
  });
}))
