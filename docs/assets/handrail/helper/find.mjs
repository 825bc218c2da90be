// Finding services by keyboard: one field, answers as you type, arrow keys, Enter adds, and the field is ready again.

import { el, fillWith } from "../plan/element.mjs";
import { find as answersTo, fold } from "../search.mjs";
import { n, t } from "../words.mjs";

const MOST = 8; // answers shown at once
const LIST = "helper-answers";

/** The ids in their order, but first what is called as was typed, then what begins so: helpers type short names. */
function namedFirst(ids, text, cards) {
  const typed = fold(text);
  const rank = (id) => {
    const names = [id, cards[id].name].map(fold);
    return names.indexOf(typed) !== -1 ? 0 : names.some((name) => name.indexOf(typed) === 0) ? id.length : Infinity;
  };
  const place = new Map(ids.map((id, index) => [id, [rank(id), index]]));
  return ids.slice().sort((a, b) => {
    const [first, second] = [place.get(a), place.get(b)];
    return first[0] === second[0] ? first[1] - second[1] : first[0] - second[0];
  });
}

/** {element, focus(), clear()}. `add(id)` puts a service into the plan; `has(id)` tells whether it is there. */
export function find(library, cards, add, has) {
  let ids = [];
  let at = 0; // the answer that Enter takes
  const field = el("input", {
    id: "helper-find",
    type: "search",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    maxlength: 100,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": LIST,
    "aria-describedby": "helper-find-hint",
    on: { input: look, keydown: onKey }
  });
  const list = el("ul", { id: LIST, role: "listbox", class: "helper-answers", hidden: true, "aria-label": t("Services found") });
  const count = el("p", { role: "status", class: "hr-hint helper-count" });

  function look() {
    const text = field.value.trim();
    ids = text ? namedFirst(answersTo(library, text).filter((id) => cards[id]), text, cards) : [];
    count.textContent = !text ? "" : ids.length ? n("%(count)s service found", "%(count)s services found", ids.length) : t("Nothing found");
    ids = ids.slice(0, MOST);
    at = 0;
    draw();
  }

  function draw() {
    fillWith(list, ids.map(answer));
    list.hidden = ids.length === 0;
    field.setAttribute("aria-expanded", String(ids.length > 0));
    if (ids.length) {
      field.setAttribute("aria-activedescendant", LIST + "-" + at);
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  function answer(id, place) {
    return el(
      "li",
      {
        id: LIST + "-" + place,
        role: "option",
        "aria-selected": String(place === at),
        on: { mousedown: (event) => event.preventDefault(), click: () => take(id) }
      },
      el("strong", null, cards[id].name),
      has(id) ? el("span", { class: "hr-badge" }, t("in the plan")) : null,
      cards[id].sensitive ? el("span", { class: "hr-badge" }, t("private")) : null,
      el("span", { class: "helper-about" }, cards[id].summary)
    );
  }

  function take(id) {
    clear();
    field.focus();
    add(id);
  }

  function clear() {
    field.value = "";
    look();
  }

  function onKey(event) {
    if (event.key === "Escape" && field.value) {
      event.preventDefault();
      clear();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (ids.length) {
        take(ids[at]);
      }
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && ids.length && !event.altKey) {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + ids.length) % ids.length;
      draw();
    }
  }

  return {
    element: el(
      "div",
      { class: "helper-find hr-field" },
      el("label", { for: "helper-find" }, t("Find a service and add it")),
      el("p", { class: "hr-hint", id: "helper-find-hint" }, t("Type a word, such as “light bill” or “formula”. Arrow keys choose, Enter adds.")),
      el("div", { class: "helper-box" }, field, list),
      count
    ),
    focus: () => field.focus(),
    clear: clear
  };
}
