// The data of the questions, each file fetched once; what to say where it does not come.

import { t } from "../words.mjs";
import { h } from "./dom.mjs";

const asked = {};

/** A promise of the JSON at `url`; one that failed is asked for anew by the next call. */
export function load(url) {
  if (!Object.prototype.hasOwnProperty.call(asked, url)) {
    asked[url] = fetch(url, { credentials: "omit" })
      .then((answer) => {
        if (!answer.ok) {
          throw new Error(url + ": " + answer.status);
        }
        return answer.json();
      })
      .catch((error) => {
        delete asked[url];
        throw error;
      });
  }
  return asked[url];
}

/** Needs that a link named: `#needs=food,housing`, read once. Anything else is not looked at. */
export function needsOfLink(hash) {
  const found = /^#needs?=([a-z0-9,-]{1,300})$/.exec(hash);
  return found ? found[1].split(",") : [];
}

/** The step that a change of the language came from: `#at=results`, null without. */
export function stepOfLink(hash) {
  const found = /^#at=([a-z0-9-]{1,60})$/.exec(hash);
  return found ? found[1] : null;
}

/** Says above the page that the questions did not come, once. */
export function didNotLoad(element, error) {
  console.error(error);
  if (element.querySelector(".hr-not-loaded") === null) {
    const words = t("The questions could not be loaded. You can use the form below, or try again.");
    element.insertBefore(h("p", { class: "hr-notice hr-not-loaded", role: "alert" }, words), element.firstChild);
  }
}
