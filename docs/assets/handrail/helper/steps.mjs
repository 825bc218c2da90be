// The steps of one service: who does each, and by which day.

import { choice, el } from "../plan/element.mjs";
import { daysAfter, stepKey } from "../plan.mjs";
import { language, t } from "../words.mjs";

const OTHER = "other"; // a day of one's own

/** Who can do a step, as helpers say it. */
export const owners = () => [
  ["", t("not chosen yet")],
  ["me", t("the family")],
  ["helper", t("you, the helper")],
  ["agency", t("the agency")]
];

const soon = () => [
  ["", t("no day set")],
  ["0", t("today")],
  ["1", t("tomorrow")],
  ["7", t("in 1 week")],
  ["14", t("in 2 weeks")],
  ["30", t("in 30 days")],
  [OTHER, t("another day")]
];

export function steps(page, id) {
  const service = page.data.services[id];
  return el(
    "ol",
    { class: "helper-steps", lang: service.language === language() ? null : service.language },
    service.steps.map((step, index) => one(page, step, stepKey(id, index), "helper-step-" + id + "-" + index))
  );
}

function one(page, step, key, words) {
  const due = page.plan.due[key] || "";
  const known = soon().filter((one) => one[0] && one[0] !== OTHER && daysAfter(page.today, Number(one[0])) === due)[0];
  const isOther = due !== "" && !known;
  const field = el(
    "label",
    { hidden: !isOther },
    el("span", null, t("Day")),
    el("input", {
      type: "date",
      value: due,
      autocomplete: "off",
      "data-key": "due:" + key,
      "aria-describedby": words,
      on: { change: (event) => page.setDue(key, event.target.value) }
    })
  );
  const choose = (days) => {
    field.hidden = days !== OTHER;
    if (days !== OTHER) {
      page.setDue(key, days === "" ? "" : daysAfter(page.today, Number(days)));
    } else {
      field.lastChild.focus();
    }
  };
  return el(
    "li",
    null,
    el("span", { id: words }, step.do),
    el(
      "div",
      { class: "helper-set-row", lang: language() },
      el("label", null, el("span", null, t("Who")), [
        choice(owners(), page.plan.owners[key] || "", (who) => page.setOwner(key, who), { "data-key": "owner:" + key, "aria-describedby": words })
      ]),
      el("label", null, el("span", null, t("By when")), [
        choice(soon(), known ? known[0] : isOther ? OTHER : "", choose, { "data-key": "soon:" + key, "aria-describedby": words })
      ]),
      field
    )
  );
}
