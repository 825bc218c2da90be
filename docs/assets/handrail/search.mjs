// Finding services by what people type: the words of a query, cut as generators/search/words.py cuts them, and the
// answer, from the parts of the index that these words need.

import { BEGINNING, calledJust, openParts, scoresOf } from "./search/parts.mjs";

const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670'\u2019]/g; // accents, Arabic vowel signs, apostrophes
const LETTERS = { đ: "d", ı: "i", ł: "l", ø: "o", ß: "ss", ة: "ه", ى: "ي" };
const HAN = /[\u3400-\u9fff]/g;
const BETWEEN =
  /[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u060c\u061b\u061f\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\ud800-\udfff]+/g;
const ONE_LETTER = /^[a-z]$/;

const LONGEST = 200; // letters of a query that are looked at
const MOST = 8; // words of a query that are looked at
const MOST_HAN = 12; // where each sign is a word
const SLIP_FROM = 4; // letters from which one may be wrong
const CUT = 3; // letters that may be left off the end of a word nobody wrote: "evicted" -> "evic" -> eviction
const FEW = 3; // with fewer answers, services that lack one of the words come too
const LONG = 4; // words that make a sentence: one rare word may be lacking without coming later
const COMMON = 5; // a word that one of so many services has is not asked for
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

const phraseOf = (cut) => cut.map((word) => word.stem).join(" ");

/** The search of one language, whose parts lie below `base`: a promise of {parts, tables, total}. */
export function open(base, load) {
  return openParts(base, load).then((parts) => ({
    parts: parts,
    tables: parts.manifest,
    total: parts.manifest.total
  }));
}

/**
 * A promise of what answers `text`: {numbers, compare, level, needs, missing}. `numbers` are the documents, in no order;
 * `compare` puts them into theirs (see `best`): first what is called just that, then by score. `needs` are the ids of the
 * needs that an everyday word stands for, whose services were looked at too; `level` of a number is 0 for what is called
 * just that, else more the more words it lacks; `missing` are the words whose part of the index did not load. It fails
 * where no word's part did.
 *
 * Words that few services have must be there, or all but one of them where that leaves next to nothing: so one odd word
 * ("eye glasses") does not hide what the others find. A word that nobody wrote is read with one wrong letter or a shorter end, and left aside when even that finds nothing.
 */
export function find(library, text) {
  const asked = words(text.slice(0, LONGEST), library.tables).slice(0, text.search(HAN) === -1 ? MOST : MOST_HAN);
  const needs = widened(library.parts.manifest.everyday || {}, asked);
  const missing = [];
  const failed = (word) => (error) => {
    missing.push(word.typed);
    if (missing.length === asked.length) throw error;
    console.warn(error);
    return { numbers: [] };
  };
  return Promise.all([
    calledJust(library.parts, phraseOf(asked)).catch(() => []),
    Promise.all(asked.map((word, place) => scores(library, word, needs[place]).catch(failed(word))))
  ]).then(([called, every]) => {
    const answers = every.filter((answer) => answer.numbers.length);
    const answer = ranked(library, answers, new Set(called));
    return Object.assign(answer, { needs: Array.from(new Set([].concat(...needs))), missing: missing });
  });
}

/** For each word the needs that it, or a phrase it is part of, is an everyday word for. */
function widened(everyday, asked) {
  const found = asked.map(() => []);
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) {
    for (let from = 0; from + length <= asked.length; from += 1) {
      const needs = everyday[phraseOf(asked.slice(from, from + length))];
      for (let at = from; needs && at < from + length; at += 1) {
        if (!found[at].length) found[at] = needs;
      }
    }
  }
  return found;
}

function ranked(library, answers, called) {
  const scores = new Float64Array(library.total);
  const rare = new Uint8Array(library.total); // how many of the rare words a document has
  const having = new Uint8Array(library.total); // 1 where a document has any word
  const found = [];
  for (const answer of answers) {
    const isRare = answer.numbers.length <= Math.max(COMMON, library.total / COMMON) ? 1 : 0;
    for (const number of answer.numbers) {
      if (!having[number]) {
        having[number] = 1;
        found.push(number);
      }
      rare[number] += isRare;
      scores[number] += answer.scores[number];
    }
  }
  const highest = found.reduce((known, number) => Math.max(known, rare[number]), 0);
  const most = answers.length < LONG || !highest ? highest : highest - 1;
  if (most < highest) {
    found.forEach((number) => {
      rare[number] = Math.min(rare[number], most);
    });
  }
  const whole = found.filter((number) => rare[number] === most);
  const enough = whole.length < FEW && most > 0 ? found.filter((number) => rare[number] >= most - 1) : whole;
  return {
    numbers: enough,
    level: (number) => (called.has(number) ? 0 : 1 + most - rare[number]),
    compare: (a, b) => called.has(b) - called.has(a) || rare[b] - rare[a] || scores[b] - scores[a] || a - b
  };
}

/** A promise of the score of every document that has a word: as it is, or beginning so, or else nearly so. */
function scores(library, word, needs) {
  const whole = [
    { term: word.stem, boost: 10 },
    { term: word.typed, boost: 3, wildcard: BEGINNING }
  ].concat(needs.map((need) => ({ term: NEED + need, boost: 1 })));
  return scoresOf(library.parts, whole).then((exact) => {
    if (exact.numbers.length || word.typed.length < SLIP_FROM) {
      return exact;
    }
    const start = word.typed.slice(0, Math.max(SLIP_FROM, word.typed.length - CUT));
    return scoresOf(library.parts, [
      { term: word.stem, boost: 2, editDistance: 1 },
      { term: start, boost: 1, wildcard: BEGINNING }
    ]);
  });
}
