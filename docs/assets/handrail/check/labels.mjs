// What people, amounts and choices are called.

import { t } from "../words.mjs";
import { NOT_SURE, RATHER_NOT, people } from "./facts.mjs";

const named = (list, id) => list.find((one) => one.id === id);

/** The label of `id` in a list of {id, label}; the id itself where the data has changed since. */
export function label(list, id) {
  const found = named(list, id);
  return found ? found.label : String(id);
}

/** "You", "Child, 4", "Child, 4 (2)" for the second one of the same. */
export function personLabel(texts, facts, id) {
  const all = people(facts);
  const one = all.find((other) => other.id === id);
  if (!one) {
    return "";
  }
  const words = plainLabel(texts, one);
  const same = all.filter((other) => plainLabel(texts, other) === words);
  return same.length > 1 ? t("%(who)s (%(number)s)", { who: words, number: same.indexOf(one) + 1 }) : words;
}

function plainLabel(texts, one) {
  const relation = named(texts.relations, one.relation);
  const who = relation ? relation.person : t("Other person");
  if (one.relation === "self" || typeof one.age !== "number") {
    return who;
  }
  return one.age === 0 ? t("%(who)s, under 1", { who: who }) : t("%(who)s, %(age)s", { who: who, age: one.age });
}

/** "$2,300", "$2,300.50"; from left to right in a language that is not. */
export function money(dollars) {
  const cents = Math.round(dollars * 100);
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  const amount = "$" + whole + (cents % 100 ? "." + String(cents % 100).padStart(2, "0") : "");
  return document.documentElement.dir === "rtl" ? "\u2066" + amount + "\u2069" : amount;
}

/** "Not sure" and "Rather not say" for the two answers that are none; null for any other value. */
export function unknownLabel(value) {
  return value === NOT_SURE ? t("Not sure") : value === RATHER_NOT ? t("Rather not say") : null;
}

/** "Pay from a job, $2,300 each month". */
export function incomeLabel(texts, row) {
  const kind = label(texts.income_kinds, row.kind);
  if (row.amount_low !== undefined) {
    return t("%(kind)s, %(low)s to %(high)s each month", {
      kind: kind,
      low: money(row.amount_low),
      high: money(row.amount_high)
    });
  }
  if (typeof row.amount !== "number") {
    return kind + ": " + unknownLabel(row.amount);
  }
  const often = label(texts.periods, row.per).toLowerCase();
  const values = { kind: kind, amount: money(row.amount), often: often, hours: row.hours };
  return row.per === "hour"
    ? t("%(kind)s, %(amount)s %(often)s, %(hours)s hours a week", values)
    : t("%(kind)s, %(amount)s %(often)s", values);
}
