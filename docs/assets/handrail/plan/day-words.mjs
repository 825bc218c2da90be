// What a day of the plan is, in words: on the page by name, in a calendar file without any.

import { N_ } from "../keep/both.mjs";
import { n, t } from "../words.mjs";

// Of each kind: as we count it, and as a letter or a card says it.
const WORDS = {
  apply: [N_("Last day to apply"), N_("Last day to apply")],
  interview: [N_("No interview yet? Call and ask for one"), N_("Interview")],
  decision: [N_("Last day for the answer: look for a letter"), N_("An answer is due")],
  renewal: [N_("Look for a letter to renew"), N_("Renew by this day")],
  appeal: [N_("Last day to appeal, unless your letter says another day"), N_("Last day to appeal")],
  paper: [N_("%(name)s runs out"), N_("%(name)s runs out")]
};

/** The English message of a day that is no step, and what fills it from `data`: [text, values]. */
export function dayMessage(item, data) {
  return [WORDS[item.kind][item.own ? 1 : 0], item.paper ? { name: data.documents[item.paper].name } : {}];
}

/** For the list on the page. */
export function dayWords(page, item) {
  if (item.step) {
    return item.step.do;
  }
  const [text, values] = dayMessage(item, page.data);
  return t(text, values);
}

/** After the day of the answer: how long there is to appeal when it is a no. */
export function appealHint(page, item) {
  const days = item.kind === "decision" ? page.data.services[item.ids[0]].appeal_days : null;
  return days
    ? n(
        "Told no? You have at least %(count)s day from the date on the letter to appeal.",
        "Told no? You have at least %(count)s days from the date on the letter to appeal.",
        days
      )
    : null;
}

/** For a calendar that others may see. */
export function neutralTitle(item) {
  switch (item.kind) {
    case "apply":
      return t("Last day to send a form");
    case "interview":
      return item.own ? t("Appointment") : t("Ask for an appointment");
    case "decision":
      return t("Look for a letter");
    case "renewal":
      return t("Look for a form to send back");
    case "appeal":
      return t("Last day to answer a letter");
    case "paper":
      return t("A paper runs out");
    case "due":
      return t("A step of my plan");
    default:
      return t("Call back about papers");
  }
}
