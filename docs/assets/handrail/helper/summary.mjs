// The plan as plain text for case notes. Notes are kept in English, so these words are English on every page.

import { paperKey, papers, stepKey } from "../plan.mjs";
import { date } from "../words.mjs";

const OWNERS = { me: "family", helper: "helper", agency: "agency" };
const STATUSES = { asked: "asked", waiting: "waiting", yes: "approved", no: "told no", stopped: "stopped" };
const on = (day) => date(day, "en");

/**
 * The text; no line of it names a person. `data` is the English plan data; `ids` are the services to tell, in their
 * order; `left` is how many are left out; `spoken` is the language of the papers, in English.
 */
export function summary(plan, data, ids, left, today, spoken) {
  const missing = papers(ids, data).filter((paper) => plan.done[paperKey(paper.id)] !== true);
  const lines = [
    "Plan of " + on(today),
    "Papers for the family in: " + spoken,
    "",
    "Services (" + ids.length + ")"
  ].concat(...ids.map((id, place) => told(plan, data.services[id], id, place)));
  if (left) {
    lines.push("Left out of this text: " + left + " private");
  }
  lines.push("", "Papers still missing" + (missing.length ? "" : ": none"));
  missing.forEach((paper) => {
    lines.push("- " + paper.name + " (for " + paper.uses.map((use) => data.services[use.id].name).join(", ") + ")");
  });
  lines.push("", "Goal, soon: " + (plan.goal || "not set"), "Goal, later: " + (plan.later || "not set"));
  lines.push("Next review: " + (plan.review ? on(plan.review) : "not set"));
  return lines.join("\n") + "\n";
}

function told(plan, service, id, place) {
  const status = plan.status[id] ? " (" + STATUSES[plan.status[id]] + ")" : "";
  return [place + 1 + ". " + service.name + status].concat(
    service.steps.map((step, index) => {
      const key = stepKey(id, index);
      const set = [OWNERS[plan.owners[key]], plan.due[key] ? "by " + on(plan.due[key]) : null].filter(Boolean);
      return "   [" + (plan.done[key] ? "x" : " ") + "] " + step.do + (set.length ? " - " + set.join(", ") : "");
    })
  );
}
