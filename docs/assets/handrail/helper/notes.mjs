// The box with the plain text for case notes, and its copy button.

import { button, el, tick } from "../plan/element.mjs";
import { t } from "../words.mjs";
import { copyFrom } from "./copy.mjs";
import { goalIn } from "./sides.mjs";
import { summary } from "./summary.mjs";

/** `sides`: the family's language and English. */
export function notes(page, sides) {
  const english = sides.english.plan;
  const plan = Object.assign({}, page.plan, { goal: goalIn(page.plan.goal, sides.own, sides.english) });
  const known = page.order.filter((id) => english.services[id]);
  const hasPrivate = known.some((id) => english.services[id].sensitive);
  const ids = known.filter((id) => page.tellsPrivate() || !english.services[id].sensitive);
  const area = el("textarea", { id: "helper-notes-text", rows: 14, readonly: true, lang: "en", dir: "ltr", autocomplete: "off", "data-key": "notes-text" });
  area.value = summary(plan, english, ids, known.length - ids.length, page.today, page.spoken.english);
  const said = el("p", { role: "status", class: "plan-said" });
  return el(
    "section",
    { class: "helper-notes", "aria-labelledby": "helper-notes" },
    el("h3", { id: "helper-notes" }, t("Text for your case notes")),
    el("p", { class: "hr-hint" }, t("In English, without names. Read it before you paste it.")),
    hasPrivate
      ? tick("private-notes", page.tellsPrivate(), (isTicked) => page.tellPrivate(isTicked), t("Put private services into the text too"))
      : null,
    el("label", { for: "helper-notes-text" }, t("The text")),
    area,
    button(
      t("Copy the text"),
      () =>
        copyFrom(area, (isCopied) => {
          said.textContent = isCopied ? t("Copied.") : t("The text is selected. Copy it with the keys of your computer.");
        }),
      { "data-key": "copy" }
    ),
    said
  );
}
