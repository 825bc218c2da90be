// What would change a result: found by screening the family again as it will be, never written by hand.

import { afterBirth, aged } from "./changes/families.mjs";
import { candidates, isMissing } from "./changes/candidates.mjs";
import { agesOfChange, daysOfChange, monthsLater } from "./changes/days.mjs";
import { people } from "./check/facts.mjs";
import { screen } from "./rules.mjs";

export const RANK = { unlikely: 0, maybe: 1, likely: 2 };
const MONTHS = 24; // to look ahead
const YEARS = 5; // of birthdays to look ahead
const MOST = 3; // changes told of one service
const DAYS_OF_YEAR = 365;
const DAYS_TO_BIRTH = 140; // about half a pregnancy: the day is not asked

/**
 * What would change the outcome of a service that is `maybe` or `unlikely`, nearest first, at most three. Each has
 * `kind` and what belongs to it:
 *   answer {question, to}    an open question of which one answer makes it `to`, or every answer settles it (to: null)
 *   birth {person, to}       the baby is born
 *   date {day, to}           from this day
 *   new-limits {day}         from this day there are limits that nobody knows yet
 *   birthday {person, age, to}
 *   income {reason}          the limit that is passed: look again when the income has changed
 */
export function whatWouldChange(data, facts, serviceId) {
  const small = partFor(data, serviceId);
  const look = (other) => screen(small, other).services[serviceId];
  const now = look(facts);
  if (now.outcome === "likely") {
    return [];
  }
  const asks = { data: small, facts: facts, now: now, look: look, asOf: facts.as_of || data.as_of };
  return []
    .concat(answers(asks), births(asks), dates(asks), birthdays(asks))
    .map((change, at) => ({ change: change, at: at }))
    .sort((one, other) => one.change.after - other.change.after || one.at - other.at)
    .map((entry) => entry.change)
    .slice(0, MOST)
    .concat(limits(asks))
    .slice(0, MOST)
    .map(withoutAfter);
}

const parts = new WeakMap(); // of screening data: what was cut out of it, so that it is cut and read once

/** The screening data with only this service and the doors that lead to it. */
function partFor(data, serviceId) {
  const known = parts.get(data) || {};
  parts.set(data, known);
  known[serviceId] = known[serviceId] || cut(data, serviceId);
  return known[serviceId];
}

function cut(data, serviceId) {
  const wanted = {};
  const want = (id) => {
    if (!wanted[id] && id in data.services) {
      wanted[id] = true;
      (data.services[id].doors || []).forEach(want);
    }
  };
  want(serviceId);
  return Object.assign({}, data, { order: data.order.filter((id) => wanted[id]) });
}

const isBetter = (now, result) => RANK[result.outcome] > RANK[now.outcome];

/** The first of the changes for each better outcome: what comes later brings no more. */
function firsts(now, changes) {
  let reached = RANK[now.outcome];
  return changes.filter((change) => {
    const more = RANK[change.to] > reached;
    reached = more ? RANK[change.to] : reached;
    return more;
  });
}

/** Open questions one by one. An answer that would make it likely comes before one that only settles it. */
function answers(asks) {
  const found = [];
  for (const question of asks.now.open) {
    const outcomes = candidates(asks.data, asks.facts, question, isMissing).map((facts) => asks.look(facts).outcome);
    if (outcomes.indexOf("likely") !== -1) {
      found.push({ kind: "answer", question: question, to: "likely", after: 0 });
    } else if (outcomes.length && outcomes.indexOf("maybe") === -1) {
      found.push({ kind: "answer", question: question, to: null, after: 1 });
    }
  }
  return found.sort((one, other) => one.after - other.after).slice(0, 1);
}

function births(asks) {
  const found = people(asks.facts)
    .filter((one) => one.pregnant === true)
    .map((one) => ({ kind: "birth", person: one.id, to: asks.look(afterBirth(asks.facts, one.id)).outcome, after: DAYS_TO_BIRTH }));
  return firsts(asks.now, found);
}

function dates(asks) {
  const found = [];
  for (const day of daysOfChange(asks.data, asks.asOf, monthsLater(asks.asOf, MONTHS))) {
    const result = asks.look(Object.assign({}, asks.facts, { as_of: day }));
    const after = (Date.parse(day) - Date.parse(asks.asOf)) / 86400000;
    if (isBetter(asks.now, result) && !lacksFigure(asks.data, result)) {
      found.push({ kind: "date", day: day, to: result.outcome, after: after });
      if (result.outcome === "likely") {
        break;
      }
    } else if (isBetter(asks.now, result)) {
      return firsts(asks.now, found).concat([{ kind: "new-limits", day: day, after: after }]);
    }
  }
  return firsts(asks.now, found);
}

/** Is this only open because a limit of that day is not known? */
function lacksFigure(data, result) {
  return result.reasons.some((reason) => reason.holds === null && reason.text === data.words["no-figure"]);
}

function birthdays(asks) {
  const ages = agesOfChange(asks.data);
  const found = [];
  for (const one of people(asks.facts).filter((one) => typeof one.age === "number")) {
    const coming = ages.filter((age) => age > one.age && age <= one.age + YEARS);
    for (const age of coming) {
      const to = asks.look(aged(asks.facts, one.id, age)).outcome;
      found.push({ kind: "birthday", person: one.id, age: age, to: to, after: (age - one.age - 0.5) * DAYS_OF_YEAR });
    }
  }
  found.sort((one, other) => one.after - other.after);
  return firsts(asks.now, found);
}

/** An income over a limit: only that there is one. Nobody is told to earn less or to be counted otherwise. */
function limits(asks) {
  const none = asks.data.words["income-not-offered"];
  const over = asks.now.reasons.filter(
    (reason) => reason.condition === "income" && reason.holds === false && reason.text !== none
  );
  return over.slice(0, 1).map((reason) => ({ kind: "income", reason: reason }));
}

function withoutAfter(change) {
  const shown = Object.assign({}, change);
  delete shown.after;
  return shown;
}
