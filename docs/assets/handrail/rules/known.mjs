// What was worked out already, so that nothing is worked out twice for the same family on the same day.

const RULES = new WeakMap();

/** An empty store for one family. */
export function nothingKnown() {
  return { scenes: new Map(), findings: new Map(), units: new Map(), limits: new Map(), figures: new Map() };
}

/** The value under some keys of a store; made once. Nothing stored is ever undefined. */
export function known(store, keys, make) {
  let at = store;
  const last = keys.length - 1;
  for (let place = 0; place < last; place += 1) {
    let next = at.get(keys[place]);
    if (next === undefined) at.set(keys[place], (next = new Map()));
    at = next;
  }
  let value = at.get(keys[last]);
  if (value === undefined) at.set(keys[last], (value = make()));
  return value;
}

/** The same scene, speaking of one person. */
export function about(scene, person) {
  return known(scene.known.scenes, [person], () => Object.assign({}, scene, { person }));
}

/**
 * The rules of some data by service, with equal parts as one and the same object. Each part is worked out once for a
 * person, except in a ring of doors: there `fresh` holds the parts that ask about a program received, whose answer
 * changes while the doors are screened.
 */
export function rulesOf(data) {
  let rules = RULES.get(data);
  if (rules === undefined) {
    const parts = new Map();
    const fresh = new Set();
    rules = { byService: {}, fresh };
    for (const id of data.order) rules.byService[id] = shared(data.services[id].rule, parts, fresh);
    if (doorsComeFirst(data)) fresh.clear();
    RULES.set(data, rules);
  }
  return rules;
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

function shared(value, parts, fresh) {
  if (Array.isArray(value)) return markFresh(value.map((inner) => shared(inner, parts, fresh)), fresh);
  if (typeof value !== "object" || value === null) return value;
  return known(parts, [JSON.stringify(value)], () => {
    const same = {};
    for (const key of Object.keys(value)) same[key] = shared(value[key], parts, fresh);
    return markFresh(same, fresh);
  });
}

function markFresh(value, fresh) {
  if ("receives" in value || Object.keys(value).some((key) => fresh.has(value[key]))) fresh.add(value);
  return value;
}
