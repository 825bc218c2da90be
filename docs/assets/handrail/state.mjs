// What the family said and chose: in this tab only, for half an hour after the last touch.
// Sensitive answers are never stored; where storage is blocked everything stays in memory.

const KEY = "handrail";
const VERSION = 1;
export const IDLE = 30 * 60 * 1000; // milliseconds without a touch
const REST = 10 * 1000; // milliseconds between two notes of a touch

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST = 100; // services, needs
const LONGEST = 300; // letters of a text that the family wrote
const LONGEST_KEY = 150; // letters of the name of a step or paper
const OWNERS = ["me", "helper", "agency"];
const HELPED = ["met", "partly", "no"];
const STATUSES = ["asked", "waiting", "yes", "no", "stopped"];
const BARRIERS = ["ride", "paper", "phone", "answer", "child-care", "language", "cost", "fear", "health", "time", "other"];
const ROLES = ["worker", "nurse", "doctor", "school", "lawyer", "relative", "friend", "office", "other"];
const MOST_PEOPLE = 12; // on the team
const MOST_CALLS = 60; // in the contact log

const listeners = new Set();
let memory = null; // {at, state}, always what is shown
let timer = 0;

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const ids = (value) =>
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

/** A plan with only the keys that we know. */
function cleanPlan(value) {
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

function clean(value) {
  const state = isObject(value) ? value : {};
  return {
    facts: isObject(state.facts) ? state.facts : {},
    needs: ids(state.needs),
    plan: cleanPlan(state.plan),
    speaks: typeof state.speaks === "string" && ID.test(state.speaks) ? state.speaks.slice(0, 3) : null, // language of the papers, where a helper chose one
    sensitive: state.sensitive === true, // answers stay in memory
    keep_plan: state.keep_plan === true // the plan alone may be stored all the same: the person chose so
  };
}

const copy = (value) => JSON.parse(JSON.stringify(value));

function stored() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY));
    if (isObject(found) && found.version === VERSION && typeof found.at === "number" && Date.now() - found.at < IDLE) {
      return { at: found.at, state: clean(found.state) };
    }
  } catch (error) {
    // Damaged or blocked: as if nothing had been stored.
  }
  return null;
}

/** What may lie in storage: everything, only the plan, or nothing. */
function storable(state) {
  if (!state.sensitive) {
    return state;
  }
  return state.keep_plan ? clean({ plan: state.plan, sensitive: true, keep_plan: true }) : null;
}

function store() {
  const state = storable(memory.state);
  try {
    if (state === null || isEmpty()) {
      sessionStorage.removeItem(KEY);
    } else {
      sessionStorage.setItem(KEY, JSON.stringify({ version: VERSION, at: memory.at, state: state }));
    }
  } catch (error) {
    // Blocked or full: memory has it.
  }
}

function forget() {
  for (const name of ["sessionStorage", "localStorage"]) {
    try {
      const storage = window[name];
      for (const key of Object.keys(storage).filter((key) => key === KEY || key.indexOf(KEY + "-") === 0)) {
        storage.removeItem(key);
      }
    } catch (error) {
      // Blocked: there is nothing in it.
    }
  }
}

function tell(why) {
  for (const listener of Array.from(listeners)) {
    try {
      listener(read(), why);
    } catch (error) {
      console.error(error);
    }
  }
}

function watchTheClock() {
  clearTimeout(timer);
  timer = setTimeout(expire, Math.max(0, memory.at + IDLE - Date.now()) + 50);
}

function expire() {
  if (memory !== null && Date.now() - memory.at >= IDLE) {
    forgetAll(isNothing(memory.state) ? "wipe" : "idle");
  } else if (memory !== null) {
    watchTheClock();
  }
}

function current() {
  if (memory === null) {
    const found = stored();
    if (found === null) {
      forget();
    }
    memory = found || { at: Date.now(), state: clean({}) };
    watchTheClock();
  }
  return memory;
}

function forgetAll(why) {
  clearTimeout(timer);
  memory = null;
  forget();
  tell(why);
}

/** A copy of what is known: {facts, needs, plan, speaks, sensitive, keep_plan}. */
export function read() {
  return copy(current().state);
}

/** Put the keys of `patch` in the place of those before. */
export function write(patch) {
  const state = clean(Object.assign(copy(current().state), copy(patch)));
  memory = { at: Date.now(), state: state };
  store();
  watchTheClock();
  tell("write");
}

/** Forget everything: memory, this tab's storage, and what the device was asked to keep. */
export function wipe() {
  forgetAll("wipe");
}

const isNothing = (state) => JSON.stringify(state) === JSON.stringify(clean({}));

/** Is nothing known at all? */
export function isEmpty() {
  return isNothing(current().state);
}

/**
 * Call `listener(state, why)` after each change: "write", "wipe", "idle" (wiped after half an hour without a touch),
 * "return" (Back brought this page again) or "gone" (the same, and what it showed has been wiped since). Returns a
 * function that ends it.
 */
export function changed(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function touched() {
  if (memory === null) {
    return;
  }
  if (Date.now() - memory.at >= IDLE) {
    expire();
  } else if (Date.now() - memory.at > REST) {
    memory.at = Date.now();
    if (!isEmpty()) {
      store();
    }
    watchTheClock();
  }
}

for (const name of ["pointerdown", "touchstart", "keydown", "input", "scroll"]) {
  addEventListener(name, touched, { passive: true, capture: true });
}
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    expire();
  }
});
// A page that Back may bring again must not still know what is stored nowhere, or was wiped on a later page.
let before = false;
addEventListener("pagehide", () => {
  before = memory !== null && !isNothing(memory.state);
  if (memory !== null && memory.state.sensitive) {
    memory = null;
  }
});
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    memory = null;
    tell(before && isEmpty() ? "gone" : "return");
  }
});
