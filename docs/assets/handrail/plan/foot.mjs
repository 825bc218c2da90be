// Whose sheet it is, and that only the agency decides.

import { today } from "../today.mjs";
import { date, t } from "../words.mjs";
import { el } from "./element.mjs";

export function foot(data) {
  return el(
    "p",
    { class: "plan-foot" },
    t(
      "%(name)s is run by %(run_by)s. It is not the government, and this is not legal advice. Only the agency decides who gets help.",
      data.site
    ),
    el("span", { class: "only-print" }, " ", t("Printed on %(date)s.", { date: date(today()) }))
  );
}
