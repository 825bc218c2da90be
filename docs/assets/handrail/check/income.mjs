// The money that comes in: a list, one entry after the other.

import { t } from "../words.mjs";
import { button, h, linkButton } from "./dom.mjs";
import { NOT_SURE, RATHER_NOT, amount, incomes, isUnknown, people, putIncome, removeIncome, whole, writeOne } from "./facts.mjs";
import { choices, input, select, unknownOptions } from "./fields.mjs";
import { incomeLabel, personLabel, unknownLabel } from "./labels.mjs";
import { draw } from "./page.mjs";

const FIXED = "fixed";
const CHANGES = "changes";
const WEEK = 168; // hours

export function showIncome(app, id) {
  const part = app.part();
  const rows = incomes(app.facts());
  if (part === "new") {
    showRow(app, null, {});
  } else if (part !== null && rows[Number(part)]) {
    showRow(app, Number(part), rows[Number(part)]);
  } else {
    showList(app, id, rows);
  }
}

function showList(app, id, rows) {
  const question = app.question(id);
  const facts = app.facts();
  const items = rows.map((row, at) => {
    const about = isAlone(app) ? "" : personLabel(app.texts, facts, row.person) + ": ";
    const words = about + incomeLabel(app.texts, row);
    const remove = () => {
      app.save(removeIncome(app.facts(), at));
      showIncome(app, id);
    };
    return h(
      "li",
      {},
      h("span", { class: "hr-said" }, words),
      h(
        "span",
        { class: "hr-row-actions" },
        linkButton(t("Change"), () => app.go("income/" + at, app.then()), words),
        linkButton(t("Remove"), remove, words)
      )
    );
  });
  const add = () => app.go("income/new", app.then());
  const answer = (value) => () => {
    app.save(writeOne(app.facts(), "incomes", value));
    app.done(id);
    return [];
  };
  const noMoney = isAlone(app) ? t("I have no income") : t("No one has any income");
  draw(app, {
    heading: question.ask,
    hint: question.hint,
    note: isUnknown(facts.incomes) ? t("Your answer so far: %(answer)s", { answer: unknownLabel(facts.incomes) }) : null,
    why: question.why,
    find_out: question.find_out,
    body: rows.length
      ? [h("ul", { class: "hr-rows" }, items), h("p", {}, button(t("Add more income"), "hr-button hr-secondary", add))]
      : [
          h("p", {}, button(t("Add an income"), "hr-button", add)),
          h("p", {}, button(noMoney, "hr-button hr-secondary", answer([]))),
          h(
            "p",
            { class: "hr-actions" },
            button(t("Not sure"), "hr-button hr-quiet", answer(NOT_SURE)),
            button(t("Rather not say"), "hr-button hr-quiet", answer(RATHER_NOT))
          )
        ],
    submit: rows.length ? answer(rows) : null,
    go: t("That is all the income"),
    progress: app.progress()
  });
}

const isAlone = (app) => people(app.facts()).length < 2;

function showRow(app, index, row) {
  const facts = app.facts();
  const pairs = (list) => list.map((one) => [one.id, one.label]);
  const self = people(facts)[0];
  const who = people(facts).map((one) => [one.id, personLabel(app.texts, facts, one.id)]);
  const person = isAlone(app) ? null : select("person", t("Whose money is it?"), who, row.person);
  const kind = select("kind", t("Where does it come from?"), [["", t("Choose")]].concat(pairs(app.texts.income_kinds)), row.kind);
  const much = howMuch(app, row);
  const submit = () => {
    const errors = [];
    if (!kind.value()) {
      errors.push({ field: kind.first, text: t("Choose where the money comes from.") });
    }
    const found = much.read(errors);
    if (!errors.length) {
      const whose = person ? person.value() : self ? self.id : "p1";
      app.save(putIncome(app.facts(), index, Object.assign({ person: whose, kind: kind.value() }, found)));
      app.back();
    }
    return errors;
  };
  draw(app, {
    heading: index === null ? t("Add an income") : t("Change this income"),
    hint: t("Say the amount before taxes are taken out. A good guess is fine."),
    body: [person ? person.node : null, kind.node, h("fieldset", {}, h("legend", {}, t("How much is it?")), much.node)],
    submit: submit,
    go: t("Save this income"),
    quiet: true
  });
}

/** The amount as people know it: always the same, changing, or unknown. `read(errors)` gives its part of the row. */
function howMuch(app, row) {
  const dollars = (id, words, value) =>
    input(id, words, { mode: "decimal", dollars: true, value: typeof value === "number" ? value : "" });
  const plain = dollars("amount", t("Amount in dollars"), row.amount);
  const often = select("per", t("How often?"), app.texts.periods.map((one) => [one.id, one.label]), row.per || "month");
  const hours = input("hours", t("How many hours a week?"), { mode: "numeric", value: row.hours });
  const low = dollars("amount-low", t("In a low month"), row.amount_low);
  const high = dollars("amount-high", t("In a good month"), row.amount_high);
  const showHours = () => {
    hours.node.hidden = often.value() !== "hour";
  };
  often.first.addEventListener("change", showHours);
  showHours();
  const changes = row.amount_low !== undefined;
  const kinds = choices(
    "much",
    "radio",
    [
      {
        value: FIXED,
        label: t("It is about the same each time"),
        checked: !changes && !isUnknown(row.amount),
        reveal: h("div", {}, plain.node, often.node, hours.node)
      },
      { value: CHANGES, label: t("It changes"), checked: changes, reveal: h("div", {}, low.node, high.node) }
    ].concat(unknownOptions(row.amount))
  );
  const read = (errors) => {
    const chosen = kinds.values()[0];
    const wanted = (field) => {
      const found = amount(field.value());
      if (found === null) {
        errors.push({ field: field.first, text: t("Write the amount as a number, such as 850 or 1,200.50.") });
      }
      return found;
    };
    if (chosen === CHANGES) {
      const ends = [wanted(low), wanted(high)];
      return { amount_low: Math.min(ends[0], ends[1]), amount_high: Math.max(ends[0], ends[1]), per: "month" };
    }
    if (chosen !== FIXED) {
      return { amount: chosen, per: "month" };
    }
    const found = { amount: wanted(plain), per: often.value() };
    if (often.value() === "hour") {
      found.hours = whole(hours.value(), WEEK);
      if (found.hours === null) {
        errors.push({ field: hours.first, text: t("Write the hours a week as a number, such as 25.") });
      }
    }
    return found;
  };
  return { node: kinds.node, read: read };
}
