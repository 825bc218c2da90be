// A question about the household with a list of things that may be true: programs, situations.

import { t } from "../words.mjs";
import { NOT_SURE, RATHER_NOT, writeMany } from "./facts.mjs";
import { choices, unknownOptions } from "./fields.mjs";
import { draw } from "./page.mjs";

const NONE = "none";

export function showMany(app, id) {
  const question = app.question(id);
  const list = app.texts[id];
  const before = app.facts()[id] || {};
  const ids = list.map((one) => one.id);
  const allAre = (value) => ids.every((one) => before[one] === value);
  const options = list.map((one) => ({ value: one.id, label: one.label, hint: one.hint, checked: before[one.id] === true }));
  options.push({ value: NONE, label: t("None of these"), alone: true, checked: allAre(false) });
  const unknown = ids.some((one) => before[one] === NOT_SURE) ? NOT_SURE : allAre(RATHER_NOT) ? RATHER_NOT : null;
  const field = choices(id, "checkbox", options.concat(unknownOptions(unknown, true)));
  const submit = () => {
    const values = field.values();
    if (!values.length) {
      return [{ field: field.first, text: t("Choose what fits, “None of these”, “Not sure” or “Rather not say”.") }];
    }
    const rest = values.find((value) => value === NOT_SURE || value === RATHER_NOT);
    app.save(writeMany(app.facts(), id, ids, values, rest));
    app.done(id);
    return [];
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
