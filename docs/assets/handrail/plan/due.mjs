// The day by which a step is to be done: a button, until somebody wants one.

import { t } from "../words.mjs";
import { button, day, el } from "./element.mjs";

/** `describedBy` is the id of the words of the step. */
export function due(page, key, describedBy) {
  const value = page.plan.due[key] || "";
  const set = (event) => page.setDue(key, event.target.value);
  const field = () =>
    el("label", { class: "hr-no-print" }, t("Do it by:"), " ", [
      el("input", {
        type: "date",
        value: value,
        autocomplete: "off",
        "data-key": "due:" + key,
        "aria-describedby": describedBy,
        on: { change: set }
      })
    ]);
  const open = (event) => {
    const opened = field();
    event.target.replaceWith(opened);
    opened.querySelector("input").focus();
  };
  return el(
    "div",
    { class: "plan-due" },
    value
      ? [field(), el("span", { class: "only-print" }, t("Do it by:"), " ", day(value))]
      : button(t("Set a day"), open, { class: "hr-button hr-quiet", "data-key": "due:" + key, "aria-describedby": describedBy })
  );
}

/** The day of a thing of this week, said as late once it has passed. */
export function dueLine(page, value) {
  return value
    ? el("p", { class: "plan-due-line" }, value < page.today ? t("This was due:") : t("Do it by:"), " ", el("strong", null, day(value)))
    : null;
}
