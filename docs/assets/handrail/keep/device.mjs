// What the device was asked to keep: one plan, under one name, and only after a plain yes.

import { cleanPlan, ids, isObject } from "../plan-shape.mjs";

const KEY = "handrail-kept"; // state.mjs wipes it with everything else that begins with "handrail"
const VERSION = 1;

function found() {
  try {
    return localStorage.getItem(KEY);
  } catch (error) {
    return null; // blocked
  }
}

/** Is anything kept, readable or not? */
export const isKept = () => found() !== null;

/** {mark, day, plan, private, answers: {facts, needs} or null}; null where nothing is kept or it cannot be read. */
export function kept() {
  try {
    const record = JSON.parse(found());
    return isObject(record) && record.version === VERSION && cleanPlan(record.plan).services.length ? clean(record) : null;
  } catch (error) {
    return null;
  }
}

function clean(record) {
  const answers = record.answers;
  return {
    version: VERSION,
    mark: typeof record.mark === "string" ? record.mark : "", // whose tab may change it: the one that knows it
    day: typeof record.day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(record.day) ? record.day : null,
    plan: cleanPlan(record.plan),
    private: record.private === true, // private services were chosen too
    answers:
      isObject(answers) && isObject(answers.facts) ? { facts: withoutStatus(answers.facts), needs: ids(answers.needs) } : null
  };
}

/** The answers without what was said of citizenship and papers: it is asked again. */
function withoutStatus(facts) {
  if (!Array.isArray(facts.people)) {
    return facts;
  }
  const people = facts.people.filter(isObject).map((person) => {
    const rest = Object.assign({}, person);
    delete rest.status;
    delete rest.status_years;
    return rest;
  });
  return Object.assign({}, facts, { people: people });
}

/** Keep a record, in the place of the one before; false where the browser does not let us, or has no room. */
export function keep(record) {
  const text = JSON.stringify(clean(record));
  try {
    localStorage.setItem(KEY, text);
    return localStorage.getItem(KEY) === text;
  } catch (error) {
    return false;
  }
}

/** Delete what is kept. */
export function drop() {
  try {
    localStorage.removeItem(KEY);
  } catch (error) {
    // Blocked: nothing is kept.
  }
}

/** A mark that no other tab has. */
export const newMark = () => Math.random().toString(36).slice(2, 14) || "0";

/** The kept record where it is the plan of the tab with this state; else null. */
export function mine(state) {
  const record = state.kept === null ? null : kept();
  return record !== null && record.mark === state.kept ? record : null;
}

/** Put a service that is not private into the kept plan too, where the plan of this tab is the kept one. */
export function keepAdded(id, state) {
  const record = mine(state);
  if (record !== null && record.plan.services.indexOf(id) === -1) {
    record.plan.services.push(id);
    keep(record);
  }
}
