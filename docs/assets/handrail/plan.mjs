// The plan as values: which service first, what to do this week, papers once, dates. Nothing here touches the page.

const URGENCIES = ["now", "soon", "usual"];
const EFFORTS = ["call", "form", "papers"];
export const FIRST = 3; // things to do this week
const DAYS_OF_A_WEEK = 7;

const rank = (list, value) => (list.indexOf(value) === -1 ? list.length : list.indexOf(value));

/** Only the ids that the data of today still knows, each once. */
export function known(ids, services) {
  return Array.from(new Set(ids)).filter((id) => Object.prototype.hasOwnProperty.call(services, id));
}

/**
 * The ids in the order of doing: urgent first, a door before what it opens (and as urgent as that), then the easiest,
 * then as chosen.
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

  const before = (a, b) =>
    urgency[a] - urgency[b] ||
    rank(EFFORTS, services[a].effort) - rank(EFFORTS, services[b].effort) ||
    chosen.indexOf(a) - chosen.indexOf(b);
  const ordered = [];
  let left = chosen.slice();
  while (left.length) {
    const free = left.filter((id) => doorsOf(id).every((door) => ordered.indexOf(door) !== -1));
    const next = (free.length ? free : left).slice().sort(before)[0];
    ordered.push(next);
    left = left.filter((id) => id !== next);
  }
  return ordered;
}

/** The ids in the order in which the page shows them: the family's own once it moved one. */
export function orderOf(plan, services) {
  return plan.moved ? known(plan.services, services) : inOrder(plan.services, services);
}

/** The name under which a step or a paper is ticked. */
export const stepKey = (id, place) => id + "/" + place;
export const paperKey = (id) => "paper/" + id;

/**
 * What to do first: [{id, place, step}], one open step of each service in turn, until there are three.
 *
 * A step that waits for more than a week (a call to make when nobody has answered) comes in only where others run out.
 * Every step whose day in `due` has passed, or comes within a week of `today`, stands before all others: they may be
 * more than three. Each thing carries its own day as `due`, or null.
 */
export function thisWeek(order, services, done, due, today) {
  const open = order.map((id) =>
    services[id].steps
      .map((step, place) => ({ id: id, place: place, step: step, due: (due || {})[stepKey(id, place)] || null }))
      .filter((thing) => !(done || {})[stepKey(id, thing.place)])
  );
  const isDue = (thing) => thing.due !== null && thing.due <= daysAfter(today, DAYS_OF_A_WEEK);
  const waits = (thing) => (thing.due === null ? thing.step.after_days > DAYS_OF_A_WEEK : !isDue(thing));
  const now = byDay([].concat(...open).filter(isDue), (thing) => thing.due);
  const soon = inTurn(open.map((things) => things.filter((thing) => !isDue(thing) && !waits(thing))));
  const later = inTurn(open.map((things) => things.filter(waits)));
  return now.concat(soon.concat(later).slice(0, Math.max(0, FIRST - now.length)));
}

/** The list by the day of each, those of one day as they stood; old engines do not sort stably. */
function byDay(list, dayOf) {
  const place = new Map(list.map((item, index) => [item, index]));
  return list.slice().sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : place.get(a) - place.get(b)));
}

/** The first of each list, then the second of each, and so on. */
function inTurn(lists) {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const found = [];
  for (let turn = 0; turn < longest; turn += 1) {
    found.push(...lists.filter((list) => list.length > turn).map((list) => list[turn]));
  }
  return found;
}

/** Every paper once, the most wanted first: [{id, name, any_of, how_to_get, uses: [{id, note}]}]. */
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

/** A day so many days after another, both "2026-11-21". */
export function daysAfter(day, days) {
  const [year, month, number] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, number + days)).toISOString().slice(0, 10);
}

/**
 * What to follow up, by day: [{day, id, place, step, isDue}], counted from the day the plan was begun; a step with a day
 * of its own in `due` has that one, and `isDue`. Of the services in `settled` only days of their own are left.
 */
export function followUps(order, services, begun, done, due, settled) {
  const found = [];
  for (const id of order) {
    services[id].steps.forEach((step, place) => {
      const own = (due || {})[stepKey(id, place)];
      const waits = step.after_days !== null && step.after_days !== undefined && (settled || []).indexOf(id) === -1;
      if ((own || waits) && !(done || {})[stepKey(id, place)]) {
        found.push({ day: own || daysAfter(begun, step.after_days), id: id, place: place, step: step, isDue: Boolean(own) });
      }
    });
  }
  return byDay(found, (item) => item.day);
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
