// Days as a calendar file (iCalendar, RFC 5545). Titles are the caller's: this file adds no word of its own to them.

import { daysAfter } from "./days.mjs";

const LONGEST = 75; // octets of a line
const MORNING_BEFORE = "-PT15H"; // nine in the morning of the day before

/**
 * The file of `events` [{key, day, title, note}], each a whole day with an alarm on the morning before.
 *
 * `stamp` is the moment of writing, "20261121T120000Z". The same `key` always gives the same event, so that reading a
 * newer file moves it; the key itself cannot be read in the file.
 */
export function calendar(events, stamp) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Handrail//Plan//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
  events.forEach((event) => lines.push(...eventLines(event, stamp)));
  lines.push("END:VCALENDAR");
  return lines.map((line) => folded(line) + "\r\n").join("");
}

function eventLines(event, stamp) {
  const title = escaped(event.title);
  return [
    "BEGIN:VEVENT",
    "UID:" + nameless(event.key) + "@handrail",
    "DTSTAMP:" + stamp,
    "DTSTART;VALUE=DATE:" + compact(event.day),
    "DTEND;VALUE=DATE:" + compact(daysAfter(event.day, 1)),
    "SUMMARY:" + title,
    event.note ? "DESCRIPTION:" + escaped(event.note) : null,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:" + MORNING_BEFORE,
    "DESCRIPTION:" + title,
    "END:VALARM",
    "END:VEVENT"
  ].filter((line) => line !== null);
}

const compact = (day) => day.replace(/-/g, "");

/** A text as a value: separators escaped, line breaks written out, no other control characters. */
function escaped(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}

/** A line in pieces of at most 75 octets, no character split; what follows begins with a blank. */
function folded(line) {
  let text = "";
  let length = 0;
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0));
    if (length + octets > LONGEST) {
      text += "\r\n ";
      length = 1;
    }
    text += character;
    length += octets;
  }
  return text;
}

const octetsOf = (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** The same 16 signs for the same key (FNV-1a, twice), which do not show it to a reader. */
function nameless(key) {
  return hash(key, 0x811c9dc5) + hash(key, 0x050c5d1f);
}

function hash(text, seed) {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
