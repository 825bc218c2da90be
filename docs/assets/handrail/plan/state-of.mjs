// What the plan says of a service that has no room now, or that nobody has checked for too long.

import { checkedAgo } from "../checked-ago.mjs";
import { roomLine } from "../room.mjs";
import { t } from "../words.mjs";
import { el } from "./element.mjs";

/** Its lines, before the steps; a private name is never among them. */
export function stateOf(page, id) {
  const service = page.data.services[id];
  const others = (service.if_full || service.alternatives)
    .concat(service.room === "closed" ? service.alternatives : [])
    .filter((other, place, all) => all.indexOf(other) === place && page.data.services[other])
    .filter((other) => service.sensitive || !page.data.services[other].sensitive);
  const ago = service.checked ? checkedAgo(service.checked[0], service.checked[1], true) : "";
  return [
    service.room ? el("p", { class: "plan-room" }, el("strong", null, roomLine(service.room))) : null,
    service.room && others.length
      ? el("p", null, t("Try instead:"), el("span", { class: "hr-instead" }, others.map((other) => [" ", link(page, other)])))
      : null,
    ago ? el("p", { class: "hr-fresh" }, ago) : null
  ];
}

const link = (page, id) => el("a", { href: "../" + page.data.services[id].url }, page.data.services[id].name);
