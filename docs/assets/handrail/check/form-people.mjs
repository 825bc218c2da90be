// The people of the home as rows of the form: who they are, and how old.

import { t } from "../words.mjs";
import { button, h } from "./dom.mjs";
import { NOT_SURE, RATHER_NOT, copy, isUnknown, people, putPerson, removePerson, whole } from "./facts.mjs";
import { input, select } from "./fields.mjs";

const OLDEST = 120;
const MOST = 30; // people of one household

/** Rows for `sheet.draft`; gives its node and `read(errors)`. `changed` is called when a row comes or goes. */
export function peopleRows(app, sheet, changed) {
  const question = app.question("people");
  const list = h("div", {});
  const rows = [];
  const add = button(t("Add another person"), "hr-button hr-secondary", () => {
    const row = put({ id: freeId(rows) });
    row.first.focus();
  });

  function put(known) {
    const row = personRow(question, known, rows.length + 1, () => {
      rows.splice(rows.indexOf(row), 1);
      list.removeChild(row.node);
      rows.forEach((one, at) => one.number(at + 1));
      show();
      add.focus();
      changed();
    });
    rows.push(row);
    list.appendChild(row.node);
    show();
    return row;
  }

  function show() {
    add.hidden = rows.length >= MOST;
  }

  (people(sheet.draft).length ? people(sheet.draft) : [{ id: "p1", relation: "self" }]).forEach(put);

  const read = (errors) => {
    const found = rows.filter((row) => !row.isBlank() || (row.isSelf && rows.some((one) => !one.isBlank())));
    const before = errors.length;
    const given = found.map((row) => row.read(errors));
    if (errors.length === before) {
      sheet.draft = withPeople(sheet.draft, given);
    }
  };
  const node = h(
    "fieldset",
    { class: "hr-form-part", "data-question": "people" },
    h("legend", {}, h("h2", {}, question.ask)),
    question.hint ? h("p", { class: "hr-hint" }, question.hint) : null,
    list,
    h("p", {}, add)
  );
  return { id: "people", node: node, read: read };
}

function personRow(question, known, number, gone) {
  const isSelf = known.relation === "self";
  const legend = h("legend", {});
  const count = (at) => {
    legend.textContent = isSelf ? t("You") : t("Person %(number)s", { number: at });
  };
  count(number);
  const choicesOf = [["", t("Choose")]].concat(question.choices.map((choice) => [choice.value, choice.label]));
  const relation = isSelf ? null : select("relation-" + known.id, t("This person is"), choicesOf, known.relation);
  const age = input("age-" + known.id, t("Age in years"), { mode: "numeric", value: isUnknown(known.age) ? "" : known.age });
  const unsure = h("input", { type: "checkbox", id: "age-unsure-" + known.id });
  unsure.checked = isUnknown(known.age);
  const unknown = () => (known.age === RATHER_NOT ? RATHER_NOT : NOT_SURE);
  const name = h("span", { class: "hr-away" });
  const remove = button([t("Remove"), name], "hr-button hr-quiet", () => gone());
  const node = h(
    "fieldset",
    { class: "hr-form-row" },
    legend,
    relation ? relation.node : null,
    age.node,
    h("label", { class: "hr-tick" }, unsure, h("span", {}, t("Age not sure"))),
    isSelf ? null : remove
  );
  const numbered = (at) => {
    count(at);
    name.textContent = ": " + legend.textContent;
  };
  numbered(number);
  return {
    id: known.id,
    isSelf: isSelf,
    node: node,
    first: (relation || age).first,
    number: numbered,
    isBlank: () => !(relation && relation.value()) && !age.value() && !unsure.checked,
    read(errors) {
      const years = age.value() ? whole(age.value(), OLDEST) : unsure.checked ? unknown() : null;
      if (relation && !relation.value()) {
        errors.push({ field: relation.first, text: t("Choose who this person is to you.") });
      }
      if (years === null) {
        errors.push({ field: age.first, text: t("Write the age as a number from 0 to 120, or choose “Not sure”.") });
      }
      return { id: known.id, relation: relation ? relation.value() : "self", age: years };
    }
  };
}

function freeId(rows) {
  return "p" + (Math.max.apply(null, [0].concat(rows.map((row) => Number(row.id.slice(1)) || 0))) + 1);
}

/** The facts with exactly these people; what else was said about them stays. */
function withPeople(facts, given) {
  const ids = given.map((one) => one.id);
  let next = copy(facts);
  people(next)
    .filter((one) => ids.indexOf(one.id) === -1)
    .forEach((one) => {
      next = removePerson(next, one.id);
    });
  given.forEach((one) => {
    next = putPerson(next, one);
  });
  if (!given.length) {
    delete next.people;
  }
  return next;
}
