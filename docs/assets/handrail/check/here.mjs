// Which services are for people who live where this family lives. Where nobody said where, all of them.

import { plain } from "../rules/about_place.mjs";
import { isObject, isUnknown, said, stateOf } from "../rules/answers.mjs";

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

/** The same services; those that are only for people of other counties come last. */
export function ownFirst(app, ids) {
  const place = said(app.facts(), "place");
  const county = isObject(place) ? said(place, "county") : null;
  if (typeof county !== "string" || isUnknown(county)) {
    return ids;
  }
  const own = plain(county);
  const { services, others } = app.screening;
  const isFor = (id) => {
    const { counties } = services[id] || others[id];
    return !counties || counties.some((name) => plain(name) === own);
  };
  return ids.filter(isFor).concat(ids.filter((id) => !isFor(id)));
}
