// Entry of what the search page needs after its first answer: the place and the choices.

import { isAsked } from "./find/fragment.mjs";
import { running } from "./find/run.mjs";
import { tools } from "./find/tools.mjs";
import { openPlaces } from "./place.mjs";
import { json } from "./search/load.mjs";
import { start } from "./start.mjs";

start("search", (form) =>
  document.querySelector("[data-results]")
    ? running.then((desk) => {
        const made = tools(desk, placesOf(form), clockOf(form));
        desk.take(made);
        made.restore();
      })
    : null
);

// Another search was put into the address of this page: a link from a message, a bookmark. What we put there says nothing.
addEventListener("hashchange", () => {
  if (isAsked(location.hash)) location.reload();
});

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
