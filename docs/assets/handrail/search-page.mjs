// Entry of the search page, and of search boxes on other pages, which send their words there.

import { button, el, fillWith, phoneLink } from "./plan/element.mjs";
import { whenThere } from "./later.mjs";
import { cards } from "./search/parts.mjs";
import { find, open } from "./search.mjs";
import { start } from "./start.mjs";
import { language, n, t } from "./words.mjs";

const PAUSE = 150; // milliseconds after a key before looking
const FIRST = 8; // results shown at once: each loads a small file
const MORE = 16;
const TOP = 5; // with a private service among the first so many, the words stay out of the address
const ASKED = "handrail:asked"; // the words on their way from another page's search box

start("search", (form) => {
  if (!document.querySelector("[data-results]")) {
    return sendWords(form);
  }
  const parts = new URL(form.getAttribute("data-parts"), location.href).href;
  form.addEventListener("submit", (event) => event.preventDefault()); // also before the search is there
  return whenThere("lunr")
    .then((lunr) => open(lunr, parts, json))
    .then((ready) => run(form, ready))
    .catch((error) => {
      const results = document.querySelector("[data-results]");
      results.hidden = false;
      fillWith(results, didNotLoad());
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

const didNotLoad = () => el("p", { role: "alert" }, t("The search did not load. Look in the list below, or call 211."));

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

function run(form, library) {
  const field = fieldOf(form);
  const results = document.querySelector("[data-results]");
  const count = el("p", { role: "status", class: "search-count" });
  const list = el("div", { class: "search-list" });
  results.removeAttribute("aria-live"); // only the count is read out, not every card at every key
  results.hidden = false;
  fillWith(results, count, list);
  let timer = 0;
  let turn = 0; // the last question's answer wins

  function look() {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    const text = field.value.trim();
    if (!text) {
      count.textContent = "";
      remember("");
      return fillWith(list);
    }
    return find(library, text)
      .then((found) => show(found, FIRST, mine))
      .catch((error) => {
        if (mine === turn) {
          count.textContent = "";
          fillWith(list, didNotLoad()); // what is typed next is looked for anew
        }
        console.error(error);
      });
  }

  function show(found, many, mine) {
    const numbers = found.numbers.slice(0, many);
    return cards(library.parts, numbers).then((ones) => {
      if (mine !== turn) {
        return;
      }
      remember(ones.slice(0, TOP).some((one) => one.sensitive) ? "" : field.value.trim());
      const all = found.numbers.length;
      count.textContent = all ? n("%(count)s service found", "%(count)s services found", all) : t("Nothing found");
      fillWith(
        list,
        all ? widened(library, found.needs) : nothing(),
        ones.length ? el("ul", { class: "cards" }, ones.map(card)) : null,
        all > many ? more(() => show(found, many + MORE, mine).then(() => focusCard(list, many))) : null
      );
    });
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

/** Puts the words into the fragment, which no host sees; no words clear it. */
function remember(text) {
  try {
    history.replaceState(null, "", text ? "#q=" + encodeURIComponent(text) : location.pathname);
  } catch (error) {
    // Too many changes in a short time, or a page from a file.
  }
}

const more = (act) => button(t("Show more"), act, { class: "hr-button hr-quiet" });

function focusCard(list, place) {
  const links = list.querySelectorAll("h3 a");
  if (links[place]) {
    links[place].focus();
  }
}

/** Says that an everyday word was read as a need. */
function widened(library, needs) {
  const names = needs.map((need) => library.parts.manifest.needs[need]).filter(Boolean);
  return names.length ? el("p", { class: "hr-hint" }, t("We also looked under: %(needs)s.", { needs: names.join("; ") })) : null;
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch (error) {
    return "";
  }
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
function nothing() {
  return el(
    "div",
    { class: "search-nothing" },
    el("p", null, t("Try one plain word, such as food, rent, doctor or job.")),
    el("p", null, t("Or look in the list by need below.")),
    el("p", null, t("A person can help you look."), " ", phoneLink({ number: "211", href: "tel:211" }))
  );
}
