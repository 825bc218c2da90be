// Days that a family knows from letters and cards, in a link: of a service by kind, and of papers that run out.

import { dayKey, paperKey } from "../plan/keys.mjs";
import { damaged, day, oneOf, own } from "./codes.mjs";

// A list of version 2: the place of a word is its code. New words come at the end, and none is ever taken out.
const WORDS = ["apply", "interview", "decision", "renewal", "letter", "appeal"];
const KINDS = oneOf(WORDS);
const OF_SERVICE = /^d([a-z])([0-9a-z]{3})$/;

const textOf = (due, key) => (own(due, key) ? day.to(due[key]) : null);

/** ["db1y6"]: what stands after the id of a service. */
export const daysOfService = (due, id) =>
  WORDS.map((kind) => [KINDS.to(kind), textOf(due, dayKey(id, kind))])
    .filter((pair) => pair[1] !== null)
    .map((pair) => "d" + pair.join(""));

/** "photo-id.1y6,lease.2b0" for the papers with these ids; "" without any. */
export const daysOfPapers = (due, ids) =>
  Array.from(new Set(ids))
    .map((id) => [id, textOf(due, paperKey(id))])
    .filter((pair) => pair[1] !== null)
    .map((pair) => pair.join("."))
    .join(",");

/** {kind, day} of a text of `daysOfService`; null for a text of another kind. */
export function readDay(text) {
  if (text[0] !== "d") {
    return null;
  }
  const found = OF_SERVICE.exec(text) || damaged();
  return { kind: KINDS.from(found[1]), day: day.from(found[2]) };
}

/** {key: day} of a text of `daysOfPapers`; `isId` tells an id. */
export function readPapers(text, isId) {
  const due = {};
  for (const part of text.split(",")) {
    const [id, value, more] = part.split(".");
    if (!isId(id) || value === undefined || more !== undefined || own(due, paperKey(id)) !== undefined) {
      damaged();
    }
    due[paperKey(id)] = day.from(value);
  }
  return due;
}
