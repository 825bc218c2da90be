// Which question comes next: the one that decides most. The same rules as generators/questionnaire.py.

import { screen } from "./rules.mjs";

const FIRST = ["place", "people"]; // every other question is about them
const LAST = ["status"]; // the question that frightens people waits until nothing else is open
const WEIGHT = { now: 3, soon: 2, usual: 1 }; // of a service, by its urgency
const SETTLES = { receives: 13, income: 13, disabled: 6, blind: 4 }; // how often an answer settles something; others 10

/**
 * The open question that decides most services of the needs (all, when none is chosen), or null.
 * `data` is the screening data; `skip` names questions not to come back to.
 */
export function nextQuestion(data, facts, needs, skip) {
  return nextOf(data, screen(data, facts, ofNeeds(data, needs)).services, needs, skip);
}

/** The same, for services that are screened already. */
export function nextOf(data, screened, needs, skip) {
  const weights = openQuestions(data, screened, needs);
  const open = Object.keys(weights).filter((id) => (skip || []).indexOf(id) === -1);
  const first = FIRST.find((id) => open.indexOf(id) !== -1);
  if (first !== undefined) {
    return first;
  }
  const main = open.filter((id) => LAST.indexOf(id) === -1);
  const best = (found, id) => (found === null || weights[id] > weights[found] ? id : found);
  return (main.length ? main : open).reduce(best, null);
}

/**
 * How much each open question decides, in the order of asking. What is open at the doors of a service is open at the
 * service too, so the services of the needs are enough.
 */
export function openQuestions(data, screened, needs) {
  const found = {};
  for (const service of ofNeeds(data, needs)) {
    for (const id of screened[service].open) {
      found[id] = (found[id] || 0) + WEIGHT[data.services[service].urgency] * (SETTLES[id] || 10);
    }
  }
  const ordered = {};
  for (const id of Object.keys(data.questions).filter((id) => id in found)) {
    ordered[id] = found[id];
  }
  return ordered;
}

/** Services with a rule that answer one of the needs; all, when none is chosen. */
export function ofNeeds(data, needs) {
  const fits = (service) => service.needs.some((need) => needs.indexOf(need) !== -1);
  return data.order.filter((id) => !needs.length || fits(data.services[id]));
}
