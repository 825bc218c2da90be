// "Three things this week": what to do first.

import { stepKey, thisWeek } from "../plan.mjs";
import { n, t } from "../words.mjs";
import { dueLine } from "./due.mjs";
import { el, phoneLink, tick } from "./element.mjs";

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
  const key = stepKey(thing.id, thing.place);
  return el(
    "li",
    { class: page.paperClass([thing.id]), lang: page.langOf(thing.id) },
    tick("week:" + key, false, (isTicked) => page.tick(key, isTicked), el("strong", null, thing.step.do)),
    el(
      "p",
      { class: "plan-thing-more" },
      service.name,
      thing.step.takes ? " \u00b7 " + thing.step.takes : null
    ),
    dueLine(page, thing.due),
    service.phones.length ? el("p", null, phoneLink(service.phones[0])) : null,
    thing.step.tip ? el("p", { class: "hr-hint" }, thing.step.tip) : null
  );
}
