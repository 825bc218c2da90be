// A section of the plan that stays folded until somebody wants it.

import { el } from "./element.mjs";

/** `key` finds its fold again after the page was drawn anew; `attributes` are those of the section; the body's as for `el`. */
export function folded(page, key, title, attributes, ...children) {
  const id = "plan-" + key;
  const details = el(
    "details",
    { on: { toggle: (event) => page.folded(key, !event.target.open) } },
    el("summary", { "data-key": "fold:" + key }, el("span", { id: id, class: "plan-fold", role: "heading", "aria-level": "2" }, title)),
    el("div", { class: "plan-folded" }, children)
  );
  details.open = page.isOpen(key);
  return el("section", Object.assign({ "aria-labelledby": id }, attributes), details);
}
