// Entry of the search page, and of search boxes on other pages, which send their words there.

import { el, fillWith, phoneLink } from "./plan/element.mjs";
import { find, open } from "./search.mjs";
import { start } from "./start.mjs";
import { language, n, t } from "./words.mjs";

const PAUSE = 150; // milliseconds after a key before looking
const MOST = 20; // results shown
const TOP = 5; // with a private service among the first so many, the words stay out of the address
const ASKED = "handrail:asked"; // the words on their way from another page's search box

start("search", (form) => {
  if (!document.querySelector("[data-results]")) {
    return sendWords(form);
  }
  return Promise.all([json(form.getAttribute("data-index")), json(form.getAttribute("data-cards"))])
    .then(([index, cards]) => run(form, open(window.lunr, index, cards), cards))
    .catch((error) => {
      const results = document.querySelector("[data-results]");
      results.hidden = false;
      fillWith(results, el("p", null, t("The search did not load. Look in the list below, or call 211.")));
      throw error;
    });
});

function json(url) {
  return fetch(url).then((answer) => {
    if (!answer.ok) {
      throw new Error(url + ": " + answer.status);
    }
    return answer.json();
  });
}

function fieldOf(form) {
  return form.querySelector("input");
}

/**
 * The words never reach the host's log, nor the history of the browser before it is known that they are not private:
 * they travel in the tab, and only where that is blocked in the fragment.
 */
function sendWords(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const page = new URL(form.getAttribute("action"), location.href).href;
    const text = fieldOf(form).value;
    try {
      sessionStorage.setItem(ASKED, text);
      location.assign(page);
    } catch (error) {
      location.assign(page + "#q=" + encodeURIComponent(text));
    }
  });
}

/** The words that another page sent, once. */
function sent() {
  try {
    const text = sessionStorage.getItem(ASKED);
    sessionStorage.removeItem(ASKED);
    return text;
  } catch (error) {
    return null;
  }
}

function run(form, library, cards) {
  const field = fieldOf(form);
  const results = document.querySelector("[data-results]");
  const count = el("p", { role: "status", class: "search-count" });
  const list = el("div", { class: "search-list" });
  results.removeAttribute("aria-live"); // only the count is read out, not every card at every key
  results.hidden = false;
  fillWith(results, count, list);
  let timer = 0;

  function look() {
    clearTimeout(timer);
    const text = field.value.trim();
    const ids = find(library, text).filter((id) => cards[id]);
    count.textContent = !text ? "" : ids.length ? n("%(count)s service found", "%(count)s services found", ids.length) : t("Nothing found");
    fillWith(list, ids.length ? answers(ids.slice(0, MOST), cards) : text ? nothing(cards) : null);
    try {
      const isPrivate = ids.slice(0, TOP).some((id) => cards[id].sensitive);
      history.replaceState(null, "", text && !isPrivate ? "#q=" + encodeURIComponent(text) : location.pathname);
    } catch (error) {
      // Too many changes in a short time, or a page from a file.
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  field.setAttribute("autocomplete", "off");

  const asked = /^#q=(.*)$/.exec(location.hash);
  const words = sent() || (asked && decoded(asked[1]));
  if (words) {
    field.value = words.slice(0, 200);
  }
  if (field.value) {
    look();
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch (error) {
    return "";
  }
}

function answers(ids, cards) {
  return el("ul", { class: "cards" }, ids.map((id) => card(cards[id])));
}

function card(one) {
  const lang = one.language === language() ? null : one.language;
  return el(
    "li",
    { class: "card" },
    el("h3", null, el("a", { href: "../" + one.url }, one.name)),
    el("p", { lang: lang }, one.summary),
    one.needs.length ? el("p", { class: "hr-hint" }, one.needs.join(" \u00b7 ")) : null,
    one.phone ? el("p", null, t("Call"), " ", phoneLink(one.phone)) : null,
    one.phone && one.sensitive
      ? el("p", { class: "hr-hint" }, t("Calls and texts may show on a shared phone bill, and in the phone\u2019s list of calls."))
      : null
  );
}

/** What to try when nothing was found. */
function nothing(cards) {
  const call = cards["call-211"];
  return el(
    "div",
    { class: "search-nothing" },
    el("p", null, t("Try one plain word, such as food, rent, doctor or job.")),
    el("p", null, t("Or look in the list by need below.")),
    call && call.phone ? el("p", null, t("A person can help you look."), " ", call.name, ": ", phoneLink(call.phone)) : null
  );
}
