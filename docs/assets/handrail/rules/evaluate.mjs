// A rule evaluated in three values: true, false, null. The twin of generators/rules/evaluate.py.
import { ASK, isAsked, OF_HOUSEHOLD } from "./answers.mjs";
import { allOf, anyOf, asideOf, atLeast, better, both, FAILS, finding, HOLDS, isFirm, opposite, unknownFirst, untold } from "./findings.mjs";
import { fillFrom } from "./reasons.mjs";
import { aboutNobody } from "./scene.mjs";

/** The finding of one part of a rule (parts.mjs). */
export function evaluate(part, scene) {
  const here = part.ofHome ? scene.home : scene;
  if (part.place < 0) return part.test(here, part.value);
  const known = here.findings[part.place];
  if (known !== undefined) return known;
  return (here.findings[part.place] = part.test(here, part.value));
}

// In a scene that does not tell, `all` ends at the first part that fails, and `any` at the first that holds as it is.
function all(scene, parts) {
  if (scene.telling) return allOf(parts.map((part) => evaluate(part, scene)), true);
  let found = HOLDS;
  for (const part of parts) {
    const next = evaluate(part, scene);
    if (next === HOLDS) continue;
    if (next.value === false) return next;
    found = both(found, next);
  }
  return found;
}

function any(scene, parts) {
  if (scene.telling) return anyOf(parts.map((part) => evaluate(part, scene)), true);
  let found = FAILS;
  for (const part of parts) {
    const next = evaluate(part, scene);
    if (next === FAILS) continue;
    found = better(found, next);
    if (isFirm(found)) return found;
  }
  return found;
}

function not(scene, part) {
  const found = evaluate(part, scene);
  return scene.telling || found.through.length ? opposite(found) : untold(found.value === null ? null : !found.value, found.open);
}

function count(scene, node) {
  const number = node.at_least;
  if (scene.people === null) {
    const somebody = ofNobodyNamed(scene, node.who);
    const settled = somebody.value === false || (somebody.value === true && number === 1);
    return settled ? somebody : finding(null, somebody.reasons, somebody.open);
  }
  const found = atLeast(number, scene.home.each.map((one) => evaluate(node.who, one)), scene.telling);
  if (scene.telling && found.value === false && !found.reasons.length) {
    return finding(false, [{ condition: "count", holds: false, text: fillFrom(scene, "count-fails") }]);
  }
  return found;
}

/** The rule of a person where nobody was named: as of somebody of whom nothing is known. */
export function ofNobodyNamed(scene, part) {
  const found = evaluate(part, aboutNobody(scene));
  if (found.value !== null) return found;
  const open = isAsked(scene.facts.people) ? found.open & OF_HOUSEHOLD : ASK.people | found.open;
  return finding(null, scene.telling ? unknownFirst(nobodyNamed(scene).concat(found.reasons)) : [], open, found.through);
}

/** The reason that says so. */
export function nobodyNamed(scene) {
  return [{ condition: "people", holds: null, text: fillFrom(scene, "people-open") }];
}

function maybe(scene, node) {
  const found = evaluate(node.if, scene);
  if (found.value === false) return scene.telling ? asideOf(found) : found;
  if (found.value === null && !scene.telling) return found;
  if (!scene.telling) return untold(null, found.open, found.through);
  const because = { condition: "maybe", holds: null, text: node.because };
  return finding(null, unknownFirst(found.reasons.concat([because])), found.open, found.through);
}

export const NODES = { all, any, not, anyone: count, count, maybe };
