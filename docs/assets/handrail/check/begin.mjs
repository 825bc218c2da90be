// Fetches what the questions need and starts them inside an element of the page.

import { loadDoorways } from "../doorways.mjs";
import { readyInSlices } from "../rules/parts.mjs";
import { pause } from "../slices.mjs";
import { read } from "../state.mjs";
import { run } from "./flow.mjs";
import { didNotLoad, load, needsOfLink } from "./load.mjs";
import { nearby } from "./nearby.mjs";
import { opened } from "./opening.mjs";

/** `first` as for `run`: with what a page begins that does not begin with the needs. */
export function begin(element, first) {
  const chosen = needsOfLink(location.hash);
  return Promise.all([
    load(element.getAttribute("data-screening")),
    load(element.getAttribute("data-questions")),
    loadDoorways(element.getAttribute("data-doorways"))
  ]).then(
    ([screening, texts]) => {
      const known = texts.needs.map((need) => need.id);
      const named = chosen.filter((id) => known.indexOf(id) !== -1);
      const near = nearby(screening, element.getAttribute("data-screening"));
      return readyInSlices(screening, pause)
        .then(() => near.ask(read().facts))
        .then(opened)
        .then((left) => run(element, near, texts, left ? [] : named, first, left));
    },
    (error) => didNotLoad(element, error)
  );
}
