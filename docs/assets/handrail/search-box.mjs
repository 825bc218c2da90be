// Entry of every page with a search box: its words travel to the search page without reaching the host.

import { loadLater } from "./later.mjs";
import { soon } from "./search/load.mjs";
import { start } from "./start.mjs";

const ASKED = "handrail:asked"; // the words on their way from another page's search box

start("search", (form) => {
  const results = document.querySelector("[data-results]");
  if (!results) {
    sendWords(form);
    return;
  }
  form.addEventListener("submit", (event) => event.preventDefault()); // also before search-page.mjs is there
  if (isAsked()) {
    results.classList.add("find-waits");
    soon(new URL(form.getAttribute("data-parts"), location.href).href + "index.json");
    loadLater().catch(() => {}); // site.mjs asks again, and tells
  }
});

/** Does somebody wait for an answer? Then nothing else comes first. */
function isAsked() {
  try {
    return /[#&]q=./.test(location.hash) || Boolean(sessionStorage.getItem(ASKED));
  } catch (error) {
    return false;
  }
}

/**
 * The words never reach the host's log, nor the history of the browser before it is known that they are not private:
 * they travel in the tab, and only where that is blocked in the fragment.
 */
function sendWords(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const page = new URL(form.getAttribute("action"), location.href).href;
    const text = form.querySelector("input").value;
    try {
      sessionStorage.setItem(ASKED, text);
      location.assign(page);
    } catch (error) {
      location.assign(page + "#q=" + encodeURIComponent(text));
    }
  });
}

/** The words that another page sent, once. */
export function sent() {
  try {
    const text = sessionStorage.getItem(ASKED);
    sessionStorage.removeItem(ASKED);
    return text;
  } catch (error) {
    return null;
  }
}
