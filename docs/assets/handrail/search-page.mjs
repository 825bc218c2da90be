// Entry of the search page, and of search boxes on other pages, which send their words there.

import { didNotLoad, run } from "./find/run.mjs";
import { fillWith } from "./plan/element.mjs";
import { openPlaces } from "./place.mjs";
import { open } from "./search.mjs";
import { start } from "./start.mjs";

const ASKED = "handrail:asked"; // the words on their way from another page's search box

start("search", (form) => {
  if (!document.querySelector("[data-results]")) {
    return sendWords(form);
  }
  const parts = new URL(form.getAttribute("data-parts"), location.href).href;
  return open(window.lunr, parts, json)
    .then((library) => run(form, library, { places: placesOf(form), clock: clockOf(form) }, sent()))
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

/** The place table; null where the page does not name it. */
function placesOf(form) {
  const base = form.getAttribute("data-places");
  return base ? openPlaces(new URL(base, location.href).href, json) : null;
}

/** What loads the clock of the time zones, once; null where the page does not name it. */
function clockOf(form) {
  const url = form.getAttribute("data-clock");
  let loading = null;
  return url
    ? () => {
        loading = loading || json(new URL(url, location.href).href);
        loading.catch(() => {
          loading = null;
        });
        return loading;
      }
    : null;
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
function sent() {
  try {
    const text = sessionStorage.getItem(ASKED);
    sessionStorage.removeItem(ASKED);
    return text;
  } catch (error) {
    return null;
  }
}
