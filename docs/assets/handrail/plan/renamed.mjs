// A plan of another year may name services by the ids that they had then.

const TABLES = ["done", "owners", "due", "status", "helped", "barriers"]; // by "snap" or "snap/0"

/** The plan with the ids of today; null where it has them already. `was`: the id of today by each older id. */
export function renamed(plan, was, services) {
  const now = (id) => (!has(services, id) && has(was, id) ? was[id] : id);
  if (!plan.services.some((id) => now(id) !== id)) {
    return null;
  }
  const changes = {
    services: plan.services.map(now).filter((id, place, all) => all.indexOf(id) === place),
    log: plan.log.map((call) => Object.assign({}, call, { id: call.id && now(call.id) }))
  };
  for (const name of TABLES) {
    changes[name] = {};
    for (const key of Object.keys(plan[name])) {
      const [id, rest] = key.split("/");
      changes[name][rest === undefined ? now(id) : now(id) + "/" + rest] = plan[name][key];
    }
  }
  return Object.assign({}, plan, changes);
}

const has = (table, key) => Object.prototype.hasOwnProperty.call(table || {}, key);
