// What is known of one term: where it stands, and how much it weighs there, by lunr's formula. The twin of
// generators/search/postings.py, which says what stands in which order.

import { lowOf, reader, rising } from "./bits.mjs";
import { unpack } from "./packed.mjs";

const MARK = 20; // bits that a phrase is known by

/** A posting, read: {fields: [{documents, weights}], alone, longer}; the last two as `calledJust` needs them. */
export function unfolded(manifest, text) {
  const bits = reader(text);
  const total = manifest.total;
  const having = manifest.fields.map(() => bits.plain(1));
  const found = [];
  having.forEach((has, place) => {
    if (has) found.push(fieldOf(manifest, bits, place));
  });
  const all = found.reduce((sum, one) => sum + one.documents.length, 0);
  const rarity = Math.log(1 + Math.abs((total - all + 0.5) / (all + 0.5)));
  const fields = [];
  for (const one of found) {
    fields[one.place] = { documents: one.documents, weights: weighed(manifest, one, rarity) };
  }
  return Object.assign({ fields: fields }, calledOf(bits, manifest.places));
}

/** The numbers of the documents that are called just this phrase, by the posting of its first term. */
export function calledJust(posting, phrase) {
  if (phrase.indexOf(" ") === -1) {
    return Array.from(posting.alone);
  }
  const mark = markOf(phrase);
  return posting.longer.filter((entry) => entry[1] === mark).map((entry) => entry[0]);
}

function fieldOf(manifest, bits, place) {
  const count = bits.small() + 1;
  if (count > manifest.total) {
    throw new Error("not a posting: " + count + " documents");
  }
  const documents = rising(bits.around(count, lowOf(count, manifest.places)));
  const one = { place: place, documents: documents, counts: countsOf(bits, count), lengths: null };
  const spread = manifest.spread[place];
  if (spread) {
    one.lengths = bits.around(count, spread[0]);
    for (let at = 0; at < count; at += 1) one.lengths[at] = spread[1][one.lengths[at]];
  } else {
    const lengths = lengthsOf(manifest);
    one.lengths = documents.map((number) => lengths[number]);
  }
  return one;
}

function countsOf(bits, count) {
  const counts = new Uint32Array(count).fill(1);
  const many = bits.small();
  if (many) {
    rising(bits.around(many, lowOf(many, count))).forEach((place) => {
      counts[place] = bits.small() + 2;
    });
  }
  return counts;
}

/** Those called just the term, and [number, mark] of those called a phrase that begins with it. */
function calledOf(bits, places) {
  const alone = bits.small();
  const longer = bits.small();
  const found = alone ? rising(bits.around(alone, lowOf(alone, places))) : [];
  const numbers = longer ? Array.from(bits.around(longer, lowOf(longer, places))) : [];
  let number = 0;
  return {
    alone: found,
    longer: numbers
      .map((step) => (number += step))
      .map((one) => [one, bits.plain(MARK)])
  };
}

/** The weights of a term in one field. */
function weighed(manifest, one, rarity) {
  const [k1, b] = manifest.constants;
  const average = manifest.words[one.place] / manifest.total;
  const boost = manifest.boosts[one.place];
  const parts = []; // by length
  const weights = new Float64Array(one.documents.length);
  for (let at = 0; at < weights.length; at += 1) {
    const count = one.counts[at];
    const length = one.lengths[at];
    const part = parts[length] || (parts[length] = k1 * (1 - b + b * (length / average)));
    weights[at] = Math.round(((rarity * ((k1 + 1) * count)) / (part + count)) * boost * 1000) / 1000;
  }
  return weights;
}

/** How long each document is in the field by whose length the documents are numbered. */
function lengthsOf(manifest) {
  if (!manifest.lengthsOf) {
    const rows = unpack(manifest.numbered[1]);
    const lengths = new Uint32Array(manifest.places);
    for (let at = 0, number = 0; at < rows.length; at += 2) {
      lengths.fill(rows[at], number, number + rows[at + 1]);
      number += rows[at + 1];
    }
    manifest.lengthsOf = lengths;
  }
  return manifest.lengthsOf;
}

/** A number that hardly another phrase has: the first bits of its CRC-32, as zlib makes it. */
function markOf(phrase) {
  let sum = -1;
  for (const byte of unescape(encodeURIComponent(phrase))) {
    sum ^= byte.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0) >>> (32 - MARK);
}
