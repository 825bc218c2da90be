// Every day of the plan that somebody should know of. Values only.

import { daysAfter, monthsAfter } from "./days.mjs";
import { errands } from "./errands.mjs";
import { dayKey, paperKey } from "./keys.mjs";

/** The kinds of days that a family may know from a letter or a card, by service. */
export const OWN = ["apply", "interview", "decision", "renewal", "letter", "appeal"];
const OVER = ["yes", "no", "stopped"]; // no answer is waited for
const ENDED = ["no", "stopped"];

/**
 * [{day, kind, own, key, ids}], by day; for a step with `step` and its `place` in the first of `ids`.
 *
 * Counted from `begun`, the day on which the family asked; a day that it knows (`plan.due`) takes the place of one that
 * is counted, and `own` says so. Kinds: those of OWN; "step" (call back), "due" (a step is due), "paper" (it runs out;
 * `ids` are the services that ask for it and `paper` is its id).
 */
export function dayList(order, data, plan, begun) {
  const found = stepDays(order, data.services, plan, begun);
  order.forEach((id) => found.push(...serviceDays(id, data.services[id], plan, begun)));
  Object.keys(data.documents).forEach((id) => {
    const day = plan.due[paperKey(id)];
    const ids = order.filter((one) => data.services[one].documents.some((paper) => paper.id === id));
    if (day && ids.length) {
      found.push({ day: day, kind: "paper", own: true, key: paperKey(id), ids: ids, paper: id });
    }
  });
  const place = new Map(found.map((item, index) => [item, index])); // old engines do not sort stably
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : place.get(a) - place.get(b)));
}

/** Steps that are due, and calls to make when nobody has answered: open ones only, each errand once. */
function stepDays(order, services, plan, begun) {
  const found = [];
  errands(order, services)
    .filter((errand) => errand.keys.some((key) => !plan.done[key]))
    .forEach((errand) => {
      const due = errand.keys
        .map((key) => plan.due[key])
        .filter((day) => day)
        .sort()[0];
      const after = errand.step.after_days;
      const isCounted = after !== null && after !== undefined && !isOver(errand.ids, plan);
      if (due || isCounted) {
        found.push({
          day: due || daysAfter(begun, after),
          kind: due ? "due" : "step",
          own: due !== undefined,
          key: errand.keys[0],
          ids: errand.ids,
          step: errand.step,
          place: errand.place
        });
      }
    });
  return found;
}

const isOver = (ids, plan) => ids.every((id) => OVER.indexOf(plan.status[id]) !== -1);

/** What the office, the law and the letters of one service set. */
function serviceDays(id, service, plan, begun) {
  const counted = countedDays(service, plan.status[id], begun);
  const own = {};
  OWN.forEach((kind) => {
    own[kind] = plan.due[dayKey(id, kind)];
  });
  if (own.letter && service.appeal_days) {
    counted.appeal = daysAfter(own.letter, service.appeal_days);
  }
  return OWN.filter((kind) => kind !== "letter" && (own[kind] || counted[kind])).map((kind) => ({
    day: own[kind] || counted[kind],
    kind: kind,
    own: own[kind] !== undefined,
    key: dayKey(id, kind),
    ids: [id]
  }));
}

function countedDays(service, status, begun) {
  const days = {};
  const dates = service.dates;
  if (dates && OVER.indexOf(status) === -1) {
    days.interview = dates.interview_days && daysAfter(begun, dates.interview_days);
    days.decision = dates.decision_days && daysAfter(begun, dates.decision_days);
  }
  if (dates && dates.renewal_months && ENDED.indexOf(status) === -1) {
    days.renewal = monthsAfter(begun, dates.renewal_months - 1); // a month to answer the letter
  }
  return days;
}
