// Names of services in lists, where each line counts.

import { commas } from "../words.mjs";

/** The name without what stands in brackets at its end, unless another service of the plan is then called the same. */
export function shortName(page, id) {
  const short = (one) => page.data.services[one].name.replace(/\s*\([^()]*\)$/, "");
  const isAlone = page.order.every((other) => other === id || short(other) !== short(id));
  return isAlone && short(id) ? short(id) : page.data.services[id].name;
}

export const namesOf = (page, ids) => commas(ids.map((id) => shortName(page, id)));
