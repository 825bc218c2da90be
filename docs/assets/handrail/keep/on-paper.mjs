// A way to keep the plan: on paper.

import { t } from "../words.mjs";
import { button, el } from "../plan/element.mjs";
import { privateOf } from "./private.mjs";

export function onPaper(panel, page) {
  const isShort = privateOf(page.plan, page.data).some((id) => page.isHidden(id));
  return el(
    "section",
    { class: "hr-no-print" },
    el("h3", null, t("On paper")),
    el("p", { class: "hr-hint" }, t("Nothing stays on this phone or computer, and paper works without a phone.")),
    isShort
      ? el("p", { class: "hr-hint" }, t("Private services are left off, unless you tick \u201cPrint it too\u201d at them."))
      : null,
    button(t("Print my plan"), () => window.print(), { "data-key": "print" })
  );
}
