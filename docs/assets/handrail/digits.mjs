// Fields for numbers take the digits of any keyboard: Arabic, Persian and full-width ones become 0 to 9 while they are
// typed, so that people see what will be read.

const ZEROS = [0x660, 0x6f0, 0xff10]; // Arabic, Persian, full-width
const POINTS = { "\u066b": ".", "\u066c": ",", "\uff0e": ".", "\uff0c": "," };
const OTHERS = /[\u0660-\u0669\u066b\u066c\u06f0-\u06f9\uff0c\uff0e\uff10-\uff19]/g;

/** The text with 0 to 9, point and comma, sign for sign. */
export function plainDigits(text) {
  return text.replace(OTHERS, (sign) => {
    const code = sign.charCodeAt(0);
    const zero = ZEROS.find((one) => code >= one && code <= one + 9);
    return zero === undefined ? POINTS[sign] : String(code - zero);
  });
}

/** Puts the digits of every field for numbers right, before anything else reads them. */
export function takeAnyDigits() {
  const mend = (event) => {
    const field = event.target;
    if (event.isComposing || !field.getAttribute || !field.getAttribute("inputmode")) {
      return;
    }
    const plain = plainDigits(field.value);
    if (plain !== field.value) {
      const at = field.selectionStart;
      field.value = plain;
      field.setSelectionRange(at, at);
    }
  };
  ["input", "compositionend", "change"].forEach((name) => document.addEventListener(name, mend, true));
}
