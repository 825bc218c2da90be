// One answer: what it is, who it is for, how far it is, whether there is room, and the number to call.

import { el, phoneLink } from "../plan/element.mjs";
import { date, language, n, t } from "../words.mjs";

const TIERS = [() => t("For your county"), () => t("For your whole state"), () => t("For the whole country")];
const STATUS = {
  waitlist: () => t("There is a waiting list."),
  full: () => t("Full right now."),
  closed: () => t("Closed for good.")
};

/**
 * A card. `near` is what is known of its place, if a place was given; `open` says whether it is open now, where hours are
 * known; `callFirst`: nobody knows what the door asks.
 */
export function card(one, near, open, callFirst) {
  const lang = one.language === language() ? null : one.language;
  return el(
    "li",
    { class: "card" },
    el("h3", null, el("a", { href: "../" + one.url }, one.name)),
    one.status ? el("p", null, el("strong", { class: "find-status" }, status(one.status))) : null,
    el("p", { lang: lang }, one.summary),
    one.who ? el("p", null, t("For:"), " ", el("span", { lang: lang }, one.who)) : null,
    near ? el("p", { class: "find-where" }, where(near)) : null,
    open ? el("p", { class: "find-open" }, open) : null,
    one.needs.length ? el("p", { class: "hr-hint" }, one.needs.join(" \u00b7 ")) : null,
    one.phone ? el("p", null, t("Call"), " ", phoneLink(one.phone)) : null,
    callFirst ? el("p", { class: "hr-hint" }, t("Call first: ask what to bring.")) : null,
    one.phone && one.sensitive
      ? el("p", { class: "hr-hint" }, t("Calls and texts may show on a shared phone bill, and in the phone\u2019s list of calls."))
      : null
  );
}

function status(value) {
  return STATUS[value] ? STATUS[value]() : t("Closed until %(date)s.", { date: date(value) });
}

function where(near) {
  const parts = near.miles === null ? [] : [away(near.miles)];
  return parts.concat(TIERS[near.tier]()).join(" \u00b7 ");
}

/** How far a door is, in words. */
export function away(miles) {
  return miles < 1
    ? t("Less than a mile away")
    : n("About %(count)s mile away", "About %(count)s miles away", Math.round(miles));
}
