// Sets of services by number, a bit each, so that counts over a large directory take no time.

import { unpack } from "./packed.mjs";

const BITS = 5; // of a packed number, as in generators/search/facets.py
const WORD = 32;

export function emptySet(total) {
  return new Uint32Array(Math.ceil(total / WORD));
}

export function add(set, number) {
  set[number >>> 5] |= 1 << (number & 31);
}

export function has(set, number) {
  return (set[number >>> 5] & (1 << (number & 31))) !== 0;
}

/** The set of some numbers; those that no service has are left out. */
export function setOf(numbers, total) {
  const set = emptySet(total);
  numbers.forEach((number) => {
    if (number < total) add(set, number);
  });
  return set;
}

/** What `packed` in generators/search/facets.py wrote. Throws on what is none of ours. */
export function unpackSet(text, total) {
  const numbers = unpack(text.slice(1));
  if (text[0] === "b") {
    const set = emptySet(total);
    numbers.forEach((bits, at) => {
      for (let bit = 0; bit < BITS; bit += 1) {
        if (bits & (1 << bit) && at * BITS + bit < total) add(set, at * BITS + bit);
      }
    });
    return set;
  }
  if (text[0] !== "s") {
    throw new Error("not a packed set: " + text.slice(0, 20));
  }
  let number = 0;
  return setOf(
    numbers.map((step) => (number += step)),
    total
  );
}

/** What is in all of some sets; `first` may not be changed by it. */
export function inAll(first, others) {
  const set = first.slice();
  others.forEach((other) => {
    for (let at = 0; at < set.length; at += 1) set[at] &= other[at];
  });
  return set;
}

/** What is in any of some sets. */
export function inAny(sets, total) {
  const set = emptySet(total);
  sets.forEach((other) => {
    for (let at = 0; at < set.length; at += 1) set[at] |= other[at];
  });
  return set;
}

/** What is in `first` and in none of the others. */
export function without(first, others) {
  const set = first.slice();
  others.forEach((other) => {
    for (let at = 0; at < set.length; at += 1) set[at] &= ~other[at];
  });
  return set;
}

/** How many are in a set; with a second one, how many are in both. */
export function size(set, other) {
  let count = 0;
  for (let at = 0; at < set.length; at += 1) {
    let word = other ? set[at] & other[at] : set[at];
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

export function numbersOf(set, total) {
  const numbers = [];
  for (let number = 0; number < total; number += 1) {
    if (has(set, number)) numbers.push(number);
  }
  return numbers;
}
