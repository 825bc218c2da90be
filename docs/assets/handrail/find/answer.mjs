// What answers words, a place and choices together: pure, so that tests can hold it against a table.

import { nearer } from "../search/near.mjs";
import { narrowed } from "../search/facets.mjs";
import { emptySet, has, inAll, numbersOf, setOf, size } from "../search/sets.mjs";

/**
 * {sure, unsure, far, elsewhere, compare, counts}: numbers in no order; `compare` puts them into theirs. `found` answers
 * the words; null: no words were typed, and `every` is the set of all services. `near` are the services for the place by
 * number (null: no place), `groups` are loaded, `chosen` ids by group.
 *
 * `unsure` may ask at the door for what was chosen not to be asked: nobody knows. `far` are for the place, but only by
 * phone or online. `elsewhere` counts what fits but is not for people of the place.
 */
export function answered(places, found, { near, groups, every }, chosen) {
  if (found && !near && !groups.length) {
    return { sure: found.numbers, unsure: [], far: [], elsewhere: 0, compare: found.compare, counts: {} };
  }
  const base = found ? setOf(found.numbers, places) : every || emptySet(places);
  const within = near ? inAll(base, [setOf(Array.from(near.keys()), places)]) : base;
  const left = narrowed(groups, chosen, within, places);
  const anywhere = near ? size(narrowed(groups, chosen, base, places).sure) : 0;
  const listed = (set) => (found ? found.numbers.filter((number) => has(set, number)) : numbersOf(set, places));
  const isFar = (number) => Boolean(near) && near.get(number).isFar;
  const sure = listed(left.sure);
  const compare = found ? found.compare : (a, b) => a - b;
  return {
    sure: sure.filter((number) => !isFar(number)),
    unsure: listed(left.unsure),
    far: sure.filter(isFar),
    elsewhere: near ? anywhere - sure.length : 0,
    compare: near ? nearer(near, found ? found.level : () => 0, compare) : compare,
    counts: left.counts
  };
}
