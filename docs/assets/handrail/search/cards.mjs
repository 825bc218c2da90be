// What results show. generators/search/cards.py writes it, in few letters.

import { file } from "./parts.mjs";
import { language } from "../words.mjs";

const USUAL = 10; // digits of a phone number

/**
 * A promise of the cards of some documents, in their order: {id, name, language, url, summary, who, needs (names), phone,
 * sensitive} and what `card` in cards.py has as `more`; null for those whose file does not load.
 */
export function cards(parts, numbers) {
  const size = parts.manifest.cards;
  return Promise.all(
    numbers.map((number) =>
      file(parts, "cards-" + Math.floor(number / size) + ".json").then(
        (list) => (list[number % size] ? read(parts, list[number % size]) : null),
        (error) => {
          console.warn(error);
          return null;
        }
      )
    )
  );
}

function read(parts, [id, name, summary, who, needs, number, more]) {
  const names = Object.keys(parts.manifest.needs).map((need) => parts.manifest.needs[need]);
  const card = {
    id: id,
    name: name,
    language: language(),
    url: more && more.at ? "organizations/" + more.at + "/#" + id : "services/" + id + "/",
    summary: summary,
    who: who,
    needs: needs.map((place) => names[place]),
    phone: number ? { number: number, href: (more && more.href) || hrefOf(number) } : null,
    sensitive: false
  };
  return Object.assign(card, more);
}

/** The link that calls a number: of those that it would not do for, the card says its own. */
function hrefOf(number) {
  const digits = number.replace(/\D/g, "");
  return "tel:" + (digits.length < USUAL ? "" : digits.length > USUAL ? "+" : "+1") + digits;
}
