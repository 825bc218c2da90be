// "Save the dates to my calendar": a file that says nothing of what the dates are for.

import { download } from "../keep/download.mjs";
import { now } from "../today.mjs";
import { n, t } from "../words.mjs";
import { calendar } from "./calendar.mjs";
import { neutralTitle } from "./day-words.mjs";
import { button, el } from "./element.mjs";

/** The button and what it does, for the days `list` of dayList; null where no date is left to save. */
export function saveDates(page, list) {
  const coming = list.filter((item) => item.day >= page.today);
  const open = coming.filter((item) => !item.ids.every(page.isHidden));
  const events = open.map((item) => ({
    key: item.key,
    day: item.day,
    title: neutralTitle(item),
    note: t("Look at number %(place)s of your plan.", { place: page.order.indexOf(item.ids[0]) + 1 })
  }));
  if (page.plan.review && page.plan.review >= page.today) {
    events.push({ key: "review", day: page.plan.review, title: t("Look at my plan again"), note: "" });
  }
  const left = coming.length - open.length;
  return el(
    "div",
    { class: "plan-save hr-no-print" },
    events.length
      ? [
          button(t("Save the dates to my calendar"), () => download("dates.ics", calendar(events, now()), "text/calendar"), {
            class: "hr-button hr-quiet",
            "data-key": "calendar",
            "aria-describedby": "plan-save-hint"
          }),
          el(
            "p",
            { class: "hr-hint", id: "plan-save-hint" },
            t("Your calendar will not say what the dates are for. It may show them on all your devices.")
          )
        ]
      : null,
    left
      ? el(
          "p",
          { class: "hr-hint" },
          n("One private date is left out of the file.", "%(count)s private dates are left out of the file.", left),
          " ",
          t("To save it too, tick \u201cPrint it too\u201d at that service.")
        )
      : null
  );
}
