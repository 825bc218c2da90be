// The same words in the family's language and in English: side by side, or below each other where the page is narrow.

import { fill, t } from "../words.mjs";
import { el } from "../plan/element.mjs";

const ENGLISH = { lang: "en", dir: "ltr" };

/** Marks an English text of the site for translation. */
export const N_ = (text) => text;

/** What stands on each side: texts and elements. */
export const pair = (own, english) =>
  el(
    "span",
    { class: "pair" },
    el("span", null, own),
    " ",
    el("span", Object.assign({ class: "english" }, ENGLISH), english)
  );

/** Words of the site: `text` in both languages. `values` fill the family's, `english` (or the same) the English. */
export const said = (text, values, english) => twice(t(text, values), fill(text, english || values || {}));

/** Words of the data in both languages; once, as English, where they are the same. Null where there are none. */
export function twice(own, english) {
  if (!own && !english) {
    return null;
  }
  return own && english && own !== english ? pair(own, english) : el("span", english ? ENGLISH : null, own || english);
}

/** The same in one line, for names: "trabajador / worker". */
export const slash = (own, english) =>
  own && english && own !== english ? [own, " / ", el("span", ENGLISH, english)] : own || english;

/** Words of the site in one line. */
export const short = (text) => slash(t(text), text);

/** A name of ours before words of the data: "How long it takes: 30 days". */
export function labelled(name, own, english) {
  const line = (label, words) => [el("strong", null, label + ":"), words ? " " + words : null];
  return t(name) === name
    ? el("span", null, line(name, own))
    : pair(line(t(name), own === english ? null : own), line(name, english || own));
}
