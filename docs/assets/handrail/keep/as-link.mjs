// A way to keep the plan: as a link, which also prints as a code.

import { t } from "../words.mjs";
import { el } from "../plan/element.mjs";
import { sharePanel } from "../share/panel.mjs";

export const asLink = (panel, page) =>
  el("section", null, el("h3", { class: "hr-no-print" }, t("As a link")), sharePanel(page));
