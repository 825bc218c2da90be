// What lunr's Index.query gives for clauses that are all optional, without lunr's objects: for words that thousands of
// documents have, making those takes most of the time. The same sums, but terms are added in the order of the alphabet, not
// in the order in which an index met them: so scores are alike but for the last bits.

const DIGIT = 4; // bits that name a field
const ONE_DIGIT = (1 << DIGIT) - 1;
const MOST_FIELDS = 32 / DIGIT;

/**
 * `clauses` as [{boost, terms}], terms as lunr expands them; `postings` gives {fields: [{documents, weights}]} of
 * a term; `fields` how many there are; documents have numbers below `places`. Gives {numbers, scores}: the documents in the order
 * in which lunr meets them, and the score of each at the same place. Memory goes by the documents found, not by all:
 * making room for 20,000 takes longer than the sums.
 */
export function scored(clauses, postings, fields, places) {
  if (fields > MOST_FIELDS) {
    throw new Error("more fields than " + MOST_FIELDS);
  }
  const boosts = new Map(); // in the order in which lunr meets the terms
  for (const clause of clauses) {
    for (const term of clause.terms) {
      boosts.set(term, (boosts.get(term) || 0) + clause.boost);
    }
  }
  const terms = Array.from(boosts.keys(), (term) => ({ posting: postings(term), boost: boosts.get(term) }));
  const rising = Array.from(boosts.keys()).sort().map((term) => ({ posting: postings(term), boost: boosts.get(term) }));
  const length = Math.sqrt(rising.reduce((sum, term) => sum + term.boost * term.boost, 0));
  const among = new Uint32Array(places); // the place of each document among those met, from 1
  const [numbers, met] = meet(terms, fields, among);
  return { numbers: numbers, scores: summed(met, added(rising, fields, among, numbers.length), fields, length) };
}

/** The documents as they are met; and of each the fields, as digits from 1: that met last is the lowest. */
function meet(terms, fields, places) {
  const numbers = [];
  const met = [];
  for (let at = 0; at < terms.length; at += 1) {
    for (let field = 0; field < fields; field += 1) {
      const having = terms[at].posting.fields[field];
      if (having) meetField(having.documents, field + 1, numbers, met, places);
    }
  }
  return [numbers, met];
}

function meetField(documents, digit, numbers, met, places) {
  for (let at = 0; at < documents.length; at += 1) {
    const number = documents[at];
    const place = places[number];
    if (place === 0) {
      places[number] = numbers.push(number);
      met.push(digit);
    } else if (!hasDigit(met[place - 1], digit)) {
      met[place - 1] = (met[place - 1] << DIGIT) | digit;
    }
  }
}

function hasDigit(order, digit) {
  for (let rest = order; rest !== 0; rest >>>= DIGIT) {
    if ((rest & ONE_DIGIT) === digit) return true;
  }
  return false;
}

/** For each document met, and each field, the sum of boost times weight. */
function added(rising, fields, places, count) {
  const sums = new Float64Array(count * fields);
  for (const term of rising) {
    for (let field = 0; field < fields; field += 1) {
      const having = term.posting.fields[field];
      if (having) addField(having.documents, having.weights, term.boost, sums, field - fields, fields, places);
    }
  }
  return sums;
}

function addField(documents, weights, boost, sums, first, fields, places) {
  for (let at = 0; at < documents.length; at += 1) {
    sums[places[documents[at]] * fields + first] += boost * weights[at];
  }
}

/** The fields' shares, added in the order in which the fields were met. */
function summed(met, sums, fields, length) {
  const scores = new Float64Array(met.length);
  for (let at = 0; at < met.length; at += 1) {
    const order = met[at];
    let score = 0;
    for (let shift = 32 - DIGIT; shift >= 0; shift -= DIGIT) {
      const digit = (order >>> shift) & ONE_DIGIT;
      if (digit !== 0) score += sums[at * fields + digit - 1] / length || 0;
    }
    scores[at] = score;
  }
  return scores;
}
