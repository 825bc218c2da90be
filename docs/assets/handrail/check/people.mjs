// Who lives in the home: the person who answers first, then the others one by one.

import { t } from "../words.mjs";
import { button, h, linkButton } from "./dom.mjs";
import { isUnknown, people, person, putPerson, removePerson, whole } from "./facts.mjs";
import { choices, input, unknownOptions } from "./fields.mjs";
import { personLabel } from "./labels.mjs";
import { draw } from "./page.mjs";

const OLDEST = 120;
const MOST = 30; // people of one household

export function showPeople(app) {
  const part = app.part();
  if (!people(app.facts()).length) {
    showPerson(app, { relation: "self" });
  } else if (part === "new") {
    showPerson(app, {});
  } else if (part !== null && person(app.facts(), part) !== null) {
    showPerson(app, person(app.facts(), part));
  } else {
    showList(app);
  }
}

function showList(app) {
  const question = app.question("people");
  const facts = app.facts();
  const rows = people(facts).map((one) => {
    const name = one.relation === "self" ? selfLabel(one) : personLabel(app.texts, facts, one.id);
    const remove = () => {
      app.save(removePerson(app.facts(), one.id));
      showList(app);
    };
    return h(
      "li",
      {},
      h("span", { class: "hr-said" }, name),
      h(
        "span",
        { class: "hr-row-actions" },
        linkButton(t("Change"), () => app.go("people/" + one.id, app.then()), name),
        one.relation === "self" ? null : linkButton(t("Remove"), remove, name)
      )
    );
  });
  const add = () => app.go("people/new", app.then());
  draw(app, {
    heading: question.ask,
    hint: question.hint,
    why: question.why,
    body: [
      h("ul", { class: "hr-rows" }, rows),
      rows.length < MOST ? h("p", {}, button(t("Add another person"), "hr-button hr-secondary", add)) : null
    ],
    submit: () => everyone(app),
    go: rows.length === 1 ? t("I live alone") : t("That is everyone"),
    progress: app.progress()
  });
}

/** Whoever came after the incomes were listed has none so far: look at them again. */
function everyone(app) {
  if (app.hasNewPeople) {
    app.hasNewPeople = false;
    app.go("income", app.then());
  } else {
    app.done("people");
  }
  return [];
}

function selfLabel(one) {
  return typeof one.age === "number" ? t("You, %(age)s", { age: one.age }) : t("You");
}

function showPerson(app, known) {
  const question = app.question("people");
  const isSelf = known.relation === "self";
  const hasSpouse = people(app.facts()).some((one) => one.relation === "spouse" && one.id !== known.id);
  const relations = question.choices.filter((choice) => !(choice.value === "spouse" && hasSpouse));
  const relation = isSelf
    ? null
    : choices(
        "relation",
        "radio",
        relations.map((choice) => Object.assign({ checked: choice.value === known.relation }, choice))
      );
  const age = input("age", isSelf ? t("Your age in years") : t("Age in years"), {
    mode: "numeric",
    hint: isSelf ? null : t("Write 0 for a baby under one year."),
    value: isUnknown(known.age) ? "" : known.age
  });
  const unknown = choices("age-unknown", "checkbox", unknownOptions(known.age));
  const submit = () => {
    const errors = [];
    const chosen = isSelf ? ["self"] : relation.values();
    const years = unknown.values()[0] || whole(age.value(), OLDEST);
    if (!chosen.length) {
      errors.push({ field: relation.first, text: t("Choose who this person is to you.") });
    }
    if (years === null) {
      errors.push({ field: age.first, text: t("Write the age as a number from 0 to 120, or choose “Not sure”.") });
    }
    if (!errors.length) {
      keep(app, known, { relation: chosen[0], age: years });
    }
    return errors;
  };
  draw(app, {
    heading: isSelf ? t("How old are you?") : known.id ? t("Change this person") : t("Add a person"),
    hint: isSelf && !known.id ? t("First you, then the others in your home. We do not ask for names.") : null,
    why: question.why,
    body: [
      relation ? h("fieldset", {}, h("legend", {}, t("This person is")), relation.node) : null,
      age.node,
      unknown.node
    ],
    submit: submit
  });
}

function keep(app, known, given) {
  const isNew = !known.id;
  if (isNew && Array.isArray(app.facts().incomes)) {
    app.hasNewPeople = true;
  }
  const isFirst = !people(app.facts()).length;
  app.save(putPerson(app.facts(), Object.assign(known.id ? { id: known.id } : {}, given)));
  if (isFirst) {
    app.go("people", app.then());
  } else {
    app.back();
  }
}
