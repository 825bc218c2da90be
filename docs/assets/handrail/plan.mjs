// The plan as values: which service first, papers once, numbers once. Nothing here touches the page.

import { paperKey } from "./plan/keys.mjs";
import { shared } from "./plan/office.mjs";

export { daysAfter } from "./plan/days.mjs";
export { paperKey, stepKey } from "./plan/keys.mjs";
export { thisWeek } from "./plan/this-week.mjs";

const URGENCIES = ["now", "soon", "usual"];
const EFFORTS = ["call", "form", "papers"];

const rank = (list, value) => (list.indexOf(value) === -1 ? list.length : list.indexOf(value));

/** Only the ids that the data of today still knows, each once. */
export function known(ids, services) {
  return Array.from(new Set(ids)).filter((id) => Object.prototype.hasOwnProperty.call(services, id));
}

/**
 * The ids in the order of doing: urgent first, a door before what it opens (and as urgent as that), then what is had at
 * the office of the one before, then the easiest, then as chosen.
 */
export function inOrder(ids, services) {
  const chosen = known(ids, services);
  const doorsOf = (id) => services[id].doors.filter((door) => door !== id && chosen.indexOf(door) !== -1);
  const urgency = {};
  const inherit = (id, value) => {
    if (urgency[id] === undefined || value < urgency[id]) {
      urgency[id] = value;
      doorsOf(id).forEach((door) => inherit(door, value));
    }
  };
  chosen.forEach((id) => inherit(id, rank(URGENCIES, services[id].urgency)));

  const before = (last) => (a, b) =>
    urgency[a] - urgency[b] ||
    isElsewhere(last, a) - isElsewhere(last, b) ||
    rank(EFFORTS, services[a].effort) - rank(EFFORTS, services[b].effort) ||
    chosen.indexOf(a) - chosen.indexOf(b);
  const isElsewhere = (last, id) => Number(last === undefined || shared(services[last], services[id]) === null);
  const ordered = [];
  let left = chosen.slice();
  while (left.length) {
    const free = left.filter((id) => doorsOf(id).every((door) => ordered.indexOf(door) !== -1));
    const next = (free.length ? free : left).slice().sort(before(ordered[ordered.length - 1]))[0];
    ordered.push(next);
    left = left.filter((id) => id !== next);
  }
  return ordered;
}

/** The ids in the order in which the page shows them: the family's own once it moved one. */
export function orderOf(plan, services) {
  return plan.moved ? known(plan.services, services) : inOrder(plan.services, services);
}

/** Every paper once, the most wanted first: [{id, name, ..., uses: [{id, note}]}]. */
export function papers(order, data) {
  const byId = new Map();
  for (const id of order) {
    for (const paper of data.services[id].documents) {
      const document = data.documents[paper.id];
      if (!document) {
        continue;
      }
      if (!byId.has(paper.id)) {
        byId.set(paper.id, Object.assign({ id: paper.id, uses: [] }, document));
      }
      const uses = byId.get(paper.id).uses;
      if (!uses.some((use) => use.id === id)) {
        uses.push({ id: id, note: paper.note });
      }
    }
  }
  const list = Array.from(byId.values());
  const place = new Map(list.map((paper, index) => [paper.id, index])); // old engines do not sort stably
  return list.sort((a, b) => b.uses.length - a.uses.length || place.get(a.id) - place.get(b.id));
}

/** Every number once, with the services it is for: [{number, label, href, ids}]. */
export function numbers(order, services) {
  const byLink = new Map();
  for (const id of order) {
    for (const phone of services[id].phones) {
      if (!byLink.has(phone.href)) {
        byLink.set(phone.href, { number: phone.number, label: phone.label, href: phone.href, ids: [] });
      }
      byLink.get(phone.href).ids.push(id);
    }
  }
  return Array.from(byLink.values());
}

/** The ids with one moved up (-1) or down (1) by one place. */
export function moved(order, id, by) {
  const from = order.indexOf(id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= order.length) {
    return order.slice();
  }
  const list = order.filter((other) => other !== id);
  list.splice(to, 0, id);
  return list;
}

/** The plan without a service and what was noted of it, as a patch; the ticks of papers and the contact log are kept. */
export function without(plan, id) {
  const patch = { services: plan.services.filter((other) => other !== id) };
  for (const name of ["done", "owners", "helped", "due", "status", "barriers"]) {
    patch[name] = {};
    Object.keys(plan[name])
      .filter((key) => (key !== id && key.indexOf(id + "/") !== 0) || key.indexOf(paperKey("")) === 0)
      .forEach((key) => {
        patch[name][key] = plan[name][key];
      });
  }
  return patch;
}
