// Whole numbers as short text: the twin of generators/search/packed.py, which explains the letters.

const LETTERS = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((one) => one !== '"' && one !== "\\");
const LAST = 60; // the letters before this end a number, those from here on begin one
const MORE = LETTERS.length - LAST;
const VALUE = new Uint8Array(128).fill(LETTERS.length);
LETTERS.forEach((letter, value) => {
  VALUE[letter.charCodeAt(0)] = value;
});

/** All numbers of a text. Throws on a text that is none of ours, such as a page of a captive portal. */
export function unpack(text) {
  const numbers = [];
  let number = 0;
  let scale = 1;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUE[text.charCodeAt(at)];
    if (!(value < LETTERS.length)) {
      throw new Error("not a packed number: " + text[at]);
    }
    number += scale * value; // a beginning stands for itself and the 60 that were taken off
    if (value < LAST) {
      numbers.push(number);
      number = 0;
      scale = 1;
    } else {
      scale *= MORE;
    }
  }
  return numbers;
}

/** Steps, added up. */
export function risen(numbers) {
  for (let next = 1; next < numbers.length; next += 1) numbers[next] += numbers[next - 1];
  return numbers;
}
