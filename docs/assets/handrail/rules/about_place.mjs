// Conditions about the place and the day. The twin of generators/rules/about_place.py.
import { missingFigure, placeQuestions, word } from "./about_people.mjs";
import { ifUnasked, isObject, isUnknown, said, stateOf } from "./answers.mjs";
import { lookUp } from "./figures.mjs";
import { finding } from "./findings.mjs";
import { date, fillFrom } from "./reasons.mjs";

function one(condition, value, text, open) {
  return finding(value, [{ condition, holds: value, text }], open);
}

function place(scene, rule) {
  let value = inStates(scene, rule);
  let open = placeQuestions(scene);
  if (value !== false && rule.counties && rule.counties.length) {
    const [inside, unasked] = inCounties(scene, rule.counties);
    value = inside === false ? false : value === null ? null : inside;
    open = open.concat(unasked);
  }
  return one("place", value, fillFrom(scene, `place-${word(value)}`), value === null ? open.slice(0, 1) : []);
}

function inStates(scene, rule) {
  const state = stateOf(scene);
  const states = rule.states || [];
  const notStates = rule.not_states || [];
  if (!states.length && !notStates.length) return true;
  if (isUnknown(state)) return null;
  return (!states.length || states.indexOf(state) !== -1) && notStates.indexOf(state) === -1;
}

function inCounties(scene, counties) {
  const where = said(scene.facts, "place");
  if (!isObject(where)) return [null, ifUnasked(scene.facts, "place", "place")];
  const county = said(where, "county");
  if (typeof county !== "string" || isUnknown(county)) return [null, ifUnasked(where, "county", "place")];
  const here = stateOf(scene);
  const fitting = counties
    .map((listed) => listed.split(","))
    .filter((parts) => plain(parts[0]) === plain(county))
    .map((parts) => parts.slice(1).join(",").trim());
  if (fitting.some((state) => state === "" || state === here)) return [true, []];
  return [fitting.length && isUnknown(here) ? null : false, []];
}

/** A county's name without accents, blanks, capitals and its kind. */
export function plain(county) {
  const letters = county
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return letters.replace(/^saint/, "st").replace(/(county|parish|borough|municipio|censusarea)$/, "");
}

function figure(scene, rule) {
  const says = ["is_yes", "is_no", "offered"].filter((key) => key in rule)[0];
  const id = rule[says];
  const found = lookUp(scene, id);
  const name = ((scene.data.figures || {})[id] || {}).name || id;
  const answer = found.missing ? null : answerOf(says, found.value);
  const value = answer === null ? null : answer === (says !== "is_no");
  let open = [];
  let text;
  if (value === null) {
    const [key, ask] = missingFigure(scene, found.missing);
    open = ask;
    text = fillFrom(scene, key === "place-open" ? key : "figure-open");
  } else {
    text = fillFrom(scene, answer ? "figure-holds" : "figure-fails", { name });
  }
  const reason = { condition: "figure", holds: value, text, figure: id };
  if (found.until) reason.until = found.until;
  return finding(value, [reason], open);
}

function answerOf(says, value) {
  if (value === false || value === "not-offered") return false;
  return says === "offered" || value === true ? true : null;
}

function dates(scene, rule) {
  if ("from" in rule && scene.asOf < rule.from) {
    return one("dates", false, fillFrom(scene, "dates-early", { date: date(scene, rule.from) }));
  }
  if ("until" in rule && scene.asOf > rule.until) {
    return one("dates", false, fillFrom(scene, "dates-late", { date: date(scene, rule.until) }));
  }
  return one("dates", true, fillFrom(scene, "dates-holds"));
}

export const ABOUT_PLACE = { place, figure, dates };
