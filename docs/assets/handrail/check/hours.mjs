// How many hours each person works.

import { t } from "../words.mjs";
import { OF_PERSON, askedAbout, isUnknown, whole, writeEach } from "./facts.mjs";
import { choices, input, unknownOptions } from "./fields.mjs";
import { personLabel } from "./labels.mjs";
import { draw } from "./page.mjs";

const WEEK = 168;

export function showHours(app, id) {
  const question = app.question(id);
  const facts = app.facts();
  const asked = askedAbout(facts, question);
  const known = asked.map((one) => one[OF_PERSON[id].key]);
  const fields = asked.map((one, at) =>
    input("hours-" + one.id, personLabel(app.texts, facts, one.id), {
      mode: "numeric",
      value: isUnknown(known[at]) ? "" : known[at]
    })
  );
  const unknown = choices("hours-unknown", "checkbox", unknownOptions(known.find(isUnknown)));
  const submit = () => {
    const rest = unknown.values()[0];
    const errors = [];
    const values = {};
    fields.forEach((field, at) => {
      const hours = field.value() ? whole(field.value(), WEEK) : rest;
      if (hours === null || hours === undefined) {
        errors.push({ field: field.first, text: t("Write the hours as a number. Write 0 for no work.") });
      }
      values[asked[at].id] = hours;
    });
    if (!errors.length) {
      app.save(writeEach(app.facts(), id, values));
      app.done(id);
    }
    return errors;
  };
  draw(app, {
    heading: question.ask,
    hint: question.hint,
    why: question.why,
    find_out: question.find_out,
    body: fields.map((field) => field.node).concat(unknown.node),
    submit: submit,
    progress: app.progress()
  });
}
