// The rules of some data, made ready once: every part with its test, and equal parts as one and the same. Python finds
// the same sharing in generators/rules/export.py (`shared`) and evaluate.py.
import { CONDITIONS } from "./conditions.mjs";
import { NODES } from "./evaluate.mjs";
import { readyValue } from "./ready.mjs";

const READY = new WeakMap();
const SLICE = 12; // rules

/**
 * The rules in the order of doors: {id, for, part, isDoor}. A part is {test, value, place, ofHome}: `test(scene, value)` gives the
 * finding, and inner rules in `value` are parts too; `place`: where a scene keeps the finding, so that it is worked out
 * once for a person (-1: every time); `ofHome`: it comes out alike for everybody who lives here.
 *
 * `isRing`: some door stands behind a service that it opens. Then what a rule finds may change while the doors are
 * screened, so nothing that asks about a program is kept.
 */
export function partsOf(data) {
  let ready = READY.get(data);
  if (ready === undefined) {
    const making = begun(data);
    data.order.forEach((id, at) => add(making, id, at));
    ready = ended(making);
  }
  return ready;
}

/**
 * The same little by little, so that an old phone can do other things between: a promise. `pause()` gives a promise
 * too. Who asks `partsOf` in the meantime has it at once.
 */
export function readyInSlices(data, pause) {
  const making = begun(data);
  let at = 0;
  const slice = () => {
    for (const end = at + SLICE; at < end && at < data.order.length && !READY.has(data); at += 1) add(making, data.order[at], at);
    if (READY.has(data)) return undefined;
    if (at < data.order.length) return pause().then(slice);
    return void ended(making);
  };
  return Promise.resolve().then(slice);
}

function begun(data) {
  const isRing = !doorsComeFirst(data);
  const ready = { isRing, rules: [], rank: {}, places: 0, amounts: new Map() };
  return { data, ready, isRing, parts: new Map(), numbers: counter(), doors: new Set() };
}

function add(making, id, at) {
  const service = making.data.services[id];
  making.ready.rules.push({ id, for: service.for || "household", part: partOf(service.rule, making), isDoor: false });
  making.ready.rank[id] = at;
}

function ended(making) {
  const ready = making.ready;
  for (const rule of ready.rules) rule.isDoor = making.doors.has(rule.id);
  for (const part of making.parts.values()) if (isKept(part)) part.place = ready.places++;
  READY.set(making.data, ready);
  return ready;
}

/** Numbers for names, from 0 for each kind of them. */
function counter() {
  const found = {};
  return (of, name) => {
    const names = found[of] || (found[of] = new Map());
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name);
  };
}

/** Whether every door stands before the services that it opens. */
function doorsComeFirst(data) {
  const before = new Set();
  return data.order.every((id) => {
    const first = data.services[id].doors.every((door) => before.has(door));
    before.add(id);
    return first;
  });
}

// Which inner rules a node has, and its value with the parts of them.
const INNER = {
  all: (rules, ready) => rules.map(ready),
  any: (rules, ready) => rules.map(ready),
  not: (rule, ready) => ready(rule),
  anyone: (rule, ready) => ({ at_least: 1, who: ready(rule) }),
  count: (node, ready) => ({ at_least: node.at_least || 1, who: ready(node.who) }),
  maybe: (node, ready) => ({ because: node.because, if: ready(node.if) }),
};

function partOf(rule, making) {
  const word = Object.keys(rule)[0];
  const inner = [];
  const ready = (innerRule) => {
    const part = partOf(innerRule, making);
    inner.push(part);
    return part;
  };
  const node = INNER[word] && INNER[word](rule[word], ready);
  const own = node ? [node.at_least, node.because, inner.map((part) => part.id)] : rule[word];
  const key = word + JSON.stringify(own);
  let part = making.parts.get(key);
  if (part === undefined) {
    const id = making.parts.size;
    if (word === "receives") rule.receives.any_of.forEach((program) => making.doors.add(program));
    const value = node || readyValue(word, rule[word], making.numbers);
    const changes = making.isRing && (word === "receives" || inner.some((one) => one.changes));
    const ofHome = node ? word === "anyone" || word === "count" || inner.every((one) => one.ofHome) : isOfHome(word, value);
    part = { test: NODES[word] || CONDITIONS[word], value, id, place: -1, ofHome, changes, uses: 0 };
    making.parts.set(key, part);
  }
  part.uses += 1;
  return part;
}

/** Whether a finding may be asked for again, by another rule or for another person, and is still the same then. */
function isKept(part) {
  return !part.changes && (part.uses > 1 || part.ofHome);
}

const OF_HOME = ["place", "figure", "dates", "situation", "expense"];

/** Whether a condition comes out alike whoever the rule speaks of. */
function isOfHome(word, value) {
  if (word === "income") return value.of === "household";
  if (word === "savings") return value.couple_at_most === null;
  return word === "receives" ? value.whose !== "person" : OF_HOME.indexOf(word) !== -1;
}
