// How much money the household has saved.

import { t } from "../words.mjs";
import { amount, isUnknown, writeOne } from "./facts.mjs";
import { choices, input, unknownOptions } from "./fields.mjs";
import { draw } from "./page.mjs";

export function showSavings(app, id) {
  const question = app.question(id);
  const before = app.facts().savings;
  const field = input("savings", t("Amount in dollars"), {
    mode: "decimal",
    dollars: true,
    value: isUnknown(before) ? "" : before
  });
  const unknown = choices("savings-unknown", "checkbox", unknownOptions(before));
  const submit = () => {
    const value = unknown.values()[0] || amount(field.value());
    if (value === null) {
      return [{ field: field.first, text: t("Write the amount as a number, such as 850. Write 0 for nothing.") }];
    }
    app.save(writeOne(app.facts(), "savings", value));
    app.done(id);
    return [];
  };
  draw(app, {
    heading: question.ask,
    hint: question.hint,
    why: question.why,
    find_out: question.find_out,
    body: [field.node, unknown.node],
    submit: submit,
    progress: app.progress()
  });
}
