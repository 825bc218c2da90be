// The money that comes in, as rows of the form.

import { t } from "../words.mjs";
import { button, clear, h } from "./dom.mjs";
import { NOT_SURE, RATHER_NOT, amount, incomes, isUnknown, people, whole, writeOne } from "./facts.mjs";
import { choices, input, select, unknownOptions } from "./fields.mjs";
import { unanswered } from "./form-part.mjs";
import { personLabel } from "./labels.mjs";

const NONE = "none";
const CHANGES = "changes"; // an amount that is not always the same
const WEEK = 168; // hours

/** Rows for `sheet.draft`; gives its node, `read(errors)` and `renamed()` for when the people have changed. */
export function incomeRows(app, sheet) {
  const question = app.question("income");
  const before = sheet.draft.incomes;
  const list = h("div", {});
  const rows = [];
  let last = 0;
  let touched = false;

  function put(known) {
    last += 1;
    const row = incomeRow(app, sheet, known, last, () => {
      remove(row);
      add.focus();
    });
    rows.push(row);
    list.appendChild(row.node);
    return row;
  }

  function remove(row) {
    rows.splice(rows.indexOf(row), 1);
    list.removeChild(row.node);
    touched = true;
  }

  /** The money of somebody who is not in the home any more does not count. */
  function removeGone() {
    const ids = whoCan(app, sheet).map(([id]) => id);
    rows.filter((row) => ids.indexOf(row.whose()) === -1).forEach(remove);
    if (!rows.length) {
      put({});
    }
  }

  const add = button(t("Add more income"), "hr-button hr-secondary", () => put({}).first.focus());
  (incomes(sheet.draft).length ? incomes(sheet.draft) : [{}]).forEach(put);
  const isNone = Array.isArray(before) && !before.length;
  const noOne = { value: NONE, label: t("No one has any income"), alone: true, checked: isNone };
  const none = choices("income-none", "checkbox", [noOne].concat(unknownOptions(isUnknown(before) ? before : null)));
  const node = h(
    "fieldset",
    { class: "hr-form-part", "data-question": "income" },
    h("legend", {}, question.ask),
    h("p", { class: "hr-hint" }, t("Say the amount before taxes are taken out. A good guess is fine.")),
    list,
    h("p", {}, add),
    none.node
  );
  for (const name of ["input", "change"]) {
    node.addEventListener(name, () => {
      touched = true;
    });
  }
  const read = (errors) => {
    removeGone();
    if (!touched) {
      return;
    }
    const started = errors.length;
    const found = rows.filter((row) => !row.isBlank()).map((row) => row.read(errors));
    const whole = found.length ? found : none.values()[0] === NONE ? [] : none.values()[0];
    if (errors.length === started) {
      sheet.draft = whole === undefined ? unanswered(sheet.draft, "income") : writeOne(sheet.draft, "incomes", whole);
    }
  };
  return { id: "income", node: node, read: read, renamed: () => rows.forEach((row) => row.renamed()) };
}

function incomeRow(app, sheet, known, number, gone) {
  const id = (name) => name + "-" + number;
  const dollars = (name, words, value) =>
    input(id(name), words, { mode: "decimal", dollars: true, value: typeof value === "number" ? value : "" });
  const pairs = (items) => items.map((one) => [one.id, one.label]);
  const whose = select(id("person"), t("Whose money is it?"), whoCan(app, sheet), known.person);
  const kinds = [["", t("Choose")]].concat(pairs(app.texts.income_kinds));
  const kind = select(id("kind"), t("Where does it come from?"), kinds, known.kind);
  const plain = dollars("amount", t("Amount in dollars"), known.amount);
  const low = dollars("amount-low", t("In a low month"), known.amount_low);
  const high = dollars("amount-high", t("In a good month"), known.amount_high);
  const hours = input(id("hours"), t("How many hours a week?"), { mode: "numeric", value: known.hours });
  const ways = pairs(app.texts.periods).concat([
    [CHANGES, t("It changes")],
    [NOT_SURE, t("Not sure")],
    [RATHER_NOT, t("Rather not say")]
  ]);
  const isChanging = known.amount_low !== undefined;
  const way = isChanging ? CHANGES : isUnknown(known.amount) ? known.amount : known.per || "month";
  const often = select(id("per"), t("How often?"), ways, way);
  const show = () => {
    const chosen = often.value();
    plain.node.hidden = chosen === CHANGES || isUnknown(chosen);
    low.node.hidden = high.node.hidden = chosen !== CHANGES;
    hours.node.hidden = chosen !== "hour";
    whose.node.hidden = people(sheet.draft).length < 2;
  };
  often.first.addEventListener("change", show);
  const name = t("Money %(number)s", { number: number });
  const remove = button([t("Remove"), h("span", { class: "hr-away" }, ": ", name)], "hr-button hr-quiet", gone);
  const node = h(
    "fieldset",
    { class: "hr-form-row" },
    h("legend", {}, name),
    [whose, kind, plain, low, high, often, hours].map((field) => field.node),
    remove
  );
  show();

  const wanted = (field, errors) => {
    const found = amount(field.value());
    if (found === null) {
      errors.push({ field: field.first, text: t("Write the amount as a number, such as 850 or 1,200.50.") });
    }
    return found;
  };
  const howMuch = (errors) => {
    const chosen = often.value();
    if (isUnknown(chosen)) {
      return { amount: chosen, per: "month" };
    }
    if (chosen === CHANGES) {
      const ends = [wanted(low, errors), wanted(high, errors)];
      return { amount_low: Math.min(ends[0], ends[1]), amount_high: Math.max(ends[0], ends[1]), per: "month" };
    }
    const found = { amount: wanted(plain, errors), per: chosen };
    if (chosen === "hour") {
      found.hours = whole(hours.value(), WEEK);
      if (found.hours === null) {
        errors.push({ field: hours.first, text: t("Write the hours a week as a number, such as 25.") });
      }
    }
    return found;
  };
  return {
    node: node,
    whose: () => whose.value(),
    first: people(sheet.draft).length < 2 ? kind.first : whose.first,
    isBlank: () => !kind.value() && !plain.value() && !low.value() && !high.value(),
    read(errors) {
      if (!kind.value()) {
        errors.push({ field: kind.first, text: t("Choose where the money comes from.") });
      }
      return Object.assign({ person: whose.value() || "p1", kind: kind.value() }, howMuch(errors));
    },
    renamed() {
      const chosen = whose.value();
      const options = whoCan(app, sheet);
      clear(whose.first);
      options.forEach(([value, words]) => whose.first.appendChild(h("option", { value: value }, words)));
      whose.first.value = options.some(([value]) => value === chosen) ? chosen : options[0][0];
      show();
    }
  };
}

function whoCan(app, sheet) {
  const who = people(sheet.draft).map((one) => [one.id, personLabel(app.texts, sheet.draft, one.id)]);
  return who.length ? who : [["p1", t("You")]];
}
