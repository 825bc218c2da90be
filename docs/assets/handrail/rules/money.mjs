// Money by the month, always as the lowest and the highest it can be. The twin of generators/rules/money.py.
import { flag, isUnknown, number, NOT_ASKED, said } from "./answers.mjs";

const EARNED = ["wages", "self-employment"];
const KINDS = { shelter: ["rent", "mortgage", "heating", "electricity", "phone"] };
export const ENDLESS = Infinity;
const WEEKS = 13 / 3;

export function range(low, high) {
  return { low, high };
}

export const NOTHING = range(0, 0);
const ANYTHING = range(0, ENDLESS);

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
  return unit.money.incomes[rule.counts] || (unit.money.incomes[rule.counts] = addUp(scene, unit.earners, rule, unit.everyone));
}

/** The rows of a list of the facts, each read once; null where no list was given. */
function rowsOf(scene, list) {
  const kept = scene.home.rows;
  if (kept[list] === undefined) {
    const rows = said(scene.facts, list);
    kept[list] = Array.isArray(rows) ? rows.map(readRow) : null;
  }
  return kept[list];
}

function readRow(row) {
  const whose = said(row, "person");
  const kind = said(row, "kind");
  return {
    row,
    whose,
    kind,
    hasOwner: !isUnknown(whose),
    hasKind: !isUnknown(kind),
    isEarned: EARNED.indexOf(kind) !== -1,
    weeks: 0, // in a month, as `amount` was counted
    amount: NOTHING,
  };
}

function amountOf(read, weeks) {
  if (read.weeks !== weeks) {
    read.weeks = weeks;
    read.amount = monthly(read.row, weeks);
  }
  return read.amount;
}

function addUp(scene, members, rule, everyone) {
  const rows = rowsOf(scene, "incomes");
  if (rows === null) {
    return { earned: ANYTHING, other: ANYTHING, unasked: said(scene.facts, "incomes") === NOT_ASKED, total: ANYTHING };
  }
  let earned = NOTHING;
  let other = NOTHING;
  let unasked = false;
  for (const read of rows) {
    if (!everyone && read.hasOwner && members.indexOf(read.whose) === -1) continue;
    if (read.hasKind && !counts(read.kind, rule)) continue;
    let amount = amountOf(read, rule.week_factor);
    if (!read.hasKind || (!read.hasOwner && !everyone)) amount = range(0, amount.high);
    unasked = unasked || isUnasked(read.row);
    if (read.isEarned) earned = plus(earned, amount);
    else other = plus(other, amount);
  }
  return { earned, other, unasked, total: plus(earned, other) };
}

/** What the people of a unit pay for a kind of expense, or for `shelter`. */
export function costsOf(scene, unit, kind) {
  const members = () => unit.members.map((person) => person.id);
  return unit.money.costs[kind] || (unit.money.costs[kind] = costs(scene, KINDS[kind] || [kind], members(), unit.everyone));
}

/** What these people pay for these kinds. A list that was given is whole: no row, no cost. */
export function costs(scene, kinds, members, everyone) {
  const rows = rowsOf(scene, "expenses");
  if (rows === null) return ANYTHING;
  let total = NOTHING;
  for (const read of rows) {
    const { row, whose, hasKind } = read;
    if ((hasKind && kinds.indexOf(read.kind) === -1) || said(row, "pays") === false) continue;
    if (read.hasOwner && whose !== null && members.indexOf(whose) === -1) continue;
    const amount = amountOf(read, WEEKS);
    const certain = hasKind && (everyone || members.indexOf(whose) !== -1);
    total = plus(total, certain ? amount : range(0, amount.high));
  }
  return total;
}

/** Of a unit, the same as `elderlyOrDisabledOf` its members. */
export function elderlyOrDisabled(scene, unit) {
  return unit.money.frail || (unit.money.frail = elderlyOrDisabledOf(scene, unit.members));
}

/** Ids of those who are, or may be, 60 and over or disabled; and whether somebody is (null: not known). */
function elderlyOrDisabledOf(scene, members) {
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
