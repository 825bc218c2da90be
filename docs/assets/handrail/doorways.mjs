// Where to apply in the family's own state: the state's name for a program, its page and its number.

import { append, h, ltr } from "./check/dom.mjs";
import { t } from "./words.mjs";

let table = {}; // state -> program -> {name, url, phone: {number, href}}

/** Fetch the table once. Where it cannot be had the national numbers of each service must do. */
export function loadDoorways(url) {
  return url
    ? fetch(url, { credentials: "omit" })
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(url + ": " + answer.status))))
        .then((found) => {
          table = found;
        })
        .catch((error) => console.error("Where to apply in each state:", error))
    : Promise.resolve();
}

/** {name, url, phone} of a program in a state; null where we have no row, or the table has not come. */
export function doorwayFor(state, id) {
  const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  return typeof state === "string" && has(table, state) && has(table[state], id) ? table[state][id] : null;
}

/** "Apply in your state: CalFresh, Call 1-877-847-3663" as a paragraph; null where there is no row. */
export function doorwayLine(state, id) {
  const found = doorwayFor(state, id);
  if (found === null) {
    return null;
  }
  const line = h("p", { class: "hr-doorway" }, h("strong", {}, t("Apply in your state:")), " ");
  append(line, [found.url ? h("a", { href: found.url, rel: "noreferrer" }, found.name) : found.name]);
  if (found.phone) {
    const [before, after] = t("Call %(number)s").split("%(number)s");
    append(line, [" ", h("a", { class: "hr-phone", href: found.phone.href }, h("span", {}, before, ltr(found.phone.number), after))]);
  }
  return line;
}

/** The plan's data where the state's own number and page stand before the national ones. */
export function withDoorways(data, state) {
  const services = {};
  for (const id of Object.keys(data.services)) {
    const service = data.services[id];
    const found = doorwayFor(state, id);
    services[id] = found === null ? service : Object.assign({}, service, first(service, found));
  }
  return Object.assign({}, data, { services: services });
}

function first(service, found) {
  const phone = found.phone && { number: found.phone.number, href: found.phone.href, label: found.name };
  const link = found.url && { url: found.url, text: t("Apply in your state: %(name)s", { name: found.name }) };
  return {
    phones: phone ? [phone].concat(service.phones.filter((one) => one.href !== phone.href)) : service.phones,
    links: link ? [link].concat(service.links.filter((one) => one.url !== link.url)) : service.links
  };
}
