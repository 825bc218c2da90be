// A link behind a passphrase: PBKDF2 makes a key of it, AES-GCM closes and opens. Everything is the browser's own.

import { fromBytes, toBytes } from "./text.mjs";

const ROUNDS = 600000; // of version 1: the work that every guess costs
const SALT = 16; // bytes
const START = 12; // bytes
const SEAL = 16; // bytes that AES-GCM adds
export const SHORTEST = 8; // letters of a passphrase

/** Browsers have these tools on https and on this computer only. */
export const canLock = () => Boolean(window.crypto && window.crypto.subtle && window.crypto.getRandomValues);

function keyOf(passphrase, salt, use) {
  const letters = new TextEncoder().encode(passphrase.normalize("NFKC").trim());
  return crypto.subtle
    .importKey("raw", letters, "PBKDF2", false, ["deriveKey"])
    .then((raw) =>
      crypto.subtle.deriveKey(
        { name: "PBKDF2", hash: "SHA-256", salt: salt, iterations: ROUNDS },
        raw,
        { name: "AES-GCM", length: 256 },
        false,
        [use]
      )
    );
}

/** A promise of the closed text, in letters of an address. */
export function lock(text, passphrase) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const first = crypto.getRandomValues(new Uint8Array(START));
  return keyOf(passphrase, salt, "encrypt")
    .then((key) => crypto.subtle.encrypt({ name: "AES-GCM", iv: first }, key, new TextEncoder().encode(text)))
    .then((closed) => fromBytes([].concat(Array.from(salt), Array.from(first), Array.from(new Uint8Array(closed)))));
}

/** A promise of the text; it fails where the passphrase is another one, or the text was changed. */
export function unlock(secret, passphrase) {
  return Promise.resolve()
    .then(() => toBytes(secret))
    .then((bytes) => {
      if (bytes.length <= SALT + START + SEAL) {
        throw new Error("damaged");
      }
      const first = bytes.slice(SALT, SALT + START);
      return keyOf(passphrase, bytes.slice(0, SALT), "decrypt").then((key) =>
        crypto.subtle.decrypt({ name: "AES-GCM", iv: first }, key, bytes.slice(SALT + START))
      );
    })
    .then((open) => new TextDecoder("utf-8", { fatal: true }).decode(open));
}
