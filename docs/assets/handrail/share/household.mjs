// A household before and after a link: is it one at all, what is private of it, and people called p1, p2 and so on.

import { own } from "./codes.mjs";

const DANGER = "fleeing-abuse";

export const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** Was it said that somebody in the home is in danger? */
export const isDanger = (facts) => isObject(facts.situations) && own(facts.situations, DANGER) === true;

const rowsOf = (value) => (Array.isArray(value) ? value : []);
const isNumber = (value) => typeof value === "number";
const isUnsaid = (value) => value === "not-sure" || value === "rather-not";

/** Can these facts be a household: one self, one spouse, nobody married to a stranger, no amount without its time? */
export function isHousehold(facts) {
  const home = rowsOf(facts.people);
  const ids = home.map((one) => one.id);
  const isOnce = (relation) => home.filter((one) => one.relation === relation).length <= 1;
  const isHere = (id) => id === undefined || id === null || isUnsaid(id) || ids.indexOf(id) !== -1;
  const isOther = (one, id) => id !== one.id && isHere(id);
  return (
    isOnce("self") &&
    isOnce("spouse") &&
    home.every((one) => isOther(one, one.spouse) && isOther(one, one.tax_dependent_of)) &&
    rowsOf(facts.incomes).concat(rowsOf(facts.expenses)).every((row) => isRow(row) && isHere(row.person))
  );
}

/** Has a row a kind, a time for its amount, and either one amount or two? */
function isRow(row) {
  const isEach = isNumber(row.amount) || isNumber(row.amount_low) || isNumber(row.amount_high);
  const isDouble = row.amount !== undefined && (row.amount_low !== undefined || row.amount_high !== undefined);
  const isTurned = isNumber(row.amount_low) && isNumber(row.amount_high) && row.amount_low > row.amount_high;
  return row.kind !== undefined && !(isEach && row.per === undefined) && !isDouble && !isTurned;
}

/** Without the status of people, and without that somebody is in danger. */
export function withoutPrivate(facts) {
  const given = Object.assign({}, facts);
  if (Array.isArray(facts.people)) {
    given.people = facts.people.filter(isObject).map((one) => without(one, ["status", "status_years"]));
  }
  if (isObject(facts.situations)) {
    given.situations = without(facts.situations, [DANGER]);
  }
  return given;
}

function without(value, keys) {
  const rest = Object.assign({}, value);
  keys.forEach((key) => delete rest[key]);
  return rest;
}

/** The same household with its people called p1, p2 and so on, without rows of people who are gone. */
export function numbered(facts, most) {
  const home = rowsOf(facts.people).filter(isObject).slice(0, most);
  const names = new Map(home.map((one, place) => [one.id, "p" + (place + 1)]));
  const nameOf = (value) => (value === null || isUnsaid(value) ? value : names.get(value));
  const renamed = (row, keys) => {
    const next = Object.assign({}, row);
    keys.filter((key) => own(row, key) !== undefined).forEach((key) => {
      next[key] = nameOf(row[key]);
    });
    return next;
  };
  const rows = (value) =>
    Array.isArray(value)
      ? value
          .filter((row) => isObject(row) && isRow(row) && (row.person === undefined || nameOf(row.person)))
          .map((row) => renamed(row, ["person"]))
      : value;
  return Object.assign({}, facts, {
    people: Array.isArray(facts.people) ? home.map((one) => renamed(one, ["spouse", "tax_dependent_of"])) : facts.people,
    incomes: rows(facts.incomes),
    expenses: rows(facts.expenses)
  });
}
