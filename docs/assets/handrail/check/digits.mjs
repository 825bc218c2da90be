// Numbers as people type them: an Arabic, Persian or Chinese keyboard has digits of its own.

const ZEROS = [0x0660, 0x06f0, 0xff10]; // Arabic, Persian and Urdu, full width
const MARKS = { "\u066b": ".", "\u066c": ",", "\uff0e": ".", "\uff0c": "," };

/** The text with every digit as 0 to 9, and the marks between them as point and comma. */
export function plainDigits(text) {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - ZEROS.filter((zero) => zero <= code).pop());
    })
    .replace(/[\u066b\u066c\uff0e\uff0c]/g, (mark) => MARKS[mark]);
}
