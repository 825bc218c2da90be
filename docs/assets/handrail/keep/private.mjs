// A plan without its private services: what is left of it when it goes where others may read it.

import { known, paperKey } from "../plan.mjs";

/** The ids of the private services of a plan. */
export const privateOf = (plan, data) => known(plan.services, data.services).filter((id) => data.services[id].sensitive);

/** The plan without its private services, everything noted of them, and the ticks of papers that only they ask for. */
export function withoutPrivate(plan, data) {
  const out = privateOf(plan, data);
  const stays = known(plan.services, data.services).filter((id) => out.indexOf(id) === -1);
  const papersOf = (ids) => [].concat(...ids.map((id) => data.services[id].documents.map((paper) => paperKey(paper.id))));
  const lost = papersOf(out).filter((key) => papersOf(stays).indexOf(key) === -1);
  const isOut = (key) => (key.indexOf(paperKey("")) === 0 ? lost.indexOf(key) !== -1 : out.indexOf(key.split("/")[0]) !== -1);
  const rest = (table) => {
    const left = {};
    Object.keys(table)
      .filter((key) => !isOut(key))
      .forEach((key) => {
        left[key] = table[key];
      });
    return left;
  };
  return Object.assign({}, plan, {
    services: stays,
    done: rest(plan.done),
    owners: rest(plan.owners),
    helped: rest(plan.helped),
    due: rest(plan.due),
    status: rest(plan.status),
    barriers: rest(plan.barriers),
    log: plan.log.filter((call) => call.id === null || out.indexOf(call.id) === -1)
  });
}
