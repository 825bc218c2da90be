// Entry of the search page.

import { didNotLoad, run } from "./find/run.mjs";
import { whenThere } from "./later.mjs";
import { fillWith } from "./plan/element.mjs";
import { openPlaces } from "./place.mjs";
import { sent } from "./search-box.mjs";
import { open } from "./search.mjs";
import { start } from "./start.mjs";

start("search", (form) => {
  if (!document.querySelector("[data-results]")) {
    return null;
  }
  const parts = new URL(form.getAttribute("data-parts"), location.href).href;
  return whenThere("lunr")
    .then((lunr) => open(lunr, parts, json))
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
