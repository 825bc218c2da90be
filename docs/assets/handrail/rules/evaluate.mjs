// A rule evaluated in three values: true, false, null. The twin of generators/rules/evaluate.py.
import { isAsked, OF_HOUSEHOLD } from "./answers.mjs";
import { CONDITIONS } from "./conditions.mjs";
import { allOf, anyOf, atLeast, finding, once, opposite, unknownFirst } from "./findings.mjs";
import { about, known } from "./known.mjs";
import { fillFrom } from "./reasons.mjs";

const NOBODY = {}; // somebody of whom nothing is known
const NODES = {
  all: (scene, rules) => allOf(rules.map((rule) => evaluate(rule, scene))),
  any: (scene, rules) => anyOf(rules.map((rule) => evaluate(rule, scene))),
  not: (scene, rule) => opposite(evaluate(rule, scene)),
  anyone: (scene, rule) => count(scene, { who: rule }),
  count,
  maybe,
};

/** The finding of one node: an object with exactly one word. */
export function evaluate(rule, scene) {
  if (scene.fresh.has(rule)) return workOut(rule, scene);
  return known(scene.known.findings, [rule, scene.person], () => workOut(rule, scene));
}

function workOut(rule, scene) {
  const word = Object.keys(rule)[0];
  return (NODES[word] || CONDITIONS[word])(scene, rule[word]);
}

function count(scene, node) {
  const number = node.at_least || 1;
  if (scene.people === null) {
    const somebody = ofNobodyNamed(scene, node.who);
    const settled = somebody.value === false || (somebody.value === true && number === 1);
    return settled ? somebody : finding(null, somebody.reasons, somebody.open);
  }
  const people = scene.people.map((person) => evaluate(node.who, about(scene, person)));
  const found = atLeast(number, people);
  if (found.value === false && !found.reasons.length) {
    return finding(false, [{ condition: "count", holds: false, text: fillFrom(scene, "count-fails") }]);
  }
  return found;
}

/** The rule of a person where nobody was named: as of somebody of whom nothing is known. */
export function ofNobodyNamed(scene, rule) {
  const found = evaluate(rule, about(scene, NOBODY));
  if (found.value !== null) return found;
  const open = isAsked(scene.facts.people)
    ? found.open.filter((question) => OF_HOUSEHOLD.indexOf(question) !== -1)
    : ["people"].concat(found.open);
  return finding(null, unknownFirst(nobodyNamed(scene).concat(found.reasons)), once(open), found.through);
}

/** The reason that says so. */
export function nobodyNamed(scene) {
  return [{ condition: "people", holds: null, text: fillFrom(scene, "people-open") }];
}

function maybe(scene, node) {
  const found = evaluate(node.if, scene);
  if (found.value === false) return found;
  const because = { condition: "maybe", holds: null, text: node.because };
  return finding(null, unknownFirst(found.reasons.concat([because])), found.open, found.through);
}
