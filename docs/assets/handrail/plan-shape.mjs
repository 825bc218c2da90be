// The shape of a plan: only the keys and values that we know, whatever lay in storage or came in a link.

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST = 100; // services, needs
export const LONGEST = 300; // letters of a text that the family wrote
const LONGEST_KEY = 150; // letters of the name of a step or paper
const OWNERS = ["me", "helper", "agency"];
const HELPED = ["met", "partly", "no"];
const STATUSES = ["asked", "waiting", "yes", "no", "stopped"];
const BARRIERS = ["ride", "paper", "phone", "answer", "child-care", "language", "cost", "fear", "health", "time", "other"];
const ROLES = ["worker", "nurse", "doctor", "school", "lawyer", "relative", "friend", "office", "other"];
export const MOST_PEOPLE = 12; // on the team
export const MOST_CALLS = 60; // in the contact log

export const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
export const ids = (value) =>
  Array.isArray(value) ? Array.from(new Set(value.filter((id) => typeof id === "string" && ID.test(id)))).slice(0, MOST) : [];

const words = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");
const dayOf = (value) => (typeof value === "string" && DAY.test(value) ? value : null);

/** The entries of a table whose value is one of `allowed`. */
function table(value, allowed) {
  const found = {};
  for (const key of Object.keys(isObject(value) ? value : {})) {
    if (allowed.indexOf(value[key]) !== -1 && key !== "__proto__" && key.length < LONGEST_KEY) {
      found[key] = value[key];
    }
  }
  return found;
}

/** The entries of a table whose value is a day. */
function days(value) {
  const found = {};
  for (const key of Object.keys(isObject(value) ? value : {})) {
    if (dayOf(value[key]) && key !== "__proto__" && key.length < LONGEST_KEY) {
      found[key] = value[key];
    }
  }
  return found;
}

const rows = (value, most) => (Array.isArray(value) ? value.filter(isObject).slice(0, most) : []);

const member = (row) => ({
  role: ROLES.indexOf(row.role) === -1 ? "other" : row.role,
  name: words(row.name),
  phone: words(row.phone),
  does: words(row.does)
});

const call = (row) => ({
  day: dayOf(row.day),
  id: typeof row.id === "string" && ID.test(row.id) ? row.id : null, // the service it was about
  who: words(row.who),
  said: words(row.said)
});

/** A plan with only the keys that we know; anything else in `value` is left out. */
export function cleanPlan(value) {
  const plan = isObject(value) ? value : {};
  return {
    services: ids(plan.services), // in the order of adding, or as moved by hand
    done: table(plan.done, [true]), // "snap/0" for a step, "paper/photo-id" for a paper
    owners: table(plan.owners, OWNERS), // who does the step "snap/0"
    helped: table(plan.helped, HELPED), // did "snap" help?
    goal: words(plan.goal), // soon
    later: words(plan.later),
    since: dayOf(plan.since), // the day it was begun
    review: dayOf(plan.review), // the day to look at it again
    moved: plan.moved === true, // the order is the family's own
    due: days(plan.due), // the day by which the step "snap/0" is to be done
    status: table(plan.status, STATUSES), // how far "snap" is
    barriers: table(plan.barriers, BARRIERS), // what stands in the way of "snap"
    team: rows(plan.team, MOST_PEOPLE).map(member), // who helps: role, name, phone, does
    log: rows(plan.log, MOST_CALLS).map(call), // calls and visits: day, id, who, said
    note: words(plan.note) // of a sender: plain text, always shown as theirs
  };
}
