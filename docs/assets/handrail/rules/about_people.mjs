// Conditions about one person. The twin of generators/rules/about_people.py.
import { ASK, flag, ifUnasked, isNumber, isObject, isUnknown, number, notAskedOf, said } from "./answers.mjs";
import { resolve } from "./figures.mjs";
import { allOf, finding, untold } from "./findings.mjs";
import { either, fillFrom, plainNumber } from "./reasons.mjs";
import { spouseOf, spouseQuestions } from "./units.mjs";

const FLAGS = {
  pregnant: "pregnant",
  breastfeeding: "breastfeeding",
  disabled: "disabled",
  blind: "blind",
  student: "student",
  veteran: "veteran",
  foster: "foster",
  former_foster: "former-foster",
};

export function word(value) {
  return value === null ? "open" : value ? "holds" : "fails";
}

function hasId(person) {
  return Boolean(person) && "id" in person;
}

/** One finding about the person, with its one reason from the template `key`; `values()` fills it. */
function about(scene, condition, value, key, open, values) {
  const asks = value === null && scene.person !== null ? open : 0;
  if (!scene.telling) return untold(value, asks);
  const reason = { condition, holds: value, text: fillFrom(scene, key, values && values()) };
  if (hasId(scene.person)) reason.person = scene.person.id;
  return finding(value, [reason], asks);
}

export function age(scene, rule) {
  if (rule.under === null) return ageTest(scene, rule.from, false);
  if (rule.from === null) return ageTest(scene, rule.under, true);
  return allOf([ageTest(scene, rule.from, false), ageTest(scene, rule.under, true)], scene.telling);
}

function ageTest(scene, bound, under) {
  const person = scene.person || {};
  const years = number(person, "age");
  const limit = resolve(scene, bound);
  if (!isNumber(limit.value)) {
    if (limit.value === "not-offered") return about(scene, "age", false, "income-not-offered", 0);
    if (limit.value === "no-limit") return finding(true);
    const [key, open] = missingFigure(scene, limit.missing);
    return about(scene, "age", null, key, open);
  }
  if (years === null) return about(scene, "age", null, "age-open", ifUnasked(person, "age", ASK.people));
  const oldEnough = years >= limit.value;
  const key = oldEnough ? "age-from-holds" : "age-from-fails";
  return about(scene, "age", oldEnough !== under, key, 0, () => ({ age: plainNumber(scene, limit.value) }));
}

/** Template and open questions for a figure that has no value here. */
export function missingFigure(scene, missing) {
  if (missing === "place") return ["place-open", placeQuestions(scene)];
  return [missing === "past" ? "no-figure" : "no-figure-here", 0];
}

/** The place, where the state was not asked. */
export function placeQuestions(scene) {
  const place = said(scene.facts, "place");
  return isObject(place) ? ifUnasked(place, "state", ASK.place) : ifUnasked(scene.facts, "place", ASK.place);
}

function relation(scene, wanted) {
  const person = scene.person || {};
  const tie = said(person, "relation");
  if (isUnknown(tie)) {
    return about(scene, "relation", null, "relation-open", ifUnasked(person, "relation", ASK.people));
  }
  const value = wanted.indexOf(tie) !== -1;
  const things = () => either(scene, (value ? [tie] : wanted).map((name) => fillFrom(scene, `relation-${name}`)));
  return about(scene, "relation", value, `relation-${word(value)}`, 0, () => ({ things: things() }));
}

function yesOrNo(key) {
  return (scene, wanted) => {
    const person = scene.person || {};
    const answer = flag(scene, person, key, FLAGS[key]);
    const value = answer === null ? null : answer === wanted;
    const found = about(scene, key, answer, `${key}-${word(answer)}`, ifUnasked(person, key, ASK[FLAGS[key]]));
    if (!scene.telling) return untold(value, found.open);
    return finding(value, found.reasons.map((reason) => Object.assign({}, reason, { holds: value })), found.open);
  };
}

function gaveBirth(scene, months) {
  const person = scene.person || {};
  const since = said(person, "months_since_birth");
  if (since === null || (!isNumber(since) && notAskedOf(scene, person, "recent-birth"))) {
    return about(scene, "gave_birth", false, "gave_birth-none", 0);
  }
  if (!isNumber(since)) {
    return about(scene, "gave_birth", null, "gave_birth-open", ifUnasked(person, "months_since_birth", ASK["recent-birth"]));
  }
  const value = since <= months;
  return about(scene, "gave_birth", value, `gave_birth-${word(value)}`, 0, () => ({ count: months }));
}

function married(scene, wanted) {
  let answer = null;
  let open = ASK.people;
  if (scene.people !== null && hasId(scene.person)) {
    const [spouse, certain] = spouseOf(scene.people, scene.person);
    answer = spouse ? true : certain ? false : null;
    open = certain ? 0 : spouseQuestions(scene.people, scene.person);
  }
  return about(scene, "married", answer === null ? null : answer === wanted, `married-${word(answer)}`, open);
}

function caretaker(scene, under) {
  if (scene.people === null || !hasId(scene.person)) {
    return about(scene, "caretaker", null, "caretaker-open", ASK.people);
  }
  const person = scene.person;
  let open = 0;
  let certain = false;
  let mayBe = false;
  for (const other of scene.people) {
    if (other.id === person.id) continue;
    const years = number(other, "age");
    if (years !== null && years >= under) continue;
    const parent = ["self", "spouse"].indexOf(said(person, "relation")) !== -1;
    const own = parent && ["child", "grandchild"].indexOf(said(other, "relation")) !== -1;
    if (years === null) open |= ifUnasked(other, "age", ASK.people);
    else if (own || said(other, "tax_dependent_of") === person.id) certain = true;
    mayBe = true;
  }
  const ownAge = number(person, "age");
  const tooYoung = ownAge !== null && ownAge < 12;
  const value = certain ? true : mayBe && !tooYoung ? null : false;
  return about(scene, "caretaker", value, `caretaker-${word(value)}`, open, () => ({ age: under }));
}

function hours(scene, rule) {
  const person = scene.person || {};
  let worked = number(person, "hours_per_week");
  if (worked === null && notAskedOf(scene, person, "hours")) worked = 0;
  if (worked === null) {
    return about(scene, "hours", null, "hours-open", ifUnasked(person, "hours_per_week", ASK.hours));
  }
  const findings = ["from", "under"]
    .filter((bound) => bound in rule)
    .map((bound) => {
      const enough = worked >= rule[bound];
      const key = enough ? "hours-from-holds" : "hours-from-fails";
      const values = () => ({ hours: plainNumber(scene, rule[bound]) });
      return about(scene, "hours", enough === (bound === "from"), key, 0, values);
    });
  return allOf(findings, scene.telling);
}

/** Never fails: no status answer ends a search, and nobody is asked who does not want help. */
function status(scene, listed) {
  const person = scene.person || {};
  if (listed.indexOf(said(person, "status")) !== -1) return about(scene, "status", true, "status-holds", 0);
  const open = said(person, "wants_help") === false ? 0 : ifUnasked(person, "status", ASK.status);
  return about(scene, "status", null, "status-open", open);
}

/** Never fails, like `status`: who is a permanent resident for so long has it, of others nothing is said. */
function residentYears(scene, years) {
  const person = scene.person || {};
  const known = number(person, "status_years");
  if (said(person, "status") === "permanent-resident" && known !== null && known >= years) {
    return about(scene, "resident_years", true, "resident-years-holds", 0, () => ({ years }));
  }
  return status(scene, []);
}

export const ABOUT_PEOPLE = {
  age,
  relation,
  gave_birth: gaveBirth,
  married,
  caretaker,
  hours,
  status,
  resident_years: residentYears,
};
for (const key of Object.keys(FLAGS)) ABOUT_PEOPLE[key] = yesOrNo(key);
