// What a change of the language takes along: the kind of letter and its date in the fragment, once; typed words in
// the tab, for a minute at most, and not at all where answers are private.

import { read } from "../state.mjs";

const TYPED = "handrail:letter"; // with the mark of what Leave takes away
const MINUTE = 60 * 1000;
const LONGEST = 12; // letters of a part of the date
const FRAGMENT = /^#letter=([a-z0-9-]{0,60}),([^,]*),([^,]*),([^,]*),([01])$/;

/** The fragment for {kind, month, day, year, isFound, words}; its words, a record of texts, are put into the tab. */
export function carry(letter) {
  hold(letter.words);
  const parts = [letter.month, letter.day, letter.year].map((text) => encodeURIComponent(text.slice(0, LONGEST)));
  return letter.kind || parts.join("") ? "letter=" + [letter.kind].concat(parts, letter.isFound ? 1 : 0).join(",") : "";
}

/** What `carry` was given, once: the address and the tab lose it. Null where nothing came. */
export function carried(hash) {
  const words = taken();
  const found = FRAGMENT.exec(hash);
  if (!found) {
    return null;
  }
  history.replaceState(history.state, "", location.pathname);
  const [month, day, year] = found.slice(2, 5).map((text) => plain(text).slice(0, LONGEST));
  return { kind: found[1], month: month, day: day, year: year, isFound: found[5] === "1", words: words };
}

function hold(words) {
  try {
    sessionStorage.removeItem(TYPED);
    if (!read().sensitive && Object.keys(words).some((name) => words[name])) {
      sessionStorage.setItem(TYPED, JSON.stringify({ at: Date.now(), words: words }));
    }
  } catch (error) {
    // Blocked: the letter is typed again.
  }
}

function taken() {
  try {
    const note = JSON.parse(sessionStorage.getItem(TYPED));
    sessionStorage.removeItem(TYPED);
    return note && Math.abs(Date.now() - note.at) < MINUTE ? note.words : {};
  } catch (error) {
    return {};
  }
}

function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return "";
  }
}
