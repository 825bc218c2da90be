// One finding about one node of a rule, and how findings join into one. The twin of generators/rules/findings.py.

export function finding(value, reasons, open, through) {
  return { value, reasons: reasons || [], open: open || [], through: through || [] };
}

/** Each item once, in the order of the first. */
export function once(items) {
  const seen = {};
  return items.filter((item) => {
    const key = JSON.stringify(item);
    const known = Object.prototype.hasOwnProperty.call(seen, key);
    seen[key] = true;
    return !known;
  });
}

/** What is unknown before what is settled, each once. */
export function unknownFirst(reasons) {
  const every = once(reasons);
  return every.filter((reason) => reason.holds === null).concat(every.filter((reason) => reason.holds !== null));
}

function distance(found) {
  return found.reasons.filter((reason) => reason.holds === false).length;
}

/** The one that needs the least to hold; the first of equals. */
export function closest(findings) {
  return findings.reduce((near, found) => (distance(found) < distance(near) ? found : near));
}

function all(findings, key) {
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
