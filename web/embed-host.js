// For a page that shows figures of Lossline: <iframe class="lossline" …> becomes
// as high as what is in it.
addEventListener("message", ({ source, data }) => {
  if (!data || data.type !== "lossline:height" || data.v !== 1 || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe.lossline")) {
    if (frame.contentWindow === source) frame.style.height = Math.min(4000, Math.max(150, Math.ceil(data.height))) + "px";
  }
});
