// Whole numbers as bits, six in a letter: the twin of generators/search/bits.py, which explains the codes.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE = new Uint8Array(128).fill(LETTERS.length);
Array.from(LETTERS).forEach((letter, value) => {
  VALUE[letter.charCodeAt(0)] = value;
});
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
      numbers[place] = (ones() << low) | plain(low);
    }
    return numbers;
  }

  return { plain: plain, small: small, around: around };
}

/** The bytes of some letters, and four more, so that a look past the end sees zeros. */
function bytesOf(text) {
  const bytes = new Uint8Array(Math.ceil((text.length * 6) / 8) + 4);
  for (let at = 0, byte = 0, left = 0, rest = 0; at < text.length; at += 1) {
    const value = VALUE[text.charCodeAt(at)];
    if (!(value < LETTERS.length)) {
      throw new Error("not a list of bits: " + text[at]);
    }
    rest = ((rest << 6) | value) & 0xffff;
    left += 6;
    if (left >= 8) {
      left -= 8;
      bytes[byte] = rest >>> left;
      byte += 1;
    }
    bytes[byte] = rest << (8 - left); // the next letter completes it
  }
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
