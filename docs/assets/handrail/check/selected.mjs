// A question about each person with a list of answers for each.

import { t } from "../words.mjs";
import { NOT_SURE, OF_PERSON, RATHER_NOT, askedAbout, copy, people, person, statusAnswer, writeEach } from "./facts.mjs";
import { select } from "./fields.mjs";
import { personLabel } from "./labels.mjs";
import { draw } from "./page.mjs";

const NOBODY = "nobody";
const NO_HELP = "no-help"; // wants no help, so is not asked
const CHILD_UNDER = 19; // a dependent of the person who answers, unless said otherwise

// For each question: the answers, which of them stands at first, and how it reads as a fact.
const KINDS = {
  "babies-expected": {
    options: (app, question) => question.choices.map((choice) => [choice.value, choice.label]),
    first: () => "1",
    fact: Number
  },
  married: {
    options: (app, question, one) => [[NOBODY, t("Not married to anyone here")]].concat(others(app, one)),
    first: () => NOBODY,
    fact: (value) => (value === NOBODY ? null : value)
  },
  "tax-dependents": {
    options: (app, question, one) => [[NOBODY, t("Nobody")]].concat(others(app, one)),
    first: (app, one) => (one.relation === "child" && one.age < CHILD_UNDER ? people(app.facts())[0].id : NOBODY),
    fact: (value) => (value === NOBODY ? null : value)
  },
  status: {
    options: (app, question) => [[NO_HELP, t("Does not want help")]].concat(question.choices.map((one) => [one.value, one.label])),
    first: (app, one) => (one.wants_help === false ? NO_HELP : RATHER_NOT),
    fact: (value) => (value === NO_HELP ? RATHER_NOT : value)
  }
};

export function showSelected(app, id) {
  const question = app.question(id);
  const kind = KINDS[id];
  const facts = app.facts();
  const asked = askedAbout(facts, question);
  const fields = asked.map((one) => {
    const known = id === "status" ? statusAnswer(one) : one[OF_PERSON[id].key];
    const value = isToBegin(id, one, known) ? kind.first(app, one) : known === null ? NOBODY : String(known);
    const options = kind.options(app, question, one).concat([[NOT_SURE, t("Not sure")], [RATHER_NOT, t("Rather not say")]]);
    return select(id + "-" + one.id, personLabel(app.texts, facts, one.id), options, value);
  });
  const submit = () => {
    const values = {};
    asked.forEach((one, at) => {
      const value = fields[at].value();
      values[one.id] = value === NOT_SURE || value === RATHER_NOT ? value : kind.fact(value);
    });
    const next = writeEach(app.facts(), id, values);
    app.save(id === "status" ? wanting(next, asked, fields) : next);
    app.done(id);
    return [];
  };
  draw(app, {
    heading: question.ask,
    hint: question.hint,
    why: question.why,
    find_out: question.find_out,
    body: fields.map((field) => field.node),
    submit: submit,
    progress: app.progress()
  });
}

const isToBegin = (id, one, known) => known === undefined || (id === "status" && one.wants_help === false);

function others(app, one) {
  const facts = app.facts();
  return people(facts)
    .filter((other) => other.id !== one.id)
    .map((other) => [other.id, personLabel(app.texts, facts, other.id)]);
}

/** Who wants no help is no candidate for any service. */
function wanting(facts, asked, fields) {
  const next = copy(facts);
  asked.forEach((one, at) => {
    const same = person(next, one.id);
    if (fields[at].value() === NO_HELP) {
      same.wants_help = false;
    } else {
      delete same.wants_help;
    }
  });
  return next;
}
