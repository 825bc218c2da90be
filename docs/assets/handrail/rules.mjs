// Every service with a rule, screened for one family. The twin of generators/rules/screen.py, over the same JSON:
// tests/rules.yaml and random facts are run through both, and they must agree to the byte.
import { ASK, inOrder, isAsked } from "./rules/answers.mjs";
import { evaluate, nobodyNamed, ofNobodyNamed } from "./rules/evaluate.mjs";
import { closest, doorsOf, finding, once, reasonsOf, unknownFirst } from "./rules/findings.mjs";
import { filledLater } from "./rules/later.mjs";
import { partsOf } from "./rules/parts.mjs";
import { fillFrom } from "./rules/reasons.mjs";
import { sceneOf, toldBy } from "./rules/scene.mjs";

const NOBODY = Object.freeze([]);

/**
 * The answer for one object of facts; `data` is the screening data of one language. `only` names the services that are
 * wanted: these and the doors they need are screened (left out: all). The reasons of a service are put into words when
 * they are read for the first time, so the facts and the data must stay as they are while somebody holds the answer.
 */
export function screen(data, facts, only) {
  return screened(data, facts, only).answer;
}

/**
 * The same answer, and what it comes to for each person alone: `people[service][person]` is an outcome. Services that
 * are for the whole household are not in `people`.
 */
export function screenEach(data, facts, only) {
  const { answer, scene, services } = screened(data, facts, only);
  const people = {};
  for (const came of services) if (came.rule.for === "person") people[came.rule.id] = outcomes(scene, came.people);
  return { answer, people };
}

/** The answer, the scene, and what came out of every service (screenOne). */
function screened(data, facts, only) {
  const ready = partsOf(data);
  const quick = sceneOf(data, facts, ready);
  const family = { ready, scene: ready.isRing ? toldBy(quick) : quick, told: null };
  const wanted = only ? withDoors(data, only) : null;
  const results = {};
  const services = [];
  for (const rule of ready.rules) {
    if (wanted && !wanted.has(rule.id)) continue;
    const came = screenOne(family.scene, rule);
    if (ready.doors.has(rule.id)) family.scene.doors.set(rule.id, came);
    services.push(came);
    results[rule.id] = result(family, came);
  }
  return { answer: { as_of: family.scene.asOf, services: results }, scene: family.scene, services };
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

function outcomes(scene, findings) {
  const found = {};
  findings.forEach((one, at) => (found[scene.candidates[at].person.id] = outcomeOf(one.value)));
  return found;
}

function outcomeOf(value) {
  return value === true ? "likely" : value === false ? "unlikely" : "maybe";
}

/** What comes out of a rule: `found`, for whom (`who`: ids), and the finding of each of the `people` who want help. */
function screenOne(scene, rule) {
  if (rule.for !== "person") return { rule, found: evaluate(rule.part, scene), who: NOBODY, people: NOBODY };
  if (scene.people === null) return { rule, found: ofSomebody(scene, rule.part), who: NOBODY, people: NOBODY };
  const people = [];
  let value = false;
  for (const one of scene.candidates) {
    const found = evaluate(rule.part, one);
    people.push(found);
    if (found.value !== false && value !== true) value = found.value;
  }
  if (value === false) return { rule, found: ofNone(scene, rule.part, people), who: NOBODY, people };
  return best(scene, rule, value, people);
}

/** Likely for somebody, but nobody knows for whom. */
function ofSomebody(scene, part) {
  const found = ofNobodyNamed(scene, part);
  if (found.value !== true) return found;
  const reasons = scene.telling ? nobodyNamed(scene).concat(found.reasons) : [];
  return finding(null, reasons, isAsked(scene.facts.people) ? 0 : ASK.people, found.through);
}

/** The best outcome over the people, and who has it. What is open for anybody may still change who gets it. */
function best(scene, rule, value, people) {
  let open = 0;
  let through = NOBODY;
  const who = [];
  people.forEach((found, at) => {
    if (found.value === null) open |= found.open;
    if (found.value !== value) return;
    through = doorsOf(through, found.through);
    who.push(scene.candidates[at].person.id);
  });
  const reasons = scene.telling ? once(reasonsOf(people.filter((found) => found.value === value))) : NOBODY;
  return { rule, found: finding(value, reasons, open, through), who, people };
}

/** It fails for everybody, or nobody wants help. */
function ofNone(scene, part, people) {
  if (people.length) return finding(false, scene.telling ? closest(people).reasons : []);
  const anybody = ofNobodyNamed(scene, part);
  if (anybody.value === false) return anybody;
  return finding(null, scene.telling ? [{ condition: "people", holds: null, text: fillFrom(scene, "nobody-asks") }] : []);
}

/** The result of a service, in the order of design section 5; its reasons are found when somebody looks at them. */
function result(family, came) {
  const { found, who } = came;
  const rank = family.ready.rank;
  const through = found.through.length ? found.through.slice().sort((a, b) => rank[a] - rank[b]) : [];
  const reasons = family.scene.telling ? unknownFirst(found.reasons) : filledLater(() => reasonsOfRule(family, came.rule));
  return { outcome: outcomeOf(found.value), who: who === NOBODY ? [] : who, through, reasons, open: inOrder(found.open) };
}

function reasonsOfRule(family, rule) {
  if (family.told === null) family.told = toldBy(family.scene);
  return unknownFirst(screenOne(family.told, rule).found.reasons);
}
