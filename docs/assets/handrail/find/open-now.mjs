// Which services are open at this moment, by the hours that came with the index and the clock of their time zones.

import { openAny } from "../hours.mjs";
import { openWords } from "../open-words.mjs";
import { file } from "../search/parts.mjs";
import { inAny, unpackSet } from "../search/sets.mjs";
import { minuteNow } from "../today.mjs";
import { t } from "../words.mjs";

export const OPEN = "open";

export const noClock = () => t("We cannot say what is open now. Check the clock of your phone and the connection.");

/** A promise of the group of what is open now, as `loadGroup` of search/facets.mjs gives the others. */
export function loadOpen(parts, clock) {
  const places = parts.manifest.places;
  const isRight = (content) => content && content.group === OPEN && content.places === places && Array.isArray(content.choices);
  return Promise.all([file(parts, "facets-open.json", isRight), clock()]).then(([content, table]) => {
    const now = minuteNow();
    if (!(now >= table.from && now < table.until)) {
      throw new Error("the clock of the device is outside the table: " + now);
    }
    const open = content.choices.filter(([hours]) => openAny(hours, table, now).state === "open");
    const set = inAny(open.map(([, packed]) => unpackSet(packed, places)), places);
    return { id: OPEN, choices: [{ id: "now", name: content.name, set: set, asking: null }] };
  });
}

/** A promise of the words for each card that has hours, by id: "Open now, until 5 PM"; it fails where the clock does. */
export function openTexts(ones, clock) {
  const having = ones.filter((one) => one && one.hours);
  if (!clock || !having.length) {
    return Promise.resolve({});
  }
  return clock().then((table) => {
    const now = minuteNow();
    const texts = {};
    having.forEach((one) => {
      texts[one.id] = openWords(openAny(one.hours, table, now), table, now);
    });
    return texts;
  });
}
