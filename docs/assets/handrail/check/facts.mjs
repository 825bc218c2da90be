// How an answer becomes facts. Each function takes facts and gives new ones; the form is the one that rules read.

export const NOT_SURE = "not-sure";
export const RATHER_NOT = "rather-not";

/** What a question about each person writes, and the values of a person who is checked and who is not. */
export const OF_PERSON = {
  pregnant: { key: "pregnant", yes: true, no: false },
  "babies-expected": { key: "babies_expected" },
  "recent-birth": { key: "months_since_birth", no: null },
  breastfeeding: { key: "breastfeeding", yes: true, no: false },
  disabled: { key: "disabled", yes: true, no: false },
  blind: { key: "blind", yes: true, no: false },
  student: { key: "student", yes: true, no: false },
  veteran: { key: "veteran", yes: true, no: false },
  foster: { key: "foster", yes: true, no: false },
  "former-foster": { key: "former_foster", yes: true, no: false },
  married: { key: "spouse" },
  "tax-dependents": { key: "tax_dependent_of" },
  "shares-food": { key: "shares_food", yes: false, no: true },
  hours: { key: "hours_per_week" },
  status: { key: "status" }
};

export const copy = (value) => JSON.parse(JSON.stringify(value));
export const isUnknown = (value) => value === NOT_SURE || value === RATHER_NOT;
const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

/** The people of the household, [] when nobody is known. */
export function people(facts) {
  return Array.isArray(facts.people) ? facts.people : [];
}

export function person(facts, id) {
  return people(facts).find((one) => one.id === id) || null;
}

/** The people whom a question is about: `question` has `id` and `ages`. */
export function askedAbout(facts, question) {
  const [from, to] = question.ages || [0, 120];
  const fits = (one) => typeof one.age !== "number" || (one.age >= from && one.age <= to);
  const spouse = people(facts).find((one) => one.relation === "spouse");
  return people(facts).filter((one) => {
    switch (question.id) {
      case "babies-expected":
        return one.pregnant === true;
      case "shares-food":
        return one.relation !== "self";
      case "married":
        return fits(one) && one !== spouse && !(one.relation === "self" && spouse);
      default:
        return fits(one);
    }
  });
}

/** Put `values[person id]` where the question `id` writes. */
export function writeEach(facts, id, values) {
  const next = copy(facts);
  for (const one of people(next).filter((one) => has(values, one.id))) {
    one[OF_PERSON[id].key] = values[one.id];
    if (id === "status") {
      const found = YEARS.exec(values[one.id]);
      delete one.status_years;
      if (found) {
        one.status = found[1];
        one.status_years = Number(found[2]);
      }
    }
    if (id === "pregnant" && values[one.id] !== true) {
      delete one.babies_expected;
    }
  }
  return id === "married" ? marryBoth(next, values) : next;
}

const YEARS = /^(permanent-resident)-(\d+)$/; // an answer that says for how long

/** The answer about status that the facts of a person came from. */
export function statusAnswer(one) {
  const isLong = one.status === "permanent-resident" && one.status_years >= 5;
  return isLong ? one.status + "-5" : one.status;
}

/** A marriage stands at both people. */
function marryBoth(facts, values) {
  for (const id of Object.keys(values)) {
    const other = person(facts, values[id]);
    if (other !== null) {
      other.spouse = id;
    }
  }
  return facts;
}

/** The people who are checked are `yes`, the others `no`, or what `rest` says ("not-sure"). */
export function writeChecked(facts, id, asked, checked, rest) {
  const values = {};
  for (const one of asked) {
    const otherwise = rest === undefined ? OF_PERSON[id].no : rest;
    values[one.id] = checked.indexOf(one.id) !== -1 ? OF_PERSON[id].yes : otherwise;
  }
  return writeEach(facts, id, values);
}

/** Yes and no for each of `ids` under `facts[key]`: receives, situations. */
export function writeMany(facts, key, ids, checked, rest) {
  const next = copy(facts);
  const found = {};
  for (const id of ids) {
    found[id] = checked.indexOf(id) !== -1 ? true : rest === undefined ? false : rest;
  }
  next[key] = found;
  return next;
}

/** One value for the household: place, savings, expenses, incomes. */
export function writeOne(facts, key, value) {
  const next = copy(facts);
  next[key] = copy(value);
  return next;
}

/** Add a person (without `id`), or change the one whose id is given. */
export function putPerson(facts, given) {
  const next = copy(facts);
  next.people = people(next);
  const known = person(next, given.id);
  if (known !== null) {
    Object.assign(known, given);
    return next;
  }
  const last = Math.max.apply(null, [0].concat(next.people.map((one) => Number(one.id.slice(1)) || 0)));
  next.people.push(Object.assign({ id: "p" + (last + 1) }, given));
  return next;
}

/** Without a person, and without what was said about it. */
export function removePerson(facts, id) {
  const next = copy(facts);
  next.people = people(next).filter((one) => one.id !== id);
  for (const one of next.people) {
    for (const key of ["spouse", "tax_dependent_of"]) {
      if (one[key] === id) {
        delete one[key];
      }
    }
  }
  for (const key of ["incomes", "expenses"]) {
    if (Array.isArray(next[key])) {
      next[key] = next[key].filter((row) => row.person !== id);
    }
  }
  return next;
}

/** Put an income in the place of the one at `index`, or after the last. */
export function putIncome(facts, index, row) {
  const rows = incomes(facts).slice();
  rows[index === null ? rows.length : index] = row;
  return writeOne(facts, "incomes", rows);
}

export function removeIncome(facts, index) {
  return writeOne(facts, "incomes", incomes(facts).filter((row, at) => at !== index));
}

export function incomes(facts) {
  return Array.isArray(facts.incomes) ? facts.incomes : [];
}

/** Where a household's answer to a question stands in the facts. */
export const OF_HOUSEHOLD = {
  place: "place",
  people: "people",
  receives: "receives",
  situations: "situations",
  income: "incomes",
  expenses: "expenses",
  savings: "savings"
};

/** Was anything said to this question? */
export function isAnswered(facts, id) {
  if (has(OF_HOUSEHOLD, id)) {
    const found = facts[OF_HOUSEHOLD[id]];
    return found !== undefined && (id !== "people" || people(facts).length > 0);
  }
  return has(OF_PERSON, id) && people(facts).some((one) => has(one, OF_PERSON[id].key));
}

/** Did somebody say "not sure" to this question, wholly or in part? */
export function isUnsure(facts, id) {
  const look = (value) =>
    value === NOT_SURE ||
    (value !== null && typeof value === "object" && Object.keys(value).some((key) => look(value[key])));
  if (id === "people") {
    return people(facts).some((one) => one.age === NOT_SURE);
  }
  if (has(OF_HOUSEHOLD, id)) {
    return look(facts[OF_HOUSEHOLD[id]]);
  }
  return people(facts).some((one) => one[OF_PERSON[id].key] === NOT_SURE);
}

const AMOUNT = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2}|\d{1,3}(?:\.\d{3}){1,2})(?:[.,](\d{0,2}))?$/;

/**
 * An amount as people write it: a number, or null when it is none. "2,300", "$2,300.50", and as many countries do:
 * "2.300", "850,50". A sign with three digits after it stands between thousands, with fewer before the cents: read the
 * other way, "850,50" would be a hundred times as much.
 */
export function amount(text) {
  const found = AMOUNT.exec(text.replace(/[\s$]/g, ""));
  return found ? Number(found[1].replace(/[.,]/g, "") + "." + (found[2] || "0")) : null;
}

/** A whole number from 0 up to `most`, or null. */
export function whole(text, most) {
  const plain = text.trim();
  return /^\d{1,3}$/.test(plain) && Number(plain) <= most ? Number(plain) : null;
}
