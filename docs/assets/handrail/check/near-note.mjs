// What the results say while help for the family's own place is on its way, did not come, or is for other counties.

import { t } from "../words.mjs";
import { button, h } from "./dom.mjs";

/** A line where the help near the family is not here yet, or could not be loaded; null where it is. */
export function nearNote(app) {
  if (app.near.isLoading) {
    return h("p", { class: "hr-notice", role: "status" }, t("One moment. We are loading the help near you."));
  }
  return app.near.hasFailed
    ? h(
        "div",
        { class: "hr-notice", role: "alert" },
        h("p", {}, t("The help near you could not be loaded. What you see here is for the whole country.")),
        h("p", {}, button(t("Try again"), "hr-button hr-secondary", () => app.near.ask(app.facts())))
      )
    : null;
}

/** A button that brings the help for other counties of the state too; null where all of it is here. */
export function otherCounties(app) {
  return app.near.isPart(app.facts()) && !app.near.hasFailed
    ? h(
        "p",
        { class: "hr-no-print" },
        button(t("Show help for other counties too"), "hr-button hr-secondary", () => app.near.widen(app.facts()))
      )
    : null;
}
