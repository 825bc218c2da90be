// Amounts set by somebody else: the row that holds on a day, for a place and a size. The twin of generators/rules/figures.py.
import { isNumber, isUnknown, stateOf } from "./answers.mjs";
import { known } from "./known.mjs";

const OUTSIDE_CONTIGUOUS = ["AK", "HI", "PR", "VI", "GU", "AS", "MP", "PW", "FM", "MH"];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function missing(why, more) {
  return Object.assign({ value: null, missing: why, since: "", until: null, over: null }, more);
}

/** The value of a figure where the family lives, or the word for why there is none: place, past, no-row. */
export function lookUp(scene, id, size, day) {
  return known(scene.known.figures, [id, size, day], () => find(scene, id, size, day));
}

function find(scene, id, size, day) {
  const figure = (scene.data.figures || {})[id];
  if (!figure) return missing("no-row");
  const rows = figure.rows;
  const places = Object.keys(rows);
  let ofPlace;
  if (places.length === 1 && places[0] === "everywhere") {
    ofPlace = rows.everywhere;
  } else {
    const state = stateOf(scene);
    if (isUnknown(state)) return missing("place");
    ofPlace = rowsOf(rows, state);
    if (!ofPlace) return missing("no-row");
  }
  let over = null;
  const keys = Object.keys(ofPlace);
  if (keys.length && !DATE.test(keys[0])) {
    const sizes = keys.map(Number).sort((a, b) => a - b);
    const fitting = sizes.filter((known) => isNumber(size) && known <= size);
    if (!fitting.length) return missing("no-row");
    over = Math.max(0, size - sizes[sizes.length - 1]);
    ofPlace = ofPlace[String(fitting[fitting.length - 1])];
  }
  return Object.assign(onDay(figure, ofPlace, day || scene.asOf), { over });
}

function rowsOf(rows, state) {
  const has = (key) => Object.prototype.hasOwnProperty.call(rows, key);
  if (has(state)) return rows[state];
  if (OUTSIDE_CONTIGUOUS.indexOf(state) === -1 && has("contiguous")) return rows.contiguous;
  return has("everywhere") ? rows.everywhere : null;
}

function onDay(figure, rows, day) {
  const dates = Object.keys(rows).sort();
  const begun = dates.filter((date) => date <= day);
  if (!begun.length) return missing("no-row");
  const since = begun[begun.length - 1];
  const last = begun.length === dates.length;
  const until = last ? figure.until || null : dayBefore(dates[begun.length]);
  if (last && until !== null && day > until) return missing("past", { since, until });
  const value = rows[since];
  if (value === 0) return missing("no-row");
  return { value, missing: "", since, until, over: null };
}

/** The first and the last day of the program's year; limits change on `newLimits` (MM-DD). */
export function programYear(asOf, newLimits) {
  const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) < newLimits ? 1 : 0);
  return [`${year}-${newLimits}`, dayBefore(`${year + 1}-${newLimits}`)];
}

const DAYS_BEFORE = new Map();

export function dayBefore(day) {
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

/** A number as it stands, or the value of the figure it names. */
export function resolve(scene, value, size) {
  return typeof value === "string" ? lookUp(scene, value, size) : missing("", { value: value === undefined ? null : value });
}
