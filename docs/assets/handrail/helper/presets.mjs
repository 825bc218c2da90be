// Starting plans: one press adds the services of one, and shows what to do today.

import { button, el } from "../plan/element.mjs";
import { language, n, t } from "../words.mjs";

/** The list of presets; `start(preset)` puts one into the plan. */
export function presets(helper, start) {
  if (!helper.presets.length) {
    return null;
  }
  return el(
    "details",
    { class: "helper-presets" },
    el("summary", null, t("Start from a ready plan")),
    el("p", { class: "hr-hint" }, t("One press adds its services. Then take out what does not fit.")),
    el("ul", null, helper.presets.map((preset) => one(preset, start)))
  );
}

const other = (preset) => (preset.lang === language() ? null : preset.lang);

function one(preset, start) {
  return el(
    "li",
    { lang: other(preset) },
    button(preset.name, () => start(preset), { class: "hr-button hr-secondary", "data-key": "preset:" + preset.id }),
    el(
      "p",
      { class: "hr-hint" },
      preset.summary,
      " ",
      n("%(count)s service.", "%(count)s services.", preset.services.length),
      preset.asks_first ? " " + t("Private: it asks first.") : null
    )
  );
}

/** What to do today, of the preset that was added last, with what only helpers should know. */
export function today(page, preset) {
  if (!preset) {
    return null;
  }
  return el(
    "section",
    { class: "hr-notice helper-today", lang: other(preset), "aria-labelledby": "helper-today" },
    el("h2", { id: "helper-today", tabindex: "-1" }, preset.name, ": ", t("today")),
    el("ul", null, preset.first.map((line) => el("li", null, line))),
    preset.hint ? hint(preset.hint, null) : null,
    preset.url
      ? el(
          "p",
          null,
          el("a", { href: page.root + page.spoken.base + preset.url, "data-key": "today-sheet" }, t("Print this list for the family")),
          page.spoken.code === language() ? null : el("span", null, " (", el("bdi", { lang: page.spoken.code }, page.spoken.name), ")")
        )
      : null,
    preset.guide
      ? el("p", null, el("a", { href: page.root + page.spoken.base + preset.guide, "data-key": "today-guide" }, t("The guide, step by step")))
      : null
  );
}

/** Words for helpers only. */
export function hint(text, lang) {
  return el("p", { class: "helper-hint" }, el("strong", null, t("For you only:")), " ", el("span", { lang: lang }, text));
}
