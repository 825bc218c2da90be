// All numbers to call, each once, and whom to call when nothing helps.

import { numbers as listed } from "../plan.mjs";
import { inList, t } from "../words.mjs";
import { el, outsideLink, phoneLink } from "./element.mjs";
import { shortName } from "./names.mjs";
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
          { class: page.paperClass(phone.ids) },
          phoneLink(phone),
          ": ",
          names(page, phone.ids),
          phone.label && (phone.ids.every(page.isHidden) || !phone.ids.some(page.isHidden)) ? " \u00b7 " + phone.label : null
        )
      ),
      toFind.map((id) =>
        el("li", { class: page.paperClass([id]) }, shortName(page, id), ": ", t("find the number here:"), " ", outsideLink(page.data.services[id].links[0]))
      ),
      stuck.map((one) => el("li", null, phoneLink(one), ": ", one.name, " \u00b7 ", t("if you are stuck")))
    )
  );
}

/** Whose number it is; on paper without those that stay off the paper. */
function names(page, ids) {
  const hidden = ids.filter(page.isHidden);
  return ids
    .filter((id) => hidden.indexOf(id) === -1)
    .concat(hidden)
    .map((id, place) => el("span", { class: page.paperClass([id]) }, place ? inList(["", ""]) : null, shortName(page, id)));
}
