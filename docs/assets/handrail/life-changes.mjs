// What happens in a life, and what it does to the results: the family now and the family then, screened and compared.

import { RANK } from "./changes.mjs";
import {
  afterBirth,
  afterFosterCare,
  aged,
  inState,
  withDisability,
  withNewcomer,
  withSituation,
  without,
  withoutHome,
  withoutPay,
  withoutWork,
  yearAfterBirth
} from "./changes/families.mjs";
import { people } from "./check/facts.mjs";
import { screenEach } from "./rules.mjs";

const YEARS = 5; // before a birthday from which it may be looked at
const WORKS_FROM = 14;
const URGENCY = ["now", "soon", "usual"];
// Programs that look at the household, its income or its address all the year.
const REPORTS = (
  "snap tanf medicaid chip ssi ssdi unemployment medicare-savings-program housing-voucher public-housing " +
  "veterans-pension wic csfp lifeline"
).split(" ");

const from = (least, most) => (one) => typeof one.age !== "number" || (one.age >= least && one.age <= most);

const wasMother = (one) => typeof one.months_since_birth === "number" && one.months_since_birth <= 12;
const gaveBirth = (all) => all.some(wasMother);

function birthday(age) {
  return {
    asks: "person",
    who: (one) => typeof one.age === "number" && one.age < age && one.age >= age - YEARS,
    then: (facts, given) => aged(facts, given.person, age)
  };
}

/**
 * The events: what they ask (`person`, `state`, `newcomer` or nothing), of which people they can be said, and
 * `then(facts, given)`, the facts afterwards.
 */
export const EVENTS = {
  "new-baby": { asks: "person", who: from(12, 59), then: (facts, given) => afterBirth(facts, given.person) },
  "year-after-birth": {
    asks: "person",
    who: (one, at, all) => (gaveBirth(all) ? wasMother(one) : from(12, 59)(one) && all.some((other) => other.age === 0)),
    then: (facts, given) => yearAfterBirth(facts, given.person)
  },
  "lost-job": { asks: "person", who: from(WORKS_FROM, 120), then: (facts, given) => withoutWork(facts, given.person) },
  "hurt-at-work": { asks: "person", who: from(WORKS_FROM, 120), then: (facts, given) => withoutPay(facts, given.person) },
  disability: { asks: "person", who: (one) => one.disabled !== true, then: (facts, given) => withDisability(facts, given.person) },
  "moved-state": { asks: "state", then: (facts, given) => inState(facts, given.state) },
  "lost-home": { asks: null, then: (facts) => withoutHome(facts) },
  disaster: { asks: null, then: (facts) => withSituation(facts, "disaster") },
  "partner-in": {
    asks: "newcomer",
    then: (facts, given) => withNewcomer(facts, given.relation, given.age, given.monthly)
  },
  "partner-out": {
    asks: "person",
    who: (one) => one.relation === "spouse" || one.relation === "partner",
    then: (facts, given) => without(facts, given.person)
  },
  "parent-in": {
    asks: "newcomer",
    then: (facts, given) => withNewcomer(facts, given.relation, given.age, given.monthly)
  },
  "turns-1": birthday(1),
  "turns-5": birthday(5),
  "turns-18": birthday(18),
  "turns-19": birthday(19),
  "turns-26": birthday(26),
  "turns-60": birthday(60),
  "turns-65": birthday(65),
  "left-foster-care": {
    asks: "person",
    who: (one) => one.foster === true,
    then: (facts, given) => afterFosterCare(facts, given.person)
  },
  "released-from-jail": { asks: null, then: (facts) => withSituation(facts, "coming-home-from-jail") },
  "leaving-hospital": { asks: null, then: (facts) => withSituation(facts, "leaving-hospital") }
};

/** The people of whom an event can be said. */
export function peopleOf(event, facts) {
  return people(facts).filter(EVENTS[event].who || (() => false));
}

/** The events that can happen to this family. */
export function eventsFor(facts) {
  const hasPartner = people(facts).some((one) => one.relation === "spouse" || one.relation === "partner");
  return Object.keys(EVENTS).filter((id) => {
    if (EVENTS[id].asks === "newcomer") {
      return people(facts).length > 0 && !(id === "partner-in" && hasPartner);
    }
    return EVENTS[id].asks === "person" ? peopleOf(id, facts).length > 0 : true;
  });
}

/**
 * What an event does: {report, ends, opens, then}. report: programs the family receives that want to know (null when
 * it was not asked what it receives); ends (nothing that it says it does not get) and opens: [{service, to, who}] in order of urgency, what the family
 * receives first, `to` the outcome afterwards of the people in `who`, or of all; then: the facts afterwards. The facts that are given stay as they are.
 */
export function lifeChange(data, facts, event, given) {
  const then = EVENTS[event].then(facts, given || {});
  const receives = facts.receives && typeof facts.receives === "object" ? facts.receives : null;
  const gets = (id) => receives !== null && receives[id] === true;
  const canEnd = (id) => receives === null || receives[id] !== false;
  const before = screenEach(data, facts);
  const after = screenEach(data, then);
  const ids = byUrgency(data, gets);
  const staying = people(facts).filter((one) => people(then).some((other) => other.id === one.id));
  const entry = (whose) => (id) => {
    const who = whose(id);
    const to = who.length ? after.people[id][who[0]] : after.answer.services[id].outcome;
    return { service: id, to: to, who: who };
  };
  const lost = (id) => moved(before, after, id, staying, -1);
  const won = (id) => moved(before, after, id, people(then), 1);
  return {
    report: receives === null ? null : REPORTS.filter(gets),
    ends: ids
      .filter((id) => canEnd(id) && (falls(before, after, id) || lost(id).length || endsBy(event, id, facts, then)))
      .map(entry(lost)),
    opens: ids.filter((id) => falls(after, before, id) || won(id).length).map(entry(won)),
    then: then
  };
}

/** Does the outcome of the service go down from one screening to the other? */
function falls(one, other, id) {
  return RANK[other.answer.services[id].outcome] < RANK[one.answer.services[id].outcome];
}

/** A program that the family gets and that stays behind in the old state. */
function endsBy(event, id, facts, then) {
  return event === "moved-state" && facts.receives && facts.receives[id] === true && then.receives[id] === false;
}

/** Ids of people for whom the service was likely and is not (-1), or is and was not (1). */
function moved(before, after, id, who, direction) {
  const first = (direction < 0 ? before : after).people[id] || {};
  const second = (direction < 0 ? after : before).people[id] || {};
  return who.map((one) => one.id).filter((person) => first[person] === "likely" && second[person] !== "likely");
}

function byUrgency(data, gets) {
  const rank = (id) => (gets(id) ? 0 : 10) + URGENCY.indexOf(data.services[id].urgency);
  return data.order
    .map((id, at) => [rank(id), at, id])
    .sort((one, other) => one[0] - other[0] || one[1] - other[1])
    .map((row) => row[2]);
}
