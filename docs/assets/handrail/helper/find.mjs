// Finding services by keyboard: one field, answers as you type, arrow keys, Enter adds, and the field is ready again.

import { el, fillWith } from "../plan/element.mjs";
import { best } from "../search/best.mjs";
import { cards } from "../search/cards.mjs";
import { find as answersTo, fold } from "../search.mjs";
import { n, t } from "../words.mjs";

const MOST = 8; // answers shown at once
const LOOKED_AT = 24; // of which the names are compared with what was typed
const LIST = "helper-answers";

/** The cards in their order, but first what is called as was typed, then what begins so: helpers type short names. */
function namedFirst(found, text) {
  const typed = fold(text);
  const rank = (card) => {
    const names = [card.id, card.name].map(fold);
    return names.indexOf(typed) !== -1 ? 0 : names.some((name) => name.indexOf(typed) === 0) ? card.id.length : Infinity;
  };
  const place = new Map(found.map((card, index) => [card, [rank(card), index]]));
  return found.slice().sort((a, b) => {
    const [first, second] = [place.get(a), place.get(b)];
    return first[0] === second[0] ? first[1] - second[1] : first[0] - second[0];
  });
}

/** {element, focus(), clear()}. `add(id)` puts a service into the plan; `has(id)` tells whether it is there. */
export function find(library, add, has) {
  let found = []; // cards
  let waiting = Promise.resolve(); // until what was typed last is answered
  let turn = 0;
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
    on: { input: look, keydown: onKey, focus: draw, blur: draw }
  });
  const list = el("ul", { id: LIST, role: "listbox", class: "helper-answers", hidden: true, "aria-label": t("Services found") });
  const count = el("p", { role: "status", class: "hr-hint helper-count" });

  function look() {
    const text = field.value.trim();
    turn += 1;
    const mine = turn;
    waiting = text ? answers(text).then((all) => mine === turn && show(all.count, all.first), failed) : Promise.resolve(show(null, []));
  }

  function answers(text) {
    return answersTo(library, text).then((all) =>
      cards(library.parts, best(all.numbers, LOOKED_AT, all.compare)).then((some) => ({ count: all.numbers.length, first: namedFirst(some, text) }))
    );
  }

  function show(many, some) {
    count.textContent = many === null ? "" : many ? n("%(count)s service found", "%(count)s services found", many) : t("Nothing found");
    found = some.slice(0, MOST);
    at = 0;
    draw();
  }

  function failed(error) {
    show(null, []);
    count.textContent = t("The search did not load. Check the connection and type again.");
    console.error(error);
  }

  // The list is open only while the field has the focus: it would lie over what the keyboard comes to next.
  function draw() {
    const open = found.length > 0 && document.activeElement === field;
    fillWith(list, found.map(answer));
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    if (open) {
      field.setAttribute("aria-activedescendant", LIST + "-" + at);
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  function answer(card, place) {
    return el(
      "li",
      {
        id: LIST + "-" + place,
        role: "option",
        "aria-selected": String(place === at),
        on: { mousedown: (event) => event.preventDefault(), click: () => take(card.id) }
      },
      el("strong", null, card.name),
      has(card.id) ? el("span", { class: "hr-badge" }, t("in the plan")) : null,
      card.sensitive ? el("span", { class: "hr-badge" }, t("private")) : null,
      el("span", { class: "helper-about" }, card.summary)
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
      waiting.then(() => found.length && take(found[at].id));
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length && !event.altKey) {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
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
