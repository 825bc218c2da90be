// On the page of a program's states: the reader's own first, and a list to choose another.

import { h } from "../check/dom.mjs";
import { select } from "../check/fields.mjs";
import { read } from "../state.mjs";
import { t } from "../words.mjs";

/** `element` holds a list with an item for each [data-state], and one without for everywhere else. */
export function chooseState(element) {
  const items = Array.from(element.querySelectorAll("li[data-state]"));
  const elsewhere = element.querySelector("li:not([data-state])");
  const place = read().facts.place;
  const known = place && items.some((item) => item.getAttribute("data-state") === place.state) ? place.state : "";
  const states = items.map((item) => [item.getAttribute("data-state"), item.getAttribute("data-name")]);
  const other = elsewhere ? [["elsewhere", t("Another place")]] : [];
  const field = select("doorway-state", t("Your state"), [["", t("Choose a state")]].concat(states, other), known);
  const shown = h("ul", { class: "hr-plain hr-doorway-here", "aria-live": "polite" });
  const show = () => {
    const chosen = field.value();
    const item = chosen === "elsewhere" ? elsewhere : items.find((one) => one.getAttribute("data-state") === chosen);
    while (shown.firstChild) {
      shown.removeChild(shown.firstChild);
    }
    if (item) {
      shown.appendChild(item.cloneNode(true));
    }
    shown.hidden = !item;
  };
  field.first.addEventListener("change", show);
  element.insertBefore(shown, element.firstChild);
  field.node.classList.add("hr-no-print");
  element.insertBefore(field.node, shown);
  show();
}
