// All numbers to call, each once, and whom to call when nothing helps. On paper each number stands at its service only.

import { numbers as listed } from "../plan.mjs";
import { t } from "../words.mjs";
import { el, outsideLink, phoneLink } from "./element.mjs";
import { namesOf, shortName } from "./names.mjs";
import { questions } from "./script.mjs";

export function numbers(page) {
  const own = listed(page.order, page.data.services);
  const known = own.map((phone) => phone.href);
  const stuck = page.data.stuck.filter((one) => one.number && known.indexOf(one.href) === -1);
  const toFind = page.order.filter((id) => !page.data.services[id].phones.length && page.data.services[id].links.length);
  if (!own.length && !stuck.length && !toFind.length) {
    return null;
  }
  return el(
    "section",
    { class: "plan-numbers", "aria-labelledby": "plan-numbers" },
    el("h2", { id: "plan-numbers" }, t("Numbers to call")),
    el("p", { class: "only-print" }, t("Ask each time:"), " ", questions().join(" ")),
    el(
      "ul",
      { class: "plan-list" },
      own.map((phone) =>
        el(
          "li",
          { class: "hr-no-print" },
          phoneLink(phone),
          ": ",
          namesOf(page, phone.ids),
          isNews(page, phone) ? " \u00b7 " + phone.label : null
        )
      ),
      toFind.map((id) =>
        el("li", { class: "hr-no-print" }, shortName(page, id), ": ", t("find the number here:"), " ", outsideLink(page.data.services[id].links[0]))
      ),
      stuck.map((one) => el("li", null, phoneLink(one), ": ", one.name === one.number ? null : [one.name, " \u00b7 "], t("if you are stuck")))
    )
  );
}

/** Does the label of a number say more than the name? */
function isNews(page, phone) {
  return phone.label && !(phone.ids.length === 1 && shortName(page, phone.ids[0]) === phone.label);
}
