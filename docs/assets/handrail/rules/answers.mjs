// What the family said, read without ever taking a missing answer for a no. The twin of generators/rules/answers.py.
export const NOT_ASKED = "not-asked";
const UNKNOWN = [NOT_ASKED, "not-sure", "rather-not"];
// In the order of asking.
const QUESTIONS = (
  "place people pregnant babies-expected recent-birth breastfeeding disabled blind student veteran foster " +
  "former-foster married tax-dependents shares-food hours receives situations income expenses savings status"
).split(" ");

/** Each question as one bit, so that open questions are one number: `ASK.place | ASK.people`. None: 0. */
export const ASK = {};
QUESTIONS.forEach((question, at) => (ASK[question] = 1 << at));

export const OF_HOUSEHOLD = ASK.place | ASK.receives | ASK.situations | ASK.income | ASK.expenses | ASK.savings;

/** What was said, or NOT_ASKED. A function was never said: every object has a `constructor`. */
export function said(record, key) {
  const value = record[key];
  return value === undefined || typeof value === "function" ? NOT_ASKED : value;
}

export function isUnknown(value) {
  return UNKNOWN.indexOf(value) !== -1;
}

/** Whether a question was put, and left unanswered on purpose. */
export function isAsked(value) {
  return value === "not-sure" || value === "rather-not";
}

export function isNumber(value) {
  return typeof value === "number" && isFinite(value);
}

export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The number that was said; null where none was. */
export function number(record, key) {
  const value = said(record, key);
  return isNumber(value) ? value : null;
}

/** The question that would fill this key, where it was not asked. */
export function ifUnasked(record, key, question) {
  return said(record, key) === NOT_ASKED ? question : 0;
}

/** Whether this person is not asked: for the age, or because no small child lives along. Reads as "no" without asking. */
export function notAskedOf(scene, person, question) {
  const asked = (scene.data.questions || {})[question] || {};
  const age = number(person, "age");
  if (asked.ages && age !== null && (age < asked.ages[0] || age > asked.ages[1])) return true;
  const under = asked.with_child_under;
  if (typeof under !== "number" || scene.people === null) return false;
  return scene.people.every((each) => number(each, "age") !== null && number(each, "age") >= under);
}

/** A yes or no about a person; null while unknown. */
export function flag(scene, person, key, question) {
  const value = said(person, key);
  if (typeof value === "boolean") return value;
  return notAskedOf(scene, person, question) ? false : null;
}

/** The state's code, or a word for unknown. */
export function stateOf(facts) {
  const place = said(facts, "place");
  if (isObject(place)) {
    const state = said(place, "state");
    return typeof state === "string" ? state : NOT_ASKED;
  }
  return isUnknown(place) ? place : NOT_ASKED;
}

/** The people with their ids (p1, p2 ... where none was given); null when nobody was named. */
export function named(people) {
  if (!Array.isArray(people) || !people.length) return null;
  return people.map((person, place) => Object.assign({}, person, { id: person.id || `p${place + 1}` }));
}

const ORDERED = new Map();

/** The ids of open questions, in the order of asking. */
export function inOrder(open) {
  let ids = ORDERED.get(open);
  if (ids === undefined) ORDERED.set(open, (ids = QUESTIONS.filter((question) => open & ASK[question])));
  return ids.slice();
}
