// What the family said and chose: in this tab only, for half an hour after the last touch (ten minutes on a computer
// that others use). Sensitive answers are never stored; where storage is blocked everything stays in memory.

import { cleanPlan, ids, isObject } from "./plan-shape.mjs";

const KEY = "handrail";
const VERSION = 1;
const IDLE = 30 * 60 * 1000; // milliseconds without a touch
const IDLE_SHARED = 10 * 60 * 1000; // the same on a computer that others use
const REST = 10 * 1000; // milliseconds between two notes of a touch
const TAB = ["sessionStorage"]; // what the device was asked to keep lies elsewhere, and stays

const LANGUAGE = /^[a-z]{2,3}$/;
const MARK = /^[a-z0-9]{1,20}$/;

const listeners = new Set();
let memory = null; // {at, state}, always what is shown
let timer = 0;

function clean(value) {
  const state = isObject(value) ? value : {};
  return {
    facts: isObject(state.facts) ? state.facts : {},
    needs: ids(state.needs),
    plan: cleanPlan(state.plan),
    speaks: typeof state.speaks === "string" && LANGUAGE.test(state.speaks) ? state.speaks : null, // the language of the papers, where a helper chose one
    sensitive: state.sensitive === true, // answers stay in memory
    keep_plan: state.keep_plan === true, // the plan alone may be stored all the same: the person chose so
    shared: state.shared === true, // others use this computer
    kept: typeof state.kept === "string" && MARK.test(state.kept) ? state.kept : null // of the copy on this device, if this is it
  };
}

const copy = (value) => JSON.parse(JSON.stringify(value));

/** Milliseconds until a note is wiped; a note of the future (the clock was set back) counts from now. */
function left(note) {
  note.at = Math.min(note.at, Date.now());
  return note.at + (note.state.shared ? IDLE_SHARED : IDLE) - Date.now();
}

function stored() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY));
    if (isObject(found) && found.version === VERSION && typeof found.at === "number") {
      const note = { at: found.at, state: clean(found.state) };
      return left(note) > 0 ? note : null;
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
  const rest = { plan: state.plan, sensitive: true, keep_plan: true, shared: state.shared, kept: state.kept };
  return state.keep_plan ? clean(rest) : null;
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

/** Take everything of ours out of the storages with these names. */
function forget(names) {
  for (const name of names) {
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
  timer = setTimeout(expire, Math.max(0, left(memory)) + 50);
}

function expire() {
  if (memory !== null && left(memory) <= 0) {
    forgetAll(isNothing(memory.state) ? "wipe" : "idle", TAB);
  } else if (memory !== null) {
    watchTheClock();
  }
}

function current() {
  if (memory === null) {
    const found = stored();
    if (found === null) {
      forget(TAB);
    }
    memory = found || { at: Date.now(), state: clean({}) };
    watchTheClock();
  }
  return memory;
}

function forgetAll(why, names) {
  clearTimeout(timer);
  memory = null;
  forget(names);
  tell(why);
}

/** A copy of what is known: {facts, needs, plan, speaks, sensitive, keep_plan, shared, kept}. */
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
  forgetAll("wipe", TAB.concat("localStorage"));
}

const isNothing = (state) => JSON.stringify(state) === JSON.stringify(clean({ shared: state.shared }));

/** Is nothing known at all? */
export function isEmpty() {
  return isNothing(current().state);
}

/** The moment (as Date.now()) at which all this is wiped without a touch; null where there is nothing to wipe. */
export function wipedAt() {
  return isEmpty() ? null : Date.now() + left(memory);
}

/** Somebody is there: the time without a touch begins anew. */
export function stay() {
  if (memory !== null && left(memory) <= 0) {
    expire();
  } else if (memory !== null) {
    memory.at = Date.now();
    if (!isEmpty()) {
      store();
    }
    watchTheClock();
  }
}

/**
 * Call `listener(state, why)` after each change: "write", "wipe", "idle" (wiped after the time without a touch),
 * "return" (Back brought this page again) or "gone" (the same, and what it showed has been wiped since). Returns a
 * function that ends it.
 */
export function changed(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function touched() {
  if (memory !== null && (left(memory) <= 0 || Date.now() - memory.at > REST)) {
    stay();
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
