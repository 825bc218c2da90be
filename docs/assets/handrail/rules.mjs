// Every service with a rule, screened for one family. The twin of generators/rules/screen.py, over the same JSON:
// tests/rules.yaml and random facts are run through both, and they must agree to the byte.
import { inOrder, isAsked, named } from "./rules/answers.mjs";
import { evaluate, nobodyNamed, ofNobodyNamed } from "./rules/evaluate.mjs";
import { closest, finding, once, unknownFirst } from "./rules/findings.mjs";
import { fillFrom } from "./rules/reasons.mjs";

/** The answer for one object of facts; `data` is the screening data of one language. */
export function screen(data, facts) {
  const asOf = facts.as_of || data.as_of;
  const scene = { data, facts, asOf, people: named(facts.people), doors: {}, person: null };
  const services = {};
  for (const id of data.order) {
    const [result, door] = screenOne(scene, data.services[id]);
    scene.doors[id] = door;
    services[id] = result;
  }
  return { as_of: asOf, services };
}

function screenOne(scene, service) {
  const perPerson = service.for === "person";
  const people = {};
  let who = [];
  let found;
  if (!perPerson) {
    found = evaluate(service.rule, scene);
  } else if (scene.people === null) {
    found = ofNobodyNamed(scene, service.rule);
    if (found.value === true) {
      const reasons = nobodyNamed(scene).concat(found.reasons);
      found = finding(null, reasons, isAsked(scene.facts.people) ? [] : ["people"], found.through);
    }
  } else {
    const candidates = scene.people.filter((person) => person.wants_help !== false);
    for (const person of candidates) {
      people[person.id] = evaluate(service.rule, Object.assign({}, scene, { person }));
    }
    [found, who] = best(scene, service.rule, candidates.map((person) => [person.id, people[person.id]]));
  }
  const result = {
    outcome: found.value === true ? "likely" : found.value === false ? "unlikely" : "maybe",
    who,
    through: scene.data.order.filter((door) => found.through.indexOf(door) !== -1),
    reasons: unknownFirst(found.reasons),
    open: inOrder(found.open),
  };
  return [result, { value: found.value, open: found.open, people, for: service.for || "household" }];
}

/** The best outcome over the people, and who has it. What is open for anybody may still change who gets it. */
function best(scene, rule, people) {
  const all = (having, key) => once([].concat(...having.map((pair) => pair[1][key])));
  const open = all(people.filter((pair) => pair[1].value === null), "open");
  for (const value of [true, null]) {
    const having = people.filter((pair) => pair[1].value === value);
    if (having.length) {
      return [finding(value, all(having, "reasons"), open, all(having, "through")), having.map((pair) => pair[0])];
    }
  }
  if (!people.length) {
    const anybody = ofNobodyNamed(scene, rule);
    if (anybody.value === false) return [anybody, []];
    return [finding(null, [{ condition: "people", holds: null, text: fillFrom(scene, "nobody-asks") }]), []];
  }
  return [finding(false, closest(people.map((pair) => pair[1])).reasons), []];
}
