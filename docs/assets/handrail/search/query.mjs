// What people type, cut into words as generators/search/words.py cuts texts, and what the index is asked for each word.

import { AFTER_ALL, termFiles } from "./places.mjs";

export const BEGINNING = 2; // the `wildcard` of a clause: words that begin so; lunr's number for it

const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670'\u2019]/g; // accents, Arabic vowel signs, apostrophes
const LETTERS = { đ: "d", ı: "i", ł: "l", ø: "o", ß: "ss", ة: "ه", ى: "ي" };
const HAN = /[\u3400-\u9fff]/g;
const BETWEEN =
  /[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u060c\u061b\u061f\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\ud800-\udfff]+/g;
const ONE_LETTER = /^[a-z]$/;

const LONGEST = 200; // letters of a query that are looked at
const MOST = 8; // words of a query that are looked at
const MOST_HAN = 12; // where each sign is a word
const LONGEST_PHRASE = 3; // words of an everyday phrase
const NEED = "~"; // stands before the id of a need, as a term

/** Small letters without accents, one blank between words. */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(MARKS, "").replace(/[đıłøßةى]/g, (letter) => LETTERS[letter]);
  return bare.replace(HAN, " $& ").replace(BETWEEN, " ").trim();
}

/** A folded word without what is written as one with it: an article. */
function bare(word, beginnings) {
  for (const [beginning, after] of beginnings) {
    if (word.startsWith(beginning) && word.length - beginning.length >= after) {
      return word.slice(beginning.length);
    }
  }
  return word;
}

/** A folded word with its ending put right. */
export function stem(word, endings) {
  for (const [ending, instead, before] of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= before) {
      return word.slice(0, word.length - ending.length) + instead;
    }
  }
  return word;
}

/** The words of a text: [{typed, stem}]. `tables` are the endings and little words that came with the index. */
export function words(text, tables) {
  return fold(text)
    .split(" ")
    .filter((word) => word && tables.little.indexOf(word) === -1 && !ONE_LETTER.test(word))
    .map((word) => bare(word, tables.beginnings || []))
    .map((word) => ({ typed: word, stem: stem(word, tables.endings) }));
}

export const phraseOf = (cut) => cut.map((word) => word.stem).join(" ");

/**
 * The words of a query that are looked for: [{typed, stem, needs, clauses}]. `needs` are the ids of the needs that it, or
 * a phrase it is part of, is an everyday word for; `clauses` what the index is asked first.
 */
export function asked(text, manifest) {
  const cut = words(text.slice(0, LONGEST), manifest).slice(0, text.search(HAN) === -1 ? MOST : MOST_HAN);
  const needs = widened(manifest.everyday || {}, cut);
  return cut.map((word, place) => Object.assign(word, { needs: needs[place], clauses: clausesOf(word, needs[place]) }));
}

function clausesOf(word, needs) {
  return [
    { term: word.stem, boost: 10 },
    { term: word.typed, boost: 3, wildcard: BEGINNING }
  ].concat(needs.map((need) => ({ term: NEED + need, boost: 1 })));
}

/** For each word the needs that it, or a phrase it is part of, is an everyday word for. */
function widened(everyday, cut) {
  const found = cut.map(() => []);
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    for (let from = 0; from + length <= cut.length; from += 1) {
      const needs = everyday[phraseOf(cut.slice(from, from + length))];
      for (let at = from; needs && at < from + length; at += 1) {
        if (!found[at].length) found[at] = needs;
      }
    }
  }
  return found;
}

/** From which term to which a clause looks. */
export const rangeOf = (clause) => [clause.term, clause.wildcard === BEGINNING ? clause.term + AFTER_ALL : clause.term];

/** The names of the files that answer a query, unless a word of it was never written. */
export function filesOf(text, manifest) {
  const names = asked(text, manifest).map((word) => word.clauses.map((clause) => termFiles(manifest, rangeOf(clause))));
  return Array.from(new Set([].concat(...[].concat(...names))));
}
