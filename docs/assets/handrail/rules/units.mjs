// Who counts together; where the answers leave it open there are several options. The twin of generators/rules/units.py.
import { ASK, flag, ifUnasked, isAsked, isUnknown, number, NOT_ASKED, notAskedOf, said } from "./answers.mjs";

const MOST_BABIES = 9;
const MOST_OPTIONS = 3;
const OPTIONS = { household, food, tax, couple, person: onePerson };

/** The options (none: cannot be told yet) for a unit of the rule's person, and the questions that would narrow them. */
export function unitsOf(scene, kind) {
  return scene.units[kind] || (scene.units[kind] = findUnits(scene, kind));
}

function findUnits(scene, kind) {
  const found = optionsOf(scene, kind);
  for (const option of found.options) option.money = moneyOf(scene, option);
  return found;
}

/** What was worked out of the money of these people; the same for all whose unit they are. */
function moneyOf(scene, of) {
  const kept = scene.home.money;
  const key = `${of.members.map((one) => scene.people.indexOf(one)).join()} ${of.earners.join()}`;
  return kept[key] || (kept[key] = { incomes: [], costs: {}, frail: null, found: [] });
}

function optionsOf(scene, kind) {
  const people = scene.people;
  if (people === null) return units([], isAsked(scene.facts.people) ? 0 : ASK.people);
  let person = scene.person && "id" in scene.person ? scene.person : null;
  if (person === null) {
    if (kind === "household") return units([unit(people, people)]);
    person = self(people);
    if (person === null) return units([], unaskedRelations(people));
  }
  if (["food", "tax", "couple"].indexOf(kind) !== -1 && people.some((one) => isUnknown(said(one, "relation")))) {
    return units([], unaskedRelations(people));
  }
  return OPTIONS[kind](scene, person);
}

function unaskedRelations(people) {
  return people.some((person) => said(person, "relation") === NOT_ASKED) ? ASK.people : 0;
}

/** What would tell who is married to this person, where that is not certain. */
export function spouseQuestions(people, person) {
  if (people.some((one) => isUnknown(said(one, "relation")))) return unaskedRelations(people);
  return ifUnasked(person, "spouse", ASK.married);
}

function units(options, open) {
  return { options: distinct(options), open: open || 0 };
}

function self(people) {
  return people.filter((person) => said(person, "relation") === "self")[0] || null;
}

function unit(members, people, withoutIncome) {
  const inOrder = people.filter((person) => members.indexOf(person) !== -1);
  const earners = inOrder.filter((person) => (withoutIncome || []).indexOf(person) === -1).map((person) => person.id);
  return { members: inOrder, earners, everyone: earners.length === people.length, babies: null, money: null };
}

function household(scene) {
  return units([unit(scene.people, scene.people)]);
}

function onePerson(scene, person) {
  return units([unit([person], scene.people)]);
}

function couple(scene, person) {
  const people = scene.people;
  const [spouse, certain] = spouseOf(people, person);
  if (certain) return units([unit(spouse ? [person, spouse] : [person], people)]);
  const others = people.filter((one) => one !== person && said(one, "relation") === said(person, "relation"));
  const pairs = others.map((other) => unit([person, other], people));
  return units([unit([person], people)].concat(pairs), spouseQuestions(people, person));
}

/** The spouse in the household (or null), and whether that is certain. */
export function spouseOf(people, person) {
  const name = said(person, "spouse");
  if (name === null) return [null, true];
  if (typeof name === "string" && !isUnknown(name)) return [withId(people, name), true];
  if (name !== NOT_ASKED) return [null, false];
  const naming = people.filter((one) => said(one, "spouse") === person.id);
  if (naming.length) return [naming[0], true];
  const relation = said(person, "relation");
  const pair = { self: "spouse", spouse: "self" }[relation];
  for (const other of people) {
    const fits = pair && said(other, "relation") === pair && said(other, "spouse") === NOT_ASKED;
    if (fits && other !== person) return [other, true];
  }
  if (people.some((one) => isUnknown(said(one, "relation")))) return [null, false];
  const parents = people.filter((one) => said(one, "relation") === "parent" && said(one, "spouse") === NOT_ASKED);
  return [null, !(relation === "parent" && parents.length > 1)];
}

function withId(people, id) {
  return people.filter((person) => person.id === id)[0] || null;
}

function food(scene, person) {
  const people = scene.people;
  const me = self(people) || person;
  const spouse = spouseOf(people, me)[0];
  const sure = [me];
  const unsure = [];
  for (const other of people) {
    if (other === me) continue;
    const age = number(other, "age");
    const child = said(other, "relation") === "child";
    const shares = said(other, "shares_food");
    const young = child && age !== null && age < 22;
    if (other === spouse || young || shares === true || shares === null || shares === NOT_ASKED) {
      sure.push(other);
    } else if (shares !== false || (child && age === null)) {
      unsure.push(other);
    }
  }
  if (unsure.length > MOST_OPTIONS) return units([]);
  const options = choices(unsure).map((extra) => {
    const members = sure.concat(extra);
    if (members.indexOf(person) !== -1) return unit(members, people);
    const own = spouseOf(people, person)[0];
    return unit(own ? [person, own] : [person], people);
  });
  return units(options, unaskedAges(unsure));
}

/** Every choice of some of these, all first and none last. */
function choices(items) {
  if (!items.length) return [[]];
  const rest = choices(items.slice(1));
  return rest.map((some) => [items[0]].concat(some)).concat(rest);
}

function tax(scene, person) {
  const people = scene.people;
  const partner = people.filter((one) => said(one, "relation") === "partner")[0] || null;
  const options = [];
  for (const head of heads(people, person)) {
    const [spouse, certain] = spouseOf(people, head);
    for (const dependents of dependentsOf(people, head)) {
      if (!certain) return units([], spouseQuestions(people, head));
      const members = [head].concat(spouse ? [spouse] : [], dependents);
      if (members.indexOf(person) === -1) continue;
      options.push(unit(members, people, dependents));
      const child = said(person, "relation") === "child" && dependents.indexOf(person) !== -1;
      if (partner && child && members.indexOf(partner) === -1) {
        options.push(unit(members.concat([partner]), people, dependents));
      }
    }
  }
  return units(options, unaskedAges(people.filter((one) => said(one, "relation") === "child")));
}

function heads(people, person) {
  const [claimed, certain] = claimedBy(people, person);
  if (certain) return [claimed || person];
  return [claimed || self(people) || person, person];
}

function dependentsOf(people, head) {
  const spouse = spouseOf(people, head)[0];
  const sure = [];
  const unsure = [];
  for (const other of people) {
    if (other === head || other === spouse) continue;
    const [claimed, certain] = claimedBy(people, other);
    const byFiler = claimed !== null && (claimed === head || claimed === spouse);
    const byDefault = said(other, "relation") === "child" && said(other, "tax_dependent_of") === NOT_ASKED;
    if (certain && byFiler) sure.push(other);
    else if (!certain || (claimed && byDefault && said(head, "relation") === "partner")) unsure.push(other);
  }
  return unsure.length ? [sure.concat(unsure), sure] : [sure];
}

function claimedBy(people, person) {
  const name = said(person, "tax_dependent_of");
  if (name === null) return [null, true];
  if (typeof name === "string" && !isUnknown(name)) return [withId(people, name), true];
  const me = self(people);
  if (name !== NOT_ASKED) return [me !== person ? me : null, false];
  if (said(person, "relation") !== "child") return [null, true];
  const age = number(person, "age");
  if (age === null) return [me, false];
  return [age < 19 ? me : null, true];
}

function unaskedAges(people) {
  return people.some((person) => said(person, "age") === NOT_ASKED) ? ASK.people : 0;
}

function distinct(options) {
  return options.filter((option, at) => options.findIndex((other) => isSame(option, other)) === at);
}

function isSame(one, other) {
  const same = (some, more) => some.length === more.length && some.every((item, at) => item === more[at]);
  return same(one.members, other.members) && same(one.earners, other.earners);
}

/** How many babies expected make the unit larger: at least, at most, and the questions that would tell. */
export function babies(scene, kind, of) {
  return of.babies || (of.babies = countBabies(scene, kind, of));
}

function countBabies(scene, kind, of) {
  let low = 0;
  let high = 0;
  let open = 0;
  for (const person of of.members) {
    const about = scene.person;
    const own = about && "id" in about ? person.id === about.id : said(person, "relation") === "self";
    if (kind === "tax" && !own) continue;
    if (isUnknown(said(person, "pregnant")) && notAskedOf(scene, person, "pregnant")) continue;
    const pregnant = flag(scene, person, "pregnant", "pregnant");
    if (pregnant === false) continue;
    const expected = number(person, "babies_expected");
    const known = expected !== null && expected >= 1;
    const most = known ? Math.floor(expected) : MOST_BABIES;
    high += most;
    if (pregnant === null) {
      open |= ifUnasked(person, "pregnant", ASK.pregnant);
      continue;
    }
    low += known ? most : 1;
    if (!known && !isAsked(said(person, "babies_expected"))) open |= ASK["babies-expected"];
  }
  return [low, high, open];
}
