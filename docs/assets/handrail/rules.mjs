// Every service with a rule, screened for one family. The twin of generators/rules/screen.py, over the same JSON:
// tests/rules.yaml and random facts are run through both, and they must agree to the byte.
import { inOrder, isAsked, named } from "./rules/answers.mjs";
import { evaluate, nobodyNamed, ofNobodyNamed } from "./rules/evaluate.mjs";
import { closest, finding, once, unknownFirst } from "./rules/findings.mjs";
import { about, nothingKnown, rulesOf } from "./rules/known.mjs";
import { fillFrom } from "./rules/reasons.mjs";

/**
 * The answer for one object of facts; `data` is the screening data of one language. `only` names the services that are
 * wanted: these and the doors they need are screened (left out: all).
 */
export function screen(data, facts, only) {
  return screenEach(data, facts, only).answer;
}

/**
 * The same answer, and what it comes to for each person alone: `people[service][person]` is an outcome. Services that
 * are for the whole household are not in `people`.
 */
export function screenEach(data, facts, only) {
  const asOf = facts.as_of || data.as_of;
  const rules = rulesOf(data);
  const scene = {
    data,
    facts,
    asOf,
    people: named(facts.people),
    doors: {},
    person: null,
    fresh: rules.fresh,
    known: nothingKnown(),
  };
  const services = {};
  const people = {};
  const wanted = only ? withDoors(data, only) : null;
  for (const id of data.order) {
    if (wanted && !wanted.has(id)) continue;
    const [result, door] = screenOne(scene, data.services[id], rules.byService[id]);
    scene.doors[id] = door;
    services[id] = result;
    if (door.for === "person") people[id] = outcomes(door.people);
  }
  return { answer: { as_of: asOf, services }, people };
}

/** These services, the doors that open them, the doors of those, and so on. */
function withDoors(data, services) {
  const found = new Set();
  const waiting = services.slice();
  while (waiting.length) {
    const id = waiting.pop();
    if (!found.has(id)) waiting.push(...data.services[id].doors);
    found.add(id);
  }
  return found;
}

function outcomes(findings) {
  const found = {};
  for (const id of Object.keys(findings)) found[id] = outcomeOf(findings[id].value);
  return found;
}

function outcomeOf(value) {
  return value === true ? "likely" : value === false ? "unlikely" : "maybe";
}

function screenOne(scene, service, rule) {
  const perPerson = service.for === "person";
  const people = {};
  let who = [];
  let found;
  if (!perPerson) {
    found = evaluate(rule, scene);
  } else if (scene.people === null) {
    found = ofNobodyNamed(scene, rule);
    if (found.value === true) {
      const reasons = nobodyNamed(scene).concat(found.reasons);
      found = finding(null, reasons, isAsked(scene.facts.people) ? [] : ["people"], found.through);
    }
  } else {
    const candidates = scene.people.filter((person) => person.wants_help !== false);
    for (const person of candidates) {
      people[person.id] = evaluate(rule, about(scene, person));
    }
    [found, who] = best(scene, rule, candidates.map((person) => [person.id, people[person.id]]));
  }
  const result = {
    outcome: outcomeOf(found.value),
    who,
    through: found.through.length ? scene.data.order.filter((door) => found.through.indexOf(door) !== -1) : [],
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
