// Before anything else: what may become markup, or the address of a script. Where a
// browser knows Trusted Types it asks here, whichever code wants to; the page's policy
// allows no second one who answers.
"use strict";
window.trustedTypes?.createPolicy("default", (() => {
  // The elements of figures, formulas and listings, which the program writes as text.
  const known = /<(?!\/?(?:svg|g|path|rect|circle|text|title|desc|metadata|m(?:ath|[ino]|row|frac|sqrt|root|space|style|sub|sup|subsup|over|under|underover|table|t[rd]|text)|div|span|code)[\s>\/])/;
  const refused = (what) => { console.error("Lossline refuses " + what.slice(0, 100)); };
  return {
    createHTML: (s) => known.test(s) ? refused(s) ?? "" : s,
    // Scripts of this site, and workers that a page without files of its own has made.
    createScriptURL(s) {
      const to = new URL(s, location.href);
      return to.protocol === "blob:" || to.protocol === location.protocol && to.host === location.host ? s : refused(s);
    },
  };
})());
