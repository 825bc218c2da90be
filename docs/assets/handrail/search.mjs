// Finding services by what people type: the answer, from the parts of the index that the words of a query need.

import { calledJust, openParts, scoresOf } from "./search/parts.mjs";
import { asked, BEGINNING, fold, phraseOf, stem, words } from "./search/query.mjs";

const SLIP_FROM = 4; // letters from which one may be wrong
const CUT = 3; // letters that may be left off the end of a word nobody wrote: "evicted" -> "evic" -> eviction
const FEW = 3; // with fewer answers, services that lack one of the words come too
const LONG = 4; // words that make a sentence: one rare word may be lacking without coming later
const COMMON = 5; // a word that one of so many services has is not asked for

export { fold, stem, words };

/** The search of one language, whose parts lie below `base`: a promise of {parts, tables, total, places}; numbers of services are below `places`. */
export function open(base, load) {
  return openParts(base, load).then((parts) => ({
    parts: parts,
    tables: parts.manifest,
    total: parts.manifest.total,
    places: parts.manifest.places
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
  const cut = asked(text, library.parts.manifest);
  const missing = [];
  const failed = (word) => (error) => {
    missing.push(word.typed);
    if (missing.length === cut.length) throw error;
    console.warn(error);
    return { numbers: [] };
  };
  return Promise.all([
    calledJust(library.parts, phraseOf(cut)).catch(() => []),
    Promise.all(cut.map((word) => scores(library, word).catch(failed(word))))
  ]).then(([called, every]) => {
    const answers = every.filter((answer) => answer.numbers.length);
    const answer = ranked(library, answers, new Set(called));
    return Object.assign(answer, { needs: Array.from(new Set([].concat(...cut.map((word) => word.needs)))), missing: missing });
  });
}

function ranked(library, answers, called) {
  const scores = new Float64Array(library.places);
  const rare = new Uint8Array(library.places); // how many of the rare words a document has
  const having = new Uint8Array(library.places); // 1 where a document has any word
  const found = [];
  for (const answer of answers) {
    const isRare = answer.numbers.length <= Math.max(COMMON, library.total / COMMON) ? 1 : 0;
    for (let at = 0; at < answer.numbers.length; at += 1) {
      const number = answer.numbers[at];
      if (!having[number]) {
        having[number] = 1;
        found.push(number);
      }
      rare[number] += isRare;
      scores[number] += answer.scores[at];
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
function scores(library, word) {
  return scoresOf(library.parts, word.clauses).then((exact) => {
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
