// Fetches what the questions need and starts them inside an element of the page.

import { loadDoorways } from "../doorways.mjs";
import { t } from "../words.mjs";
import { h } from "./dom.mjs";
import { run } from "./flow.mjs";

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
      run(element, screening, texts, chosen.filter((id) => known.indexOf(id) !== -1), first);
    },
    (error) => {
      console.error(error);
      const words = t("The questions could not be loaded. You can use the form below, or try again.");
      element.insertBefore(h("p", { class: "hr-notice", role: "alert" }, words), element.firstChild);
    }
  );
}

/** Needs that a link named: `#needs=food,housing`, read once. Anything else is not looked at. */
function needsOfLink(hash) {
  const found = /^#needs?=([a-z0-9,-]{1,300})$/.exec(hash);
  return found ? found[1].split(",") : [];
}

function load(url) {
  return fetch(url, { credentials: "omit" }).then((answer) => {
    if (!answer.ok) {
      throw new Error(url + ": " + answer.status);
    }
    return answer.json();
  });
}
