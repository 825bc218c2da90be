// The screening data of a large directory comes in parts: the nation's, and those of a state or some of its counties. The
// twin of generators/rules/by_place.py, which cuts them.

import { plain } from "../rules/about_place.mjs";
import { isObject, isUnknown, said, stateOf } from "../rules/answers.mjs";

const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

/** The number of the part for a county, by its plain name; 0 where it has none of its own. */
export function partOf(county, firsts) {
  return firsts.filter((first) => first <= county).length;
}

/**
 * Names of the parts that the family's place asks for, beside the nation's: those of the state and of the county. A county
 * or a state that nobody said stands for all of them; a question about the place still to come, for none. `isWide`: all
 * of the state.
 */
export function partsFor(nation, facts, isWide) {
  if (!nation.parts || !has(facts, "place")) {
    return [];
  }
  const state = stateOf(facts);
  const states = isUnknown(state) ? Object.keys(nation.parts) : [state].filter((one) => has(nation.parts, one));
  const place = said(facts, "place");
  const county = isObject(place) ? said(place, "county") : null;
  const isKnown = typeof county === "string" && !isUnknown(county) && !isUnknown(state);
  return states
    .map((one) => {
      const firsts = nation.parts[one];
      const own = isKnown && !isWide ? [partOf(plain(county), firsts)] : firsts.map((first, at) => at + 1);
      return [0].concat(own.filter((number) => number > 0)).map((number) => one.toLowerCase() + "-" + number);
    })
    .reduce((all, some) => all.concat(some), []);
}

/** The name of the part that is for all of a state, as a list; an empty list where there is none. */
export function stateParts(nation, state) {
  return nation.parts && has(nation.parts, state) ? [state.toLowerCase() + "-0"] : [];
}

/** Screening data of the nation's part and some others. */
export function putTogether(nation, parts) {
  const data = Object.assign({}, nation, {
    services: Object.assign({}, nation.services),
    others: Object.assign({}, nation.others),
    order: nation.order.slice()
  });
  for (const part of parts) {
    const more = part.order.filter((id) => !has(data.services, id));
    data.order = data.order.concat(more);
    Object.assign(data.services, part.services);
    Object.assign(data.others, part.others);
  }
  return data;
}
