// What the household pays itself.

import { t } from "../words.mjs";
import { NOT_SURE, RATHER_NOT, amount, isUnknown, writeOne } from "./facts.mjs";
import { choices, input, unknownOptions } from "./fields.mjs";
import { draw } from "./page.mjs";

const NONE = "none";
const ONLY_PAID = ["heating", "electricity", "phone"]; // that they are paid is enough

export function showExpenses(app, id) {
  const question = app.question(id);
  const before = app.facts().expenses;
  const rows = Array.isArray(before) ? before : [];
  const list = app.texts.expense_kinds;
  const amounts = list.map((one) => {
    const row = rows.find((other) => other.kind === one.id) || {};
    return ONLY_PAID.indexOf(one.id) !== -1
      ? null
      : input("amount-" + one.id, t("How much each month? Leave it empty if you are not sure."), {
          mode: "decimal",
          dollars: true,
          value: typeof row.amount === "number" ? row.amount : ""
        });
  });
  const options = list.map((one, at) => ({
    value: one.id,
    label: one.label,
    hint: one.hint,
    checked: rows.some((row) => row.kind === one.id),
    reveal: amounts[at] ? amounts[at].node : undefined
  }));
  options.push({ value: NONE, label: t("None of these"), alone: true, checked: Array.isArray(before) && !rows.length });
  const field = choices(id, "checkbox", options.concat(unknownOptions(isUnknown(before) ? before : null)));
  const submit = () => {
    const values = field.values();
    if (!values.length) {
      return [{ field: field.first, text: t("Choose what you pay, “None of these”, “Not sure” or “Rather not say”.") }];
    }
    const errors = [];
    const unknown = values.find((value) => value === NOT_SURE || value === RATHER_NOT);
    const paid = [];
    list.forEach((one, at) => {
      if (values.indexOf(one.id) !== -1) {
        paid.push(row(one.id, amounts[at], errors));
      }
    });
    if (!errors.length) {
      app.save(writeOne(app.facts(), "expenses", unknown || paid));
      app.done(id);
    }
    return errors;
  };
  draw(app, {
    heading: question.ask,
    hint: question.hint,
    why: question.why,
    find_out: question.find_out,
    body: [field.node],
    submit: submit,
    progress: app.progress()
  });
}

function row(kind, field, errors) {
  if (field === null) {
    return { kind: kind, pays: true };
  }
  if (!field.value()) {
    return { kind: kind, amount: NOT_SURE, per: "month" };
  }
  const dollars = amount(field.value());
  if (dollars === null) {
    errors.push({ field: field.first, text: t("Write the amount as a number, such as 850 or 1,200.50.") });
  }
  return { kind: kind, amount: dollars, per: "month" };
}
