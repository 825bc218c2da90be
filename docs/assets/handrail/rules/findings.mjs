// One finding about one node of a rule, and how findings join into one. The twin of generators/rules/findings.py.

export function finding(value, reasons, open, through) {
  return { value, reasons: reasons || [], open: open || [], through: through || [] };
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

/** How far a failing finding is from holding: the conditions that fail, and those of them that are not about money. */
function distance(found) {
  const failing = found.reasons.filter((reason) => reason.holds === false);
  return [failing.length, failing.filter((reason) => !measured(reason)).length];
}

/** Whether an amount was held against a limit; a limit of this year says until when, `not offered` does not. */
function measured(reason) {
  return reason.condition === "savings" || (reason.condition === "income" && "until" in reason);
}

function isNearer(one, other) {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

/** The one that needs the least to hold; the first of equals. */
export function closest(findings) {
  return findings.reduce((near, found) => (isNearer(distance(found), distance(near)) ? found : near));
}

function all(findings, key) {
  if (findings.length === 1) return findings[0][key];
  return [].concat(...findings.map((found) => found[key]));
}

function joined(value, findings) {
  return finding(
    value,
    unknownFirst(all(findings, "reasons")),
    once(all(findings, "open")),
    once(all(findings, "through")),
  );
}

/** One that fails settles it; otherwise one unknown leaves it unknown. */
export function allOf(findings) {
  const failing = findings.filter((found) => found.value === false);
  if (failing.length) return finding(false, once(all(failing, "reasons")));
  return joined(findings.some((found) => found.value === null) ? null : true, findings);
}

export function anyOf(findings) {
  return atLeast(1, findings);
}

/** So many of these hold. */
export function atLeast(number, findings) {
  const holding = byDoors(findings.filter((found) => found.value === true));
  const unknown = findings.filter((found) => found.value === null);
  if (holding.length >= number) return joined(true, holding.slice(0, number));
  if (holding.length + unknown.length < number) {
    const failing = findings.filter((found) => found.value === false);
    return finding(false, failing.length ? closest(failing).reasons : []);
  }
  const openOnly = unknown.map((found) =>
    finding(null, found.reasons.filter((reason) => reason.holds === null), found.open, found.through),
  );
  return joined(null, openOnly);
}

/** Fewest doors first; the sort of old browsers does not keep the order of equals, so the place decides. */
function byDoors(findings) {
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
