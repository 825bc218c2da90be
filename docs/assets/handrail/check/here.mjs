// Which services are for people who live where this family lives. Where nobody said where, all of them.

const STATE = /^[A-Z]{2}$/;

/** Those of these services that are for the whole nation or for the family's own state. */
export function here(app, ids) {
  const state = (app.facts().place || {}).state;
  const { services, others } = app.screening;
  if (!STATE.test(state || "")) {
    return ids;
  }
  return ids.filter((id) => {
    const own = (services[id] || others[id]).state;
    return own === undefined || own === state;
  });
}
