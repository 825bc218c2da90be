// What stands around the answers: what sets some apart, how the words were read, what to try when there are none.

import { el, phoneLink } from "../plan/element.mjs";
import { n, semicolons, t } from "../words.mjs";

/** The heading of answers that stand apart. */
export function titled(section) {
  if (section === "sure") {
    return null;
  }
  return el(
    "h3",
    { class: "find-apart" },
    section === "far" ? t("Serves your area by phone or online, or is far away") : t("Call first: we do not know what they ask for")
  );
}

/** Says that an everyday word was read as a need. */
export function widened(library, needs) {
  const names = needs.map((need) => library.parts.manifest.needs[need]).filter(Boolean);
  return names.length ? el("p", { class: "hr-hint" }, t("We also looked under: %(needs)s.", { needs: semicolons(names) })) : null;
}

/** What to try when nothing was found. */
export function nothing(hasPlace, elsewhere) {
  return el(
    "div",
    { class: "search-nothing" },
    hasPlace && elsewhere
      ? el("p", null, n("%(count)s service fits, but it is not for people who live there.", "%(count)s services fit, but they are not for people who live there.", elsewhere))
      : null,
    el("p", null, t("Try one plain word, such as food, rent, doctor or job.")),
    el("p", null, t("Or look in the list by need below.")),
    el("p", null, t("A person can help you look."), " ", phoneLink({ number: "211", href: "tel:211" }))
  );
}
