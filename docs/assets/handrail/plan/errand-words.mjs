// Pieces of a page about one errand: its box and what comes after it.

import { t } from "../words.mjs";
import { el, tick } from "./element.mjs";
import { stepKey } from "./keys.mjs";

/** A box that ticks the errand for all its services. `prefix` keeps two boxes of one errand apart. */
export function tickErrand(page, errand, prefix, ...words) {
  return tick(prefix + errand.keys[0], false, (isTicked) => page.tick(errand.keys[0], isTicked), ...words);
}

/** The next open step of the service, or what the office does then. */
export function afterThis(page, errand) {
  const service = page.data.services[errand.id];
  const next = service.steps.filter((step, place) => place > errand.place && !page.plan.done[stepKey(errand.id, place)] && !step.after_days)[0];
  const words = next ? next.do : service.next;
  return words ? el("p", { class: "hr-hint plan-after" }, t("What comes after:"), " ", words) : null;
}
