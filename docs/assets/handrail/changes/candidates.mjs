// The answers that a question may get, a few that stand for all: one object of facts for each.

import { OF_PERSON, askedAbout, copy, people, writeEach } from "../check/facts.mjs";

const MUCH = 1000000; // dollars: over every limit
const COSTS = ["rent", "child-care", "medical", "child-support-paid"];
const BILLS = ["heating", "electricity", "phone"];
const HIGH_COST = 4000; // dollars a month
const AGES = [0, 3, 10, 17, 19, 30, 60, 65];
const STATES = ["AK", "AL", "CA", "HI", "OH", "TX"]; // where limits differ most
const MOST_PEOPLE = 6; // tried one by one

export const isMissing = (value) => value === undefined;
export const isNotSure = (value) => value === "not-sure";

// Of a person: `rest` is the answer of those who are not tried, `tries` are tried one by one, `all` for everybody.
const TRIES = {
  "babies-expected": () => ({ all: [1, 2, 4] }),
  "recent-birth": () => ({ rest: null, tries: [0, 12] }),
  hours: () => ({ rest: 0, tries: [20, 40] }),
  status: () => ({ all: ["citizen", "permanent-resident", "refugee-or-asylee", "cuban-haitian-or-cofa"] }),
  "tax-dependents": (facts) => ({ all: [people(facts)[0].id, null] }),
  married: (facts) => ({ rest: null, tries: people(facts).map((one) => one.id) })
};

const OF_HOUSEHOLD = {
  place: ofPlace,
  people: ofPeople,
  receives: (data, facts, isGap) => ofMany(facts, "receives", named(data, "receives"), isGap),
  situations: (data, facts, isGap) => ofMany(facts, "situations", named(data, "situation"), isGap),
  income: (data, facts, isGap) => ofRows(facts, "incomes", isGap, [[], [pay(facts)]], MUCH),
  expenses: (data, facts, isGap) => ofRows(facts, "expenses", isGap, [[], everyCost()], HIGH_COST),
  savings: (data, facts, isGap) => (isGap(facts.savings) ? [0, MUCH].map((value) => put(facts, "savings", value)) : [])
};

/** Facts with each possible answer put where `isGap` says that one is lacking; [] where none is. */
export function candidates(data, facts, id, isGap) {
  return id in OF_HOUSEHOLD ? OF_HOUSEHOLD[id](data, facts, isGap) : ofEach(data, facts, id, isGap);
}

function ofEach(data, facts, id, isGap) {
  if (!(id in OF_PERSON) || !people(facts).length) {
    return [];
  }
  const { key, yes, no } = OF_PERSON[id];
  const question = Object.assign({ id: id }, data.questions[id]);
  const asked = askedAbout(facts, question).filter((one) => isGap(one[key]) && one.wants_help !== false);
  const { all, rest, tries } = id in TRIES ? TRIES[id](facts) : { rest: no, tries: [yes] };
  const write = (answer) => {
    const values = {};
    asked.forEach((one) => (values[one.id] = answer(one)));
    return writeEach(facts, id, values);
  };
  if (!asked.length) {
    return [];
  }
  if (all) {
    return all.map((value) => write(() => value));
  }
  const found = [write(() => rest)];
  for (const one of asked.slice(0, MOST_PEOPLE)) {
    for (const value of tries.filter((value) => value !== one.id)) {
      found.push(write((other) => (other === one ? value : rest)));
    }
  }
  return found;
}

function ofPlace(data, facts, isGap) {
  const place = facts.place;
  const state = place && typeof place === "object" ? place.state : place;
  return isGap(state) ? STATES.map((code) => put(facts, "place", { state: code })) : [];
}

function ofPeople(data, facts, isGap) {
  if (!Array.isArray(facts.people) || !facts.people.length) {
    const self = (age) => ({ id: "p1", relation: "self", age: age });
    const homes = [[self(30)], [self(70)], [self(30), { id: "p2", relation: "child", age: 3 }]];
    return isGap(facts.people) ? homes.map((home) => put(facts, "people", home)) : [];
  }
  const unknown = facts.people.map((one, at) => (isGap(one.age) ? at : -1)).filter((at) => at !== -1);
  const found = [];
  for (const at of unknown.slice(0, MOST_PEOPLE)) {
    for (const age of AGES) {
      const next = copy(facts);
      next.people[at].age = age;
      found.push(next);
    }
  }
  return found;
}

/** Programs, situations: none of those that are lacking, and each alone. */
function ofMany(facts, key, ids, isGap) {
  const before = facts[key];
  const given = before && typeof before === "object" ? before : {};
  const lacking = ids.filter((id) => isGap(given === before ? given[id] : before));
  const without = {};
  lacking.forEach((id) => (without[id] = false));
  const answer = (more) => put(facts, key, Object.assign({}, given, without, more));
  return lacking.length ? [answer({})].concat(lacking.map((id) => answer({ [id]: true }))) : [];
}

/** Lists of income and costs: as a whole, or the amounts that are lacking. */
function ofRows(facts, key, isGap, lists, most) {
  const rows = facts[key];
  if (!Array.isArray(rows)) {
    return isGap(rows) ? lists.map((list) => put(facts, key, list)) : [];
  }
  if (!rows.some((row) => isGap(row.amount) && row.amount_low === undefined && row.pays === undefined)) {
    return [];
  }
  const filled = (amount) =>
    rows.map((row) => (isGap(row.amount) ? Object.assign({}, row, { amount: amount, per: "month" }) : row));
  return [0, most].map((amount) => put(facts, key, filled(amount)));
}

function pay(facts) {
  const first = people(facts)[0];
  return { person: first ? first.id : "p1", kind: "wages", amount: MUCH, per: "month" };
}

function everyCost() {
  const paid = COSTS.map((kind) => ({ kind: kind, amount: HIGH_COST, per: "month" }));
  return paid.concat(BILLS.map((kind) => ({ kind: kind, pays: true })));
}

function put(facts, key, value) {
  const next = copy(facts);
  next[key] = copy(value);
  return next;
}

/** What the rules name behind a word: `{"receives": {"any_of": [...]}}`. */
function named(data, word) {
  const found = [];
  const walk = (node) => {
    for (const key of Object.keys(node)) {
      if (key === word && node[key].any_of) {
        found.push(...node[key].any_of.filter((id) => found.indexOf(id) === -1));
      } else if (node[key] !== null && typeof node[key] === "object") {
        walk(node[key]);
      }
    }
  };
  data.order.forEach((id) => walk(data.services[id].rule));
  return found;
}
