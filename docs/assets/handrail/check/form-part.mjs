// One question of the form: the view of the questionnaire, without its page. What nobody touched stays as it was.

import { t } from "../words.mjs";
import { h } from "./dom.mjs";
import { OF_HOUSEHOLD, OF_PERSON, copy, isAnswered, people } from "./facts.mjs";

/**
 * `sheet` has `draft` (the facts so far). `how`: `show` draws the question in the questionnaire; `isHeading` makes its
 * words a heading; `withWhy` says why we ask. Gives its node and `read(errors)`, which puts the answer into the draft.
 */
export function part(app, sheet, id, how) {
  const touched = new Set(); // ids of fields
  let drawn = null;
  how.show(
    Object.assign({}, app, {
      facts: () => sheet.draft,
      save: (facts) => {
        sheet.draft = facts;
      },
      done: () => null,
      progress: () => null,
      draw: (parts) => {
        drawn = parts;
      }
    }),
    id
  );
  const node = h(
    "fieldset",
    { class: "hr-form-part", "data-question": id },
    h("legend", {}, how.isHeading ? h("h2", {}, drawn.heading) : drawn.heading),
    drawn.hint ? h("p", { class: "hr-hint" }, drawn.hint) : null,
    how.withWhy ? h("p", { class: "hr-hint" }, drawn.why) : null,
    drawn.body
  );
  people(sheet.draft).forEach((one) => {
    const field = listOf(node, id, one.id);
    if (field && one[OF_PERSON[id].key] === undefined && !(id === "status" && one.wants_help === false)) {
      field.insertBefore(h("option", { value: "" }, t("Not asked")), field.firstChild);
      field.value = "";
    }
  });
  for (const name of ["input", "change"]) {
    node.addEventListener(name, (event) => touched.add(event.target.id));
  }
  const read = (errors) => {
    if (!touched.size) {
      return;
    }
    if (isBlank(node)) {
      sheet.draft = unanswered(sheet.draft, id);
      return;
    }
    drawn.submit().forEach((error) => errors.push(error));
    sheet.draft = withUntouched(sheet.draft, id, node);
  };
  return { id: id, node: node, read: read };
}

/** Nothing ticked, chosen or written, apart from what is not shown. */
function isBlank(node) {
  const fields = Array.from(node.querySelectorAll("input, select")).filter((field) => !field.closest("[hidden]"));
  const isGiven = (field) =>
    field.type === "checkbox" || field.type === "radio" ? field.checked : field.value.trim() !== "";
  return !fields.some(isGiven);
}

/** The facts as if the question had never been answered. */
export function unanswered(facts, id) {
  const next = copy(facts);
  if (id in OF_HOUSEHOLD) {
    delete next[OF_HOUSEHOLD[id]];
  } else if (isAnswered(next, id)) {
    people(next).forEach((one) => delete one[OF_PERSON[id].key]);
  }
  return next;
}

/** The list of answers for one person, where the question has them. */
function listOf(node, id, one) {
  return Array.from(node.querySelectorAll("select")).find((field) => field.id === id + "-" + one) || null;
}

/** Where nothing was chosen for a person, nothing is said about it. */
function withUntouched(after, id, node) {
  const next = copy(after);
  for (const one of people(next)) {
    const field = listOf(node, id, one.id);
    if (field && field.value === "") {
      delete one[OF_PERSON[id].key];
      if (id === "status") {
        delete one.wants_help;
      }
    }
  }
  return next;
}
