// Before anything is drawn: the theme, whether a link is about to be opened, and
// what is said where the scripts that do all else do not arrive.
(() => {
  const root = document.documentElement;
  try {
    const t = localStorage.getItem("lossline.theme");
    if (t === "light" || t === "dark") root.dataset.theme = t;
  } catch {}
  if (location.hash.length > 1) root.classList.add("pending");
  const say = (over) => {
    const box = document.getElementById("trouble");
    if (window.lossline || !box) return;
    box.hidden = false;
    if (!over) box.querySelector("strong").textContent = box.dataset.silent;
    else {
      root.classList.remove("pending");
      if (location.hash.length > 1) root.classList.add("unopened");
    }
    for (const e of document.querySelectorAll("#static :is(input,select,textarea,button):not(:disabled,[readonly])")) {
      e.disabled = true;
      e.dataset.numb = "";
    }
    document.getElementById("trouble-retry").onclick = () => {
      try { navigator.serviceWorker.controller.postMessage("repair"); } catch {}
      setTimeout(() => location.reload(), 1000); // for a repair
    };
  };
  addEventListener("error", (e) => { if (e.target.tagName === "SCRIPT" || /\/a\/(boot|exec)\./.test(e.filename)) say(true); }, true);
  setTimeout(say, 10000);
})();
