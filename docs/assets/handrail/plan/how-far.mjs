// How far the doors of services are from the ZIP code of the answers: a row of the comparison.

import { away } from "../find/card.mjs";
import { miles, openPlaces, zipOf } from "../place.mjs";
import { read } from "../state.mjs";
import { t } from "../words.mjs";

const points = new Map(); // ZIP code -> its middle, null while it is looked up or where it is not known

/** What each of some services says, [text or ""]; null where no distance is known, or not yet: then `page` is drawn again. */
export function howFar(page, told) {
  const zip = (read().facts.place || {}).zip;
  if (!/^\d{5}$/.test(zip) || !told.some((words) => words.doors)) {
    return null;
  }
  if (!points.has(zip)) {
    look(page, zip);
  }
  const from = points.get(zip);
  return from && told.map((words) => (words.doors ? away(Math.min(...words.doors.map((door) => miles(from, door)))) : t("not known")));
}

function look(page, zip) {
  const base = document.querySelector("[data-places]").getAttribute("data-places");
  points.set(zip, null);
  zipOf(openPlaces(new URL(base, location.href).href, json), zip).then(
    (found) => {
      points.set(zip, found && found.at);
      page.draw();
    },
    (error) => {
      points.delete(zip);
      console.warn("How far it is:", error);
    }
  );
}

function json(url) {
  return fetch(url).then((answer) => {
    if (!answer.ok) {
      throw new Error(url + ": " + answer.status);
    }
    return answer.json();
  });
}
