// Whole numbers as bits, six in a letter: the twin of generators/search/bits.py, which explains the codes.

const SEEN = 25; // bits that one look can tell for sure

/** Reads bits from their letters, one number after the other. Throws on a text that is none of ours. */
export function reader(text) {
  const bytes = bytesOf(text);
  let at = 0; // the next bit

  /** The next 32 bits, of which the first SEEN are true. */
  function look() {
    const byte = at >>> 3;
    return ((bytes[byte] << 24) | (bytes[byte + 1] << 16) | (bytes[byte + 2] << 8) | bytes[byte + 3]) << (at & 7);
  }

  /** A number of `width` bits, at most SEEN. */
  function plain(width) {
    const number = width ? look() >>> (32 - width) : 0;
    at += width;
    return number;
  }

  /** How many ones come before the next zero, which is passed over too. */
  function ones() {
    let count = 0;
    for (;;) {
      const run = Math.clz32(~look());
      if (run < SEEN) {
        at += run + 1;
        return count + run;
      }
      at += SEEN;
      count += SEEN;
    }
  }

  function small() {
    const zeros = Math.clz32(look());
    if (zeros >= SEEN) {
      throw new Error("not a list of bits: it ends too soon");
    }
    at += zeros;
    return plain(zeros + 1) - 1;
  }

  function around(count, low) {
    const numbers = new Uint32Array(count);
    for (let place = 0; place < count; place += 1) {
      const next = look();
      const run = Math.clz32(~next);
      if (run + low < SEEN) {
        numbers[place] = (run << low) | (low ? (next << (run + 1)) >>> (32 - low) : 0);
        at += run + 1 + low;
      } else {
        numbers[place] = (ones() << low) | plain(low);
      }
    }
    return numbers;
  }

  return { plain: plain, small: small, around: around };
}

/** The bytes of some letters, and more, so that a look past the end sees zeros. */
function bytesOf(text) {
  const letters = atob(text + "A".repeat(8 - (text.length % 4))); // throws on letters that are none
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** The best `low` for the steps between `count` numbers below `total`, as low_of in bits.py. */
export function lowOf(count, total) {
  let low = 0;
  while (count * Math.pow(2, low + 1) * 13 <= total * 9) low += 1;
  return low;
}

/** Rising numbers from how many are passed over before each. */
export function rising(gaps) {
  for (let at = 0, number = -1; at < gaps.length; at += 1) {
    number += gaps[at] + 1;
    gaps[at] = number;
  }
  return gaps;
}
