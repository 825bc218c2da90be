// Money by the month, always as the lowest and the highest it can be. The twin of generators/rules/money.py.
import { flag, isUnknown, number, NOT_ASKED, said } from "./answers.mjs";

const EARNED = ["wages", "self-employment"];
export const SHELTER = ["rent", "mortgage", "heating", "electricity", "phone"];
export const ENDLESS = Infinity;
const WEEKS = 13 / 3;

export function range(low, high) {
  return { low, high };
}

export const NOTHING = range(0, 0);
export const ANYTHING = range(0, ENDLESS);

export function plus(one, other) {
  return range(one.low + other.low, one.high + other.high);
}

function times(amount, factor) {
  return factor ? range(amount.low * factor, amount.high * factor) : NOTHING;
}

/** What a row of income or expense comes to in a month. */
function monthly(row, weekFactor) {
  const amounts = amountsOf(row);
  if (amounts.high === 0) return NOTHING;
  const per = said(row, "per");
  if (per === "hour") {
    const hours = number(row, "hours");
    return hours === null ? ANYTHING : times(amounts, hours * weekFactor);
  }
  const factors = { week: weekFactor, "two-weeks": weekFactor / 2, "half-month": 2, month: 1, year: 1 / 12 };
  return Object.prototype.hasOwnProperty.call(factors, per) ? times(amounts, factors[per]) : ANYTHING;
}

function amountsOf(row) {
  const amount = number(row, "amount");
  if (amount !== null) return range(amount, amount);
  const low = number(row, "amount_low");
  const high = number(row, "amount_high");
  return range(low === null ? 0 : low, high === null ? ENDLESS : high);
}

function isUnasked(row) {
  return !("amount" in row || "amount_low" in row || "amount_high" in row);
}

function counts(kind, rule) {
  return (!rule.only.length || rule.only.indexOf(kind) !== -1) && rule.but_not.indexOf(kind) === -1;
}

/** What a unit has, of the kinds that the rule counts: earned, other, total, and whether it may still be asked. */
export function incomesOf(scene, unit, rule) {
  return unit.incomes[rule.counts] || (unit.incomes[rule.counts] = withTotal(addUp(scene, unit.earners, rule, unit.everyone)));
}

function withTotal(incomes) {
  return Object.assign(incomes, { total: plus(incomes.earned, incomes.other) });
}

function addUp(scene, members, rule, everyone) {
  const rows = said(scene.facts, "incomes");
  if (!Array.isArray(rows)) return { earned: ANYTHING, other: ANYTHING, unasked: rows === NOT_ASKED };
  let earned = NOTHING;
  let other = NOTHING;
  let unasked = false;
  for (const row of rows) {
    const whose = said(row, "person");
    const kind = said(row, "kind");
    if (!everyone && !isUnknown(whose) && members.indexOf(whose) === -1) continue;
    if (!isUnknown(kind) && !counts(kind, rule)) continue;
    let amount = monthly(row, rule.week_factor);
    if (isUnknown(kind) || (isUnknown(whose) && !everyone)) amount = range(0, amount.high);
    unasked = unasked || isUnasked(row);
    if (EARNED.indexOf(kind) !== -1) earned = plus(earned, amount);
    else other = plus(other, amount);
  }
  return { earned, other, unasked };
}

/** What these people pay for these kinds. A list that was given is whole: no row, no cost. */
export function costs(scene, kinds, members, everyone) {
  const rows = said(scene.facts, "expenses");
  if (!Array.isArray(rows)) return ANYTHING;
  let total = NOTHING;
  for (const row of rows) {
    const kind = said(row, "kind");
    const whose = said(row, "person");
    if ((!isUnknown(kind) && kinds.indexOf(kind) === -1) || said(row, "pays") === false) continue;
    if (!isUnknown(whose) && whose !== null && members.indexOf(whose) === -1) continue;
    const amount = monthly(row, WEEKS);
    const certain = !isUnknown(kind) && (everyone || members.indexOf(whose) !== -1);
    total = plus(total, certain ? amount : range(0, amount.high));
  }
  return total;
}

/** Ids of those who are, or may be, 60 and over or disabled; and whether somebody is (null: not known). */
export function elderlyOrDisabled(scene, members) {
  const ids = [];
  let certain = false;
  for (const person of members) {
    const age = number(person, "age");
    const disabled = [flag(scene, person, "disabled", "disabled"), flag(scene, person, "blind", "blind")];
    if ((age !== null && age >= 60) || disabled.indexOf(true) !== -1) {
      certain = true;
      ids.push(person.id);
    } else if (age === null || disabled.indexOf(null) !== -1) {
      ids.push(person.id);
    }
  }
  return [ids, certain ? true : ids.length ? null : false];
}

/** What is left when these deductions come off; a formula for one end of the range. */
export function least(earned, other, amounts) {
  const leftOver = Math.max(0, amounts.general - other);
  const unearned = Math.max(0, other - amounts.general);
  const counted = Math.max(0, earned - leftOver - amounts.earned_first) * (1 - amounts.earned_share);
  const left = Math.max(0, counted + unearned - amounts.fixed);
  const shelter = Math.min(Math.max(0, amounts.shelter - left / 2), amounts.shelter_cap);
  return Math.max(0, left - shelter);
}
