// The same words in the family's language and in English, as lines below each other.

import { fill, t } from "../words.mjs";
import { el } from "../plan/element.mjs";

/** Marks an English text of the site for translation. */
export const N_ = (text) => text;

/** Words of the site: `text` in both languages. `values` fill the family's, `english` (or the same) the English. */
export const said = (text, values, english) => twice(t(text, values), fill(text, english || values || {}));

/** A name of ours before words of the data: "How long it takes: 30 days", in both languages. */
export function labelled(name, own, english) {
  if (!own) {
    return null;
  }
  const line = (label, words) => [el("strong", null, label + ":"), " ", words];
  return t(name) === name
    ? line(name, own)
    : [
        el("span", { class: "own" }, own === english ? el("strong", null, t(name) + ":") : line(t(name), own)),
        " ",
        el("span", { class: "english", lang: "en", dir: "ltr" }, line(name, english || own))
      ];
}

/** Words of ours in one line, for a name or a role: "trabajador / worker". */
export const short = (text) => (t(text) === text ? text : [t(text), " / ", el("span", { lang: "en" }, text)]);

/** Words of the data in both languages; once, as English, where they are the same. Null where there are none. */
export function twice(own, english) {
  if (!own && !english) {
    return null;
  }
  if (!own || !english || own === english) {
    return el("span", english ? { lang: "en", dir: "ltr" } : null, own || english);
  }
  return [el("span", { class: "own" }, own), " ", el("span", { class: "english", lang: "en", dir: "ltr" }, english)];
}
