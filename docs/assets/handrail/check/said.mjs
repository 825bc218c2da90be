// What was answered to a question, as lines of text.

import { t } from "../words.mjs";
import { NOT_SURE, OF_HOUSEHOLD, OF_PERSON, RATHER_NOT, incomes, isUnknown, people, statusAnswer } from "./facts.mjs";
import { incomeLabel, label, money, personLabel, unknownLabel } from "./labels.mjs";

/** The answer to a question, one line for each thing said. */
export function said(texts, facts, id) {
  const whole = facts[OF_HOUSEHOLD[id]];
  if (id in OF_HOUSEHOLD && isUnknown(whole)) {
    return [unknownLabel(whole)];
  }
  return id in OF_HOUSEHOLD ? HOUSEHOLD[id](texts, facts) : ofPeople(texts, facts, id);
}

const HOUSEHOLD = {
  place: (texts, facts) => {
    const place = facts.place || {};
    const state = texts.states.find(([code]) => code === place.state);
    const lines = [state ? state[1] : unknownLabel(place.state), place.county, place.zip];
    return lines.filter((line) => line && !isUnknown(line));
  },
  people: (texts, facts) => people(facts).map((one) => personLabel(texts, facts, one.id)),
  receives: (texts, facts) => checked(texts.receives, facts.receives),
  situations: (texts, facts) => checked(texts.situations, facts.situations),
  income: (texts, facts) =>
    incomes(facts).length
      ? incomes(facts).map((row) => personLabel(texts, facts, row.person) + ": " + incomeLabel(texts, row))
      : [t("No income")],
  expenses: (texts, facts) => {
    const rows = Array.isArray(facts.expenses) ? facts.expenses : [];
    const amount = (row) => (typeof row.amount === "number" ? ": " + money(row.amount) : "");
    return rows.length ? rows.map((row) => label(texts.expense_kinds, row.kind) + amount(row)) : [t("None of these")];
  },
  savings: (texts, facts) => [money(facts.savings)]
};

function checked(list, answers) {
  const given = answers || {};
  const yes = list.filter((one) => given[one.id] === true).map((one) => one.label);
  const values = Object.keys(given).map((key) => given[key]);
  const unknown = [NOT_SURE, RATHER_NOT].find((value) => values.indexOf(value) !== -1);
  return yes.length || unknown ? yes.concat(unknown ? [unknownLabel(unknown)] : []) : [t("None of these")];
}

function ofPeople(texts, facts, id) {
  const { key, no } = OF_PERSON[id];
  const name = (one) => personLabel(texts, facts, typeof one === "string" ? one : one.id);
  const lines = [];
  for (const one of people(facts).filter((one) => one[key] !== undefined && one[key] !== no)) {
    const value = id === "status" && one.status !== undefined ? statusAnswer(one) : one[key];
    if (id === "status" && one.wants_help === false) {
      lines.push(name(one) + ": " + t("Does not want help"));
    } else if (isUnknown(value)) {
      lines.push(name(one) + ": " + unknownLabel(value));
    } else if (no !== undefined && typeof value === "boolean") {
      lines.push(name(one));
    } else if (value !== null) {
      lines.push(name(one) + ": " + valueLabel(texts, id, value, name));
    }
  }
  return lines.length ? lines : [t("No one")];
}

function valueLabel(texts, id, value, name) {
  switch (id) {
    case "status":
      return label(texts.statuses, value);
    case "recent-birth":
      return value === 0 ? t("Less than 1 month") : t("%(count)s months ago", { count: value });
    case "married":
    case "tax-dependents":
      return name(value);
    default:
      return String(value);
  }
}
