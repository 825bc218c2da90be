// Conditions about money. The twin of generators/rules/about_money.py.
import { missingFigure, word } from "./about_people.mjs";
import { ASK, ifUnasked, isNumber, number, said } from "./answers.mjs";
import { resolve } from "./figures.mjs";
import { allOf, finding, untold } from "./findings.mjs";
import { limitFor } from "./limits.mjs";
import { costs, costsOf, elderlyOrDisabled, ENDLESS, incomesOf, least, NOTHING, plus, range } from "./money.mjs";
import { MARGIN } from "./ready.mjs";
import { date, either, fillFrom, money } from "./reasons.mjs";
import { babies, spouseOf, unitsOf } from "./units.mjs";

const CENT = 0.005;
const NO_BABIES = [0, 0, 0];
const MOST_KINDS = 3;

/** Income at or under the limit, for every way in which the family may be counted. */
function income(scene, rule) {
  const units = unitsOf(scene, rule.of);
  return units.options.length === 1 ? ofUnit(scene, rule, units.options[0]) : ofUnits(scene, rule, units);
}

function ofUnits(scene, rule, units) {
  if (!units.options.length) {
    const key = units.open & ASK.people ? "people-open" : "unit-unsure";
    return tell(scene, rule, null, units.open | ifUnasked(scene.facts, "incomes", ASK.income), key);
  }
  const findings = units.options.map((unit) => ofUnit(scene, rule, unit));
  const same = findings.every((found) => found.value === findings[0].value);
  if (same && findings[0].value !== null) return findings[0];
  const open = findings.reduce((some, found) => some | found.open, units.open);
  if (!same) return tell(scene, rule, null, open, "unit-unsure");
  return finding(null, findings[0].reasons, open);
}

/** The same for everybody whose unit these people are, unless babies are expected: a scene that does not tell keeps it. */
function ofUnit(scene, rule, unit) {
  const expected = rule.unborn_count ? babies(scene, rule.of, unit) : NO_BABIES;
  if (scene.telling || expected[1]) return compared(scene, rule, unit, expected);
  const kept = unit.money.found;
  return kept[rule.place] || (kept[rule.place] = compared(scene, rule, unit, expected));
}

function compared(scene, rule, unit, [fewest, most, askBabies]) {
  const incomes = incomesOf(scene, unit, rule);
  const size = unit.members.length + fewest;
  const limit = limitFor(scene, rule, size);
  const highest = most === fewest ? limit : limitFor(scene, rule, unit.members.length + most);
  const found = againstLimit(scene, rule, unit, incomes, size, limit, highest, askBabies);
  const atLimit = naming(scene, unit, found);
  if (rule.at_least === null) return atLimit;
  return allOf([atLeast(scene, rule, unit, incomes), atLimit], scene.telling);
}

/** The finding with who was counted, where that is not everybody who lives here. */
function naming(scene, unit, found) {
  if (!scene.telling || unit.members.length === (scene.people || []).length) return found;
  const counted = unit.members.map((person) => person.id);
  const reasons = found.reasons.map((reason) => Object.assign({}, reason, { counted }));
  return finding(found.value, reasons, found.open, found.through);
}

/** At or under at the worst end holds, over the margin at the best end fails. */
function againstLimit(scene, rule, unit, incomes, size, limit, highest, askBabies) {
  const ask = (incomes.unasked ? ASK.income : 0) | askBabies;
  if (limit.says === "no-limit") return tell(scene, rule, true, 0, "income-no-limit", null, limit);
  if (limit.says === "not-offered") return tell(scene, rule, false, 0, "income-not-offered", null, limit);
  if (limit.says || limit.dollars <= 0) {
    const [key, place] = missingFigure(scene, limit.says);
    return tell(scene, rule, null, place ? place | ask : 0, key, null, limit);
  }
  const [counted, askCosts] = countable(scene, rule, unit, incomes, size);
  const largest = highest.says ? limit.dollars : Math.max(limit.dollars, highest.dollars);
  const overForSure = largest * (1 + rule.margin) + CENT;
  const values = scene.telling ? limitValues(scene, rule, unit, counted, size, limit) : null;
  if (counted.high <= limit.dollars + CENT) return tell(scene, rule, true, 0, "income-holds", values, limit);
  if (counted.low > overForSure && !highest.says) return tell(scene, rule, false, 0, "income-fails", values, limit);
  if (incomes.unasked) return tell(scene, rule, null, ask, "income-open", values, limit);
  if (incomes.total.high === ENDLESS) return tell(scene, rule, null, ask | askCosts, "income-unsure", values, limit);
  if (askCosts) return tell(scene, rule, null, ask | askCosts, "expenses-matter", values, limit);
  const isOver = counted.high <= overForSure && counted.low > limit.dollars + CENT;
  const over = isNear(counted.low, limit.dollars) ? "income-near" : "income-over";
  return tell(scene, rule, null, ask, isOver ? over : "income-between", values, limit);
}

/** Whether an amount over the limit is so close to it that words may say "just over". */
function isNear(amount, limit) {
  return amount <= limit * (1 + MARGIN) + CENT;
}

function limitValues(scene, rule, unit, counted, size, limit) {
  return {
    what: what(scene, rule, unit, Boolean(rule.deductions)),
    income: amountText(scene, counted),
    limit: money(scene, limit.dollars),
    count: size,
    details: detailsText(scene, limit.details),
  };
}

function atLeast(scene, rule, unit, incomes) {
  const needed = rule.at_least;
  if (incomes.total.low >= needed - CENT) return finding(true);
  if (incomes.total.high >= needed - CENT) {
    return tell(scene, rule, null, incomes.unasked ? ASK.income : 0, incomes.unasked ? "income-open" : "income-at-least-open");
  }
  const values = scene.telling && {
    what: what(scene, rule, unit, false),
    income: amountText(scene, incomes.total),
    least: money(scene, needed),
  };
  return tell(scene, rule, false, 0, "income-at-least-fails", values);
}

/** The income that counts, from the least (most deductions) to the most; and the questions that would narrow it. */
function countable(scene, rule, unit, incomes, size) {
  const wanted = rule.deductions;
  return wanted ? afterDeductions(scene, wanted, unit, incomes, size) : [incomes.total, 0];
}

function afterDeductions(scene, wanted, unit, incomes, size) {
  const bounds = (key, most) => boundsOf(scene, wanted[key], size, most);
  const earnedFirst = bounds("earned_first");
  const general = bounds("general");
  const earnedShare = bounds("earned_share", 1);
  let fixed = bounds("standard");
  let shelter = NOTHING;
  let cap = NOTHING;
  const [frail, somebody] = elderlyOrDisabled(scene, unit);
  let needsCosts = false;
  let needsHealth = false;
  for (const [key, kind] of [["child_care", "child-care"], ["child_support_paid", "child-support-paid"]]) {
    if (wanted[key]) {
      fixed = plus(fixed, costsOf(scene, unit, kind));
      needsCosts = true;
    }
  }
  if (wanted.medical_over !== null && frail.length) {
    const paid = costs(scene, ["medical"], frail, frail.length === (scene.people || []).length);
    const over = wanted.medical_over;
    fixed = plus(fixed, range(somebody ? Math.max(0, paid.low - over) : 0, Math.max(0, paid.high - over)));
    needsCosts = true;
    needsHealth = true;
  }
  if (wanted.shelter_cap !== null) {
    shelter = costsOf(scene, unit, "shelter");
    cap = bounds("shelter_cap");
    needsCosts = true;
    if (wanted.shelter_cap_lifted) {
      needsHealth = needsHealth || somebody === null;
      cap = range(somebody ? ENDLESS : cap.low, somebody === false ? cap.high : ENDLESS);
    }
  }
  const end = (side) => ({
    earned_first: earnedFirst[side],
    earned_share: earnedShare[side],
    general: general[side],
    fixed: fixed[side],
    shelter: shelter[side],
    shelter_cap: cap[side],
  });
  const low = least(incomes.earned.low, incomes.other.low, end("high"));
  const high = least(incomes.earned.high, incomes.other.high, end("low"));
  return [range(low, high), costQuestions(scene, unit, low !== high, needsCosts, needsHealth && somebody !== true)];
}

function costQuestions(scene, unit, matters, needsCosts, needsHealth) {
  if (!matters) return 0;
  let questions = needsCosts ? ifUnasked(scene.facts, "expenses", ASK.expenses) : 0;
  if (needsHealth) {
    for (const person of unit.members) {
      questions |= ifUnasked(person, "disabled", ASK.disabled) | ifUnasked(person, "age", ASK.people);
    }
  }
  return questions;
}

function boundsOf(scene, value, size, most) {
  if (value === null) return NOTHING;
  const found = resolve(scene, value, size).value;
  return isNumber(found) ? range(found, found) : range(0, most === undefined ? ENDLESS : most);
}

function what(scene, rule, unit, net) {
  const yours = unit.members.some((person) => said(person, "relation") === "self");
  const only = rule.only;
  const from = only.length > 0 && only.length <= MOST_KINDS ? "-from" : "";
  const kinds = either(scene, only.map((kind) => fillFrom(scene, `kind-${kind}`)));
  return fillFrom(scene, `income-${yours ? "yours" : "theirs"}${from}${net ? "-net" : ""}`, { kinds });
}

function amountText(scene, amount) {
  if (amount.high === ENDLESS) return fillFrom(scene, "income-more", { income: money(scene, amount.low) });
  const low = money(scene, amount.low);
  const high = money(scene, amount.high);
  return low === high ? low : fillFrom(scene, "income-from-to", { low, high });
}

function detailsText(scene, details) {
  return details.length ? ` (${details.join(scene.data.formats.list[0])})` : "";
}

/** One finding with its one reason from the template `key`, which `values` fill (only read in a scene that tells). */
function tell(scene, rule, value, open, key, values, limit) {
  const asks = value === null ? open : 0;
  if (!scene.telling) return untold(value, asks);
  const reason = { condition: "income", holds: value, text: fillFrom(scene, key, values) };
  const own = ["person", "couple", "tax"].indexOf(rule.of) !== -1;
  if (own && scene.person && "id" in scene.person) reason.person = scene.person.id;
  if (limit && limit.figure) reason.figure = limit.figure;
  if (limit && limit.until) reason.until = limit.until;
  return finding(value, [reason], asks);
}

function savings(scene, rule) {
  const have = number(scene.facts, "savings");
  let limits = [rule.at_most];
  if (rule.couple_at_most !== null) {
    const self = (scene.people || []).filter((person) => said(person, "relation") === "self")[0];
    const person = scene.person && Object.keys(scene.person).length ? scene.person : self;
    const [spouse, certain] = person && "id" in person ? spouseOf(scene.people || [], person) : [null, false];
    limits = spouse ? [rule.couple_at_most] : certain ? limits : limits.concat([rule.couple_at_most]);
  }
  const findings = limits.map((limit) => savingsUnder(scene, have, limit, rule.margin));
  if (findings.every((found) => found.value === findings[0].value)) return findings[0];
  const unsure = { condition: "savings", holds: null, text: fillFrom(scene, "unit-unsure") };
  return finding(null, [unsure], findings.reduce((open, found) => open | found.open, 0));
}

function savingsUnder(scene, have, limit, margin) {
  const found = resolve(scene, limit);
  const tellOf = (value, open, key, values) => tellSavings(scene, limit, found, value, open, key, values);
  if (found.value === "no-limit") return tellOf(true, 0, "savings-no-limit");
  if (!isNumber(found.value)) {
    const [key, open] = missingFigure(scene, found.missing);
    return tellOf(null, open, key);
  }
  if (have === null) return tellOf(null, ifUnasked(scene.facts, "savings", ASK.savings), "savings-open");
  const value = have <= found.value + CENT ? true : have <= found.value * (1 + margin) + CENT ? null : false;
  const until = () => (found.until ? [fillFrom(scene, "until", { date: date(scene, found.until) })] : []);
  const over = isNear(have, found.value) ? "savings-near" : "savings-over";
  return tellOf(value, 0, value === null ? over : `savings-${word(value)}`, () => ({
    savings: money(scene, have),
    limit: money(scene, found.value),
    details: detailsText(scene, until()),
  }));
}

function tellSavings(scene, limit, found, value, open, key, values) {
  if (!scene.telling) return untold(value, open);
  const reason = { condition: "savings", holds: value, text: fillFrom(scene, key, values && values()) };
  if (limit.id) reason.figure = limit.id;
  if (found.until) reason.until = found.until;
  return finding(value, [reason], open);
}

function expense(scene, rule) {
  const rows = said(scene.facts, "expenses");
  const answers = rule.any_of.map((kind) => (Array.isArray(rows) ? paysFor(rows, kind) : null));
  const value = answers.indexOf(true) !== -1 ? true : answers.indexOf(null) !== -1 ? null : false;
  const open = value === null ? ifUnasked(scene.facts, "expenses", ASK.expenses) : 0;
  if (!scene.telling) return untold(value, open);
  const names = rule.any_of.filter((_, at) => value !== true || answers[at] === true);
  const things = either(scene, names.map((name) => fillFrom(scene, `expense-${name}`)));
  const text = fillFrom(scene, `expense-${word(value)}`, { things });
  return finding(value, [{ condition: "expense", holds: value, text }], open);
}

function paysFor(rows, kind) {
  const answers = rows.filter((row) => said(row, "kind") === kind).map(pays);
  if (!answers.length) return rows.length ? null : false;
  return answers.indexOf(true) !== -1 ? true : answers.indexOf(null) !== -1 ? null : false;
}

function pays(row) {
  if (typeof said(row, "pays") === "boolean") return row.pays;
  const known = ["amount", "amount_low", "amount_high"].map((key) => number(row, key)).filter((one) => one !== null);
  if (known.some((amount) => amount > 0)) return true;
  return known.length ? false : null;
}

export const ABOUT_MONEY = { income, savings, expense };
