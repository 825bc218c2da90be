// A lunr index of the terms of a query only, made from the parts: for what lunr can do beyond our search page, such as
// words that must not be there. Whoever calls it brings lunr.js; the pages of the site need neither.

import { posting, termsFor } from "./parts.mjs";

const NOTHING = Object.freeze({}); // what lunr keeps of where a term stands in a document

/**
 * A promise of lunr's results for some clauses: {term, boost, wildcard, editDistance, presence}, terms as they stand in
 * the index. References are the numbers of the documents, as text.
 */
export function query(lunr, parts, clauses) {
  return Promise.all(clauses.map((clause) => termsFor(parts, clause))).then((lists) => {
    const letters = new Map([].concat(...lists));
    const everyDocument = clauses.length > 0 && clauses.every((one) => one.presence === lunr.Query.presence.PROHIBITED);
    return assembled(lunr, parts, letters, everyDocument).query((asked) =>
      clauses.forEach((clause) =>
        asked.term(clause.term, Object.assign({ usePipeline: false, fields: parts.manifest.fields }, clause))
      )
    );
  });
}

/** A lunr index that knows only some terms. */
function assembled(lunr, parts, letters, everyDocument) {
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
  const terms = Array.from(letters.keys()).sort();
  const read = terms.map((term) => [term, posting(parts, term, letters.get(term))]);
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
