// The search index in parts: loads the files that hold the terms of a query, and scores as the whole index would.
// generators/search/parts.py cuts the files and says what is in them.

import { termFiles } from "./places.mjs";
import { calledJust as called, unfolded } from "./postings.mjs";
import { rangeOf } from "./query.mjs";
import { scored } from "./scored.mjs";
import { beginning, slipped } from "./token-set.mjs";

const SLIP = 1; // letters that may be wrong

/**
 * The parts below `base` (an address that ends in a slash): {manifest, files, postings}. `load(url)` gives parsed JSON;
 * it is asked for each file once, and again only where it failed.
 */
export function openParts(base, load) {
  return load(base + "index.json").then((manifest) => {
    if (!manifest || !Array.isArray(manifest.firsts) || !Array.isArray(manifest.fields)) {
      throw new Error(base + "index.json is no search index");
    }
    return { base: base, manifest: manifest, load: load, files: new Map(), postings: new Map() };
  });
}

/** A promise of what is in one file: a list, or what `isRight` takes. */
export function file(parts, name, isRight) {
  if (!parts.files.has(name)) {
    const loading = parts.load(parts.base + name).then((content) => {
      if (!(isRight || Array.isArray)(content)) {
        throw new Error(name + " is no part of a search index");
      }
      return content;
    });
    loading.catch(() => parts.files.delete(name));
    parts.files.set(name, loading);
  }
  return parts.files.get(name);
}

/** The letters of the postings of all terms from one text up to another, as [term, letters]. */
function between(parts, from, to) {
  const names = termFiles(parts.manifest, [from, to]);
  return Promise.all(names.map((name) => file(parts, name, isOfTerms))).then((files) => {
    const found = [];
    for (const content of files) {
      const [terms, postings] = content.read || (content.read = content.map((column) => column.split(" ")));
      terms.forEach((term, at) => {
        if (term >= from && term <= to) found.push([term, postings[at]]);
      });
    }
    return found;
  });
}

const isOfTerms = (content) => Array.isArray(content) && content.length === 2 && content.every((one) => typeof one === "string");
const isOfLetters = (content) => Array.isArray(content) && content.length === 1 && typeof content[0] === "string";

/** The terms with at most one letter more, less, other, or changed for its neighbor. */
function nearly(parts, term) {
  const lengths = parts.manifest.lengths.filter((length) => Math.abs(length - term.length) <= SLIP);
  const loading = lengths.map((length) =>
    file(parts, "length-" + length + ".json", isOfLetters).then((content) => termsOf(content, length))
  );
  return Promise.all(loading).then((lists) => slipped([].concat(...lists).sort(), term));
}

/** The terms of one length, whose first letters come first, then their second ones. */
function termsOf(content, length) {
  if (!content.read) {
    const [letters] = content;
    const count = letters.length / length;
    content.read = Array.from({ length: count }, (_, at) => {
      let term = "";
      for (let place = at; place < letters.length; place += count) term += letters[place];
      return term;
    });
  }
  return content.read;
}

/** A promise of the terms that a clause {term, wildcard, editDistance} stands for, in lunr's order: [term, letters]. */
export function termsFor(parts, clause) {
  if (clause.editDistance) {
    return nearly(parts, clause.term)
      .then((terms) => Promise.all(terms.map((term) => between(parts, term, term))))
      .then((lists) => [].concat(...lists));
  }
  const [from, to] = rangeOf(clause);
  return between(parts, from, to).then((found) => {
    const known = new Map(found);
    return from === to ? found : beginning(Array.from(known.keys()), clause.term).map((term) => [term, known.get(term)]);
  });
}

/**
 * The documents that clauses {term, boost, wildcard, editDistance} find, terms as they stand in the index: a promise of
 * {numbers, scores}, the documents in no order of use, and lunr's score of each.
 */
export function scoresOf(parts, clauses) {
  return Promise.all(clauses.map((clause) => termsFor(parts, clause))).then((lists) => {
    const letters = new Map([].concat(...lists));
    const expanded = clauses.map((clause, at) => ({ boost: "boost" in clause ? clause.boost : 1, terms: lists[at].map((pair) => pair[0]) }));
    const postings = (term) => posting(parts, term, letters.get(term));
    return scored(expanded, postings, parts.manifest.fields.length, parts.manifest.places);
  });
}

/** A posting, read once: {fields: [{documents, weights}]}. */
export function posting(parts, term, letters) {
  if (!parts.postings.has(term)) {
    parts.postings.set(term, unfolded(parts.manifest, letters));
  }
  return parts.postings.get(term);
}

/** A promise of the numbers of the documents that are called just this phrase. */
export function calledJust(parts, phrase) {
  const first = phrase.split(" ")[0];
  return between(parts, first, first).then((found) =>
    found.length ? called(posting(parts, first, found[0][1]), phrase) : []
  );
}
