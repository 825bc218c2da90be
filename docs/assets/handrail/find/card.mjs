// One answer: what it is, who it is for, how far it is, whether there is room, and the number to call.

import { checkedAgo } from "../checked-ago.mjs";
import { el, phoneLink } from "../plan/element.mjs";
import { roomLine } from "../room.mjs";
import { dots, language, n, t } from "../words.mjs";

const TIERS = [() => t("For your county"), () => t("For your whole state"), () => t("For the whole country")];

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
    one.status ? el("p", null, el("strong", { class: "find-status" }, roomLine(one.status)), instead(one)) : null,
    el("p", { lang: lang }, one.summary),
    one.who ? el("p", null, t("For:"), " ", el("span", { lang: lang }, one.who)) : null,
    near ? el("p", { class: "find-where" }, where(near)) : null,
    open ? el("p", { class: "find-open" }, open) : null,
    one.needs.length ? el("p", { class: "hr-hint" }, dots(one.needs)) : null,
    ago(one),
    one.phone ? el("p", null, t("Call"), " ", phoneLink(one.phone)) : null,
    callFirst ? el("p", { class: "hr-hint" }, t("Call first: ask what to bring.")) : null,
    one.phone && one.sensitive
      ? el("p", { class: "hr-hint" }, t("Calls and texts may show on a shared phone bill, and in the phone\u2019s list of calls."))
      : null
  );
}

/** Where to go instead of a place without room. */
function instead(one) {
  const links = (one.instead || []).map(([name, url]) => el("a", { href: "../" + url }, name));
  return links.length ? el("span", { class: "hr-instead" }, t("Try instead:"), links.map((link) => [" ", link])) : null;
}

function ago(one) {
  const text = one.checked ? checkedAgo(one.checked[0], one.checked[1], true) : "";
  return text ? el("p", { class: "hr-fresh" }, text) : null;
}

function where(near) {
  const parts = near.miles === null ? [] : [away(near.miles)];
  return dots(parts.concat(TIERS[near.tier]()));
}

/** How far a door is, in words. */
export function away(miles) {
  return miles < 1
    ? t("Less than a mile away")
    : n("About %(count)s mile away", "About %(count)s miles away", Math.round(miles));
}
