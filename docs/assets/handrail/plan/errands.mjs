// Steps of several services that are one errand: shown once, ticked once. Values only.

import { stepKey } from "./keys.mjs";
import { shared } from "./office.mjs";

/**
 * Every errand once, in the order of the services and their steps: [{id, place, step, keys, ids}].
 *
 * `id`, `place` and `step` are of the first service that has it, `keys` name its steps in all services, `ids` are the
 * services. Steps are one errand where the data says so (`errand`), and where the same words stand at the same office.
 */
export function errands(order, services) {
  const found = [];
  for (const id of order) {
    services[id].steps.forEach((step, place) => {
      const key = stepKey(id, place);
      const known = found.filter((errand) => isSame(errand, id, step, services))[0];
      if (known) {
        known.keys.push(key);
        known.ids.push(id);
      } else {
        found.push({ id: id, place: place, step: step, keys: [key], ids: [id] });
      }
    });
  }
  return found;
}

/** The errand to which a step belongs. */
export function errandOf(list, key) {
  return list.filter((errand) => errand.keys.indexOf(key) !== -1)[0];
}

function isSame(errand, id, step, services) {
  const isPrivate = services[id].sensitive || services[errand.id].sensitive;
  if (isPrivate || errand.ids.indexOf(id) !== -1) {
    return false;
  }
  if (step.errand || errand.step.errand) {
    return step.errand === errand.step.errand;
  }
  return (
    step.do === errand.step.do &&
    (step.after_days || null) === (errand.step.after_days || null) &&
    shared(services[errand.id], services[id]) !== null
  );
}
