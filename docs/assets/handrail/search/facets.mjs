// Narrowing a search down: which services have what was chosen, and how many each other choice would leave.
// generators/search/facets.py writes the files and says what is in them.

import { file } from "./parts.mjs";
import { emptySet, inAll, inAny, size, unpackSet, without } from "./sets.mjs";

const EVERY = ["access", "asks"]; // groups of which all that is chosen must hold; of others one is enough
const ASKED = "asks";

/** A promise of the set of all services: some numbers are nobody's. */
export function everyone(parts) {
  const places = parts.manifest.places;
  return places ? file(parts, "every.json").then(([packed]) => unpackSet(packed, places)) : Promise.resolve(emptySet(0));
}

/** A promise of one group: {id, choices: [{id, name, set, asking}]}; `asking` are those that are known to ask for it. */
export function loadGroup(parts, id) {
  const places = parts.manifest.places;
  const isRight = (content) => content && content.group === id && content.places === places && Array.isArray(content.choices);
  return file(parts, "facets-" + id + ".json", isRight).then((content) => {
    if (!content.read) {
      content.read = content.choices.map(([value, name, having, asking]) => ({
        id: value,
        name: name,
        set: unpackSet(having, places),
        asking: asking ? unpackSet(asking, places) : null
      }));
    }
    return { id: id, choices: content.read };
  });
}

/**
 * What is left of the set `base`: {sure, unsure, counts}. `chosen` are ids by group. `unsure` has what was not asked
 * about: the door may ask for an ID, and nobody knows. `counts` by group and id say how many are sure, were it chosen.
 */
export function narrowed(groups, chosen, base, total) {
  const picked = (group) => group.choices.filter((choice) => (chosen[group.id] || []).indexOf(choice.id) !== -1);
  const active = groups.filter((group) => picked(group).length);
  const fits = new Map(
    active.map((group) => {
      const sets = picked(group).map((choice) => choice.set);
      return [group, EVERY.indexOf(group.id) === -1 ? inAny(sets, total) : inAll(sets[0], sets)];
    })
  );
  const but = (left) => inAll(base, active.filter((group) => group !== left).map((group) => fits.get(group)));
  const sure = but(null);
  const asked = active.find((group) => group.id === ASKED);
  const unsure = asked
    ? without(but(asked), [sure].concat(picked(asked).map((choice) => choice.asking).filter(Boolean)))
    : new Uint32Array(sure.length);
  const counts = {};
  groups.forEach((group) => {
    const among = EVERY.indexOf(group.id) === -1 ? but(group) : sure;
    counts[group.id] = {};
    group.choices.forEach((choice) => {
      counts[group.id][choice.id] = size(among, choice.set);
    });
  });
  return { sure: sure, unsure: unsure, counts: counts };
}
