// What the family takes along, in its own language: the plan on paper or as a link, sheets for offices; and the text for case notes.

import { choice, el } from "../plan/element.mjs";
import { sharePanel } from "../share/panel.mjs";
import { t } from "../words.mjs";
import { notes } from "./notes.mjs";
import { sheets } from "./sheets.mjs";

/** The language of the papers. */
export function spoken(page) {
  return el(
    "p",
    { class: "helper-spoken" },
    el("label", { for: "helper-language" }, t("The family's papers are in")),
    " ",
    choice(
      page.helper.languages.map((one) => [one.code, one.name]),
      page.spoken.code,
      page.speak,
      { id: "helper-language", "data-key": "language" }
    )
  );
}

/** Nothing to give before there is a service in the plan; `sides` is null while a language is being fetched. */
export function give(page, sides) {
  if (!page.order.length) {
    return null;
  }
  return el(
    "section",
    { class: "helper-give", "aria-labelledby": "helper-give" },
    el("h2", { id: "helper-give", class: "hr-no-print" }, t("What they take along")),
    el(
      "p",
      { class: "hr-no-print" },
      el(
        "a",
        { class: "hr-button", href: page.root + page.spoken.base + "plan/", "data-key": "open-plan" },
        t("Open the plan to print it"),
        ": ",
        el("bdi", { lang: page.spoken.code }, page.spoken.name)
      )
    ),
    el("p", { class: "hr-hint hr-no-print" }, t("It opens in this tab. Come back with the link “For helpers” at the foot of the page.")),
    sharePanel({ data: page.data, root: page.root, language: page.spoken.base }),
    sides ? [sheets(page, sides), el("div", { class: "hr-no-print" }, notes(page, sides))] : null
  );
}
