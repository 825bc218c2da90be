// The answers of a family in a link: one short section for each part of the facts (design: "Facts").

import { answers, county, damaged, listOf, number, oneOf, orNobody, orUnsaid, own, record, shaped, who, yesNo } from "./codes.mjs";
import { isHousehold, isObject, numbered, withoutPrivate } from "./household.mjs";

// Lists of version 1: the place of a word is its code. New words come at the end, and none is ever taken out.
const RELATIONS = ["self", "spouse", "partner", "child", "grandchild", "parent", "other-relative", "not-related"];
const STATUSES = ["citizen", "permanent-resident", "refugee-or-asylee", "cuban-haitian-or-cofa", "other-or-none"];
const INCOMES = (
  "wages self-employment social-security ssdi ssi survivors unemployment child-support pension interest tanf veterans other"
).split(" ");
const EXPENSES = "rent mortgage heating electricity phone child-care medical child-support-paid".split(" ");
const PERIODS = ["hour", "week", "two-weeks", "half-month", "month", "year"];
// Lists that are packed: these can never grow in version 1. What is not on them stands beside, by its id.
const FLAGS = "pregnant breastfeeding disabled blind student veteran foster former_foster shares_food wants_help".split(" ");
const PROGRAMS = (
  "snap wic medicaid chip medicare medicare-savings-program ssi ssdi tanf unemployment school-meals head-start " +
  "housing-voucher liheap lifeline csfp veterans-pension"
).split(" ");
const SITUATIONS = (
  "homeless eviction-notice shut-off-notice fleeing-abuse lost-job new-baby leaving-hospital coming-home-from-jail " +
  "disaster newcomer"
).split(" ");
const STATES = (
  " AL AK AS AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND MP" +
  " OH OK OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY PW FM MH "
);
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 60;
const MOST_PEOPLE = 30;
const MOST_ROWS = 200;
const MOST_DOLLARS = 100000000;
const MOST_BABIES = 9;
const OLDEST = 120;
const WEEK = 168; // hours
const MONTHS = 1200;

const dollars = orUnsaid(number(MOST_DOLLARS));
const state = {
  to: (value) => (isState(value) ? value : null),
  from: (text) => (isState(text) ? text : damaged())
};
const isState = (value) => typeof value === "string" && value.length === 2 && STATES.indexOf(" " + value + " ") !== -1;

const PLACE = record([
  ["s", "state", orUnsaid(state)],
  ["z", "zip", orUnsaid(shaped(/^\d{5}$/))],
  ["c", "county", orUnsaid(county)]
]);
const flags = answers(FLAGS);
const PERSON = record([
  ["r", "relation", orUnsaid(oneOf(RELATIONS))],
  ["a", "age", orUnsaid(number(OLDEST, true))],
  ["f", "flags", flags],
  ["b", "babies_expected", orUnsaid(number(MOST_BABIES, true))],
  ["m", "months_since_birth", orUnsaid(orNobody(number(MONTHS)))],
  ["h", "hours_per_week", orUnsaid(number(WEEK))],
  ["t", "status", orUnsaid(oneOf(STATUSES))],
  ["y", "status_years", orUnsaid(number(OLDEST))],
  ["w", "spouse", orUnsaid(orNobody(who))],
  ["x", "tax_dependent_of", orUnsaid(orNobody(who))]
]);
const MONEY = [
  ["p", "person", orUnsaid(who)],
  ["e", "per", orUnsaid(oneOf(PERIODS))],
  ["a", "amount", dollars],
  ["l", "amount_low", dollars],
  ["g", "amount_high", dollars],
  ["h", "hours", orUnsaid(number(WEEK))]
];
const INCOME = record([["k", "kind", orUnsaid(oneOf(INCOMES))]].concat(MONEY));
const EXPENSE = record([["k", "kind", orUnsaid(oneOf(EXPENSES))]].concat(MONEY, [["y", "pays", orUnsaid(yesNo)]]));

const people = {
  to: (list) => (Array.isArray(list) && list.length ? listOf({ to: personText }, MOST_PEOPLE).to(list) : null),
  from(text) {
    const list = listOf({ from: PERSON.from }, MOST_PEOPLE).from(text);
    return list.map((one, place) => {
      const found = Object.assign({ id: "p" + (place + 1) }, one, one.flags);
      delete found.flags;
      return found;
    });
  }
};
const personText = (one) =>
  PERSON.to(FLAGS.some((key) => own(one, key) !== undefined) ? Object.assign({}, one, { flags: one }) : one);

/** Yes, no, not sure, rather not, by id: the packed list, then others as "0id". */
function table(list) {
  const packed = answers(list);
  const one = orUnsaid(yesNo);
  return {
    to(value) {
      if (!isObject(value)) {
        return null;
      }
      const others = Object.keys(value).filter((id) => list.indexOf(id) === -1 && isId(id) && one.to(value[id]) !== null);
      return [packed.to(value)].concat(others.map((id) => one.to(value[id]) + id)).join(".");
    },
    from(text) {
      const [first, ...others] = text.split(".");
      const found = packed.from(first);
      for (const other of others) {
        const id = other.slice(1);
        if (!isId(id) || list.indexOf(id) !== -1 || own(found, id) !== undefined) {
          damaged();
        }
        found[id] = one.from(other[0]);
      }
      return found;
    }
  };
}
const isId = (id) => id.length <= LONGEST_ID && ID.test(id);

// The sections of a link that hold answers: letter, key of the facts, code.
const SECTIONS = [
  ["a", "place", orUnsaid({ to: (value) => (isObject(value) ? PLACE.to(value) : null), from: PLACE.from })],
  ["q", "people", orUnsaid(people)],
  ["i", "incomes", orUnsaid(listOf(INCOME, MOST_ROWS))],
  ["e", "expenses", orUnsaid(listOf(EXPENSE, MOST_ROWS))],
  ["g", "savings", dollars],
  ["v", "receives", orUnsaid(table(PROGRAMS))],
  ["t", "situations", orUnsaid(table(SITUATIONS))]
];
export const LETTERS = SECTIONS.map(([letter]) => letter);

/**
 * Sections by letter. Keys that are not facts are left out, people are counted anew; `withPrivate` keeps the status of
 * people and that somebody is in danger. Facts that no questionnaire writes give none.
 */
export function toSections(facts, withPrivate) {
  const given = numbered(withPrivate ? facts : withoutPrivate(facts), MOST_PEOPLE);
  const found = {};
  for (const [letter, key, code] of SECTIONS) {
    const text = own(given, key) === undefined ? null : code.to(given[key]);
    if (text !== null) {
      found[letter] = text;
    }
  }
  try {
    fromSections(found);
    return found;
  } catch (error) {
    return {};
  }
}

/** The facts again; throws for what the questionnaire could never have written. */
export function fromSections(sections) {
  const facts = {};
  for (const [letter, key, code] of SECTIONS) {
    if (own(sections, letter) !== undefined) {
      facts[key] = code.from(sections[letter]);
    }
  }
  return isHousehold(facts) ? facts : damaged();
}
