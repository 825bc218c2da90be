// The search index in parts: loads the files that hold the terms of a query, and assembles a lunr index from them that
// answers as the whole one would. generators/search/parts.py cuts the files and says what is in them.

import { unpack } from "./packed.mjs";
import { scored } from "./scored.mjs";

const CALLED = "=";
const AFTER_ALL = "\uffff";
const SLIP = 1; // letters that may be wrong
const GIVEN = 2; // the weights of a posting stand in it

/**
 * The parts below `base` (an address that ends in a slash): {manifest, files, terms}. `load(url)` gives parsed JSON; it
 * is asked for each file once, and again only where it failed.
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

/** The place of the last file that begins at or before a text. */
export function placeOf(firsts, text) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= text) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The packed postings of all terms from one text up to another, as [term, packed]. */
function between(parts, from, to) {
  const firsts = parts.manifest.firsts;
  if (!firsts.length) {
    return Promise.resolve([]);
  }
  const wanted = [];
  for (let place = placeOf(firsts, from); place < firsts.length && firsts[place] <= to; place += 1) {
    wanted.push(file(parts, "terms-" + place + ".json"));
  }
  return Promise.all(wanted).then((files) => {
    const found = [];
    for (const content of files) {
      for (let at = 0; at < content.length; at += 2) {
        if (content[at] >= from && content[at] <= to) found.push([content[at], content[at + 1]]);
      }
    }
    return found;
  });
}

/** The terms with at most one letter more, less, other, or changed for its neighbor; lunr's token set finds them. */
function nearly(lunr, parts, term) {
  const lengths = parts.manifest.lengths.filter((length) => Math.abs(length - term.length) <= SLIP);
  return Promise.all(lengths.map((length) => file(parts, "length-" + length + ".json"))).then((lists) => {
    const terms = [].concat(...lists).sort();
    return lunr.TokenSet.fromArray(terms).intersect(lunr.TokenSet.fromFuzzyString(term, SLIP)).toArray();
  });
}

/** The postings that a clause {term, wildcard, editDistance} may need, as [term, packed]. */
function postingsFor(lunr, parts, clause) {
  if (clause.editDistance) {
    return nearly(lunr, parts, clause.term).then((terms) =>
      Promise.all(terms.map((term) => between(parts, term, term))).then((lists) => [].concat(...lists))
    );
  }
  const isStart = clause.wildcard === lunr.Query.wildcard.TRAILING;
  return between(parts, clause.term, isStart ? clause.term + AFTER_ALL : clause.term).then((found) =>
    found.filter((pair) => pair[0][0] !== CALLED)
  );
}

/**
 * A promise of lunr's results for some clauses: {term, boost, wildcard, editDistance, presence}, terms as they stand in
 * the index. References are the numbers of the documents, as text.
 */
export function query(lunr, parts, clauses) {
  return packedFor(lunr, parts, clauses).then((found) => {
    const everyDocument = clauses.length > 0 && clauses.every((one) => one.presence === lunr.Query.presence.PROHIBITED);
    return assembled(lunr, parts, found, everyDocument).query((asked) =>
      clauses.forEach((clause) =>
        asked.term(clause.term, Object.assign({ usePipeline: false, fields: parts.manifest.fields }, clause))
      )
    );
  });
}

/**
 * The same for clauses without `presence`, faster where thousands of documents answer: a promise of {numbers, scores},
 * the documents in no order of use, and their scores by number.
 */
export function scoresOf(lunr, parts, clauses) {
  return packedFor(lunr, parts, clauses).then((packed) => {
    const all = lunr.TokenSet.fromArray(Array.from(packed.keys()).sort());
    const expanded = clauses.map((clause) => expandedIn(lunr, all, clause));
    const postings = (term) => posting(parts, term, packed.get(term));
    return scored(expanded, postings, parts.manifest.fields.length, parts.manifest.total);
  });
}

/** The boost of a clause, and the terms it stands for in the order of lunr's own query. */
function expandedIn(lunr, all, clause) {
  const asked = new lunr.Query([]).clause(Object.assign({}, clause)).clauses[0];
  return { boost: asked.boost, terms: all.intersect(lunr.TokenSet.fromClause(asked)).toArray() };
}

/** The packed postings that some clauses may need, by term. */
function packedFor(lunr, parts, clauses) {
  return Promise.all(clauses.map((clause) => postingsFor(lunr, parts, clause))).then((lists) => {
    const found = new Map();
    lists.forEach((list) => list.forEach((pair) => found.set(pair[0], pair[1])));
    return found;
  });
}

/** A lunr index that knows only some terms. */
function assembled(lunr, parts, packed, everyDocument) {
  const fields = parts.manifest.fields;
  const elements = Object.create(null); // field/document -> term, weight, term, weight ...
  const inverted = Object.create(null);
  if (everyDocument) {
    for (let number = 0; number < parts.manifest.total; number += 1) {
      fields.forEach((field) => {
        elements[field + "/" + number] = [];
      });
    }
  }
  const terms = Array.from(packed.keys()).sort();
  const read = terms.map((term) => [term, posting(parts, term, packed.get(term))]);
  for (const [term, known] of read.slice().sort((a, b) => a[1].index - b[1].index)) {
    const entry = { _index: known.index };
    fields.forEach((field, place) => {
      const documents = Object.create(null);
      const having = known.fields[place];
      for (let at = 0; having && at < having.documents.length; at += 1) {
        const ref = field + "/" + having.documents[at];
        documents[having.documents[at]] = NOTHING;
        (elements[ref] || (elements[ref] = [])).push(known.index, having.weights[at]);
      }
      entry[field] = documents;
    });
    inverted[term] = entry;
  }
  const vectors = Object.create(null);
  for (const ref of Object.keys(elements)) vectors[ref] = new lunr.Vector(elements[ref]);
  return new lunr.Index({
    fields: fields,
    fieldVectors: vectors,
    invertedIndex: inverted,
    tokenSet: lunr.TokenSet.fromArray(terms),
    pipeline: new lunr.Pipeline()
  });
}

const NOTHING = Object.freeze({}); // what lunr keeps of where a term stands in a document

/** A packed posting, read once: {index, fields: [{documents, weights}]}. */
function posting(parts, term, packed) {
  if (!parts.postings.has(term)) {
    parts.postings.set(term, unfolded(parts.manifest, unpack(packed)));
  }
  return parts.postings.get(term);
}

/** Reads what `posting` in generators/search/parts.py wrote. */
function unfolded(manifest, numbers) {
  const found = [];
  let at = 1;
  const take = (count) => numbers.slice(at, (at += count));
  while (at < numbers.length) {
    const [place, count] = take(2);
    const documents = risen(take(count));
    const kind = take(1)[0];
    const one = { place: place, documents: documents, weights: null, counts: null, lengths: null };
    if (kind === GIVEN) {
      one.weights = take(count).map((weight) => weight / 1000);
    } else {
      one.counts = kind ? take(count) : null;
      one.lengths = place === manifest.numbered[0] ? null : take(count);
    }
    found.push(one);
  }
  const having = found.reduce((sum, one) => sum + one.documents.length, 0);
  const rarity = Math.log(1 + Math.abs((manifest.total - having + 0.5) / (having + 0.5)));
  const fields = [];
  for (const one of found) {
    fields[one.place] = { documents: one.documents, weights: one.weights || weighed(manifest, one, rarity) };
  }
  return { index: numbers[0], fields: fields };
}

/** The weights of a term in one field, by lunr's formula. */
function weighed(manifest, one, rarity) {
  const [k1, b] = manifest.constants;
  const average = manifest.words[one.place] / manifest.total;
  const known = new Map();
  return one.documents.map((number, at) => {
    const count = one.counts ? one.counts[at] + 1 : 1;
    const length = one.lengths ? one.lengths[at] : lengthOf(manifest, number);
    const key = length * 65536 + count;
    let weight = known.get(key);
    if (weight === undefined) {
      const much = (rarity * ((k1 + 1) * count)) / (k1 * (1 - b + b * (length / average)) + count);
      weight = Math.round(much * manifest.boosts[one.place] * 1000) / 1000;
      known.set(key, weight);
    }
    return weight;
  });
}

/** How long a document is in the field by whose length the documents are numbered. */
function lengthOf(manifest, number) {
  if (!manifest.lengthsOf) {
    const runs = unpack(manifest.numbered[1]);
    const lengths = [];
    for (let at = 0, length = 0; at < runs.length; at += 2) {
      length += runs[at];
      for (let times = 0; times < runs[at + 1]; times += 1) lengths.push(length);
    }
    manifest.lengthsOf = lengths;
  }
  return manifest.lengthsOf[number];
}

/** Steps, added up. */
export function risen(numbers) {
  for (let next = 1; next < numbers.length; next += 1) numbers[next] += numbers[next - 1];
  return numbers;
}

/** A promise of the numbers of the documents that are called just this phrase. */
export function calledJust(parts, phrase) {
  return between(parts, CALLED + phrase, CALLED + phrase).then((found) =>
    found.length ? risen(unpack(found[0][1])) : []
  );
}

/** A promise of the cards of some documents, in their order; null for those whose file does not load. */
export function cards(parts, numbers) {
  const size = parts.manifest.cards;
  return Promise.all(
    numbers.map((number) =>
      file(parts, "cards-" + Math.floor(number / size) + ".json").then(
        (list) => list[number % size] || null,
        (error) => {
          console.warn(error);
          return null;
        }
      )
    )
  );
}
