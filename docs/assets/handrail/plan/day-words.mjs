// What a day of the plan is, in words: on the page by name, in a calendar file without any.

import { n, t } from "../words.mjs";

/** For the list on the page. */
export function dayWords(page, item) {
  switch (item.kind) {
    case "apply":
      return t("Last day to apply");
    case "interview":
      return item.own ? t("Interview") : t("No interview yet? Call and ask for one");
    case "decision":
      return item.own ? t("An answer is due") : t("Last day for the answer: look for a letter");
    case "renewal":
      return item.own ? t("Renew by this day") : t("Look for a letter to renew");
    case "appeal":
      return item.own ? t("Last day to appeal") : t("Last day to appeal, unless your letter says another day");
    case "paper":
      return t("%(name)s runs out", { name: page.data.documents[item.paper].name });
    default:
      return item.step.do;
  }
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
      return t("Something on my list is due");
    default:
      return t("Call back about papers");
  }
}
