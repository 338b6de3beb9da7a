// For pages of others: <lossline-figure figure="budget" state="c=1e22"> shows a
// figure of Lossline, first as a picture and, once it comes near the screen, as a
// frame that follows its reader.
//
//	figure            budget, loss-params, loss-tokens, loss-compute, effective-data, fit
//	state             what stands after the # of a link of Lossline; default: its default
//	theme, lang       light or dark, en or zh; default: the reader's theme, English
//	controls, table, hide   as in the address of the frame
//	poster            address of a picture to begin with; default: the figure's own
//	reveal            auto, or interaction: the frame comes with a click
"use strict";
(() => {
  // The script stands at the root of the site, or in released/VERSION/.
  const { src } = document.currentScript;
  const base = new URL(/\/released\/[^/]+\/[^/]*$/.test(src) ? "../../" : "./", src);
  const passed = ["theme", "controls", "table", "hide"];

  class LosslineFigure extends HTMLElement {
    static observedAttributes = ["figure", "state", "lang", "poster", "reveal", ...passed];
    #frame = null;
    #near = null;
    #hear = ({ source, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (!data || data.type !== "lossline:height" || data.v !== 1 || !Number.isFinite(data.height)) return;
      this.#frame.style.height = Math.min(4000, Math.max(150, Math.ceil(data.height))) + "px";
    };

    connectedCallback() {
      window.addEventListener("message", this.#hear);
      this.#draw();
    }

    disconnectedCallback() {
      window.removeEventListener("message", this.#hear);
      this.#near?.disconnect();
    }

    attributeChangedCallback() { if (this.isConnected) this.#draw(); }

    // The address of the frame, and of the figure's own picture.
    get src() { return this.#at(this.#figure + "/") + this.#hash(); }

    get #figure() {
      const id = this.getAttribute("figure") ?? "";
      return /^[a-z]+(-[a-z]+)*$/.test(id) ? id : "budget";
    }

    #at(path) { return new URL((/^zh/i.test(this.lang) ? "zh/" : "") + "embed/" + path, base).href; }

    #hash() {
      const parts = passed.filter((k) => this.hasAttribute(k)).map((k) => k + "=" + encodeURIComponent(this.getAttribute(k)));
      const state = (this.getAttribute("state") ?? "").replace(/^#/, "");
      if (state) parts.push(state);
      return parts.length ? "#" + parts.join("&") : "";
    }

    #draw() {
      this.#near?.disconnect();
      this.#frame = null;
      this.style.display = "block";
      const poster = this.#poster();
      this.replaceChildren(...(poster ? [poster] : []));
      if (this.getAttribute("reveal") === "interaction" && poster) {
        poster.style.cursor = "pointer";
        poster.tabIndex = 0;
        poster.setAttribute("role", "button");
        poster.addEventListener("click", () => this.dismissPoster());
        poster.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); this.dismissPoster(); } });
        return;
      }
      if (!poster) this.style.minHeight = "300px";
      this.#near = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) this.dismissPoster(); }, { rootMargin: "200px" });
      this.#near.observe(this);
    }

    // The figure's own picture has the default numbers: not those of a state.
    #poster() {
      const named = this.getAttribute("poster");
      if (!named && this.getAttribute("state")) return null;
      const theme = this.getAttribute("theme");
      const dark = theme === "dark" || theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches;
      const img = new Image();
      img.src = named ?? this.#at(this.#figure + (dark ? ".dark.svg" : ".light.svg"));
      img.alt = this.title || "Lossline: " + this.#figure;
      img.style.cssText = "display:block;width:100%;height:auto";
      return img;
    }

    dismissPoster() {
      if (this.#frame) return;
      this.#near?.disconnect();
      const frame = document.createElement("iframe");
      frame.src = this.src;
      frame.title = this.title || "Lossline: " + this.#figure;
      frame.referrerPolicy = "no-referrer";
      frame.style.cssText = "display:block;width:100%;border:0;height:" + Math.max(300, this.clientHeight) + "px";
      this.#frame = frame;
      this.replaceChildren(frame);
      this.style.minHeight = "";
    }
  }
  if (!customElements.get("lossline-figure")) customElements.define("lossline-figure", LosslineFigure);
})();
