// "Three things this week": what to do first.

import { thisWeek } from "../plan.mjs";
import { dots, n, t } from "../words.mjs";
import { dueLine } from "./due.mjs";
import { el, phoneLink } from "./element.mjs";
import { afterThis, tickErrand } from "./errand-words.mjs";
import { namesOf } from "./names.mjs";

export function week(page) {
  const order = page.order.filter((id) => page.plan.status[id] !== "stopped");
  const things = thisWeek(order, page.data.services, page.plan.done, page.plan.due, page.today);
  return el(
    "section",
    { class: "plan-week", "aria-labelledby": "plan-week" },
    el(
      "h2",
      { id: "plan-week", tabindex: "-1" },
      things.length === 3 ? t("Three things this week") : n("One thing this week", "%(count)s things this week", things.length)
    ),
    things.length
      ? el("ol", { class: "plan-things" }, things.map((thing) => oneThing(page, thing)))
      : el("p", null, t("Every step is ticked. Well done. Look at the dates below for what comes next."))
  );
}

function oneThing(page, thing) {
  const service = page.data.services[thing.id];
  return el(
    "li",
    { class: page.paperClass(thing.ids), lang: page.langOf(thing.id) },
    tickErrand(page, thing, "week:", el("strong", null, thing.step.do)),
    el("p", { class: "plan-thing-more" }, dots([namesOf(page, thing.ids)].concat(thing.step.takes || []))),
    dueLine(page, thing.due),
    service.phones.length ? el("p", null, phoneLink(service.phones[0])) : null,
    thing.step.tip ? el("p", { class: "hr-hint" }, thing.step.tip) : null,
    afterThis(page, thing),
    along(page, thing)
  );
}

/** What else the same call or visit will do. */
function along(page, thing) {
  return thing.along.length
    ? el(
        "div",
        { class: "plan-along" },
        el("p", null, thing.by === "call" ? t("On the same call:") : t("While you are there:")),
        el(
          "ul",
          null,
          thing.along.map((errand) =>
            el(
              "li",
              { class: page.paperClass(errand.ids), lang: page.langOf(errand.id) },
              tickErrand(page, errand, "along:", namesOf(page, errand.ids) + ": " + errand.step.do)
            )
          )
        )
      )
    : null;
}
