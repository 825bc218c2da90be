// When to follow up, counted from the day the plan was begun.

import { followUps } from "../plan.mjs";
import { t } from "../words.mjs";
import { day, el } from "./element.mjs";
import { saveDates } from "./save-dates.mjs";
import { isSettled } from "./status.mjs";
import { timeline } from "./timeline.mjs";

export function dates(page) {
  const begun = page.plan.since || page.today;
  const settled = page.order.filter((id) => isSettled(page, id));
  const list = followUps(page.order, page.data.services, begun, page.plan.done, page.plan.due, settled);
  if (!list.length) {
    return null;
  }
  return el(
    "section",
    { class: "plan-dates", "aria-labelledby": "plan-dates" },
    el("h2", { id: "plan-dates" }, t("Dates to follow up")),
    el(
      "p",
      { class: "hr-field hr-no-print" },
      el("label", { for: "plan-since" }, t("The day you started")),
      " ",
      el("input", {
        id: "plan-since",
        type: "date",
        value: begun,
        "data-key": "since",
        autocomplete: "off",
        on: { change: (event) => page.begin(event.target.value) }
      })
    ),
    el("p", { class: "only-print" }, t("Counted from:"), " ", day(begun)),
    timeline(page, list),
    el(
      "ul",
      { class: "plan-list" },
      list.map((item) =>
        el(
          "li",
          { class: page.paperClass([item.id]) },
          el("strong", null, day(item.day)),
          ": ",
          el("span", { lang: page.langOf(item.id) }, item.step.do),
          " \u00b7 " + page.data.services[item.id].name
        )
      )
    ),
    saveDates(page, list)
  );
}
