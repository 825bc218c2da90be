// The place and the choices of the search page: what they narrow an answer down to, and in which order it comes.

import { loadGroup } from "../search/facets.mjs";
import { nearby } from "../search/near.mjs";
import { file } from "../search/parts.mjs";
import { t } from "../words.mjs";
import { answered } from "./answer.mjs";
import { narrowing } from "./narrow.mjs";
import { OPEN, loadOpen, openTexts } from "./open-now.mjs";
import { placeField } from "./place-field.mjs";

/**
 * What `take` of a search at work (`desk`, see run.mjs) takes. `places` is the place table, and `clock` loads the clock;
 * each null where the page has none.
 */
export function tools(desk, places, clock) {
  const { parts, asked } = desk;
  const offered = (parts.manifest.facets || []).filter((id) => id !== OPEN || clock);
  const chosen = {};
  offered.filter((id) => asked.chosen[id]).forEach((id) => {
    chosen[id] = asked.chosen[id];
  });
  let place = null;
  const narrow = narrowing(offered, chosen, desk.look);
  const where = places && placeField(places, () => file(parts, "states.json"), setPlace);

  function setPlace(found) {
    place = found;
    desk.look();
  }

  return {
    nodes: [where && where.node, narrow.node],
    isAsked: () => Boolean(place || Object.keys(chosen).some((group) => chosen[group].length)),
    state: () => ({ zip: place ? place.zip : "", county: place ? place.county : "", chosen: chosen }),
    openTexts: (ones) => openTexts(ones, clock),

    /** A promise of what an answer needs; `or(text, value)` makes of a failure the value, and tells the text. */
    load(or) {
      const groups = narrow.wanted().map((id) =>
        id === OPEN
          ? loadOpen(parts, clock).catch(or(t("We cannot say what is open now. Check the clock of your phone and the connection."), null))
          : loadGroup(parts, id).catch(or(t("A list of choices did not load, so it could not be used."), null))
      );
      const near = place ? nearby(parts, place).catch(or(t("What is near you did not load, so the order is not by distance."), null)) : null;
      return Promise.all([near, Promise.all(groups)]).then(([services, known]) => ({ near: services, groups: known.filter(Boolean) }));
    },

    /** The answer for what the words found (null: no words), as `answered`; draws what each other choice would leave. */
    answer(found, loaded) {
      const answer = answered(parts.manifest.total, found, loaded.near, loaded.groups, chosen);
      narrow.show(loaded.groups, answer.counts);
      return answer;
    },

    /** Takes up the place that the address names. */
    restore() {
      if (where && (asked.zip || asked.county)) {
        where.restore(asked.zip, asked.county);
      }
    }
  };
}
