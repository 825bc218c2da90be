// What the family wants to be true, in its own words; kept in the state only.

import { t } from "../words.mjs";
import { el } from "./element.mjs";

export const LONGEST = 200;

export function goal(page) {
  const printed = el("p", { class: "only-print plan-goal-text" }, page.plan.goal || "\u00a0");
  return el(
    "section",
    { class: "plan-goal", "aria-labelledby": "plan-goal" },
    el("h2", null, el("label", { id: "plan-goal", for: "plan-goal-field" }, t("What we want to change"))),
    el("p", { class: "hr-hint hr-no-print", id: "plan-goal-hint" }, t("In your own words, if you like. Leave out names.")),
    el("input", {
      id: "plan-goal-field",
      class: "hr-no-print",
      type: "text",
      maxlength: LONGEST,
      value: page.plan.goal,
      autocomplete: "off",
      "aria-describedby": "plan-goal-hint",
      "data-key": "goal",
      on: {
        input: (event) => {
          printed.textContent = event.target.value || "\u00a0";
          page.setGoal(event.target.value);
        }
      }
    }),
    printed
  );
}
