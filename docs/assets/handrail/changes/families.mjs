// What a family looks like after something happened: functions from facts to new facts.

import { copy, incomes, isUnknown, people, person, putPerson, removePerson } from "../check/facts.mjs";

const MONTHS = 12;
const EARNED = ["wages", "self-employment"];
const OF_PARENTS = ["self", "spouse", "partner"]; // their baby is the "child" of the person who answers

/** The person is so old. Nobody is pregnant for a year, and a birth moves away with the years. */
export function aged(facts, id, age) {
  const next = copy(facts);
  const one = person(next, id);
  const years = typeof one.age === "number" ? age - one.age : 0;
  one.age = age;
  if (years > 0 && one.pregnant === true) {
    one.pregnant = false;
    delete one.babies_expected;
  }
  if (typeof one.months_since_birth === "number") {
    one.months_since_birth += years * MONTHS;
  }
  return next;
}

/** The babies are born, as many as were expected: new children of this person. */
export function afterBirth(facts, id) {
  let next = copy(facts);
  const parent = person(next, id);
  const babies = parent.babies_expected >= 1 ? Math.floor(parent.babies_expected) : 1;
  const gaveBirth = parent.pregnant === true;
  delete parent.babies_expected;
  if (gaveBirth) {
    parent.pregnant = false;
    parent.months_since_birth = 0;
  }
  if (parent.breastfeeding === false) {
    delete parent.breastfeeding; // said of the time before
  }
  for (let born = 0; born < babies; born += 1) {
    next = putPerson(next, babyOf(parent));
  }
  return withSituation(next, "new-baby");
}

// A baby may have a disability; that it is born gives no reason to say so of every service for people with one.
const OF_BABY = { disabled: false, blind: false, foster: false, veteran: false, student: false };

function babyOf(parent) {
  const own = OF_PARENTS.indexOf(parent.relation) !== -1;
  const relation = own ? "child" : parent.relation === "child" ? "grandchild" : "other-relative";
  const baby = Object.assign({ age: 0, relation: relation }, OF_BABY);
  if (!own) {
    baby.tax_dependent_of = parent.id;
  }
  if (parent.status === "citizen") {
    baby.status = "citizen";
  }
  return baby;
}

/** A year after the birth: the mother's year is over, the babies turn 1. */
export function yearAfterBirth(facts, id) {
  const next = copy(facts);
  person(next, id).months_since_birth = MONTHS + 1;
  for (const baby of people(next).filter((one) => one.age === 0)) {
    baby.age = 1;
  }
  return next;
}

/** Without work and without the pay of this person. */
export function withoutWork(facts, id) {
  return withSituation(withoutPay(facts, id), "lost-job");
}

/** The same where the job itself is not lost. */
export function withoutPay(facts, id) {
  const next = copy(facts);
  person(next, id).hours_per_week = 0;
  if (Array.isArray(next.incomes)) {
    next.incomes = incomes(next).filter((row) => row.person !== id || EARNED.indexOf(row.kind) === -1);
  }
  return next;
}

/** This person has a disability. */
export function withDisability(facts, id) {
  const next = copy(facts);
  person(next, id).disabled = true;
  return next;
}

/** Without a home, and without what was paid for it. */
export function withoutHome(facts) {
  const next = copy(facts);
  if (Array.isArray(next.expenses)) {
    next.expenses = next.expenses.filter((row) => row.kind !== "rent" && row.kind !== "mortgage");
  }
  return withSituation(next, "homeless");
}

// Run by the state: they end there, and are asked for again in the new one.
const OF_STATE = ["snap", "wic", "medicaid", "chip", "tanf", "liheap", "csfp", "medicare-savings-program"];

/** In another state. */
export function inState(facts, state) {
  const next = copy(facts);
  next.place = { state: state, county: "rather-not", zip: "rather-not" };
  if (next.receives && typeof next.receives === "object") {
    for (const program of OF_STATE.filter((id) => next.receives[id] === true)) {
      next.receives[program] = false;
    }
  }
  return next;
}

/** With a new husband, wife or partner; `monthly` dollars of pay, null when it is not known. */
export function withNewcomer(facts, relation, age, monthly) {
  const next = putPerson(facts, { relation: relation, age: age });
  const id = next.people[next.people.length - 1].id;
  if (Array.isArray(next.incomes) && monthly !== 0) {
    next.incomes.push({ person: id, kind: "wages", amount: monthly === null ? "not-sure" : monthly, per: "month" });
  }
  return next;
}

export const without = removePerson;

/** No longer in foster care. */
export function afterFosterCare(facts, id) {
  const next = copy(facts);
  const one = person(next, id);
  one.foster = false;
  if (typeof one.age !== "number" || one.age >= 14) {
    one.former_foster = true;
  }
  return next;
}

export function withSituation(facts, id) {
  const next = copy(facts);
  const known = next.situations && typeof next.situations === "object" && !isUnknown(next.situations);
  next.situations = known ? next.situations : {};
  next.situations[id] = true;
  return next;
}
