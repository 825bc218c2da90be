// What lunr's Index.query gives for clauses that are all optional, without lunr's objects: for words that thousands of
// documents have, making those takes most of the time. The same sums in the same order, so the same scores to the bit.

const FIELD_STEP = 16; // fields of a document are noted in the order in which they are met, as digits of this base

/**
 * `clauses` as [{boost, terms}], terms as lunr expands them; `postings` gives {index, fields: [{documents, weights}]} of
 * a term; `fields` how many there are; `total` how many documents. Gives {numbers, scores}: the documents in the order
 * in which lunr meets them, and their scores by number.
 */
export function scored(clauses, postings, fields, total) {
  const boosts = new Map(); // in the order in which lunr meets the terms
  for (const clause of clauses) {
    for (const term of clause.terms) {
      boosts.set(term, (boosts.get(term) || 0) + clause.boost);
    }
  }
  const terms = Array.from(boosts.keys(), (term) => ({ posting: postings(term), boost: boosts.get(term) }));
  const rising = terms.slice().sort((a, b) => a.posting.index - b.posting.index);
  const length = Math.sqrt(rising.reduce((sum, term) => sum + term.boost * term.boost, 0));
  const products = Array.from({ length: fields }, (_, field) => added(rising, field, total));
  const met = new Float64Array(total);
  const numbers = [];
  for (const term of terms) {
    for (let field = 0; field < fields; field += 1) {
      const having = term.posting.fields[field];
      for (let at = 0; having && at < having.documents.length; at += 1) {
        note(met, numbers, having.documents[at], field + 1);
      }
    }
  }
  const scores = new Float64Array(total);
  for (const number of numbers) {
    scores[number] = summed(met[number], products, number, length);
  }
  return { numbers: numbers, scores: scores };
}

/** For each document the sum of boost times weight in one field; null where no term stands in it. */
function added(rising, field, total) {
  let sums = null;
  for (const term of rising) {
    const having = term.posting.fields[field];
    if (having) {
      sums = sums || new Float64Array(total);
      for (let at = 0; at < having.documents.length; at += 1) {
        sums[having.documents[at]] += term.boost * having.weights[at];
      }
    }
  }
  return sums;
}

function note(met, numbers, number, digit) {
  let rest = met[number];
  if (rest === 0) {
    numbers.push(number);
  }
  while (rest > 0) {
    if (rest % FIELD_STEP === digit) {
      return;
    }
    rest = Math.floor(rest / FIELD_STEP);
  }
  met[number] = met[number] * FIELD_STEP + digit;
}

/** The fields' shares, added in the order in which the fields were met: the last digit was met last. */
function summed(met, products, number, length) {
  const order = [];
  for (let rest = met; rest > 0; rest = Math.floor(rest / FIELD_STEP)) {
    order.push((rest % FIELD_STEP) - 1);
  }
  let score = 0;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    score += products[order[at]][number] / length || 0;
  }
  return score;
}
