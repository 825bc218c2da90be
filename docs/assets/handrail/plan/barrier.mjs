// What stands in the way of a service, and what may help with it: lines and services from the data.

import { known } from "../plan.mjs";
import { t } from "../words.mjs";
import { choice, el } from "./element.mjs";
import { alternative } from "./progress.mjs";

const of = (page, id) => page.data.barriers.filter((one) => one.id === page.plan.barriers[id])[0] || null;

/** What stands in the way, in words; null where nothing does. */
export function barrierName(page, id) {
  const found = of(page, id);
  return found ? found.name : null;
}

/** null where the site has no list of barriers. */
export function barrier(page, id) {
  if (!page.data.barriers.length) {
    return null;
  }
  const found = of(page, id);
  const options = [["", t("nothing now")]].concat(page.data.barriers.map((one) => [one.id, one.name]));
  const set = (chosen) => page.set({ barriers: Object.assign(page.now().barriers, { [id]: chosen }) });
  return el(
    "div",
    { class: "plan-choice hr-no-print" },
    el("label", null, t("What stands in the way?"), " ", [
      choice(options, found ? found.id : "", set, { "data-key": "barrier:" + id })
    ]),
    found ? help(page, id, found) : null
  );
}

function help(page, id, found) {
  const services = known(found.services, page.data.services).filter(
    (other) => other !== id && !page.data.services[other].sensitive
  );
  return el(
    "div",
    { class: "plan-advice" },
    el("p", null, el("strong", null, t("What may help"))),
    el("ul", null, found.try.map((line) => el("li", null, line))),
    services.length ? el("ul", { class: "plan-next" }, services.map((other) => alternative(page, other))) : null
  );
}
