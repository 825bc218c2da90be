// Loads the parts of the screening data that the family's place asks for, beside the nation's.

import { readyInSlices } from "../rules/parts.mjs";
import { pause } from "../slices.mjs";
import { partsFor, putTogether, stateParts } from "./by-place.mjs";
import { load } from "./load.mjs";

/**
 * What is known at each time: {data, isLoading, hasFailed, isWide}. `ask(facts)` sees to the parts for these facts,
 * and `widen(facts)` to those of the whole state too; each gives a promise that never fails. Whoever sets `changed` is
 * called when more came, or did not come. `url` is the address of the nation's part.
 */
export function nearby(nation, url) {
  const folder = url.replace(/\.([^./]+)\.json$/, "/$1/");
  let wanted = ""; // names of the parts
  const near = {
    data: nation,
    isLoading: false,
    hasFailed: false,
    isWide: false,
    ask: ask,
    widen: widen,
    withState: withState,
    isPart: isPart,
    changed: () => undefined
  };

  function ask(facts) {
    const names = partsFor(nation, facts, near.isWide);
    const key = names.join();
    if (key === wanted && !near.hasFailed) {
      return Promise.resolve();
    }
    wanted = key;
    near.isLoading = true;
    near.hasFailed = false;
    return Promise.all(names.map((name) => load(folder + name + ".json")))
      .then((parts) => (parts.length ? putTogether(nation, parts) : nation))
      .then((data) => readyInSlices(data, pause).then(() => data))
      .then(
        (data) => end(key, data, false),
        (error) => {
          console.error(error);
          end(key, near.data, true);
        }
      );
  }

  function end(key, data, hasFailed) {
    if (key === wanted) {
      near.data = data;
      near.isLoading = false;
      near.hasFailed = hasFailed;
      near.changed();
    }
  }

  function widen(facts) {
    near.isWide = true;
    return ask(facts);
  }

  /**
   * A promise of {data, hasMore}: the same data with what is for all of another state too; as it is where that does not
   * load. `hasMore`: there is, or may be, help of that state or its counties that is not among it.
   */
  function withState(state) {
    const names = stateParts(nation, state);
    return Promise.all(names.map((name) => load(folder + name + ".json"))).then(
      (parts) => (parts.length ? { data: putTogether(near.data, parts), hasMore: nation.parts[state].length > 0 } : { data: near.data, hasMore: false }),
      (error) => {
        console.warn(error);
        return { data: near.data, hasMore: true };
      }
    );
  }

  /** Are there services for other counties of the family's state that are not here? */
  function isPart(facts) {
    return partsFor(nation, facts, true).length > partsFor(nation, facts, near.isWide).length;
  }

  return near;
}
