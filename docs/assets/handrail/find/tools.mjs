// The place and the choices of the search page: what they narrow an answer down to, and in which order it comes.

import { button, el } from "../plan/element.mjs";
import { everyone, loadGroup } from "../search/facets.mjs";
import { nearby } from "../search/near.mjs";
import { file } from "../search/parts.mjs";
import { t } from "../words.mjs";
import { answered } from "./answer.mjs";
import { narrowing } from "./narrow.mjs";
import { OPEN, loadOpen, noClock, openTexts } from "./open-now.mjs";
import { placeField } from "./place-field.mjs";

const ZIP = /(?:^|\D)(\d{5})(?!\d)/; // typed among the words

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
    /** As `openTexts`; `tell(text)` where it fails, which leaves the lines empty. */
    openTexts: (ones, tell) =>
      openTexts(ones, clock).catch((error) => {
        console.warn(error);
        tell(noClock());
        return {};
      }),

    /**
     * A promise of what an answer needs; `or(text, value)` makes of a failure the value, and tells the text. `hasWords`:
     * words narrow it down, so that not all services need be known.
     */
    load(or, hasWords) {
      const groups = narrow.wanted().map((id) =>
        id === OPEN
          ? loadOpen(parts, clock).catch(or(noClock(), null))
          : loadGroup(parts, id).catch(or(t("A list of choices did not load, so it could not be used."), null))
      );
      const near = place ? nearby(parts, place).catch(or(t("What is near you did not load, so the order is not by distance."), null)) : null;
      const every = !hasWords && (near || groups.length) ? everyone(parts) : null;
      return Promise.all([near, Promise.all(groups), every]).then(([services, known, all]) => ({
        near: services,
        groups: known.filter(Boolean),
        every: all
      }));
    },

    /** The answer for what the words found (null: no words), as `answered`; draws what each other choice would leave. */
    answer(found, loaded) {
      const answer = answered(parts.manifest.places, found, loaded, chosen);
      narrow.show(loaded.groups, answer.counts);
      return answer;
    },

    hasZip: (words) => Boolean(where) && ZIP.test(words),

    /** A ZIP code among the words is offered as the place: a button that takes it out of the words. */
    offerZip(words, field) {
      const zip = where && ZIP.exec(words);
      const act = () => {
        field.value = words.replace(zip[1], " ").trim();
        where.restore(zip[1], "");
      };
      return zip ? el("p", null, button(t("Look near %(zip)s", { zip: zip[1] }), act, { class: "hr-button hr-quiet" })) : null;
    },

    /** Takes up the place that the address names. */
    restore() {
      if (where && (asked.zip || asked.county)) {
        where.restore(asked.zip, asked.county);
      }
    }
  };
}
