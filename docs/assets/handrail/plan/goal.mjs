// What the family wants to be true, soon and later, and the day to look again; kept in the state only.

import { semicolons, t } from "../words.mjs";
import { choice, day, el } from "./element.mjs";

export const LONGEST = 200;

const soon = () => [
  t("Enough food until the end of the month"),
  t("The heat and the lights stay on"),
  t("A safe place to stay"),
  t("See a doctor")
];
const later = () => [
  t("A steady job"),
  t("Finish school or training"),
  t("A home that we can pay for"),
  t("Pay off what we owe")
];

export function goal(page) {
  return el(
    "section",
    { class: "plan-goal", "aria-labelledby": "plan-goal" },
    el("h2", { id: "plan-goal" }, t("What we want to change")),
    needs(page),
    el("p", { class: "hr-hint hr-no-print", id: "plan-goal-hint" }, t("In your own words, if you like. Leave out names.")),
    wish(page, "goal", t("Soon, in the next weeks"), soon()),
    wish(page, "later", t("Later, in a year or more"), later()),
    review(page)
  );
}

/** The needs that the plan is for; those of private services are not named. */
function needs(page) {
  const found = [];
  page.order
    .filter((id) => !page.data.services[id].sensitive)
    .forEach((id) => found.push(...page.data.services[id].needs.filter((need) => page.data.needs[need])));
  const names = Array.from(new Set(found)).map((need) => page.data.needs[need]);
  return names.length ? el("p", { class: "hr-no-print" }, t("This plan is about: %(list)s.", { list: semicolons(names) })) : null;
}

/** One goal: a line to write on, and examples that can be put on it. */
function wish(page, key, label, examples) {
  const text = page.plan[key];
  const written = el("span", { class: "plan-goal-text" }, text || "\u00a0");
  const put = (example) => {
    const before = page.goalNow(key);
    page.setGoal(key, (before ? before + "; " + example : example).slice(0, LONGEST));
  };
  return [
    el("p", { class: "only-print plan-goal-line" }, label + ": ", written),
    el(
      "div",
      { class: "hr-field hr-no-print" },
      el("label", { for: "plan-" + key + "-field" }, label),
      el("input", {
        id: "plan-" + key + "-field",
        type: "text",
        maxlength: LONGEST,
        value: text,
        autocomplete: "off",
        "aria-describedby": "plan-goal-hint",
        "data-key": key,
        on: {
          input: (event) => {
            written.textContent = event.target.value || "\u00a0";
            page.typeGoal(key, event.target.value);
          }
        }
      }),
      el("label", { for: "plan-" + key + "-example" }, t("Or pick an example")),
      choice([["", "\u2013"]].concat(examples.map((example) => [example, example])), "", put, {
        id: "plan-" + key + "-example",
        "data-key": key + "-example"
      })
    )
  ];
}

function review(page) {
  const label = t("The day we look at this plan again");
  return [
    el(
      "p",
      { class: "hr-field hr-no-print" },
      el("label", { for: "plan-review" }, label),
      " ",
      el("input", {
        id: "plan-review",
        type: "date",
        value: page.plan.review || "",
        "data-key": "review",
        autocomplete: "off",
        on: { change: (event) => page.setReview(event.target.value) }
      })
    ),
    el(
      "p",
      { class: "only-print plan-goal-line" },
      label + ": ",
      el("span", { class: "plan-goal-text" }, page.plan.review ? day(page.plan.review) : "\u00a0")
    )
  ];
}
