// A lunr index of the terms of a query only, made from the parts: for what lunr can do beyond our search page, such as
// words that must not be there. Whoever calls it brings lunr.js; the pages of the site need neither.

import { everyone } from "./facets.mjs";
import { posting, termsFor } from "./parts.mjs";
import { numbersOf } from "./sets.mjs";

const NOTHING = Object.freeze({}); // what lunr keeps of where a term stands in a document

/**
 * A promise of lunr's results for some clauses: {term, boost, wildcard, editDistance, presence}, terms as they stand in
 * the index. References are the numbers of the documents, as text.
 */
export function query(lunr, parts, clauses) {
  const every = clauses.length > 0 && clauses.every((one) => one.presence === lunr.Query.presence.PROHIBITED);
  const documents = every ? everyone(parts).then((set) => numbersOf(set, parts.manifest.places)) : [];
  return Promise.all([documents].concat(clauses.map((clause) => termsFor(parts, clause)))).then(([all, ...lists]) => {
    const letters = new Map([].concat(...lists));
    return assembled(lunr, parts, letters, all).query((asked) =>
      clauses.forEach((clause) =>
        asked.term(clause.term, Object.assign({ usePipeline: false, fields: parts.manifest.fields }, clause))
      )
    );
  });
}

/** A lunr index that knows only some terms, and `documents` even where they have none. */
function assembled(lunr, parts, letters, documents) {
  const fields = parts.manifest.fields;
  const elements = Object.create(null); // field/document -> term, weight, term, weight ...
  const inverted = Object.create(null);
  documents.forEach((number) => {
    fields.forEach((field) => {
      elements[field + "/" + number] = [];
    });
  });
  const terms = Array.from(letters.keys()).sort();
  terms.forEach((term, index) => {
    const known = posting(parts, term, letters.get(term));
    const entry = { _index: index };
    fields.forEach((field, place) => {
      const matched = Object.create(null);
      const having = known.fields[place];
      for (let at = 0; having && at < having.documents.length; at += 1) {
        const ref = field + "/" + having.documents[at];
        matched[having.documents[at]] = NOTHING;
        (elements[ref] || (elements[ref] = [])).push(index, having.weights[at]);
      }
      entry[field] = matched;
    });
    inverted[term] = entry;
  });
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
