// What stands behind a word, made ready once: every key is there, with the value it has where nothing was written.
// The twin of the shapes in generators/model/rule.py.

const WEEKS = 13 / 3; // in a month
export const MARGIN = 0.05; // just over a limit is unknown, unless the rule says otherwise

/** A value made ready. `numbers(of, name)` counts: the same number for the same name, from 0. */
export function readyValue(word, value, numbers) {
  return READY[word] ? READY[word](value, (one) => readyAmount(one, numbers), numbers) : value;
}

const READY = {
  age: (rule, amount) => ({ from: amount(rule.from), under: amount(rule.under) }),
  savings: (rule, amount) => ({
    at_most: amount(rule.at_most),
    couple_at_most: amount(rule.couple_at_most),
    margin: or(rule.margin, MARGIN),
  }),
  figure: (rule, amount) => {
    const says = ["is_yes", "is_no", "offered"].find((key) => key in rule);
    return { says, of: amount(rule[says]) };
  },
  income: (rule, amount, numbers) => ({
    of: or(rule.of, "household"),
    at_most: readyLimit(rule.at_most, amount),
    only: or(rule.only, []),
    but_not: or(rule.but_not, []),
    deductions: rule.deductions ? readyDeductions(rule.deductions, amount) : null,
    unborn_count: or(rule.unborn_count, false),
    new_limits: or(rule.new_limits, "01-01"),
    rounding: or(rule.rounding, "none"),
    week_factor: or(rule.week_factor, WEEKS),
    at_least: or(rule.at_least, null),
    margin: or(rule.margin, MARGIN),
    place: numbers("income", JSON.stringify(rule)), // where a scene keeps its limits
    counts: numbers("kinds", JSON.stringify([rule.only, rule.but_not, rule.week_factor])), // and what a unit has of these
  }),
};

function readyLimit(limit, amount) {
  return {
    share: amount(limit.share),
    of: or(limit.of, null),
    amount: amount(limit.amount),
    per: or(limit.per, "month"),
    each_more: amount(limit.each_more),
  };
}

function readyDeductions(wanted, amount) {
  return {
    earned_first: amount(wanted.earned_first),
    earned_share: amount(wanted.earned_share),
    general: amount(wanted.general),
    standard: amount(wanted.standard),
    child_care: or(wanted.child_care, false),
    child_support_paid: or(wanted.child_support_paid, false),
    medical_over: or(wanted.medical_over, null),
    shelter_cap: amount(wanted.shelter_cap),
    shelter_cap_lifted: or(wanted.shelter_cap_lifted, false),
  };
}

/** A number, which is found already (figures.mjs), or the id of a figure and where a scene keeps what it finds; null. */
function readyAmount(value, numbers) {
  if (value === undefined) return null;
  const id = typeof value === "string" ? value : null;
  const place = id === null ? -1 : numbers("figure", id);
  return { id, place, value: id === null ? value : null, missing: "", since: "", until: null, over: null };
}

function or(value, otherwise) {
  return value === undefined ? otherwise : value;
}
