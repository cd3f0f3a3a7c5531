// SPDX-License-Identifier: EUPL-1.2
// What the browser journeys ask of a page, beside axe. Each function returns sentences; none is good.
window.inspectPage = {
  // WCAG 1.4.10: no reading in two directions.
  sideways(scope) {
    const root = document.querySelector(scope || "html");
    const wide = root.scrollWidth - root.clientWidth;
    if (wide <= 0) return [];
    const inside = [...root.querySelectorAll("*")].filter((part) => {
      const right = part.getBoundingClientRect().right;
      return right > window.innerWidth + 1 && !part.closest(".table-wrap, .visually-hidden");
    });
    const named = inside.slice(0, 3).map((part) => `${part.tagName.toLowerCase()}.${part.className}`);
    return [`${wide} px too wide at ${window.innerWidth} (${named.join(", ")})`];
  },

  // WCAG 1.4.12: the reader's own spacing.
  space() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },

  unspace() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  },

  // Text that no longer fits its box and is cut off.
  clipped(scope) {
    const root = document.querySelector(scope || "body");
    const cut = [...root.querySelectorAll("*")].filter((part) => {
      const style = getComputedStyle(part);
      if (!["hidden", "clip"].includes(style.overflowY) || style.position === "absolute") return false;
      if (part.scrollHeight <= part.clientHeight + 2) return false;
      return !part.closest(".visually-hidden, svg, [hidden]") && Boolean(part.innerText?.trim());
    });
    return cut.slice(0, 3).map((part) => `cut off: ${part.tagName.toLowerCase()}.${part.className}`);
  },

  // WCAG 2.4.7 and 2.4.11: the focus can be seen, and nothing lies over it.
  focus() {
    const part = document.activeElement;
    if (!part || part === document.body) return ["nothing has focus"];
    const name = `${part.tagName.toLowerCase()}#${part.id}.${part.className}`;
    const shown = (element) => {
      const style = getComputedStyle(element);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    };
    const chain = [part, part.closest("label"), part.closest(".upload")].filter(Boolean);
    if (!chain.some(shown)) return [`no visible focus on ${name}`];
    const box = part.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
    if (y < 0 || y > window.innerHeight) return [`focus out of sight on ${name}`];
    const top = document.elementFromPoint(x, y);
    const same = top && (part.contains(top) || top.contains(part) || part.closest("label")?.contains(top));
    return same ? [] : [`focus under something on ${name}`];
  },
};
