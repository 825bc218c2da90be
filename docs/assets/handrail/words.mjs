// The words of the interface in the language of the page: English itself, or the messages that the page carries.

import { category, ENGLISH, written } from "./written.mjs";

const English = { lang: "en", messages: {}, plurals: {}, formats: ENGLISH, missing: null };
const known = { en: ENGLISH }; // how other languages than that of the page write dates, by code
let loaded = null;

function words() {
  if (loaded === null) {
    loaded = Object.assign({}, English, carried());
  }
  return loaded;
}

function carried() {
  const element = document.getElementById("words");
  try {
    const found = element ? JSON.parse(element.textContent) : {};
    return found && typeof found === "object" ? found : {};
  } catch (error) {
    console.error("The words of this page cannot be read:", error);
    return {};
  }
}

const has = (table, key) => Object.prototype.hasOwnProperty.call(table || {}, key);

/** The language of the page: "en", "es". */
export function language() {
  return words().lang;
}

/** A text with its `%(name)s` places filled from `values`. */
export function fill(text, values) {
  return text.replace(/%\((\w+)\)s/g, (place, name) => (has(values, name) ? String(values[name]) : place));
}

/** The English `text` in the language of the page, filled. In the joined files most texts are translated already. */
export function t(text, values) {
  const messages = words().messages;
  if (has(messages, text)) {
    return fill(messages[text], values || {});
  }
  const filled = fill(text, values || {});
  return isMissing(text) ? inEnglish(filled) : filled;
}

/** Without a list of what is missing, all that is not among the messages is. */
function isMissing(text) {
  const missing = words().missing;
  return !missing || missing.indexOf(text) !== -1;
}

/** Marks a text that is looked up later. */
export function N_(text) {
  return text;
}

/** The form for `count`, which also fills `%(count)s`. */
export function n(one, many, count, values) {
  const isTold = has(words().plurals, one);
  const forms = isTold ? words().plurals[one] : { one: one, other: many };
  const text = forms[category(isTold ? words().formats.plural : ENGLISH.plural, count)] || forms.other || many;
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

const formatsOf = (lang) => (lang && lang !== language() ? known[lang] || ENGLISH : words().formats);

/** A day "2026-11-21" as people of this language write it; `lang` for another language. */
export function date(day, lang) {
  return written(formatsOf(lang).dates, day);
}

const between = (at, parts, lang) => parts.join((formatsOf(lang).lists || ENGLISH.lists)[at]);

/** Parts of a list with the language's own sign between them: "bread, milk"; `lang` for another language. */
export const inList = (parts, lang) => between(0, parts, lang);

/** The same for parts that may hold commas: "bread, rolls; milk". */
export const apart = (parts, lang) => between(1, parts, lang);

/** The month of a day in few letters: "Nov". */
export function shortMonth(day) {
  return written(words().formats.short, day);
}

/** The month of a day with its year: "November 2026". */
export function month(day) {
  return written(words().formats.months, day);
}
