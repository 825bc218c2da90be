// The first step: what the person needs.

import { isKept } from "../keep/device.mjs";
import { sharedTick } from "../keep/shared.mjs";
import { wipe, write } from "../state.mjs";
import { t } from "../words.mjs";
import { button, h } from "./dom.mjs";
import { choices } from "./fields.mjs";
import { draw } from "./page.mjs";

const EVERYTHING = "everything";

/** The needs to choose from: the field, and the ids that are chosen, [] for none. */
export function needsField(app) {
  const needs = app.texts.needs;
  const open = needs.filter((need) => !need.sensitive).map((need) => need.id);
  const before = app.needs();
  const isEverything = before.length > 0 && open.every((id) => before.indexOf(id) !== -1);
  const isChecked = (id) => (app.chosen.length ? app.chosen.indexOf(id) !== -1 : !isEverything && before.indexOf(id) !== -1);
  const options = needs.map((need) => ({ value: need.id, label: need.name, checked: isChecked(need.id) }));
  options.push({
    value: EVERYTHING,
    label: t("I am not sure: check everything"),
    alone: true,
    checked: isEverything && !app.chosen.length
  });
  const field = choices("needs", "checkbox", options);
  field.node.classList.add("hr-picks");
  return {
    node: field.node,
    chosen: () => (field.values().indexOf(EVERYTHING) !== -1 ? open : field.values()),
    missing: () => ({ field: field.first, text: t("Choose at least one, or “check everything”.") })
  };
}

/** Keep what was chosen; from a sensitive need on, answers stay in memory only. */
export function keepNeeds(app, chosen) {
  const isSensitive = app.texts.needs.some((need) => need.sensitive && chosen.indexOf(need.id) !== -1);
  write(isSensitive ? { needs: chosen, sensitive: true } : { needs: chosen });
  app.chosen = [];
}

export function showNeeds(app) {
  const field = needsField(app);
  const submit = () => {
    if (!field.chosen().length) {
      return [field.missing()];
    }
    keepNeeds(app, field.chosen());
    if (app.isChange()) {
      app.done("needs");
    } else {
      app.next();
    }
    return [];
  };
  draw(app, {
    heading: t("What do you need help with?"),
    hint: t("Choose all that fit. Then we ask a few short questions. You can skip any of them and stop at any time."),
    body: [field.node, hasAnswers(app) ? again(app) : null, sharedTick(), onPaper(app)],
    submit: submit,
    quiet: !hasAnswers(app)
  });
}

function hasAnswers(app) {
  return app.needs().length > 0 && Object.keys(app.facts()).length > 0;
}

function onPaper(app) {
  const way = (name, words) => {
    const address = app.element.getAttribute(name);
    return address ? h("li", {}, h("a", { href: address }, words)) : null;
  };
  return h(
    "ul",
    { class: "hr-links hr-on-paper" },
    way("data-form", t("All questions on one page, for helpers")),
    way("data-paper", t("Print the questions on paper instead"))
  );
}

function again(app) {
  const forget = () => {
    wipe();
    app.chosen = [];
    showNeeds(app);
  };
  return h(
    "div",
    { class: "hr-notice" },
    h("p", {}, t("Your answers from before are still here.")),
    isKept() ? h("p", {}, t("If you forget them, the plan kept on this device is deleted too.")) : null,
    h("p", { class: "hr-actions" }, button(t("Forget them and start again"), "hr-button hr-secondary", forget))
  );
}
