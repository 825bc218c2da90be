// Conditions about money. The twin of generators/rules/about_money.py.
import { missingFigure, word } from "./about_people.mjs";
import { ifUnasked, isNumber, number, said } from "./answers.mjs";
import { resolve } from "./figures.mjs";
import { allOf, finding, once } from "./findings.mjs";
import { limitFor } from "./limits.mjs";
import { costs, elderlyOrDisabled, ENDLESS, incomesOf, least, NOTHING, plus, range, SHELTER } from "./money.mjs";
import { date, either, fillFrom, money } from "./reasons.mjs";
import { babies, spouseOf, unitsOf } from "./units.mjs";

const MARGIN = 0.05;
const CENT = 0.005;
const MOST_KINDS = 3;

function marginOf(rule) {
  return "margin" in rule ? rule.margin : MARGIN;
}

/** Income at or under the limit, for every way in which the family may be counted. */
function income(scene, rule) {
  const kind = rule.of || "household";
  const units = unitsOf(scene, kind);
  if (!units.options.length) {
    const key = units.open.indexOf("people") !== -1 ? "people-open" : "unit-unsure";
    return tell(scene, rule, null, fillFrom(scene, key), units.open.concat(ifUnasked(scene.facts, "incomes", "income")));
  }
  const findings = units.options.map((unit) => ofUnit(scene, rule, kind, unit));
  const same = findings.every((found) => found.value === findings[0].value);
  if (findings.length === 1 || (same && findings[0].value !== null)) return findings[0];
  const open = once(units.open.concat(...findings.map((found) => found.open)));
  if (!same) return tell(scene, rule, null, fillFrom(scene, "unit-unsure"), open);
  return finding(null, findings[0].reasons, open);
}

function ofUnit(scene, rule, kind, unit) {
  const incomes = incomesOf(scene, unit.earners, rule, unit.everyone);
  const total = plus(incomes.earned, incomes.other);
  const [fewest, most, askBabies] = rule.unborn_count ? babies(scene, kind, unit) : [0, 0, []];
  const size = unit.members.length + fewest;
  const limit = limitFor(scene, rule, size);
  const highest = limitFor(scene, rule, unit.members.length + most);
  const found = againstLimit(scene, rule, unit, { incomes, total, size, limit, highest, askBabies });
  const atLimit = naming(scene, unit, found);
  if (!("at_least" in rule)) return atLimit;
  return allOf([atLeast(scene, rule, unit, incomes, total), atLimit]);
}

/** The finding with who was counted, where that is not everybody who lives here. */
function naming(scene, unit, found) {
  if (unit.members.length === (scene.people || []).length) return found;
  const counted = unit.members.map((person) => person.id);
  const reasons = found.reasons.map((reason) => Object.assign({}, reason, { counted }));
  return finding(found.value, reasons, found.open, found.through);
}

/** At or under at the worst end holds, over the margin at the best end fails. */
function againstLimit(scene, rule, unit, { incomes, total, size, limit, highest, askBabies }) {
  const ask = (incomes.unasked ? ["income"] : []).concat(askBabies);
  if (limit.says === "no-limit") return tell(scene, rule, true, fillFrom(scene, "income-no-limit"), [], limit);
  if (limit.says === "not-offered") return tell(scene, rule, false, fillFrom(scene, "income-not-offered"), [], limit);
  if (limit.says || limit.dollars <= 0) {
    const [key, place] = missingFigure(scene, limit.says);
    return tell(scene, rule, null, fillFrom(scene, key), place.concat(place.length ? ask : []), limit);
  }
  const [counted, askCosts] = countable(scene, rule, unit, incomes, total, size);
  const largest = highest.says ? limit.dollars : Math.max(limit.dollars, highest.dollars);
  const overForSure = largest * (1 + marginOf(rule)) + CENT;
  const values = {
    what: what(scene, rule, unit, Boolean(rule.deductions)),
    income: amountText(scene, counted),
    limit: money(scene, limit.dollars),
    count: size,
    details: detailsText(limit.details),
  };
  const full = (value, key, open) => tell(scene, rule, value, fillFrom(scene, key, values), open, limit);
  if (counted.high <= limit.dollars + CENT) return full(true, "income-holds", []);
  if (counted.low > overForSure && !highest.says) return full(false, "income-fails", []);
  if (incomes.unasked) return full(null, "income-open", ask);
  if (total.high === ENDLESS) return full(null, "income-unsure", ask.concat(askCosts));
  if (askCosts.length) return full(null, "expenses-matter", ask.concat(askCosts));
  const near = counted.high <= overForSure && counted.low > limit.dollars + CENT;
  return full(null, near ? "income-near" : "income-between", ask);
}

function atLeast(scene, rule, unit, incomes, total) {
  const needed = rule.at_least;
  if (total.low >= needed - CENT) return finding(true);
  if (total.high >= needed - CENT) {
    const key = incomes.unasked ? "income-open" : "income-at-least-open";
    return tell(scene, rule, null, fillFrom(scene, key), incomes.unasked ? ["income"] : []);
  }
  const values = { what: what(scene, rule, unit, false), income: amountText(scene, total), least: money(scene, needed) };
  return tell(scene, rule, false, fillFrom(scene, "income-at-least-fails", values), []);
}

/** The income that counts, from the least (most deductions) to the most; and the questions that would narrow it. */
function countable(scene, rule, unit, incomes, total, size) {
  const wanted = rule.deductions;
  if (!wanted) return [total, []];
  const bounds = (key, most) => boundsOf(scene, wanted[key], size, most);
  const earnedFirst = bounds("earned_first");
  const general = bounds("general");
  const earnedShare = bounds("earned_share", 1);
  let fixed = bounds("standard");
  let shelter = NOTHING;
  let cap = NOTHING;
  const ids = unit.members.map((person) => person.id);
  const [frail, somebody] = elderlyOrDisabled(scene, unit.members);
  let needsCosts = false;
  let needsHealth = false;
  for (const [key, kind] of [["child_care", "child-care"], ["child_support_paid", "child-support-paid"]]) {
    if (wanted[key]) {
      fixed = plus(fixed, costs(scene, [kind], ids, unit.everyone));
      needsCosts = true;
    }
  }
  if ("medical_over" in wanted && frail.length) {
    const paid = costs(scene, ["medical"], frail, frail.length === (scene.people || []).length);
    const over = wanted.medical_over;
    fixed = plus(fixed, range(somebody ? Math.max(0, paid.low - over) : 0, Math.max(0, paid.high - over)));
    needsCosts = true;
    needsHealth = true;
  }
  if ("shelter_cap" in wanted) {
    shelter = costs(scene, SHELTER, ids, unit.everyone);
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
  if (!matters) return [];
  const questions = needsCosts ? ifUnasked(scene.facts, "expenses", "expenses") : [];
  if (needsHealth) {
    for (const person of unit.members) {
      questions.push(...ifUnasked(person, "disabled", "disabled"), ...ifUnasked(person, "age", "people"));
    }
  }
  return once(questions);
}

function boundsOf(scene, value, size, most) {
  if (value === undefined) return NOTHING;
  const found = resolve(scene, value, size).value;
  return isNumber(found) ? range(found, found) : range(0, most === undefined ? ENDLESS : most);
}

function what(scene, rule, unit, net) {
  const yours = unit.members.some((person) => said(person, "relation") === "self");
  const only = rule.only || [];
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

function detailsText(details) {
  return details.length ? ` (${details.join(", ")})` : "";
}

function tell(scene, rule, value, text, open, limit) {
  const reason = { condition: "income", holds: value, text };
  const own = ["person", "couple", "tax"].indexOf(rule.of) !== -1;
  if (own && scene.person && "id" in scene.person) reason.person = scene.person.id;
  if (limit && limit.figure) reason.figure = limit.figure;
  if (limit && limit.until) reason.until = limit.until;
  return finding(value, [reason], value === null ? once(open) : []);
}

function savings(scene, rule) {
  const have = number(scene.facts, "savings");
  let limits = [rule.at_most];
  if ("couple_at_most" in rule) {
    const self = (scene.people || []).filter((person) => said(person, "relation") === "self")[0];
    const person = scene.person && Object.keys(scene.person).length ? scene.person : self;
    const [spouse, certain] = person && "id" in person ? spouseOf(scene.people || [], person) : [null, false];
    limits = spouse ? [rule.couple_at_most] : certain ? limits : limits.concat([rule.couple_at_most]);
  }
  const findings = limits.map((limit) => savingsUnder(scene, have, limit, marginOf(rule)));
  if (findings.every((found) => found.value === findings[0].value)) return findings[0];
  const unsure = { condition: "savings", holds: null, text: fillFrom(scene, "unit-unsure") };
  return finding(null, [unsure], once([].concat(...findings.map((found) => found.open))));
}

function savingsUnder(scene, have, limit, margin) {
  const found = resolve(scene, limit);
  let value = null;
  let open = [];
  let text;
  if (found.value === "no-limit") {
    value = true;
    text = fillFrom(scene, "savings-no-limit");
  } else if (!isNumber(found.value)) {
    const [key, ask] = missingFigure(scene, found.missing);
    open = ask;
    text = fillFrom(scene, key);
  } else if (have === null) {
    text = fillFrom(scene, "savings-open");
    open = ifUnasked(scene.facts, "savings", "savings");
  } else {
    value = have <= found.value + CENT ? true : have <= found.value * (1 + margin) + CENT ? null : false;
    const until = found.until ? [fillFrom(scene, "until", { date: date(scene, found.until) })] : [];
    const key = value === null ? "savings-near" : `savings-${word(value)}`;
    const values = { savings: money(scene, have), limit: money(scene, found.value), details: detailsText(until) };
    text = fillFrom(scene, key, values);
  }
  const reason = { condition: "savings", holds: value, text };
  if (typeof limit === "string") reason.figure = limit;
  if (found.until) reason.until = found.until;
  return finding(value, [reason], open);
}

function expense(scene, rule) {
  const rows = said(scene.facts, "expenses");
  const answers = rule.any_of.map((kind) => (Array.isArray(rows) ? paysFor(rows, kind) : null));
  const value = answers.indexOf(true) !== -1 ? true : answers.indexOf(null) !== -1 ? null : false;
  const names = rule.any_of.filter((_, at) => value !== true || answers[at] === true);
  const things = either(scene, names.map((name) => fillFrom(scene, `expense-${name}`)));
  const text = fillFrom(scene, `expense-${word(value)}`, { things });
  const open = value === null ? ifUnasked(scene.facts, "expenses", "expenses") : [];
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
