// The sheets for offices, one at a time, each in the family's language and in English: what to say at the front desk, or
// a referral to one service.

import { button, choice, el } from "../plan/element.mjs";
import { frontDesk } from "../plan/front-desk.mjs";
import { t } from "../words.mjs";
import { referral } from "./referral.mjs";

const DESK = " desk"; // no service is called so

/** `sides`: {own, english}, the two languages of a sheet. */
export function sheets(page, sides) {
  const isReferral = page.order.indexOf(page.sheet()) !== -1;
  const isDesk = page.sheet() === DESK;
  const options = [["", t("choose")], [DESK, t("What to say at the front desk")]].concat(
    page.order.map((id) => [id, t("Referral to: %(name)s", { name: page.data.services[id].name })])
  );
  return el(
    "section",
    { "aria-labelledby": "helper-sheets" },
    el("h3", { id: "helper-sheets", class: "hr-no-print" }, t("A sheet for an office")),
    el(
      "p",
      { class: "hr-no-print" },
      el("label", null, t("Which sheet?"), " ", [
        choice(options, isReferral || isDesk ? page.sheet() : "", page.want, { "data-key": "sheet" })
      ])
    ),
    isReferral || isDesk
      ? [
          el("p", { class: "hr-hint hr-no-print" }, t("Names are left as lines. Write them by hand, so that they are kept nowhere.")),
          button(t("Print this sheet"), () => window.print(), { "data-key": "print-sheet" })
        ]
      : null,
    isReferral ? referral(page, page.sheet(), sides.own, sides.english) : null,
    isDesk ? desk(page, sides) : null
  );
}

/** Private services stay off it. */
function desk(page, sides) {
  const english = Object.assign({}, page, {
    data: sides.english.plan,
    desk: sides.english.desk,
    isHidden: (id) => sides.english.plan.services[id].sensitive
  });
  return el("div", { class: "desk" }, frontDesk(english, { data: sides.own.plan, desk: sides.own.desk }));
}
