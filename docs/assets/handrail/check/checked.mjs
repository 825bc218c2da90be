// A question about each person, asked once for everybody: a checkbox per person.

import { t } from "../words.mjs";
import { NOT_SURE, OF_PERSON, RATHER_NOT, askedAbout, isAnswered, writeChecked, writeEach } from "./facts.mjs";
import { choices, select, unknownOptions } from "./fields.mjs";
import { personLabel } from "./labels.mjs";
import { draw } from "./page.mjs";

const NONE = "none";
const MONTHS = 12; // after a birth

export function showChecked(app, id) {
  const question = app.question(id);
  const facts = app.facts();
  const asked = askedAbout(facts, question);
  const key = OF_PERSON[id].key;
  const isYes = (one) => (id === "recent-birth" ? typeof one[key] === "number" : one[key] === OF_PERSON[id].yes);
  const said = isAnswered(facts, id);
  const allAre = (value) => said && asked.every((one) => one[key] === value);
  const months = asked.map((one) => (id === "recent-birth" ? monthsAgo(app, one) : null));
  const options = asked.map((one, at) => ({
    value: one.id,
    label: personLabel(app.texts, facts, one.id),
    checked: said && isYes(one),
    reveal: months[at] ? months[at].node : undefined
  }));
  options.push({ value: NONE, label: t("No one"), alone: true, checked: allAre(OF_PERSON[id].no) });
  const unknown = asked.some((one) => one[key] === NOT_SURE) ? NOT_SURE : allAre(RATHER_NOT) ? RATHER_NOT : null;
  const field = choices(id, "checkbox", options.concat(unknownOptions(unknown, true)));
  const submit = () => {
    const values = field.values();
    if (!values.length) {
      return [{ field: field.first, text: t("Choose who, “No one”, “Not sure” or “Rather not say”.") }];
    }
    const rest = values.find((value) => value === NOT_SURE || value === RATHER_NOT);
    let next = writeChecked(app.facts(), id, asked, values, rest);
    if (id === "recent-birth") {
      next = writeEach(next, id, chosenMonths(asked, months, values));
    }
    app.save(next);
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

function monthsAgo(app, one) {
  const options = [["0", t("Less than 1 month")]];
  for (let month = 1; month <= MONTHS; month += 1) {
    options.push([String(month), String(month)]);
  }
  return select("months-" + one.id, t("How many months ago?"), options, one.months_since_birth);
}

function chosenMonths(asked, months, values) {
  const found = {};
  asked.forEach((one, at) => {
    if (values.indexOf(one.id) !== -1) {
      found[one.id] = Number(months[at].value());
    }
  });
  return found;
}
