// Which services are for people who live where this family lives. Where nobody said where, all of them.

import { isUnknown, stateOf } from "../rules/answers.mjs";

/** Those of these services that are for the whole nation or for the family's own state. */
export function here(app, ids) {
  const state = stateOf(app.facts());
  const { services, others } = app.screening;
  if (isUnknown(state)) {
    return ids;
  }
  return ids.filter((id) => {
    const own = (services[id] || others[id]).state;
    return own === undefined || own === state;
  });
}
