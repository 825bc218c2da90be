// Amounts set by somebody else: the row that holds on a day, for a place and a size. The twin of generators/rules/figures.py.
import { isNumber, isUnknown } from "./answers.mjs";

const OUTSIDE_CONTIGUOUS = ["AK", "HI", "PR", "VI", "GU", "AS", "MP", "PW", "FM", "MH"];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A value, or the word for why there is none (`missing`: place, past, no-row); the days the row began and ends; of a
 * table by size, how many sizes past its end (`over`).
 */
function found(value, missing, since, until, over) {
  return { value, missing, since, until, over };
}

function missing(why) {
  return found(null, why, "", null, null);
}

const MOST_KEPT = 8;

/**
 * What figures and limits come to in a state on a day. That is the same for every family there, so the last few are
 * `kept` from one screening to the next.
 */
export function amountsOn(kept, state, day) {
  const key = `${state} ${day}`;
  let amounts = kept.get(key);
  if (amounts === undefined) {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
    kept.set(key, (amounts = { figures: [], tables: {}, limits: [], limitsTold: [] }));
  }
  return amounts;
}

/**
 * What an amount of a rule (ready.mjs) comes to where the family lives: a number as it stands, or what its figure says
 * for a unit of a size (left out: of any).
 */
export function resolve(scene, amount, size) {
  if (amount.id === null) return amount;
  const bySize = scene.amounts.figures[amount.place] || (scene.amounts.figures[amount.place] = []);
  const at = size || 0;
  return bySize[at] || (bySize[at] = lookUpOn(scene, amount.id, size, scene.asOf));
}

/** The value of a figure where the family lives as it stood on a day, or the word for why there is none. */
export function lookUpOn(scene, id, size, day) {
  const figure = (scene.data.figures || {})[id];
  if (!figure) return missing("no-row");
  const rows = figure.rows;
  const isEverywhere = keysOf(rows).isEverywhere;
  if (!isEverywhere && isUnknown(scene.state)) return missing("place");
  const ofPlace = isEverywhere ? rows.everywhere : rowsOf(rows, scene.state);
  if (!ofPlace) return missing("no-row");
  const keys = keysOf(ofPlace);
  if (keys.sizes === null) return onDay(figure, ofPlace, keys.days, day, null);
  const fitting = keys.sizes.filter((known) => isNumber(size) && known <= size);
  if (!fitting.length) return missing("no-row");
  const ofSize = ofPlace[String(fitting[fitting.length - 1])];
  return onDay(figure, ofSize, keysOf(ofSize).days, day, Math.max(0, size - keys.sizes[keys.sizes.length - 1]));
}

const KEYS = new WeakMap();

/** The keys of rows, in order, as what they are: sizes or days. */
function keysOf(rows) {
  let keys = KEYS.get(rows);
  if (keys === undefined) {
    const names = Object.keys(rows);
    const areDays = !names.length || DATE.test(names[0]);
    keys = {
      isEverywhere: names.length === 1 && names[0] === "everywhere",
      sizes: areDays ? null : names.map(Number).sort((a, b) => a - b),
      days: names.sort(),
    };
    KEYS.set(rows, keys);
  }
  return keys;
}

function rowsOf(rows, state) {
  const has = (key) => Object.prototype.hasOwnProperty.call(rows, key);
  if (has(state)) return rows[state];
  if (OUTSIDE_CONTIGUOUS.indexOf(state) === -1 && has("contiguous")) return rows.contiguous;
  return has("everywhere") ? rows.everywhere : null;
}

function onDay(figure, rows, days, day, over) {
  let at = days.length - 1;
  while (at >= 0 && days[at] > day) at -= 1;
  if (at < 0) return found(null, "no-row", "", null, over);
  const since = days[at];
  const isLast = at === days.length - 1;
  const until = isLast ? figure.until || null : dayBefore(days[at + 1]);
  if (isLast && until !== null && day > until) return found(null, "past", since, until, over);
  const value = rows[since];
  return value === 0 ? found(null, "no-row", "", null, over) : found(value, "", since, until, over);
}

/** The first and the last day of the program's year; limits change on `newLimits` (MM-DD). */
export function programYear(asOf, newLimits) {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) < newLimits ? 1 : 0);
  return [`${year}-${newLimits}`, dayBefore(`${year + 1}-${newLimits}`)];
}

const DAYS_BEFORE = new Map();

function dayBefore(day) {
  let before = DAYS_BEFORE.get(day);
  if (before === undefined) {
    const parts = day.split("-").map(Number);
    before = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2] - 1)).toISOString().slice(0, 10);
    DAYS_BEFORE.set(day, before);
  }
  return before;
}

export function earliest(days) {
  const known = days.filter(Boolean).sort();
  return known.length ? known[0] : null;
}
