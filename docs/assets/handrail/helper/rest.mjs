// What a plan has besides its services: the papers at hand, the goals, the day to look again.

import { daysAfter, paperKey, papers } from "../plan.mjs";
import { button, el, tick } from "../plan/element.mjs";
import { t } from "../words.mjs";

const FOLD = " papers"; // no service is called so
const LONGEST = 200; // letters of a goal

/** A box for each paper that the services ask for: ticked when the family has it. */
export function papersAtHand(page) {
  const list = papers(page.order, page.data);
  const has = (paper) => page.plan.done[paperKey(paper.id)] === true;
  if (!list.length) {
    return null;
  }
  const details = el(
    "details",
    { class: "helper-papers", on: { toggle: () => page.unfolded(FOLD, details.open) } },
    el(
      "summary",
      { "data-key": "fold-papers" },
      t("Papers they have: %(have)s of %(all)s", { have: list.filter(has).length, all: list.length })
    ),
    list.map((paper) =>
      tick("paper:" + paper.id, has(paper), (isTicked) => page.tickPaper(paperKey(paper.id), isTicked), paper.name)
    )
  );
  details.open = page.isUnfolded(FOLD);
  return details;
}

export function goals(page) {
  return el(
    "div",
    { class: "helper-goals" },
    el("p", { class: "hr-hint", id: "helper-goal-hint" }, t("In the family's words. Leave out names.")),
    line(page, "goal", t("Goal, in the next weeks")),
    line(page, "later", t("Goal, in a year or more")),
    el(
      "div",
      { class: "hr-field" },
      el("label", { for: "helper-review" }, t("The day we look at this plan again")),
      el(
        "div",
        { class: "helper-row" },
        el("input", {
          id: "helper-review",
          type: "date",
          value: page.plan.review || "",
          autocomplete: "off",
          "data-key": "review",
          on: { change: (event) => page.setReview(event.target.value) }
        }),
        button(t("in 2 weeks"), () => page.setReview(daysAfter(page.today, 14)), { class: "hr-button hr-quiet", "data-key": "review-14" }),
        button(t("in 30 days"), () => page.setReview(daysAfter(page.today, 30)), { class: "hr-button hr-quiet", "data-key": "review-30" })
      )
    )
  );
}

function line(page, key, label) {
  return el(
    "div",
    { class: "hr-field" },
    el("label", { for: "helper-" + key }, label),
    el("input", {
      id: "helper-" + key,
      type: "text",
      maxlength: LONGEST,
      value: page.plan[key],
      autocomplete: "off",
      "data-key": key,
      "aria-describedby": "helper-goal-hint",
      on: { input: (event) => page.typeGoal(key, event.target.value), change: () => page.typed() }
    })
  );
}
