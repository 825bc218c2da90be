// What answers words, a place and choices together: pure, so that tests can hold it against a table.

import { nearestFirst } from "../search/near.mjs";
import { narrowed } from "../search/facets.mjs";
import { everything, has, inAll, numbersOf, setOf, size } from "../search/sets.mjs";

/**
 * {sure, unsure, far, elsewhere, counts}: numbers in their order. `found` answers the words (null: no words were typed),
 * `near` are the services for the place by number (null: no place), `groups` are loaded, `chosen` ids by group.
 *
 * `unsure` may ask at the door for what was chosen not to be asked: nobody knows. `far` are for the place, but only by
 * phone or online. `elsewhere` counts what fits but is not for people of the place.
 */
export function answered(total, found, near, groups, chosen) {
  const base = found ? setOf(found.numbers, total) : everything(total);
  const within = near ? inAll(base, [setOf(Array.from(near.keys()), total)]) : base;
  const left = narrowed(groups, chosen, within, total);
  const anywhere = near ? size(narrowed(groups, chosen, base, total).sure) : 0;
  const ordered = (set) => {
    const numbers = found ? found.numbers.filter((number) => has(set, number)) : numbersOf(set, total);
    return near ? nearestFirst(numbers, near, found && found.levels) : numbers;
  };
  const isFar = (number) => Boolean(near) && near.get(number).isFar;
  const sure = ordered(left.sure);
  return {
    sure: sure.filter((number) => !isFar(number)),
    unsure: ordered(left.unsure),
    far: sure.filter(isFar),
    elsewhere: near ? anywhere - sure.length : 0,
    counts: left.counts
  };
}
