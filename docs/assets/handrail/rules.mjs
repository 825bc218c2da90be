// Every service with a rule, screened for one family. The twin of generators/rules/screen.py, over the same JSON:
// tests/rules.yaml and random facts are run through both, and they must agree to the byte.
import { ASK, inOrder, isAsked } from "./rules/answers.mjs";
import { evaluate, nobodyNamed, ofNobodyNamed } from "./rules/evaluate.mjs";
import { closest, doorsOf, finding, once, reasonsOf, unknownFirst } from "./rules/findings.mjs";
import { partsOf } from "./rules/parts.mjs";
import { fillFrom } from "./rules/reasons.mjs";
import { sceneOf, toldBy } from "./rules/scene.mjs";

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
  const { answer, scene } = screened(data, facts, only);
  const people = {};
  for (const id of Object.keys(answer.services)) {
    if (scene.doors[id].for === "person") people[id] = outcomes(scene, scene.doors[id].people);
  }
  return { answer, people };
}

function screened(data, facts, only) {
  const parts = partsOf(data);
  const quick = sceneOf(data, facts);
  const scene = parts.isRing ? toldBy(quick) : quick;
  const tells = { parts, scene, told: parts.isRing ? scene : null };
  const services = {};
  const wanted = only ? withDoors(data, only) : null;
  for (const id of data.order) {
    if (wanted && !wanted.has(id)) continue;
    const { found, who, people } = screenOne(scene, data.services[id], parts.byService[id]);
    scene.doors[id] = { value: found.value, open: found.open, people, for: data.services[id].for || "household" };
    services[id] = result(tells, id, found, who);
  }
  return { answer: { as_of: scene.asOf, services }, scene };
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

/** What comes out, for whom, and the finding of each person who wants help. */
function screenOne(scene, service, part) {
  if (service.for !== "person") return { found: evaluate(part, scene), who: [], people: [] };
  if (scene.people === null) return { found: ofSomebody(scene, part), who: [], people: [] };
  const people = scene.candidates.map((one) => evaluate(part, one));
  const [found, who] = best(scene, part, people);
  return { found, who, people };
}

/** Likely for somebody, but nobody knows for whom. */
function ofSomebody(scene, part) {
  const found = ofNobodyNamed(scene, part);
  if (found.value !== true) return found;
  const reasons = scene.telling ? nobodyNamed(scene).concat(found.reasons) : [];
  return finding(null, reasons, isAsked(scene.facts.people) ? 0 : ASK.people, found.through);
}

/** The best outcome over the people, and who has it. What is open for anybody may still change who gets it. */
function best(scene, part, people) {
  for (const value of [true, null]) {
    const having = people.filter((found) => found.value === value);
    if (having.length) {
      const open = people.reduce((some, found) => (found.value === null ? some | found.open : some), 0);
      const through = having.reduce((doors, found) => doorsOf(doors, found.through), []);
      const who = scene.candidates.filter((_, at) => people[at].value === value).map((one) => one.person.id);
      return [finding(value, scene.telling ? once(reasonsOf(having)) : [], open, through), who];
    }
  }
  if (!people.length) {
    const anybody = ofNobodyNamed(scene, part);
    if (anybody.value === false) return [anybody, []];
    const reasons = scene.telling ? [{ condition: "people", holds: null, text: fillFrom(scene, "nobody-asks") }] : [];
    return [finding(null, reasons), []];
  }
  return [finding(false, scene.telling ? closest(people).reasons : []), []];
}

const TOLD = Symbol("reasons");

/** The result of a service, in the order of design section 5; its reasons are found when they are read. */
function result(tells, id, found, who) {
  const rank = tells.parts.rank;
  const through = found.through.length ? found.through.slice().sort((a, b) => rank[a] - rank[b]) : [];
  const told = { outcome: outcomeOf(found.value), who, through, [TOLD]: { tells, id, reasons: null } };
  if (tells.parts.isRing) told[TOLD].reasons = unknownFirst(found.reasons);
  Object.defineProperty(told, "reasons", REASONS);
  told.open = inOrder(found.open);
  return told;
}

const REASONS = {
  enumerable: true,
  get() {
    const mine = this[TOLD];
    if (mine.reasons === null) mine.reasons = reasonsFor(mine.tells, mine.id);
    return mine.reasons;
  },
};

function reasonsFor(tells, id) {
  if (tells.told === null) tells.told = toldBy(tells.scene);
  const { data } = tells.scene;
  return unknownFirst(screenOne(tells.told, data.services[id], tells.parts.byService[id]).found.reasons);
}
