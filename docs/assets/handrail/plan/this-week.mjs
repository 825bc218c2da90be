// What to do first, and what else the same call or visit will do. Values only.

import { daysAfter } from "./days.mjs";
import { errands } from "./errands.mjs";
import { shared } from "./office.mjs";

export const FIRST = 3; // things to do this week
const DAYS_OF_A_WEEK = 7;
const MOST_ALONG = 2; // other things that one call or visit may do

/**
 * What to do first: [{id, place, step, keys, ids, due, by, along}], until there are three.
 *
 * First what is due within a week of `today` (`due` by key) or late, and all of that, though it be more than three; then
 * one open errand of each service in turn. A step that waits for more than a week (a call to make when nobody has
 * answered) comes in only where others run out. `along` are the errands of other services that the same call or visit
 * (`by`) will do; they are no things of their own.
 */
export function thisWeek(order, services, done, due, today) {
  const open = errands(order, services)
    .filter((errand) => errand.keys.some((key) => !(done || {})[key]))
    .map((errand) => Object.assign({}, errand, { due: dueOf(errand, due || {}) }));
  const isNear = (errand) => errand.due !== null && errand.due <= daysAfter(today, DAYS_OF_A_WEEK);
  const near = today ? inDays(open.filter(isNear)) : [];
  const waits = (errand) => (errand.due === null ? errand.step.after_days > DAYS_OF_A_WEEK : !near.some((one) => one === errand));
  const others = open.filter((errand) => near.indexOf(errand) === -1);
  const ofEach = (list) => order.map((id) => list.filter((errand) => errand.id === id));
  const queue = near.concat(
    inTurn(ofEach(others.filter((errand) => !waits(errand)))),
    inTurn(ofEach(others.filter(waits)))
  );
  return withWhatComesAlong(queue, services, waits, Math.max(FIRST, near.length));
}

function withWhatComesAlong(queue, services, waits, most) {
  const things = [];
  const taken = new Set();
  for (const errand of queue) {
    if (things.length === most) {
      break;
    }
    if (!taken.has(errand)) {
      taken.add(errand);
      const by = (other) => (waits(errand) || waits(other) ? null : shared(services[errand.id], services[other.id]));
      const along = firstOfEach(queue.filter((other) => other.due === null && !taken.has(other) && other.id !== errand.id && by(other) !== null));
      along.forEach((other) => taken.add(other));
      things.push(Object.assign({}, errand, { along: along, by: along.length ? by(along[0]) : null }));
    }
  }
  return things;
}

function firstOfEach(list) {
  const seen = new Set();
  return list.filter((errand) => !seen.has(errand.id) && seen.add(errand.id)).slice(0, MOST_ALONG);
}

/** The first day on which any of its steps is due. */
function dueOf(errand, due) {
  return (
    errand.keys
      .map((key) => due[key])
      .filter((day) => day)
      .sort()[0] || null
  );
}

function inDays(list) {
  const place = new Map(list.map((errand, index) => [errand, index])); // old engines do not sort stably
  return list.slice().sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : place.get(a) - place.get(b)));
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists) {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const found = [];
  for (let turn = 0; turn < longest; turn += 1) {
    found.push(...lists.filter((list) => list.length > turn).map((list) => list[turn]));
  }
  return found;
}
