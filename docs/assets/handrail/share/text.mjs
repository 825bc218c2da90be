// Text in a link: bytes as letters that every address takes, a sender's note, and the mark at the end.

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
const NOTE = 200; // letters
const MARK = 4; // letters
// Signs that are not seen but turn, join or hide other text.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Bytes in the 64 letters of an address. */
export function fromBytes(bytes) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The bytes again; throws where the letters are none of those. */
export function toBytes(letters) {
  if (!/^[A-Za-z0-9_-]*$/.test(letters)) {
    throw new Error("not base64url");
  }
  const text = atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export const packed = (text) => fromBytes(new TextEncoder().encode(text));

/** Throws where the letters are damaged or the bytes are no UTF-8. */
export const unpacked = (letters) => new TextDecoder("utf-8", { fatal: true }).decode(toBytes(letters));

/** A sender's note: one line of plain text, without unseen signs, at most 200 letters. */
export function cleanNote(text) {
  const plain = (typeof text === "string" ? text : "").slice(0, 4 * NOTE).replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  return Array.from(plain).slice(0, NOTE).join("").trim();
}

/** Four letters that tell a whole text from one that was cut or changed on its way (FNV-1a). */
export function markOf(text) {
  let hash = 2166136261;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 16777619);
  }
  return inLetters((hash >>> 0) % Math.pow(LETTERS.length, MARK), MARK);
}

/** A whole number in digits and small letters, filled with 0 to a width. */
export function inLetters(number, width) {
  return number.toString(LETTERS.length).padStart(width, "0");
}
