// The words of the interface in the language of the page: English itself, or the messages that were told.

import { told } from "./told.mjs";
import { category, ENGLISH, written } from "./written.mjs";

const known = { en: ENGLISH }; // how other languages than that of the page write dates, by code

const has = (table, key) => Object.prototype.hasOwnProperty.call(table || {}, key);

/** The language of the page: "en", "es". */
export function language() {
  return told.lang;
}

/** A text with its `%(name)s` places filled from `values`. */
export function fill(text, values) {
  return text.replace(/%\((\w+)\)s/g, (place, name) => (has(values, name) ? String(values[name]) : place));
}

/** The English `text` in the language of the page, filled. In the joined files most texts are translated already. */
export function t(text, values) {
  if (has(told.messages, text)) {
    return fill(told.messages[text], values || {});
  }
  const filled = fill(text, values || {});
  return isMissing(text) ? inEnglish(filled) : filled;
}

/** Without a list of what is missing, all that is not among the messages is. */
function isMissing(text) {
  return !told.missing || told.missing.indexOf(text) !== -1;
}

/** Marks a text that is looked up later. */
export function N_(text) {
  return text;
}

/** The form for `count`, which also fills `%(count)s`. */
export function n(one, many, count, values) {
  const isTold = has(told.plurals, one);
  const forms = isTold ? told.plurals[one] : { one: one, other: many };
  const text = forms[category(isTold ? told.formats.plural : ENGLISH.plural, count)] || forms.other || many;
  const filled = fill(text, Object.assign({ count: count }, values || {}));
  return isTold ? filled : inEnglish(filled);
}

/** Texts that were said in English on a page of another language, so that they can be marked (see check/dom.mjs). */
const english = new Set();

function inEnglish(text) {
  if (language() !== "en") {
    english.add(text);
  }
  return text;
}

/** Does this text stand in English, though the page has another language? */
export function isInEnglish(text) {
  return english.has(text);
}

/** How another language writes its dates, as the data of that language says: for papers in two languages. */
export function learn(lang, formats) {
  known[lang] = formats;
}

const formatsOf = (lang) => (lang && lang !== language() ? known[lang] || ENGLISH : told.formats);

/** A part among others, so that it goes in its own direction: after "SNAP" a number would go from left to right too. */
function apart(text) {
  return document.documentElement.dir === "rtl" ? "\u2068" + text + "\u2069" : text;
}

/** What stands between parts in a row: [comma, stronger mark]; `lang` for another language. */
export function marks(lang) {
  return formatsOf(lang).list || ENGLISH.list;
}

/** Parts in a row, with the comma of the language. */
export function commas(parts, lang) {
  return parts.map(apart).join(marks(lang)[0]);
}

/** Parts in a row that may hold commas themselves. */
export function semicolons(parts, lang) {
  return parts.map(apart).join(marks(lang)[1]);
}

/** Parts in a row that are of different kinds, with a dot between them. */
export function dots(parts) {
  return parts.map(apart).join(" \u00b7 ");
}

/** A day "2026-11-21" as people of this language write it; `lang` for another language. */
export function date(day, lang) {
  return written(formatsOf(lang).dates, day);
}

/** The month of a day in few letters: "Nov". */
export function shortMonth(day) {
  return written(told.formats.short, day);
}

/** The month of a day with its year: "November 2026". */
export function month(day) {
  return written(told.formats.months, day);
}
