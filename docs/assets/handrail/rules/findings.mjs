// One finding about one node of a rule, and how findings join into one. The twin of generators/rules/findings.py.

const NONE = Object.freeze([]);

/** The value (null: unknown), why, which questions could still change it (bits of ASK), which doors it counts on. */
export function finding(value, reasons, open, through) {
  return { value, reasons: reasons || NONE, open: open || 0, through: through || NONE };
}

export const HOLDS = finding(true);
export const FAILS = finding(false);
const UNKNOWN = finding(null);

/** The same about a side door, a `maybe` of its own: where it fails, another way is blamed first. */
export function asideOf(found) {
  return { value: found.value, reasons: found.reasons, open: found.open, through: found.through, aside: true };
}

/** A finding that does not say why. */
export function untold(value, open, through) {
  if (open || (through && through.length)) return finding(value, NONE, open, through);
  return value === true ? HOLDS : value === false ? FAILS : UNKNOWN;
}

/** Of two of an `all` that say no reasons and do not fail: both. */
export function both(one, other) {
  if (one === HOLDS || one === other) return other;
  if (other === HOLDS) return one;
  return untold(one.value && other.value ? true : null, one.open | other.open, doorsOf(one.through, other.through));
}

/** Of two of an `any` that say no reasons: the one that holds, through fewer doors; else what is unknown of both. */
export function better(one, other) {
  if (one.value === true || other.value === true) {
    if (one.value !== true) return other;
    return other.value === true && other.through.length < one.through.length ? other : one;
  }
  if (one.value === false || one === other) return other;
  return other.value === false ? one : untold(null, one.open | other.open, doorsOf(one.through, other.through));
}

/** Whether it holds as it is, so that no other way of an `any` is better. */
export function isFirm(found) {
  return found.value === true && !found.through.length;
}

/** Each item (a text or a reason) once, in the order of the first. Reasons that differ in their text are not compared. */
export function once(items) {
  if (items.length < 2) return items;
  const texts = new Set(items.map((item) => item.text || item));
  if (texts.size === items.length) return items;
  const seen = new Set();
  return items.filter((item) => {
    const before = seen.size;
    return seen.add(typeof item === "object" ? JSON.stringify(item) : item).size > before;
  });
}

/** What is unknown before what is settled, each once. */
export function unknownFirst(reasons) {
  const every = once(reasons);
  if (every.length < 2) return every;
  return every.filter((reason) => reason.holds === null).concat(every.filter((reason) => reason.holds !== null));
}

/**
 * How far a failing finding is from holding: whether it is a side door, the conditions that fail and are not about money,
 * then all that fail.
 */
function distance(found) {
  const failing = found.reasons.filter((reason) => reason.holds === false);
  return [found.aside ? 1 : 0, failing.filter((reason) => !measured(reason)).length, failing.length];
}

/** Whether an amount was held against a limit; a limit of this year says until when, `not offered` does not. */
function measured(reason) {
  return reason.condition === "savings" || (reason.condition === "income" && "until" in reason);
}

function isNearer(one, other) {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && one[at] < other[at];
}

/** The one that needs the least to hold; the first of equals. */
export function closest(findings) {
  return findings.reduce((near, found) => (isNearer(distance(found), distance(near)) ? found : near));
}

export function reasonsOf(findings) {
  return findings.length === 1 ? findings[0].reasons : [].concat(...findings.map((found) => found.reasons));
}

/** Doors of both, each once. */
export function doorsOf(some, more) {
  if (!more.length || some === more) return some;
  return some.length ? once(some.concat(more)) : more;
}

/** One finding that says what all of these say. */
export function joined(value, findings, telling) {
  let open = 0;
  let through = NONE;
  for (const found of findings) {
    open |= found.open;
    through = doorsOf(through, found.through);
  }
  return telling ? finding(value, unknownFirst(reasonsOf(findings)), open, through) : untold(value, open, through);
}

/** One that fails settles it; otherwise one unknown leaves it unknown. `telling`: with reasons. */
export function allOf(findings, telling) {
  let value = true;
  for (const found of findings) {
    if (found.value === false) value = false;
    else if (found.value === null && value) value = null;
  }
  if (value !== false) return joined(value, findings, telling);
  return telling ? finding(false, once(reasonsOf(findings.filter((found) => found.value === false)))) : FAILS;
}

export function anyOf(findings, telling) {
  return atLeast(1, findings, telling);
}

/** So many of these hold. Of failing ones only the closest is blamed. */
export function atLeast(number, findings, telling) {
  const holding = findings.filter((found) => found.value === true);
  const unknown = findings.filter((found) => found.value === null);
  if (holding.length >= number) return joined(true, byDoors(holding).slice(0, number), telling);
  if (holding.length + unknown.length >= number) return joined(null, telling ? unknown.map(openOnly) : unknown, telling);
  if (!telling) return FAILS;
  const failing = findings.filter((found) => found.value === false);
  return finding(false, failing.length ? closest(failing).reasons : []);
}

function openOnly(found) {
  return finding(null, found.reasons.filter((reason) => reason.holds === null), found.open, found.through);
}

/** Fewest doors first; the sort of old browsers does not keep the order of equals, so the place decides. */
function byDoors(findings) {
  if (findings.length < 2) return findings;
  return findings
    .map((found, place) => ({ found, place }))
    .sort((a, b) => a.found.through.length - b.found.through.length || a.place - b.place)
    .map((pair) => pair.found);
}

function flipped(value) {
  return value === null ? null : !value;
}

/** The finding of `not`: what would hold only once another program is granted has an unknown opposite. */
export function opposite(found) {
  if (found.value === true && found.through.length) {
    return finding(null, found.reasons.map((reason) => Object.assign({}, reason, { holds: null })));
  }
  const reasons = found.reasons.map((reason) => Object.assign({}, reason, { holds: flipped(reason.holds) }));
  return finding(flipped(found.value), reasons, found.open);
}
